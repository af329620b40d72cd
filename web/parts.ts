/**
 * Parts of the build that hold together what is always asked for together. Left alone, the bundler cuts where one page needs
 * a module more than another, into files of a few hundred bytes that pack badly and travel one by one. Modules that are not
 * named here stay with it; a name too much shows in the sizes that are held after every build.
 */
const FIRST = [
  // What every page runs on, that of logging in too.
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\/|web\/src\/app-shell\/chunks\.ts/ },
  {
    name: 'base',
    test: /shared\/src\/kernel\/(problem|json|text)\.ts|web\/src\/(api\/(client|problem|remembered-me)|app-shell\/workers)\.ts/,
  },
  // What every page behind it runs on.
  {
    name: 'frame',
    test: /node_modules\/(@tanstack\/(query-core|react-query)|react-router)\/|web\/src\/api\/me\.|shared\/src\/users\/permissions\./,
  },
];

/** What pages share that count or record. */
const SHARED = [
  {
    name: 'numbers',
    test: /shared\/src\/kernel\/(decimal|calendar-date|instant|ids|reader|clock-time)\.ts|node_modules\/(big\.js|uuid)\//,
  },
  {
    name: 'engine',
    test: /shared\/src\/criteria\/(kinds\/|(fraction|rule-kind|modifiers|rules|rule\.text|derivation\.text|score|totals|input|result|criteria\.view)\.)/,
  },
  {
    name: 'ledger',
    test: /web\/src\/offline\/(index|open-ledger|database|device|ledger|writer|edits|typing|packs|fill|files|digest|cell-status|listeners|shelf|snapshots|hooks|recount|other-tabs|page-moments|lane-cookie|surroundings|ready)\.|node_modules\/idb\/|shared\/src\/fieldwork\/(operation-kinds|operation|evidence|retry|state|sync-ops\.contract|whole-cells|json|fieldwork\.problems)\.ts|shared\/src\/(dossiers\/(dossier(-sample|\.rules)|sample\.text)|headcount\/head-count(\.text)?|findings\/field-finding|minutes\/(minutes|signature))\.ts/,
  },
  {
    name: 'sheet',
    test: /web\/src\/features\/assessments\/((controls\/controls|scoring)\.module\.css|(sheet|use-sheet)\.ts)/,
  },
  // Small things that many pages need one or the other of: each alone would be a file of a few hundred bytes.
  {
    name: 'common',
    test: /web\/src\/(ui\/(EmptyState|StatusBadge|kept|typed-value|while-typing)\.|api\/upload\.|features\/(findings\/findings|assessments\/assessments)\.queries\.)|shared\/src\/(criteria\/areas|findings\/finding\.rules|visits\/visit\.rules|evidence\/file\.rules|fieldwork\/(outcome|operation\.limits))\.|@mantine\/hooks\/esm\/(use-media-query|use-debounced-value)\//,
  },
  {
    name: 'controls',
    test: /@mantine\/(core\/esm\/(components\/(Button|Group|Text|Loader)|core\/(styles-api\/use-resolved-styles-api|DirectionProvider))|hooks\/esm\/(use-id|utils\/random-id|use-uncontrolled|use-merged-ref))\//,
  },
];

/** For `output.codeSplitting`: the parts are what is named and nothing that it imports. */
export const parts = { includeDependenciesRecursively: false, groups: [...FIRST, ...SHARED] };

/**
 * Parts of the build that hold together what is always asked for together. Left alone, the bundler cuts where one page needs
 * a module more than another, into files of a few hundred bytes that pack badly and travel one by one. Modules that are not
 * named here stay with it; a name too much shows in the sizes that are held after every build.
 */
const FIRST = [
  // What every page runs on, that of logging in too.
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
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
    test: /shared\/src\/kernel\/(decimal|calendar-date|instant|ids)\.ts|node_modules\/(big\.js|uuid)\//,
  },
  {
    name: 'engine',
    test: /shared\/src\/criteria\/(kinds\/|(fraction|rule-kind|modifiers|rules|rule\.text|derivation\.text|score|input|result|criteria\.view)\.)/,
  },
  {
    name: 'ledger',
    test: /web\/src\/offline\/(index|open-ledger|database|device|ledger|writer|edits|typing|packs|fill|files|digest|cell-status|shelf|snapshots|hooks|recount|other-tabs|page-moments|lane-cookie|surroundings|ready)\.|node_modules\/idb\/|shared\/src\/fieldwork\/(operation-kinds|operation|evidence|retry|state|sync-ops\.contract|whole-cells|json|fieldwork\.problems)\.ts|shared\/src\/(dossiers\/dossier(-sample|\.rules)|headcount\/head-count|findings\/field-finding|minutes\/(minutes|signature)|kernel\/(reader|clock-time))\.ts/,
  },
];

/** For `output.codeSplitting`: the parts are what is named and nothing that it imports. */
export const parts = { includeDependenciesRecursively: false, groups: [...FIRST, ...SHARED] };

/**
 * Who may import whom (docs/architecture.md, "Dependency direction"). Every rule has a planted violation in
 * scripts/boundaries/plants.mjs; a rule that does not catch its plant fails the check.
 */
const path = require('node:path');

/** The files that put features together: everything may be imported by them. */
const ROOT = '^server/src/(commands|demo)/';
const TESTS = '\\.spec\\.tsx?$|/testing/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one thing, or a third thing is missing.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolves',
      comment: 'An import that resolves to nothing is not checked by any other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shared-stands-alone',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(server|web|migrations|e2e|bench|faults|scripts)/' },
    },
    {
      name: 'shared-runs-in-browsers',
      severity: 'error',
      from: { path: '^shared/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-knows-no-screen',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(web|e2e|bench|faults)/' },
    },
    {
      name: 'web-knows-no-server',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(server|migrations|e2e|bench|faults|scripts)/' },
    },
    {
      name: 'journeys-see-only-the-screen',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(server|web|migrations)/' },
    },
    {
      name: 'migrations-are-sql',
      comment: 'A merged migration is frozen; it must not change with the code around it.',
      severity: 'error',
      from: { path: '^migrations/', pathNot: TESTS },
      to: { pathNot: '^migrations/|node_modules/typeorm/' },
    },
    {
      name: 'kernel-stands-alone',
      severity: 'error',
      from: { path: '^shared/src/kernel/' },
      to: { path: '^shared/src/(?!kernel/)' },
    },
    {
      name: 'shared-features-by-their-door',
      severity: 'error',
      from: { path: '^shared/src/([^/]+)/' },
      to: { path: '^shared/src/[^/]+/', pathNot: '^shared/src/($1/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'shared-by-its-doors',
      severity: 'error',
      from: { path: '^(server|web|e2e|bench|faults)/' },
      to: { path: '^shared/src/[^/]+/', pathNot: '^shared/src/[^/]+/index\\.ts$' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: TESTS },
      to: { path: '^server/src/(?!platform/)' },
    },
    {
      name: 'server-features-by-service-and-module',
      severity: 'error',
      from: { path: '^server/src/(?!platform/)([^/]+)/', pathNot: [ROOT, TESTS] },
      to: {
        path: '^server/src/(?!platform/)[^/]+/',
        pathNot: ['^server/src/$1/', '\\.(service|module)\\.ts$'],
      },
    },
    {
      name: 'features-know-no-root',
      comment:
        'main.ts, app.module.ts, the commands and the demo compose features; a feature that imports them closes a circle.',
      severity: 'error',
      from: { path: '^server/src/[^/]+/', pathNot: [ROOT, TESTS] },
      to: { path: ['^server/src/[^/]+\\.ts$', ROOT] },
    },
    {
      name: 'services-see-no-http',
      severity: 'error',
      from: { path: '^server/src/.+\\.(service|repository|presenter)\\.ts$', pathNot: '^server/src/platform/' },
      to: { path: 'node_modules/(fastify|@fastify|@nestjs/platform-fastify)/' },
    },
    {
      name: 'presenters-never-query',
      severity: 'error',
      from: { path: '^server/src/.+\\.presenter\\.ts$' },
      to: {
        path: ['\\.(repository|service)\\.ts$', '^server/src/platform/database/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'one-door-to-postgres',
      severity: 'error',
      from: { path: '^server/src/', pathNot: ['^server/src/platform/database/', TESTS] },
      to: { path: 'node_modules/(@types/)?(pg|pg-query-stream|pg-cursor|pg-copy-streams)/' },
    },
    {
      name: 'web-parts-know-no-feature',
      severity: 'error',
      from: { path: '^web/src/(offline|app-shell|api|ui)/', pathNot: TESTS },
      to: { path: '^web/src/(app|features)/' },
    },
    {
      name: 'web-features-know-no-app',
      severity: 'error',
      from: { path: '^web/src/features/', pathNot: TESTS },
      to: { path: '^web/src/app/' },
    },
    {
      name: 'web-features-apart',
      comment: 'Pages that combine features live in web/src/app.',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/', pathNot: TESTS },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'offline-by-its-door',
      severity: 'error',
      from: { path: '^web/src/(?!offline/)', pathNot: TESTS },
      to: { path: '^web/src/offline/', pathNot: '^web/src/offline/index\\.ts$' },
    },
    {
      name: 'one-door-to-the-ledger',
      severity: 'error',
      from: { path: '^web/src/(?!offline/)', pathNot: TESTS },
      to: { path: 'node_modules/idb/' },
    },
    {
      name: 'tests-stay-in-tests',
      comment: 'Builders and test libraries are not part of what is shipped.',
      severity: 'error',
      from: { path: '^(shared|server|web)/src/', pathNot: TESTS },
      to: {
        path: [
          '/testing/',
          '\\.spec\\.tsx?$',
          'node_modules/(fast-check|fake-indexeddb|@testing-library|@nestjs/testing)/',
        ],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: path.join(__dirname, 'tsconfig.base.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};

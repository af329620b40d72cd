/** One file (or two) per rule of .dependency-cruiser.cjs that breaks it. The key is the rule, then path → source. */
export const plants = {
  'no-circle': {
    'server/src/rounds/one.ts': "import './two.js';\nexport const one = 1;\n",
    'server/src/rounds/two.ts': "import './one.js';\nexport const two = 2;\n",
  },
  resolves: { 'web/src/ui/Lost.tsx': "import './nowhere.js';\n" },
  'shared-stands-alone': { 'shared/src/plans/to-server.ts': "import '../../../server/src/plans/plan.entity.js';\n" },
  'shared-runs-in-browsers': { 'shared/src/plans/to-node.ts': "import 'node:fs';\n" },
  'server-knows-no-screen': { 'server/src/plans/to-web.ts': "import '../../../web/src/ui/Button.js';\n" },
  'web-knows-no-server': {
    'web/src/ui/ToServer.tsx':
      "import type { Plan } from '../../../server/src/plans/plan.entity.js';\nexport type A = Plan;\n",
  },
  'journeys-see-only-the-screen': { 'e2e/to-server.e2e.ts': "import '../server/src/plans/plan.entity.js';\n" },
  'migrations-are-sql': { 'migrations/2-shared.ts': "import '@kiemtra/shared/plans';\n" },
  'kernel-stands-alone': { 'shared/src/kernel/to-feature.ts': "import '../plans/index.js';\n" },
  'shared-features-by-their-door': { 'shared/src/visits/past-door.ts': "import '../plans/plan.rules.js';\n" },
  'shared-by-its-doors': { 'server/src/visits/past-door.ts': "import '../../../shared/src/plans/plan.rules.js';\n" },
  'platform-knows-no-feature': { 'server/src/platform/http/to-feature.ts': "import '../../plans/plans.service.js';\n" },
  'server-features-by-service-and-module': { 'server/src/visits/to-entity.ts': "import '../plans/plan.entity.js';\n" },
  'features-know-no-root': { 'server/src/visits/to-root.ts': "import '../app.module.js';\n" },
  'services-see-no-http': { 'server/src/visits/http.service.ts': "import 'fastify';\n" },
  'presenters-never-query': {
    'server/src/visits/visit.presenter.ts': "export { visits } from './visits.repository.js';\n",
    'server/src/visits/visits.repository.ts': 'export const visits = [];\n',
  },
  'one-door-to-postgres': { 'server/src/visits/raw.ts': "import 'pg';\n" },
  'web-parts-know-no-feature': { 'web/src/ui/ToFeature.tsx': "import '../features/plans/PlanPage.js';\n" },
  'web-features-know-no-app': { 'web/src/features/visits/ToApp.tsx': "import '../../app/router.js';\n" },
  'web-features-apart': { 'web/src/features/visits/ToPlans.tsx': "import '../plans/PlanPage.js';\n" },
  'offline-by-its-door': { 'web/src/features/visits/ToLedger.tsx': "import '../../offline/ledger.js';\n" },
  'one-door-to-the-ledger': { 'web/src/features/visits/ToDatabase.tsx': "import 'idb';\n" },
  'tests-stay-in-tests': { 'server/src/visits/to-tests.ts': "import 'fast-check';\n" },
};

/** Files that switch a check off for themselves. */
export const silenced = {
  'web/src/ui/Silenced.tsx': '// oxlint-disable-next-line no-console\n',
  'server/src/plans/silenced.ts': '// @ts-expect-error because\n',
};

/** Imports as they should be: no rule may accuse them. The plants point at these files. */
export const innocents = {
  'shared/src/kernel/index.ts': 'export const kernel = 1;\n',
  'shared/src/plans/index.ts': "export * from './plan.rules.js';\n",
  'shared/src/plans/plan.rules.ts': "export { kernel } from '../kernel/index.js';\n",
  'shared/src/plans/plan.rules.spec.ts': "import 'fast-check';\nimport './plan.rules.js';\n",
  'migrations/1-create.ts': "import type { QueryRunner } from 'typeorm';\nexport type A = QueryRunner;\n",
  'server/src/app.module.ts': "export { plans } from './plans/plans.service.js';\n",
  'server/src/platform/database/database.ts': "import 'pg';\nimport '@kiemtra/shared/plans';\n",
  'server/src/plans/plan.entity.ts': "import 'typeorm';\nexport class Plan {}\n",
  'server/src/plans/plans.service.ts':
    "import './plan.entity.js';\nimport '../platform/database/database.js';\nexport const plans = 1;\n",
  'server/src/reports/reports.service.ts': "import '../plans/plans.service.js';\n",
  'web/src/ui/Button.tsx': 'export const Button = 1;\n',
  'web/src/app/router.tsx': "import '../features/plans/PlanPage.js';\nexport const router = 1;\n",
  'web/src/features/plans/PlanPage.tsx':
    "import '@kiemtra/shared/plans';\nimport '../../offline/index.js';\nimport '../../ui/Button.js';\n",
  'web/src/offline/index.ts': "export { ledger } from './ledger.js';\n",
  'web/src/offline/ledger.ts': "import 'idb';\nexport const ledger = 1;\n",
};

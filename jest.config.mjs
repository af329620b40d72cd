const common = {
  rootDir: import.meta.dirname,
  transform: { '\\.[cm]?[jt]sx?$': '<rootDir>/scripts/jest/transform.cjs' },
  transformIgnorePatterns: [],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.data/'],
  cacheDirectory: '<rootDir>/.cache/jest',
};
const jsEndings = { '^(\\.{1,2}/.*)\\.js$': '$1' };

export default {
  // Suites share two cores with a database; what a test waits for is never time itself.
  testTimeout: 30_000,
  projects: [
    {
      ...common,
      displayName: 'shared',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/shared/**/*.spec.ts'],
      moduleNameMapper: jsEndings,
      setupFiles: ['reflect-metadata'],
    },
    {
      ...common,
      displayName: 'server',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/server/**/*.spec.ts', '<rootDir>/scripts/**/*.spec.ts', '<rootDir>/faults/**/*.spec.ts'],
      // A module for `import` alone, which jest does not look up.
      moduleNameMapper: { '^unpdf/pdfjs$': '<rootDir>/node_modules/unpdf/dist/pdfjs.mjs', ...jsEndings },
      setupFiles: ['reflect-metadata'],
    },
    {
      ...common,
      displayName: 'web',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/web/**/*.spec.{ts,tsx}'],
      moduleNameMapper: { '\\.css$': '<rootDir>/scripts/jest/empty.cjs', ...jsEndings },
      setupFiles: ['reflect-metadata', '<rootDir>/scripts/jest/dom-setup.cjs', 'fake-indexeddb/auto'],
      setupFilesAfterEnv: ['<rootDir>/web/jest-setup.cjs'],
    },
  ],
};

/** One run for every level; the suffix of a spec says what it costs (unit, int, e2e). */
export default {
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: {
    '^#apps/(.*)\\.js$': '<rootDir>/apps/$1.ts',
    '^#([a-z-]+)/(.*)\\.js$': '<rootDir>/libs/$1/$2.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/var'],
  setupFiles: ['<rootDir>/libs/testing/same-draws.ts'],
  testTimeout: 60_000,
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/libs/testing/summary-reporter.js'],
};

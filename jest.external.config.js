import config from './jest.config.js';
import { leftOut } from './test/external/left-out.js';

/**
 * `npm run test:external`: every spec that needs servers (int, e2e), unchanged, against those of EVENTSTORE_URL and
 * DATABASE_URL. Each spec has streams with a prefix of its own and databases of its own there, whatever else they hold.
 */
export default {
  ...config,
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.{int,e2e}.spec.ts'],
  // The servers are on the same machine as often as not: two specs at once, one of them an import, outlast their patience.
  maxWorkers: 1,
  testPathIgnorePatterns: ['/node_modules/', ...leftOut.map(({ specs }) => `<rootDir>/${specs}`)],
  // Nobody knows how much the servers hold, and copying a store reads all of it.
  testTimeout: 300_000,
  globalSetup: '<rootDir>/test/external/setup.js',
  globalTeardown: '<rootDir>/test/external/teardown.js',
};

import { defineConfig } from 'vitest/config';

/**
 * Test files say by their name what they need: nothing, a database, or a running app. Time limits
 * only end what hangs: machines are shared, and slow is not wrong.
 */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{app,scenarios,bin,tests}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', 'app/platform/database/embedded/**', 'tests/faults/**'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['{app,tests}/**/*.db.test.ts'],
          globalSetup: 'tests/setup/database-server.ts',
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'supervisor',
          include: ['app/platform/database/embedded/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 900_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});

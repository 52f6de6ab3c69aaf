import { defineConfig } from 'vitest/config';

/** Test files say by their name what they need: nothing, a database, or a running app. */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{app,scenarios,bin,tests}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', 'app/platform/database/embedded/**', 'tests/faults/**'],
        },
      },
      {
        test: {
          name: 'database',
          include: ['{app,tests}/**/*.db.test.ts'],
          globalSetup: 'tests/setup/database-server.ts',
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'supervisor',
          include: ['app/platform/database/embedded/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

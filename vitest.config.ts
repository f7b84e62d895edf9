import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/seeded-properties.ts'],
    globalSetup: ['test/support/postgres-server.ts'],
    // All cores: the process that hands out the files has little to do, and by itself vitest keeps a whole core for it.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for comes when it comes: on a busy machine a second is not enough.
    expect: { poll: { timeout: 30_000 } },
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/seeded-properties.ts'],
    globalSetup: ['test/support/postgres-server.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for comes when it comes: on a busy machine a second is not enough.
    expect: { poll: { timeout: 30_000 } },
  },
});

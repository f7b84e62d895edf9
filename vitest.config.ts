import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Loading and compiling what is tested, PGlite above all, takes longer than most files' tests: the files that a worker runs
    // share it. Whatever a file changes beyond its own databases, such as the environment, it puts back.
    isolate: false,
    globalSetup: ['test/support/postgres-server.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for comes when it comes: on a busy machine a second is not enough.
    expect: { poll: { timeout: 30_000 } },
  },
});

import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { ClosingLines } from './test/closing-lines.ts'

export default defineConfig({
  test: {
    globalSetup: ['test/built-pages.ts', 'test/quick-keys/primes.ts'],
    setupFiles: ['test/quick-keys/setup.ts'],
    include: ['test/**/*.test.ts'],
    // Two for each core: half of a test's time is waiting for disks and browsers.
    maxWorkers: 2 * availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 300_000,
    reporters: ['default', new ClosingLines()],
  },
})

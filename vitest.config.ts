import { defineConfig } from 'vitest/config'
import { ClosingLines } from './test/closing-lines.ts'

export default defineConfig({
  test: {
    globalSetup: ['test/built-pages.ts'],
    include: ['test/**/*.test.ts'],
    // One for each core: most of a test's time is its own server's or browser's.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 300_000,
    reporters: ['default', new ClosingLines()],
  },
})

import { existsSync, readFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import { findRealData } from './real-data.ts'

interface Count {
  passed: number
  failed: number
  skipped: number
}

/**
 * Ends a run with lines that a person or a program can read at a glance: whether the tests
 * on real data ran, and how many passed. Real data that is there and was not used is a failure.
 */
export class ClosingLines implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const all = countIn(modules)
    const onRealData = countIn(modules.filter(readsRealData))
    const write = (line: string) => process.stdout.write(`${line}\n`)

    const data = findRealData()
    if (onRealData.skipped > 0) write('tests on real data: NOT RUN: no data')
    else if (onRealData.passed > 0) write(`tests on real data: ${onRealData.passed} run`)
    if (data && onRealData.skipped > 0) process.exitCode = 1
    write(`${all.passed} passed, ${all.failed} failed, ${all.skipped} skipped`)
  }
}

function readsRealData({ moduleId }: TestModule): boolean {
  return existsSync(moduleId) && readFileSync(moduleId, 'utf8').includes('/real-data.ts')
}

function countIn(modules: readonly TestModule[]): Count {
  const count: Count = { passed: 0, failed: 0, skipped: 0 }
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed' || state === 'failed' || state === 'skipped')
        count[state] += 1
    }
  }
  return count
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Real survey data with expected values computed in R. It is not part of the project: it
 * stands in the folder GROUNDWORK_TEST_DATA names, or beside the checkout. Tests that need
 * it do not run without it, and say so.
 *
 * @returns the folder, or undefined where there is none
 */
export function findRealData(): string | undefined {
  const beside = join(import.meta.dirname, '..', '..', 'shared')
  const { GROUNDWORK_TEST_DATA: folder = beside } = process.env
  if (existsSync(folder)) return folder
  if (!hasSaidSo) process.stderr.write(`\nnot run: no data (looked in ${folder})\n`)
  hasSaidSo = true
  return undefined
}

let hasSaidSo = false

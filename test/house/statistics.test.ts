import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..', '..', 'analysis', 'statistics')

/** What keeps rows, columns and samples in order and computes no statistic of its own. */
const bookkeeping: ReadonlySet<string> = new Set([
  'at.ts',
  'columns.ts',
  'estimate.ts',
  'grouping.ts',
  'joining.ts',
  'margins.ts',
  'product-sums.ts',
  'row-sums.ts',
])

interface Documented {
  readonly file: string
  readonly name: string
  readonly comment: string
}

/** Every function that leaves a file, with the comment that stands on it. */
function exportedFrom(file: string): readonly Documented[] {
  const source = readFileSync(join(folder, file), 'utf8')
  const found = source.matchAll(
    /(?:(\/\*\*(?:(?!\*\/)[\s\S])*?\*\/)\n)?export function (\w+)/g,
  )
  return [...found].map(([, comment = '', name = '']) => ({ file, name, comment }))
}

const files = readdirSync(folder)
const functions = files.flatMap(exportedFrom)
const nameOf = ({ file, name }: Documented): string => `${file}: ${name}`

describe('every statistics function', () => {
  it('says what it promises', () => {
    expect(functions.length).toBeGreaterThan(100)
    expect(functions.filter(({ comment }) => comment === '').map(nameOf)).toEqual([])
  })

  it('comes from a file that names its sources, unless it only keeps things in order', () => {
    const without = files.filter((file) => {
      return !readFileSync(join(folder, file), 'utf8').includes('@see')
    })

    expect(without.filter((file) => !bookkeeping.has(file))).toEqual([])
  })

  it('says when it throws', () => {
    const silent = functions.filter(({ file, name, comment }) => {
      const source = readFileSync(join(folder, file), 'utf8')
      const start = source.indexOf(`export function ${name}`)
      const end = source.indexOf('\n}', start)
      const throws = source.slice(start, end).includes('throw new RangeError')
      return throws && !/@throws|RangeError/.test(comment)
    })

    expect(silent.map(nameOf)).toEqual([])
  })
})

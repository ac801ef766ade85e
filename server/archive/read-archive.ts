import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { z } from 'zod'
import { isProof } from './archive-key.ts'
import {
  type ArchivedTable,
  ArchiveProblem,
  Ending,
  Heading,
  type Row,
  RowLine,
  TableLine,
} from './contents.ts'

/** What a check of the whole file found. */
export interface CheckedArchive {
  readonly heading: Heading
  /** rows by table, in the order of the file */
  readonly tables: ReadonlyMap<string, number>
  /** whether the key at hand shows who made it; null where there is no key to tell */
  readonly proven: boolean | null
}

const longestLine = 512 * 1024 * 1024
const rowsInPart = 200

/**
 * Reads an archive once from its first byte to its last.
 *
 * @param key see `findArchiveKey`
 * @throws ArchiveProblem when it is none, was cut off or was changed
 */
export async function checkArchive(
  path: string,
  key: string | null,
): Promise<CheckedArchive> {
  const hash = createHash('sha256')
  const counts = new Counts(path)
  for await (const { line, isLast } of linesIn(path)) {
    if (!isLast) {
      hash.update(line).update('\n')
      counts.add(line)
      continue
    }
    const ending = parsed(Ending, line, path)
    refuseChanged(path, ending, hash.digest('hex'), counts.rows)
    const proven = key === null ? null : isProof(key, ending.digest, ending.proof)
    return { heading: counts.heading(), tables: counts.tables, proven }
  }
  throw notWhole(path)
}

/** What the lines of an archive are, counted. */
class Counts {
  readonly tables = new Map<string, number>()
  rows = 0
  readonly #path: string
  #heading: Heading | null = null
  #table = ''

  constructor(path: string) {
    this.#path = path
  }

  add(line: Buffer): void {
    if (!this.#heading) {
      this.#heading = parsed(Heading, line, this.#path)
    } else if (isRow(line)) {
      this.rows += 1
      this.tables.set(this.#table, (this.tables.get(this.#table) ?? 0) + 1)
    } else {
      this.#table = parsed(TableLine, line, this.#path).table
      this.tables.set(this.#table, 0)
    }
  }

  heading(): Heading {
    if (!this.#heading) throw notWhole(this.#path)
    return this.#heading
  }
}

function refuseChanged(
  path: string,
  ending: z.infer<typeof Ending>,
  digest: string,
  rows: number,
): void {
  if (ending.digest === digest && ending.rows === rows) return
  throw new ArchiveProblem(`${path} was changed since it was written.`)
}

/** The tables of an archive that was checked, one after the other; their rows are read once. */
export async function* tablesIn(path: string): AsyncGenerator<ArchivedTable> {
  const lines = linesIn(path)
  await lines.next()
  let next = await lines.next()
  while (!next.done && !next.value.isLast) {
    const { table, columns } = parsed(TableLine, next.value.line, path)
    async function* rows(): AsyncGenerator<readonly Row[]> {
      let part: Row[] = []
      for (next = await lines.next(); !next.done; next = await lines.next()) {
        if (next.value.isLast || !isRow(next.value.line)) break
        part.push(rowFrom(columns, parsed(RowLine, next.value.line, path)))
        if (part.length < rowsInPart) continue
        yield part
        part = []
      }
      yield part
    }
    const all = rows()
    yield { name: table, columns, rows: all }
    while (!(await all.next()).done);
  }
}

function rowFrom(columns: readonly string[], values: z.infer<typeof RowLine>): Row {
  return Object.fromEntries(
    columns.map((column, at) => [column, values[at] ?? null] as const),
  )
}

const isRow = (line: Buffer): boolean => line[0] === '['.charCodeAt(0)

function parsed<Shape extends z.ZodType>(
  shape: Shape,
  line: Buffer,
  path: string,
): z.output<Shape> {
  try {
    return shape.parse(JSON.parse(line.toString()))
  } catch {
    throw notWhole(path)
  }
}

function notWhole(path: string): ArchiveProblem {
  return new ArchiveProblem(`${path} is no backup of Groundwork, or is cut off.`)
}

interface Line {
  readonly line: Buffer
  readonly isLast: boolean
}

/** Lines without their ends. The last is told as such; what has no end is no line. */
async function* linesIn(path: string): AsyncGenerator<Line> {
  let waiting: Buffer | null = null
  let begun: Buffer[] = []
  let length = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    let rest: Buffer = chunk
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      if (waiting) yield { line: waiting, isLast: false }
      waiting = Buffer.concat([...begun, rest.subarray(0, end)])
      begun = []
      length = 0
      rest = rest.subarray(end + 1)
    }
    begun.push(rest)
    length += rest.length
    if (length > longestLine) throw notWhole(path)
  }
  if (length > 0) throw notWhole(path)
  if (waiting) yield { line: waiting, isLast: true }
}

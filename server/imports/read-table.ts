import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline, Transform } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { ImportProblem } from './import-problem.ts'

const largestFile = 100 * 1024 * 1024

/** One record of a CSV file: where it begins, and the values of the wanted columns. */
export interface TableRow {
  readonly line: number
  readonly values: ReadonlyMap<string, string>
}

/**
 * Reads the wanted columns of a CSV file, record by record. The file stays where it is.
 *
 * @throws ImportProblem for a file that is missing, empty, too large, not UTF-8 or not CSV,
 *   and for a wanted column that is missing or stands there twice
 */
export async function* readTable(
  path: string,
  wanted: readonly string[],
): AsyncGenerator<TableRow> {
  await checkFile(path)
  const records = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  })
  // An error on the way ends the records with it, where the loop below hears of it.
  pipeline(createReadStream(path), onlyUtf8(), records, () => undefined)
  let places: ReadonlyMap<string, number> | undefined
  let rows = 0
  try {
    for await (const { record, info } of records) {
      if (!places) {
        places = findColumns(record, wanted)
        continue
      }
      rows += 1
      yield { line: info.lines, values: pick(record, places, info.lines) }
    }
  } catch (error) {
    throw toProblem(error)
  }
  if (rows === 0) {
    throw new ImportProblem(
      'file',
      'at least one record below the header',
      'export it again',
    )
  }
}

async function checkFile(path: string): Promise<void> {
  const file = await stat(path).catch(() => {
    throw new ImportProblem('file', 'a file that can be read', 'check its path')
  })
  if (!file.isFile()) {
    throw new ImportProblem('file', 'a file, not a folder', 'name the CSV file itself')
  }
  if (file.size > largestFile) {
    throw new ImportProblem(
      'file',
      `at most ${largestFile / 1024 / 1024} MB, and this has ${Math.ceil(file.size / 1024 / 1024)} MB`,
      'keep only the columns that the mapping reads, or one year at a time',
    )
  }
}

/** Lets bytes through while they are UTF-8; a wrong byte would turn names into others. */
function onlyUtf8(): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let line = 1
  const check = (chunk: Uint8Array | undefined): void => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw new ImportProblem(
        `file, near line ${line}`,
        'text in UTF-8',
        'export it again as "CSV UTF-8"',
      )
    }
    line += chunk?.reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 0) ?? 0
  }
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      done(...outcome(() => check(chunk)), chunk)
    },
    flush(done) {
      done(...outcome(() => check(undefined)))
    },
  })
}

function outcome(work: () => void): [Error | null] {
  try {
    work()
    return [null]
  } catch (error) {
    return [error instanceof Error ? error : new Error(String(error))]
  }
}

function findColumns(
  header: readonly string[],
  wanted: readonly string[],
): ReadonlyMap<string, number> {
  return new Map(
    wanted.map((column) => {
      const place = header.indexOf(column)
      if (place < 0) {
        throw new ImportProblem(
          `line 1, column "${column}"`,
          'this column in the header',
          'correct the name in the mapping, or export the column',
        )
      }
      if (header.indexOf(column, place + 1) >= 0) {
        throw new ImportProblem(
          `line 1, column "${column}"`,
          'the column once, and it stands there twice',
          'rename one of the two',
        )
      }
      return [column, place]
    }),
  )
}

function pick(
  record: readonly string[],
  places: ReadonlyMap<string, number>,
  line: number,
): ReadonlyMap<string, string> {
  return new Map(
    [...places].map(([column, place]) => {
      const value = record[place]
      if (value === undefined) {
        throw new ImportProblem(
          `line ${line}, column "${column}"`,
          `a value; the record has only ${record.length} fields`,
          'check quotation marks and separators in this line',
        )
      }
      return [column, value.trim()]
    }),
  )
}

function toProblem(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error
  return new ImportProblem(
    `file, line ${String(error['lines'] ?? '?')}`,
    'CSV with matching quotation marks',
    'check the quotation marks in this line',
  )
}

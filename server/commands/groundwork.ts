/** `npm run groundwork -- COMMAND`: the product's use cases from a terminal. */
import { parseArgs } from 'node:util'
import { analyse } from './analyse.ts'

const usage = `Usage:
  npm run groundwork -- analyse FILE.csv --mapping MAP.json --out FOLDER [--language en|sv|nb|nl|ro]

Reads another tool's export, maps its columns to constructs, and writes what may be
published, the needs, the recommended components and a report.`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    mapping: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string', default: 'en' },
  },
})
const [command, file] = positionals

if (command === 'analyse' && file && values.mapping && values.out) {
  process.exitCode = await analyse(file, values.mapping, values.out, values.language)
} else {
  console.error(usage)
  process.exitCode = 2
}

/** `npm run groundwork -- COMMAND`: the product's use cases from a terminal. */
import { parseArgs } from 'node:util'
import { analyse } from './analyse.ts'
import { comparePage } from './compare-page.ts'

const usage = `Usage:
  npm run groundwork -- analyse FILE.csv --mapping MAP.json --out FOLDER [--language en|sv|nb|nl|ro]
  npm run groundwork -- compare-page LINK [LINK …]

analyse reads another tool's export, maps its columns to constructs, and writes what may be
published, the needs, the recommended components and a report.
compare-page fetches the employee's page from each link, and compares it with the manifest,
the other links and the page as built here.`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    mapping: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string', default: 'en' },
  },
})
const [command, file, ...more] = positionals

if (command === 'analyse' && file && values.mapping && values.out) {
  process.exitCode = await analyse(file, values.mapping, values.out, values.language)
} else if (command === 'compare-page' && file) {
  process.exitCode = await comparePage([file, ...more])
} else {
  console.error(usage)
  process.exitCode = 2
}

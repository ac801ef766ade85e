import { existsSync, writeFileSync } from 'node:fs'
import { readWholeConfig } from '#server/config.ts'
import { startWhole } from '#server/main.ts'
import { completeExample } from '#server/example/complete-example.ts'
import { secondYear } from '#server/example/second-year.ts'
const data = process.argv[2] ?? '/tmp/k/homedata'
const port = process.argv[3] ?? '9787'
const config = readWholeConfig({ GROUNDWORK_DATA: data, GROUNDWORK_PORT: port, GROUNDWORK_BALLOT_PORT: String(Number(port) + 1) })
const running = await startWhole(config, { office: () => undefined, ballotBox: () => undefined }, { now: () => new Date() })
if (!existsSync(`${data}/seeded`)) {
  const { assessment } = await completeExample(running.services as never, () => undefined)
  writeFileSync(`${data}/seeded`, assessment.id)
}
if (!existsSync(data + '/second')) { const { readFileSync } = await import('node:fs'); const second = await secondYear(running.services as never, readFileSync(data + '/seeded', 'utf8') as never, () => undefined); writeFileSync(data + '/second', second) }
console.log('ready')
process.on('SIGTERM', () => process.exit(0))

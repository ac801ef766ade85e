/** One process of an installation, as its settings have it; without pages to build. */
import { readConfig } from '#server/config.ts'
import { remoteBox } from '#server/control/remote-box.ts'
import { tellBoxOperator, tellOperator } from '#server/events.ts'
import { startWhole } from '#server/main.ts'
import { systemClock } from '#server/services.ts'
import { startBallotBox } from '#server/start-ballot-box.ts'
import { startOffice } from '#server/start-office.ts'

const installation = readConfig(process.env)

async function start(): Promise<void> {
  switch (installation.role) {
    case 'all': {
      const tell = { office: tellOperator, ballotBox: tellBoxOperator }
      await startWhole(installation, tell)
      return
    }
    case 'office': {
      const { office } = installation
      await startOffice(office, tellOperator, systemClock, (key) =>
        remoteBox(office.ballotBox, key),
      )
      return
    }
    case 'ballot-box':
      await startBallotBox(installation.ballotBox, tellBoxOperator)
  }
}

await start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
process.stdout.write('ready\n')

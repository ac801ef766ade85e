/**
 * `npm run bench`: prints what DECISIONS.md claims about speed; `-- chain` and so on for one
 * part of it. Nothing here decides a test.
 */
import { timeAnswerPage } from './answer-page.ts'
import { timeChain } from './chain.ts'
import { measureCoding } from './coding.ts'
import { printMissed } from './figures.ts'
import { timeLargeRelease } from './large-release.ts'
import { timeLoad } from './load.ts'
import { timeLoop } from './loop.ts'
import { timeOrientation } from './orientation.ts'
import { timeParticipations } from './participations.ts'
import { timePortfolios } from './portfolios.ts'
import { timeResolving } from './resolving.ts'
import { timeSlots } from './slots.ts'
import { compareSqliteDrivers } from './sqlite-drivers.ts'
import { compareStatistics } from './statistics.ts'
import { timeTally } from './tally.ts'
import { timeWorkspace } from './workspace.ts'

/** `-- load 400` tries the load with so many people. */
const [size] = process.argv.slice(2).filter((word) => /^\d+$/.test(word))
const asked = process.argv.slice(2).filter((word) => word !== size)

const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  portfolios: () => {
    timePortfolios()
    timeResolving()
  },
  sqlite: compareSqliteDrivers,
  statistics: compareStatistics,
  chain: timeChain,
  coding: measureCoding,
  release: timeLargeRelease,
  tally: timeTally,
  page: timeAnswerPage,
  workspace: timeWorkspace,
  slots: timeSlots,
  participations: timeParticipations,
  loop: timeLoop,
  orientation: timeOrientation,
  load: () => timeLoad(size),
}
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length === 0 || asked.includes(name)) await measure()
}
printMissed()

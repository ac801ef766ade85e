import { createHash } from 'node:crypto'
import { monthsBetween } from '#analysis/recommendation/stop-or-change.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId, ReleasedAssessment } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { csvOf } from '../csv.ts'
import { keepLatest } from '../jobs/keep-latest.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { adoptedProgram } from '../programs/adopted-program.ts'
import { Refusal } from '../refusal.ts'
import { storedReleaseOf } from '../results/whole-release.ts'
import type { Services } from '../services.ts'
import { waveBefore } from '../waves/pair-units.ts'
import type { Compared, ToCompare } from './compare.worker.ts'
import type { Changes } from './contract.ts'

type Reach = Pick<Services, 'db'>

const mostKept = 4
const keepOnce = keepLatest<Compared>(mostKept)

/**
 * What changed since the survey before, from the two releases alone: nobody is linked from one
 * to the other. The same for both sides.
 *
 * @throws Refusal 'nothing-before' where the assessment follows none
 */
export async function changesOf(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<Changes> {
  const after = await releasedAssessmentOf({ db }, member, id)
  const wave = await waveBefore({ db }, member, after)
  if (!wave) throw new Refusal('nothing-before')
  const { assessment: before, same } = wave
  const program = (await adoptedProgram({ db }, before.id))?.components ?? []
  const { rates, ...compared } = await compare({ db }, { before, after, same, program })
  return {
    ...compared,
    before: { ...nameOf(before), responseRate: rates.before },
    after: { ...nameOf(after), responseRate: rates.after },
    months: Math.max(0, monthsBetween(monthOf(before), monthOf(after))),
  }
}

interface Comparing extends Pick<ToCompare, 'same' | 'program'> {
  readonly before: ReleasedAssessment
  readonly after: ReleasedAssessment
}

/** Releases never change: what was compared once is kept while units and program stay. */
async function compare(
  { db }: Reach,
  { before, after, same, program }: Comparing,
): Promise<Compared> {
  const known = [before.id, after.id, same, program]
  const key = createHash('sha256').update(JSON.stringify(known)).digest('hex')
  return keepOnce(key, async () => {
    const input: ToCompare = {
      before: await storedReleaseOf({ db }, before.id),
      after: await storedReleaseOf({ db }, after.id),
      same,
      program,
    }
    return runOffThread<Compared>(new URL('./compare.worker.ts', import.meta.url), input)
  })
}

const nameOf = ({ id, name, closedOn }: ReleasedAssessment) => ({ id, name, closedOn })
const monthOf = ({ closedOn }: ReleasedAssessment): string => closedOn.slice(0, 7)

/** The same as a file for other tools: names for machines, the same in every language. */
export async function changesCsv(
  reach: Reach,
  member: Member,
  id: AssessmentId,
): Promise<string> {
  const { lines, units } = await changesOf(reach, member, id)
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  const columns = ['construct', 'about', 'unit_id', 'unit', 'change', 'points']
  const rows = lines.flatMap(({ construct, about, organization, units: below }) => [
    [construct, about, '', '', ...cellsOf(organization)],
    ...Object.entries(below).map(([unit, change]) => {
      return [construct, about, unit, names.get(unit) ?? '', ...cellsOf(change)]
    }),
  ])
  return csvOf([columns, ...rows])
}

function cellsOf(change: Changes['lines'][number]['organization']): readonly string[] {
  return [change.kind, change.kind === 'change' ? String(change.points) : '']
}

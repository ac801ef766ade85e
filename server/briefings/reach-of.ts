import {
  type Counted,
  monthsAfter,
  reachOf,
  reachTarget,
  shifts,
  unitsReached,
} from '#analysis/orientation/reach.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { startOfProgram } from '../orientation/describe-program.ts'
import type { Services } from '../services.ts'
import type { ReachPage } from './contract.ts'
import { languageOfTalks } from './schedule-of.ts'
import {
  findUnitTotals,
  listBriefings,
  listTotals,
  type StoredBriefing,
} from './store.ts'

type Reach = Pick<Services, 'db'>

/** How the sessions reach people, with nothing in it about fewer than ten. */
export async function reachPageOf(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<ReachPage> {
  const { counted: units, languages } = await releasedAssessmentOf({ db }, member, id)
  const briefings = (await listBriefings(db, id)).filter(
    ({ state }) => state === 'planned',
  )
  const totals = await listTotals(db, id)
  const start = await startOfProgram({ db }, id)
  const reach = reachOf({
    counted: [...totals].flatMap(([subject, one]) => {
      const about = aboutOf(subject, briefings)
      return about ? [{ ...about, ...one }] : []
    }),
    people: units.reduce((sum, { headcount }) => sum + headcount, 0),
    until: start === null ? null : monthsAfter(start, reachTarget.months),
    shifts: shifts.filter((shift) => briefings.some((one) => isFor(one, shift))),
    languages,
  })
  const byUnit = unitsReached(units, (await findUnitTotals(db, id)).units)
  return {
    ...reach,
    units: byUnit.map((one) => {
      return { ...one, name: units.find(({ id: unit }) => unit === one.unit)?.name ?? '' }
    }),
  }
}

const isFor = (briefing: StoredBriefing, shift: string): boolean =>
  briefing.kind !== 'individual' && briefing.shift === shift

function aboutOf(
  subject: string,
  briefings: readonly StoredBriefing[],
): Pick<Counted, 'kind' | 'shift' | 'language' | 'day'> | undefined {
  const language = languageOfTalks(subject)
  if (language) return { kind: 'individual', shift: null, language, day: null }
  return briefings.find(({ id }) => id === subject)
}

import { fewestGroupsFor, mixesPower } from '#surveys/focus-group-guide.ts'
import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { type PlanForGroups, planForHeldGroups } from '../assessments/plan-for-groups.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { GroupStudy, NewStudy } from './contract.ts'
import { findStudy, listSessions, saveStudy } from './store.ts'

type Reach = Pick<Services, 'db'>

/** Says what the groups are for, who sits together and how many there are to be; or changes it. */
export async function planStudy(
  { db }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  { powerApart, ...study }: NewStudy,
): Promise<void> {
  const plan = await planForHeldGroups({ db }, organiser, id)
  refuseMixing(study.types, powerApart)
  refuseMisfit(study, plan)
  const sessions = await listSessions(db, id)
  const lost = sessions.find(
    ({ type, language }) =>
      !study.types.includes(type) || !study.languages.includes(language),
  )
  if (lost) throw new Refusal('type-in-use', [named(lost.type)])
  await saveStudy(db, id, study)
}

/** The study of an assessment. @throws Refusal 'study-missing' before it is planned */
export async function studyFor({ db }: Reach, id: AssessmentId): Promise<GroupStudy> {
  const study = await findStudy(db, id)
  if (!study) throw new Refusal('study-missing')
  return study
}

function refuseMixing(types: readonly string[], powerApart: boolean): void {
  const mixed = types.filter(mixesPower)
  if (mixed.length > 0) throw new Refusal('type-mixes-power', mixed.map(named))
  if (!powerApart) throw new Refusal('type-mixes-power')
  const alike = new Set(types.map((type) => type.toLowerCase()))
  if (alike.size < types.length) throw new Refusal('types-alike')
}

function refuseMisfit(study: GroupStudy, { people, languages }: PlanForGroups): void {
  const fewest = fewestGroupsFor(people)
  if (study.plannedGroups < fewest) {
    throw new Refusal('too-few-groups', [
      {
        where: 'plannedGroups',
        expected: `at least ${fewest}`,
        say: 'groups.at-least',
        words: { fewest },
      },
    ])
  }
  if (study.languages.some((one) => !languages.includes(one))) {
    throw new Refusal('language-not-planned')
  }
}

const named = (type: string) => ({
  where: type,
  expected: 'another name',
  say: 'groups.type-named',
  words: { type },
})

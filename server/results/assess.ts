import { createHash } from 'node:crypto'
import type { Disclosed } from '#analysis/disclosure/disclosed.ts'
import type { ReleaseOutline } from '#analysis/disclosure/outline.ts'
import type { Needs } from '#analysis/needs/need.ts'
import type { SameUnit } from '#analysis/needs/unit-identity.ts'
import type { Validation } from '#analysis/needs/validation.ts'
import type { Recommendation } from '#analysis/recommendation/recommendation.ts'
import type { Testimony } from '#analysis/sources/evidence.ts'
import { gatherTestimony } from '#analysis/sources/testimony.ts'
import type { Member } from '../accounts/access.ts'
import type { ReleasedAssessment } from '../assessments/contract.ts'
import type { Written } from '../doors.ts'
import { validationFor } from '../examinations/examine-questions.ts'
import { heardOf } from '../heard/let-in.ts'
import { asHeard, type ManagerSaid } from '../interviews/hear-managers.ts'
import { keepLatest } from '../jobs/keep-latest.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { waveBefore } from '../waves/pair-units.ts'
import type { Results } from './contract.ts'
import { heardGroups } from './let-sources-in.ts'
import { findRelease } from './store.ts'

export interface ToAssess {
  /** as it is stored */
  readonly release: string
  /** the release of the survey that this one follows; null where it follows none */
  readonly before:
    | (Pick<ReleasedAssessment, 'name' | 'releasedOn'> & {
        readonly release: string
        readonly same: readonly SameUnit[]
      })
    | null
  readonly testimony: Testimony
  /** what was recorded of the questions, in the languages they were asked in */
  readonly validation: Validation
  /** the same assessment always draws the same numbers */
  readonly seed: string
}

/** What follows from a release. The whole of it is ready to be sent and nowhere else. */
export interface Assessed {
  readonly outline: Disclosed<ReleaseOutline>
  readonly needs: Needs
  readonly recommendations: readonly Recommendation[]
  readonly results: Written<typeof Results>
}

/** A large organization's results take some ten megabytes. */
const mostKept = 4

const keepOnce = keepLatest<Assessed>(mostKept)

/**
 * Needs, recommendations and results: functions of the release, of the other two sources and
 * of a fixed seed, so that they can be computed again at any time, and are kept while they
 * hold. A release of many units takes seconds to read: another thread does.
 */
export async function assess(
  { db }: Pick<Services, 'db'>,
  member: Member,
  assessment: ReleasedAssessment,
): Promise<Assessed> {
  const testimony = await testimonyOf({ db }, assessment)
  const last = await waveBefore({ db }, member, assessment)
  const validation = askedIn(assessment, await validationFor({ db }, member))
  const known = [
    member.organization.id,
    assessment.id,
    last?.assessment.id,
    testimony,
    validation,
  ]
  const key = createHash('sha256').update(JSON.stringify(known)).digest('hex')
  return keepOnce(key, async () => {
    const release = await findRelease(db, assessment.id)
    if (!release) throw new Refusal('assessment-not-released')
    const earlier = last && (await findRelease(db, last.assessment.id))
    const before = last && earlier ? { ...asBefore(last), release: earlier } : null
    const seed = assessment.id
    const input: ToAssess = { release, before, testimony, validation, seed }
    return runOffThread<Assessed>(new URL('./assess.worker.ts', import.meta.url), input)
  })
}

/** Of the languages of the survey alone: no other keeps a result from being relied on. */
function askedIn({ languages }: ReleasedAssessment, validation: Validation): Validation {
  return Object.fromEntries(languages.map((locale) => [locale, validation[locale]]))
}

/**
 * What was heard beside the survey: at the release, and since; or what went into the release
 * alone, which never changes again.
 */
export async function testimonyOf(
  { db }: Pick<Services, 'db'>,
  assessment: ReleasedAssessment,
  until: 'now' | 'release' = 'now',
): Promise<Testimony> {
  const { id, counted } = assessment
  const isIn = ({ number }: { readonly number: number }): boolean =>
    until === 'now' || number === 0
  const groups = (await heardGroups({ db }, id)).filter(isIn)
  const managers = (await heardOf<ManagerSaid>({ db }, id, 'managers')).filter(isIn)
  return gatherTestimony(
    groups.map(({ voices }) => voices.map(({ said }) => said)),
    managers.map(({ voices }) => voices.map(({ said }) => asHeard(assessment, said))),
    counted.reduce((sum, unit) => sum + unit.headcount, 0),
  )
}

type Before = NonNullable<Awaited<ReturnType<typeof waveBefore>>>

const asBefore = ({ assessment: { name, releasedOn }, same }: Before) => ({
  name,
  releasedOn,
  same,
})

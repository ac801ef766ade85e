import { freshCodebook } from '#analysis/coding/codebook.ts'
import type { Segment } from '#surveys/focus-groups/segment.ts'
import type { Facilitator } from '../accounts/access.ts'
import { facilitatorsFor } from '../accounts/facilitators.ts'
import type { AssessmentId, Study } from '../assessments/contract.ts'
import { studyOf } from '../assessments/find-assessment.ts'
import type { Services } from '../services.ts'
import type { CodableSegment, CodingState, CodingStudy } from './contract.ts'
import {
  coderIn,
  groupNumbers,
  heldGroups,
  isCompared,
  type LoadedStudy,
  loadStudy,
} from './load-study.ts'
import { findStudy } from './store.ts'

type Reach = Pick<Services, 'db'>

/** The coding of a study as one facilitator may see it: never what the other coder gave. */
export async function codingOf(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<CodingStudy> {
  const assessment = await studyOf({ db }, facilitator, id)
  const held = await heldGroups({ db }, facilitator, id)
  const waiting = held.filter(({ state }) => state === 'held').length
  if (!(await findStudy(db, id))) return notBegun(assessment, waiting)
  const study = await loadStudy({ db }, facilitator, id)
  const people = await facilitatorsFor({ db }, facilitator)
  const names = new Map(people.map((one) => [one.id, one.name]))
  return {
    assessment,
    state: stateIn(study),
    groups: study.sessions.length,
    waiting,
    me: coderIn(study, facilitator)?.place ?? null,
    coders: study.coders.map(({ userId, place, finished }) => ({
      place,
      name: names.get(userId) ?? '',
      finished: finished >= study.round,
    })),
    codebook: study.codebook,
    segments: codableSegments(study, facilitator),
  }
}

function notBegun(assessment: Study, waiting: number): CodingStudy {
  return {
    assessment,
    state: 'not-begun',
    groups: 0,
    waiting,
    me: null,
    coders: [],
    codebook: freshCodebook,
    segments: [],
  }
}

function stateIn(study: LoadedStudy): CodingState {
  if (study.locked) return 'locked'
  return isCompared(study) ? 'comparing' : 'coding'
}

/** What two people code stands first: nothing is compared before it is finished. */
function codableSegments(
  study: LoadedStudy,
  facilitator: Facilitator,
): readonly CodableSegment[] {
  const coder = coderIn(study, facilitator)
  if (!coder) return []
  const mine = new Map(
    study.given
      .filter((one) => one.coder === coder.userId)
      .map((one) => [one.segment, one.codes]),
  )
  return study.segments
    .map((segment) => ({
      ...saidSegment(study, segment),
      twice: study.parts.get(segment.id)?.twice ?? false,
      codes: mine.get(segment.id) ?? null,
    }))
    .filter(({ twice }) => twice || coder.place === 1)
    .toSorted((a, b) => Number(b.twice) - Number(a.twice))
}

/** A segment with the number of its group in place of the group. */
export function saidSegment(
  study: Pick<LoadedStudy, 'sessions'>,
  { group, ...segment }: Segment,
): Omit<CodableSegment, 'twice' | 'codes'> {
  return { ...segment, group: groupNumbers(study).get(group) ?? 0 }
}

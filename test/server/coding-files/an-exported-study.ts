import { addOwnCode, freshCodebook } from '#analysis/coding/codebook.ts'
import type { Coding } from '#analysis/coding/coding.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import type { CodedStudy } from '#server/coding-files/write-project.ts'
import type { Segment } from '#surveys/focus-groups/segment.ts'
import { sessions } from '../../analysis/coding/a-study.ts'

export const ownGuid = '3f0e8f3a-6a0c-4c57-9a0f-2b1f3c4d5e6f'

const added = addOwnCode(freshCodebook, {
  uuid: ownGuid,
  name: 'Parking & "bikes" <here>',
  definition: 'No place to leave the car.',
})

const guid = (index: number) =>
  `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

const said = (index: number, group: string, text: string): Segment => ({
  id: guid(index),
  group,
  question: 4,
  text,
  speakers: 3,
  intensity: 2,
  tone: 'problem',
})

export const segments: readonly Segment[] = [
  said(1, 'a', 'The rota comes late, says “everyone”.'),
  said(2, 'a', '😀 behind a letter of two units: positions count people’s letters.'),
  said(3, 'a', '=1+1 is no formula & <b> is no tag'),
  said(4, 'b', 'Șefii nu întreabă. Æøå, ĳ.'),
  said(5, 'c', 'Nothing is coded here.'),
  said(6, 'd', 'A conversation of three stays at home.'),
]

const given = (index: number, coder: string, code: Coding['code']): Coding => {
  return { segment: guid(index), coder, code }
}

export const codings: readonly Coding[] = [
  given(1, 'anna@example.org', 'hazard.hours'),
  given(1, 'ben@example.org', 'hazard.hours'),
  given(2, 'anna@example.org', 'construct.work.demands'),
  given(3, 'anna@example.org', `own.${ownGuid}`),
  given(4, 'ben@example.org', 'construct.work.leader'),
  given(6, 'anna@example.org', 'barrier.fit'),
]

export const study: CodedStudy = {
  codebook: added.kind === 'codebook' ? added.codebook : freshCodebook,
  sessions,
  segments,
  codings,
}

export const random = () => seededRandom('export')

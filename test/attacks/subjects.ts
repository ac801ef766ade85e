import { disclose } from '#analysis/disclosure/disclose.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import type { Attack, Outcome, Subject } from './attack.ts'
import { randomOrganization } from './random-organization.ts'
import { asMeasured, drawWanted, type Wanted } from './wanted.ts'

/** One organization with its release. The same seed gives the same one. */
export function subjectOf(seed: string, wanted: Wanted): Subject {
  const organization = randomOrganization(seed, wanted)
  const release = disclose(organization.plan, organization.counts)
  return { organization, release, random: seededRandom(`${seed} attack`) }
}

/** An organization of any kind, of `least` to `most` people. */
export function drawSubject(seed: string, least: number, most: number): Subject {
  return subjectOf(seed, drawWanted(seededRandom(`${seed} wanted`), least, most))
}

export function* drawSubjects(
  name: string,
  count: number,
  least: number,
  most: number,
): Generator<Subject> {
  for (let index = 0; index < count; index++) {
    yield drawSubject(`${name} ${index}`, least, most)
  }
}

/** Organizations in which nearly all answer at one end of the scale: rounding hides least. */
export function* skewedSubjects(
  name: string,
  count: number,
  least: number,
  most: number,
): Generator<Subject> {
  for (let index = 0; index < count; index++) {
    const people = least + Math.round(((most - least) * index) / count)
    const answering = index % 2 === 0 ? 'low' : 'high'
    yield subjectOf(`${name} ${index}`, { ...asMeasured, people, answering })
  }
}

/** Lets an attack try every one of some organizations. */
export function attackEach(attack: Attack, subjects: Iterable<Subject>): Outcome {
  for (const subject of subjects) attack.try(subject)
  return attack.outcome()
}

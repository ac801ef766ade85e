import type { AnsweredBand, Figure, Release } from '#analysis/disclosure/disclosed.ts'
import type { Attack, Outcome, Subject } from './attack.ts'
import { learn } from './logistic.ts'
import { Tally } from './tally.ts'

/**
 * Learns to tell hidden units of few people from those hidden for their sake (claim 47): once
 * from sizes alone, bands and head counts, which say something by themselves; once with all
 * else of the release beside them: places in lists, other figures, what is shown around. The
 * second must not do better than the first.
 */
export function beginDistinguisher(): Attack {
  const examples: Example[] = []
  let organizations = 0
  const attack = (subject: Subject): void => {
    organizations += 1
    examples.push(...examplesOf(subject, organizations % 2))
  }
  const outcome = (): Outcome => {
    const bySizes = crossValidated(examples, ({ sizes }) => sizes)
    const byAll = crossValidated(examples, ({ sizes, others }) => [...sizes, ...others])
    const tally = new Tally(
      'learning why something is hidden (47)',
      'no better than by sizes alone',
    )
    tally.count('organizations', organizations)
    tally.count('hidden units', examples.length)
    tally.count('area under the curve by sizes', bySizes)
    tally.count('with all else', byAll)
    tally.expect(examples.length < 200 || byAll <= bySizes + 0.05, () => {
      return 'more than the sizes tells why a unit is hidden'
    })
    return tally.outcome()
  }
  return { try: attack, outcome }
}

interface Example {
  readonly half: number
  readonly isFew: boolean
  readonly sizes: readonly number[]
  readonly others: readonly number[]
}

function examplesOf(
  { organization, release }: Subject,
  half: number,
): readonly Example[] {
  const { plan, people } = organization
  return release.units.flatMap((unit, place): Example[] => {
    const isReporting = plan.reportingUnits.includes(unit.id)
    if (!isReporting || unit.answered.kind === 'shown') return []
    const around = release.units.filter(({ parent }) => parent === unit.parent)
    const above =
      release.units.find(({ id }) => id === unit.parent) ?? release.organization
    const shown = around.map(({ answered }) => middle(answered))
    const hidden = around.filter(({ answered }) => answered.kind === 'hidden')
    const unseen = hidden.reduce((sum, { headcount }) => sum + (headcount ?? 20), 0)
    const left = middle(above.answered) - shown.reduce((sum, n) => sum + n, 0)
    return [
      {
        half,
        isFew: people.filter((one) => one.unit === unit.id).length < 10,
        sizes: [
          unit.headcount ?? 0,
          hidden.length,
          unseen,
          left,
          left / unseen,
          around.length,
        ],
        others: elsewhere(release, unit.parent, place),
      },
    ]
  })
}

/** All that is not a size: places in lists, figures around, how much is shown by background. */
function elsewhere(
  release: Release,
  parent: string | null,
  place: number,
): readonly number[] {
  const [first] = Object.values(release.constructs)
  if (!first) return [place, 0, 0, 0, 0]
  const beside = release.units.filter((unit) => unit.parent === parent)
  const means = beside.map(({ id }) => shownValue(first.units[id]?.meanNeed))
  const groups = Object.values(first.groups).filter(({ meanNeed }) => {
    return meanNeed.kind !== 'hidden'
  })
  const above = parent === null ? first.organization : first.units[parent]
  return [
    place / release.units.length,
    means.reduce((sum, mean) => sum + mean, 0) / Math.max(1, means.length),
    shownValue(above?.meanNeed),
    shownValue(above?.shareElevated),
    groups.length / Math.max(1, release.groups.length),
  ]
}

function middle(answered: AnsweredBand): number {
  return answered.kind === 'hidden' ? 0 : (answered.from + answered.to) / 2
}

function shownValue(figure: Figure | undefined): number {
  return !figure || figure.kind === 'hidden' ? 0 : figure.value
}

/** Learnt on one half of the organizations and tried on the other, both ways. */
function crossValidated(
  examples: readonly Example[],
  of: (example: Example) => readonly number[],
): number {
  const scored = [0, 1].flatMap((half) => {
    const known = examples.filter((example) => example.half !== half)
    const tell = learn(
      known.map(of),
      known.map(({ isFew }) => isFew),
    )
    return examples
      .filter((example) => example.half === half)
      .map((example) => ({ isFew: example.isFew, score: tell(of(example)) }))
  })
  return areaUnderCurve(scored)
}

/** How often one of few has the higher score, of two drawn at random. */
function areaUnderCurve(
  scored: readonly { readonly isFew: boolean; readonly score: number }[],
): number {
  const few = scored.filter(({ isFew }) => isFew).map(({ score }) => score)
  const others = scored.filter(({ isFew }) => !isFew).map(({ score }) => score)
  if (few.length === 0 || others.length === 0) return 0.5
  const wins = few.reduce((sum, one) => {
    return (
      sum +
      others.reduce((won, other) => won + (one > other ? 1 : one === other ? 0.5 : 0), 0)
    )
  }, 0)
  return wins / (few.length * others.length)
}

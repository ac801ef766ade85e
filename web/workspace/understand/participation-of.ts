import type { Results } from '#server/results/contract.ts'

type Unit = Results['release']['units'][number]

/** Below this, those who answered may not speak for a unit. */
export const fewAnswered = 60

/** Units that everybody else is below, by how far their answers can speak for them. */
export interface Reach {
  /** at least as many as asked for answered */
  readonly enough: readonly Unit[]
  readonly few: readonly Unit[]
  /** whose rate is not shown */
  readonly unknown: readonly Unit[]
}

/** How far the answers of each unit can speak for it; only the smallest units are counted. */
export function reachOf({ units }: Pick<Results['release'], 'units'>): Reach {
  const parents = new Set(units.map(({ parent }) => parent))
  const counted = units.filter(({ id }) => !parents.has(id))
  const of = (wanted: 'enough' | 'few' | 'unknown') =>
    counted.filter(({ responseRate }) => standing(responseRate) === wanted)
  return { enough: of('enough'), few: of('few'), unknown: of('unknown') }
}

function standing(rate: Unit['responseRate']): keyof Reach {
  switch (rate.kind) {
    case 'band':
      return rate.from >= fewAnswered ? 'enough' : 'few'
    case 'step':
      // More than half is all that is said of them, and may be fewer than asked for.
      return rate.step === 'above-half' ? 'unknown' : 'few'
    case 'hidden':
    case 'unknown':
      return 'unknown'
  }
}

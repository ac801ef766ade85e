import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import type { ConstructChange, WaveChange } from '../needs/wave-change.ts'
import { type ComponentId, componentOf } from './components.ts'

/** Why a need is looked at first: the program was to change it, or it is a hazard at work. */
export type ChangeAbout = 'targeted' | 'hazard' | 'other'

export interface ChangeLine extends ConstructChange {
  readonly about: ChangeAbout
  /** components of the earlier program that answer it */
  readonly components: readonly ComponentId[]
}

/** From this fit on a component is there for a need, and not only good for it as well. */
const leastFit = 0.6

/** The needs a component is there for; where it fits none well, those it fits best. */
export function targetsOf(component: ComponentId): readonly ConstructId[] {
  const fits = Object.entries(componentOf(component).fits) as [ConstructId, number][] // its keys
  const best = Math.max(...fits.map(([, fit]) => fit))
  return fits
    .filter(([, fit]) => fit >= Math.min(leastFit, best))
    .map(([construct]) => construct)
}

/**
 * What changed, in the order in which it is read: needs the program was to change, hazards at
 * work, the rest; each with the largest change first and what is hidden last, ties by the
 * order of the questionnaire. Orders what may be read, by what may be read.
 *
 * @param program the components that were adopted after the earlier survey
 */
export function orderChanges(
  changes: readonly ConstructChange[],
  program: readonly ComponentId[],
): readonly ChangeLine[] {
  const targets = program.map((component) => [component, targetsOf(component)] as const)
  const lines = changes.map((change): ChangeLine => {
    const { construct } = change
    const components = targets
      .filter(([, constructs]) => constructs.includes(construct))
      .map(([component]) => component)
    const isHazard = construct.startsWith('work.')
    const about = components.length > 0 ? 'targeted' : isHazard ? 'hazard' : 'other'
    return { ...change, about, components }
  })
  return lines.toSorted(
    (a, b) =>
      order.indexOf(a.about) - order.indexOf(b.about) ||
      sizeOf(b.organization) - sizeOf(a.organization) ||
      constructIds.indexOf(a.construct) - constructIds.indexOf(b.construct),
  )
}

const order: readonly ChangeAbout[] = ['targeted', 'hazard', 'other']

function sizeOf(change: WaveChange): number {
  if (change.kind === 'change') return Math.abs(change.points)
  return change.kind === 'hidden' ? -1 : 0
}

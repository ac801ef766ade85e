import type { ConstructId } from '#surveys/constructs.ts'
import type { Family } from '#surveys/modules/getting-help.ts'
import { withFit } from '../needs/tenant-parameters.ts'
import { drawPriorities, drawWish, type PriorityInputs } from './acceptability.ts'
import { type ComponentId, componentIds, componentOf } from './components.ts'
import { decide } from './decide.ts'
import type { RecommendationSettings } from './decisions.ts'
import type { Tier } from './recommendation.ts'
import { standingOf } from './standing.ts'
import type { Facts } from './verdicts.ts'
import { prioritiesOf, type Weighed } from './weigh-components.ts'
import { wishesAsked } from './wishes.ts'

/** One number that could be another, with everything else as it is. */
export type Supposed =
  /** so many of 100 would use this kind of help */
  | { readonly kind: 'wanted'; readonly family: Family; readonly percent: number }
  /** N, 0–100; as uncertain as it is */
  | { readonly kind: 'need'; readonly construct: ConstructId; readonly score: number }
  /** a, 0–1 */
  | {
      readonly kind: 'fit'
      readonly component: ComponentId
      readonly construct: ConstructId
      readonly to: number
    }

/**
 * The tier a component would have if one number were another: the same draws are decided on
 * again, rules included. Levels that were reached (R3, R3b) stay as they were found.
 *
 * @throws RangeError when a need is supposed that no source speaks of, or wishes where the
 *   number of answers may not be shown
 */
export function tierIf(
  component: ComponentId,
  supposed: Supposed,
  weighed: Weighed,
  settings: RecommendationSettings,
): Tier {
  const inputs = inputsIf(supposed, weighed)
  const changed = touchedBy(supposed, weighed.inputs).map((id) => {
    return [id, standingOf(drawPriorities(id, inputs))] as const
  })
  const standings = new Map([...weighed.standings, ...changed])
  const facts = {
    ...weighed.facts,
    needs: needsIf(supposed, weighed.facts.needs),
    priorities: prioritiesOf(standings),
  }
  const verdict = decide(standings, facts, settings).get(component)
  if (!verdict) throw new RangeError(`expected a verdict on ${component}`)
  return verdict.tier
}

/** The components whose priority the number has a part in. */
function touchedBy(supposed: Supposed, { fits }: PriorityInputs): readonly ComponentId[] {
  switch (supposed.kind) {
    case 'wanted':
      return componentIds.filter((id) => componentOf(id).family === supposed.family)
    case 'need':
      return componentIds.filter((id) => fits[id][supposed.construct] !== undefined)
    case 'fit':
      return [supposed.component]
  }
}

function inputsIf(supposed: Supposed, { inputs, facts }: Weighed): PriorityInputs {
  switch (supposed.kind) {
    case 'wanted': {
      const { family, percent } = supposed
      const n = wishesAsked(facts.release)
      if (n === null) throw new RangeError('expected a number of answers, got none')
      const drawn = drawWish(family, percent / 100, n, inputs.needs)
      return { ...inputs, wishes: new Map(inputs.wishes).set(family, drawn) }
    }
    case 'need': {
      const { construct, score } = supposed
      const { needs } = inputs
      const shifted = shift(construct, score, facts, needs.scores)
      return { ...inputs, needs: { ...needs, scores: shifted } }
    }
    case 'fit':
      return { ...inputs, fits: withFit(inputs.fits, supposed) }
  }
}

function shift(
  construct: ConstructId,
  score: number,
  { needs }: Facts,
  scores: ReadonlyMap<ConstructId, Float64Array>,
): ReadonlyMap<ConstructId, Float64Array> {
  const drawn = scores.get(construct)
  const need = needs.get(construct)
  if (!drawn || !need) throw new RangeError(`expected a need of ${construct}, got none`)
  const by = score - need.score
  const moved = drawn.map((one) => Math.max(0, Math.min(100, one + by)))
  return new Map(scores).set(construct, moved)
}

function needsIf(supposed: Supposed, needs: Facts['needs']): Facts['needs'] {
  if (supposed.kind !== 'need') return needs
  const need = needs.get(supposed.construct)
  return need
    ? new Map(needs).set(supposed.construct, { ...need, score: supposed.score })
    : needs
}

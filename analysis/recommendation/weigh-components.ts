import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import type { AssessedNeeds } from '../needs/assess-needs.ts'
import type { Testimony } from '../sources/evidence.ts'
import {
  type Acceptability,
  drawInputs,
  type PriorityInputs,
  simulateAcceptability,
} from './acceptability.ts'
import type { ComponentId } from './components.ts'
import { type Standing, standingOf } from './standing.ts'
import type { Facts } from './verdicts.ts'

/** Every component as the draws have it, before any rule. */
export interface Weighed {
  readonly inputs: PriorityInputs
  readonly ranks: Acceptability['ranks']
  readonly standings: ReadonlyMap<ComponentId, Standing>
  readonly facts: Facts
}

/** Weighs every component by the needs, steps 6 and 7 of the method. */
export function weighComponents(
  release: Disclosed<Release>,
  testimony: Testimony,
  { needs, draws, parameters, standard }: AssessedNeeds,
): Weighed {
  const inputs = drawInputs(release, draws, parameters)
  const { priorities, ranks } = simulateAcceptability(inputs)
  const standings = new Map([...priorities].map(([id, drawn]) => [id, standingOf(drawn)]))
  const facts: Facts = {
    needs: new Map(needs.needs.map((need) => [need.construct, need])),
    priorities: prioritiesOf(standings),
    release,
    testimony,
    ...(standard ? { standard } : {}),
  }
  return { inputs, ranks, standings, facts }
}

/** Released priorities, by component. */
export function prioritiesOf(
  standings: ReadonlyMap<ComponentId, Standing>,
): ReadonlyMap<ComponentId, number> {
  return new Map([...standings].map(([id, { priority }]) => [id, priority]))
}

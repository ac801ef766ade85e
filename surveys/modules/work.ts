import type { ConstructId } from '../constructs.ts'
import type { Item, Part } from '../questionnaire.ts'

const frequency = { kind: 'frequency' } as const
const howOften = ['no', 'now-and-then', 'monthly', 'weekly'] as const

const strain = (id: string, construct: ConstructId): Item => ({
  id,
  format: frequency,
  construct,
})
const resource = (id: string, construct: ConstructId): Item => ({
  id,
  format: frequency,
  construct,
  reversed: true,
})

const load: readonly Item[] = [
  strain('more-than-i-can-manage', 'work.demands'),
  strain('pace-too-high', 'work.demands'),
  strain('others-problems', 'work.demands'),
  resource('influence', 'work.control'),
  resource('adjust-hours', 'work.control'),
]

const people: readonly Item[] = [
  resource('help-from-manager', 'work.leader'),
  resource('manager-noticed', 'work.leader'),
  resource('team-helped', 'work.peers'),
  strain('conflict', 'work.peers'),
]

const conditions: readonly Item[] = [
  resource('clear-tasks', 'work.role'),
  strain('opposite-tasks', 'work.role'),
  strain('unexplained-changes', 'work.change'),
  strain('afraid-of-losing-job', 'work.change'),
  resource('work-valued', 'work.reward'),
  strain('work-took-private-time', 'work.balance'),
  strain('private-matters-at-work', 'work.balance'),
]

const harm: readonly Item[] = [
  {
    id: 'harassed',
    format: { kind: 'one-of', options: howOften },
    construct: 'work.harass',
  },
  {
    id: 'threatened',
    format: { kind: 'one-of', options: howOften },
    construct: 'work.violence',
    optionsLike: 'harassed',
  },
]

/** Block D: work. */
export const work: Part = {
  id: 'work',
  sections: [
    { leadId: 'last-four-weeks-at-work', items: [...load, ...people, ...conditions] },
    { leadId: 'last-twelve-months', items: harm },
  ],
}

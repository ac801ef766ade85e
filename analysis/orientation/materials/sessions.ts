import { chapter, fixed, list, type Part, paragraph } from '../blocks.ts'
import type { Paper } from '../document.ts'
import { sessionMinutes, type TimedStep, timedSteps } from '../session.ts'
import type { Tailoring } from '../tailoring.ts'
import type { Passage, Voice } from '../voice.ts'
import { titled } from './paper.ts'
import { reasonsOf } from './slides.ts'

const before = ['room', 'managers', 'speaker', 'cards', 'consent'] as const

/** What whoever leads a group session holds in hand: parts, minutes, and why in this order. */
export function groupPlan(voice: Voice, tailoring: Tailoring): Paper<Passage> {
  const { line } = voice
  const steps = timedSteps(tailoring)
  const reasons = reasonsOf(voice, tailoring)
  return titled(
    'group-plan',
    voice,
    [
      chapter(line('plan.before.title'), [
        list(before.map((one) => line(`plan.before.${one}`))),
      ]),
      chapter(line('plan.route.title'), [routeTable(steps, voice)]),
      ...(reasons.length > 0
        ? [chapter(line('plan.reasons.title'), [list(reasons)])]
        : []),
      chapter(line('plan.parts.title'), [
        list(
          steps.map(({ title, note, step }) =>
            voice.lineAs(`plan.${step}`, 'line.pair', {
              name: line(title).text,
              text: line(note).text,
            }),
          ),
          true,
        ),
      ]),
      chapter(line('plan.after.title'), [
        list([line('plan.after.1'), line('plan.after.2')]),
      ]),
    ],
    { minutes: sessionMinutes },
  )
}

function routeTable(steps: readonly TimedStep[], { line, lineAs }: Voice): Part {
  return {
    kind: 'table',
    head: [line('plan.head.part'), line('plan.head.minutes'), line('plan.head.from')],
    rows: steps.map(({ step, title, minutes, from }) => [
      lineAs(`route.${step}`, title),
      fixed(String(minutes)),
      fixed(String(from)),
    ]),
    caption: line('plan.route.caption'),
  }
}

const checks = [
  'offer',
  'who',
  'how',
  'limits',
  'back',
  'card',
  'questions',
  'language',
] as const

/** A talk with one person, with what that person says back. Health is never written down. */
export function individual(voice: Voice): Paper<Passage> {
  const { line } = voice
  return titled('individual', voice, [
    chapter(line('individual.for.title'), [paragraph(line('individual.for.text'))]),
    chapter(line('individual.check.title'), [
      { kind: 'checks', items: checks.map((one) => line(`individual.check.${one}`)) },
    ]),
    chapter(line('individual.back.title'), [
      paragraph(line('individual.back.text')),
      list(
        [line('individual.back.1'), line('individual.back.2'), line('individual.back.3')],
        true,
      ),
    ]),
    chapter(line('individual.record.title'), [paragraph(line('individual.record.text'))]),
  ])
}

type ManagerPart = keyof typeof managerMinutes

/** The parts of a session for managers, in minutes; together 90. */
const managerMinutes = {
  own: 5,
  signs: 10,
  talk: 10,
  referral: 10,
  not: 10,
  emergency: 5,
  law: 5,
  roles: 20,
  load: 10,
  unseen: 0,
  quiz: 5,
} as const

/** Where managers and staff see the work differently, half of the role plays' time is for it. */
const withUnseen = { ...managerMinutes, roles: 10, unseen: 10 } as const

/** The session for managers, part by part. */
export function managerSession(voice: Voice, { rules }: Tailoring): Paper<Passage> {
  const { line, lineAs } = voice
  const minutes = rules.includes('manager-gap') ? withUnseen : managerMinutes
  const all = Object.keys(minutes) as readonly ManagerPart[]
  const parts = all.filter((part) => minutes[part] > 0)
  return titled('manager-session', voice, [
    chapter(line('plan.route.title'), [
      {
        kind: 'table',
        head: [line('plan.head.part'), line('plan.head.minutes')],
        rows: parts.map((part) => [
          lineAs(`route.${part}`, `manager.${part}.title`),
          fixed(String(minutes[part])),
        ]),
        caption: line('plan.route.caption'),
      },
    ]),
    ...parts.map((part) =>
      chapter(line(`manager.${part}.title`), [paragraph(line(`manager.${part}.text`))]),
    ),
    chapter(line('manager.advice.title'), [paragraph(line('manager.advice.text'))]),
  ])
}

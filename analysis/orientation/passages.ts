import { say } from '#surveys/say.ts'
import { surveyTexts } from '#surveys/wording.ts'
import { type ComponentId, componentOf } from '../recommendation/components.ts'
import type { Bar, Block } from './document.ts'
import type { Facts, Voice } from './facts.ts'

/** Sentences and blocks that several materials say. */

export const isWorkChange = (component: ComponentId): boolean =>
  componentOf(component).level === 'primary'

/** What an employee can use; what only makes the program run is not announced. */
export const isOffered = (component: ComponentId): boolean =>
  !isWorkChange(component) && !['governance_privacy', 'orientation'].includes(component)

export function componentLines({ texts }: Voice, ids: readonly ComponentId[]): string[] {
  return ids.map(
    (id) => `${say(texts, `component.${id}`)}: ${say(texts, `component.${id}.what`)}`,
  )
}

/** The three greatest needs as bars on 0–100. */
export function needBars({ needs }: Facts, { locale, texts }: Voice): Block | null {
  const bars: readonly Bar[] = needs.needs.slice(0, 3).map(({ construct, score }) => ({
    label: say(surveyTexts[locale], `construct.${construct}`),
    value: score,
    text: String(score),
  }))
  if (bars.length === 0) return null
  const words = bars.map(({ label, text }) => `${label} ${text}`).join('; ')
  return {
    kind: 'bars',
    bars,
    unit: say(texts, 'why.bars.unit'),
    alt: say(texts, 'why.bars.alt', { bars: words }),
  }
}

export function answeredLine({ release }: Facts, { texts }: Voice): string[] {
  const { responseRate } = release.organization
  if (responseRate.kind !== 'band') return []
  const { from, to } = responseRate
  return [say(texts, 'why.answered', { from, to })]
}

export function stepLines({ route }: Facts, { texts }: Voice): readonly string[] {
  const { phone, portal } = route
  return [
    portal
      ? say(texts, 'how.step-call', { phone, portal })
      : say(texts, 'how.step-call-only', { phone }),
    say(texts, 'how.step-say'),
    say(texts, 'how.step-choose'),
    say(texts, 'how.step-meet'),
  ]
}

export function whoLines({ route }: Facts, { texts }: Voice): readonly string[] {
  return [
    say(texts, 'who.staff'),
    say(texts, route.family ? 'who.family' : 'who.no-family'),
    say(texts, 'who.cost', { sessions: route.sessions }),
  ]
}

export function privateLines({ texts }: Voice): readonly string[] {
  return [
    say(texts, 'private.employer'),
    say(texts, 'private.none'),
    say(texts, 'private.formal'),
  ]
}

export function doorTable({ texts }: Voice): Block {
  const doors = ['worry', 'tasks', 'harassment', 'rules', 'illness', 'danger'] as const
  return {
    kind: 'table',
    head: [say(texts, 'door.head.what'), say(texts, 'door.head.where')],
    rows: doors.map((door) => [
      say(texts, `door.${door}`),
      say(texts, `door.${door}.where`),
    ]),
    caption: say(texts, 'door.caption'),
  }
}

export function footerOf({ organization, example }: Facts, { texts }: Voice): string {
  return say(texts, example ? 'example.footer' : 'material.footer', { organization })
}

export function helpNow({ contacts }: Facts, { locale }: Voice): Block {
  return { kind: 'contacts', contacts: contacts[locale] ?? [] }
}

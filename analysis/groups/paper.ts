import type { ConstructId } from '#surveys/constructs.ts'
import { type GroupText, groupTexts } from '#surveys/group-wording.ts'
import type { Locale } from '#surveys/locale.ts'
import { say as sayIn, type Texts, type Words } from '#surveys/say.ts'
import { surveyTexts } from '#surveys/wording.ts'
import type { HotSpots } from '../needs/hot-spots.ts'
import type { Paper, PaperBlock, PaperSection } from '../orientation/document.ts'

/** One session as an invitation names it. */
export interface SessionToPrint {
  readonly type: string
  /** day and time in words */
  readonly when: string
  /** null for an online group, whose link is for those who have a seat */
  readonly place: string | null
  /** the language in its own words */
  readonly language: string
}

/** Everything that papers about groups are made from. */
export interface GroupFacts {
  readonly organization: string
  readonly example: boolean
  readonly contacts: Readonly<
    Partial<Record<Locale, readonly { readonly name: string; readonly phone: string }[]>>
  >
  readonly purposes: readonly string[]
  readonly sessions: readonly SessionToPrint[]
  /** where seats are taken */
  readonly link: string
  /** how long the group takes */
  readonly minutes: number
  /** null before the results are published */
  readonly hotSpots: HotSpots | null
}

/** The words of one language, as the papers need them. */
export interface Voice {
  readonly locale: Locale
  readonly say: (key: GroupText, words?: Words) => string
  /** for keys that are put together */
  readonly sayOf: (key: string, words?: Words) => string
  readonly topic: (construct: ConstructId) => string
}

export function voiceOf(locale: Locale): Voice {
  const texts: Texts = groupTexts[locale]
  const topics: Texts = surveyTexts[locale]
  return {
    locale,
    say: (key, words) => sayIn(groupTexts[locale], key, words),
    sayOf: (key, words) => sayIn(texts, key, words),
    topic: (construct) => sayIn(topics, `construct.${construct}`),
  }
}

/** A paper with the title of its kind. */
export function paper(
  kind: 'invitation' | 'consent' | 'guide' | 'cards' | 'rules' | 'distress',
  { organization, example, minutes }: GroupFacts,
  { locale, say, sayOf }: Voice,
  sections: readonly PaperSection[],
): Paper {
  return {
    locale,
    title: say(`${kind}.title`),
    subtitle: sayOf(`${kind}.subtitle`, { organization, minutes }),
    footer: say(example ? 'paper.footer-example' : 'paper.footer', { organization }),
    sections,
  }
}

export function section(title: string, ...blocks: readonly PaperBlock[]): PaperSection {
  return { title, blocks, notes: [] }
}

export const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text })

export const list = (items: readonly string[], ordered = false): PaperBlock => ({
  kind: 'list',
  ordered,
  items,
})

export const callout = (title: string, text: string): PaperBlock => ({
  kind: 'callout',
  title,
  text,
})

/** The contact lines of the plan in this language; in another where it has none in this. */
export function contacts({ contacts: all }: GroupFacts, { locale }: Voice): PaperBlock {
  // A number in another language helps; a paper without one would not.
  const known = all[locale] ?? Object.values(all).find(({ length }) => length > 0)
  return { kind: 'contacts', contacts: known ?? [] }
}

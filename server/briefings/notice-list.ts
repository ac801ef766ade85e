import type { Paper, PaperBlock } from '#analysis/orientation/document.ts'
import { sessionTexts } from '#analysis/sessions-wording.ts'
import type { HelpContact } from '#surveys/ballot/manifest.ts'
import type { Locale } from '#surveys/locale.ts'
import { say } from '#surveys/say.ts'
import { wordsFor, zonesOf } from './describe-briefing.ts'
import type { StoredBriefing } from './store.ts'

/** What the list for the notice board is made from. */
export interface ToPost {
  readonly locale: Locale
  readonly organization: string
  readonly page: string
  readonly contacts: readonly HelpContact[]
  /** sessions to come, in their order */
  readonly coming: readonly StoredBriefing[]
}

/** The sessions on one sheet for the notice board, with a square that leads to the page. */
export function noticeList(input: ToPost): Paper {
  const { locale, organization, page, contacts, coming } = input
  const texts = sessionTexts[locale]
  const shown = coming.filter(
    ({ kind, state }) => kind !== 'individual' && state === 'planned',
  )
  const hasTalks = coming.some(({ kind }) => kind === 'individual')
  const how: readonly PaperBlock[] = [
    { kind: 'paragraph', text: say(texts, 'page.walk-in') },
    ...(hasTalks
      ? [{ kind: 'paragraph' as const, text: say(texts, 'notice.talks') }]
      : []),
    { kind: 'square', link: page, alt: say(texts, 'notice.square', { page }) },
  ]
  return {
    locale,
    title: say(texts, 'notice.title'),
    subtitle: say(texts, 'notice.lead', { organization }),
    footer: organization,
    sections: [
      { title: say(texts, 'page.list'), blocks: [tableOf(shown, locale)], notes: [] },
      { title: say(texts, 'notice.how'), blocks: how, notes: [] },
      {
        title: say(texts, 'page.help'),
        blocks: [{ kind: 'contacts', contacts }],
        notes: [],
      },
    ],
  }
}

function tableOf(shown: readonly StoredBriefing[], locale: Locale): PaperBlock {
  const texts = sessionTexts[locale]
  if (shown.length === 0) return { kind: 'paragraph', text: say(texts, 'page.none') }
  const zones = zonesOf(shown)
  return {
    kind: 'table',
    head: [
      say(texts, 'notice.when'),
      say(texts, 'notice.what'),
      say(texts, 'notice.language'),
      say(texts, 'notice.where'),
      say(texts, 'notice.leader'),
    ],
    rows: shown.map((one) => {
      const words = wordsFor(one, locale, zones)
      const what = `${words.kind} · ${words.shift}`
      return [words.when, what, words.language, words.where, words.leader]
    }),
    caption: say(texts, 'notice.caption'),
  }
}

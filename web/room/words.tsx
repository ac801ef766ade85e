import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { GroupTopic } from '#surveys/focus-groups/room-notes.ts'
import { type GroupText, groupTexts } from '#surveys/group-wording.ts'
import { isLocale, type Locale } from '#surveys/locale.ts'
import { type DetailText, detailTexts } from '#surveys/personal-details/wording.ts'
import { type CountKey, sayCount, say as sayIn, type Words } from '#surveys/say.ts'
import { surveyTexts } from '#surveys/wording.ts'
import en from './texts/en.json'
import nb from './texts/nb.json'
import nl from './texts/nl.json'
import ro from './texts/ro.json'
import sv from './texts/sv.json'

export type RoomText = keyof typeof en

/** In one piece with the page: without a network nothing can be fetched afterwards. */
const texts = { en, sv, nb, nl, ro } as const

/** What the page says in one language. */
export interface Voice {
  readonly locale: Locale
  readonly choose: (locale: Locale) => void
  readonly say: (key: RoomText, words?: Words) => string
  readonly count: (stem: CountKey<RoomText>, count: number) => string
  readonly sayNo: (code: string) => string
  readonly sayDetail: (key: DetailText) => string
  readonly sayOfGroup: (key: GroupText) => string
  readonly topic: (construct: GroupTopic) => string
}

function voiceOf(locale: Locale, choose: Voice['choose']): Voice {
  const mine: Readonly<Record<string, string>> = texts[locale]
  return {
    locale,
    choose,
    say: (key, words) => sayIn(mine, key, words),
    count: (stem, count) => sayCount<`${string}_other`>(mine, locale, stem, count),
    sayNo: (code) => mine[`refusal.${code}`] ?? sayIn(mine, 'refusal.other'),
    sayDetail: (key) => sayIn(detailTexts[locale], key),
    sayOfGroup: (key) => sayIn(groupTexts[locale], key),
    topic: (construct) => sayIn(surveyTexts[locale], `construct.${construct}`),
  }
}

const VoiceContext = createContext<Voice | null>(null)
/** The language chosen in the workspace; nothing else of this page is stored in the clear. */
const remembered = 'groundwork.language'

export function useVoice(): Voice {
  const voice = useContext(VoiceContext)
  if (!voice) throw new Error('useVoice belongs below a VoiceProvider')
  return voice
}

/** What is said in the language of the group: read aloud, or shown to it. */
export function voiceIn(locale: Locale): Voice {
  return voiceOf(locale, () => {})
}

export function VoiceProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [locale, setLocale] = useState<Locale>(preferred)
  useEffect(() => {
    document.documentElement.lang = locale
    document.title = voiceIn(locale).say('title')
  }, [locale])
  const choose = (chosen: Locale) => {
    localStorage.setItem(remembered, chosen)
    setLocale(chosen)
  }
  return <VoiceContext value={voiceOf(locale, choose)}>{children}</VoiceContext>
}

function preferred(): Locale {
  const before = localStorage.getItem(remembered)
  if (isLocale(before)) return before
  const wished = navigator.languages.map((language) => language.slice(0, 2))
  const known = wished.map((one) => (one === 'no' || one === 'nn' ? 'nb' : one))
  return known.find(isLocale) ?? 'en'
}

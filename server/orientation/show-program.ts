import { z } from 'zod'
import type { Paper } from '#analysis/orientation/document.ts'
import { mapTexts } from '#analysis/orientation/map-texts.ts'
import type { Passage } from '#analysis/orientation/voice.ts'
import { orientationTexts } from '#analysis/orientation-wording.ts'
import { chooseLocale, type Locale, languageNames, locales } from '#surveys/locale.ts'
import { say } from '#surveys/say.ts'
import { escaped, renderMain } from '../documents/html.ts'
import { languageTags } from '../documents/language-tags.ts'
import type { Services } from '../services.ts'
import { findEdition, listPublishedLanguages } from './store.ts'

/** A page for everybody, ready to be put into its frame. */
export interface PublicPage {
  readonly found: boolean
  /** how the page names its language */
  readonly lang: string
  readonly title: string
  /** markup in which every word is data */
  readonly body: string
}

const Id = z.uuid()

const kind = 'public-page'

/** The languages in which everybody may read about a program; null where there is none. */
export async function languagesOfProgram(
  { db }: Pick<Services, 'db'>,
  assessment: string,
): Promise<readonly [Locale, ...Locale[]] | null> {
  const known = Id.safeParse(assessment).success
  const published = known ? await listPublishedLanguages(db, assessment, kind) : []
  const [first, ...others] = locales.filter((locale) => published.includes(locale))
  return first ? [first, ...others] : null
}

/**
 * What everybody may read about the program of an organization, as it was published: crisis
 * contacts first, nothing of who works there, no sign-in. Asked for in a language it does not
 * have, it comes in the first that it has.
 *
 * @param beside markup that ends the page, in its language
 */
export async function showProgram(
  { db }: Pick<Services, 'db'>,
  assessment: string,
  asked: string | null,
  read: readonly string[],
  beside: (locale: Locale) => Promise<string> = async () => '',
): Promise<PublicPage> {
  const offered = await languagesOfProgram({ db }, assessment)
  if (!offered) return nothingHere(chooseLocale(asked, read, locales))
  const locale = chooseLocale(asked, read, offered)
  const content = await findEdition(db, assessment, { kind, locale })
  if (content === null) return nothingHere(locale)
  const paper = mapTexts(JSON.parse(content) as Paper<Passage>, ({ text }) => text) // by us
  return {
    found: true,
    lang: languageTags[locale],
    title: paper.title,
    body: `${languageLinks(`/program/${assessment}`, locale, offered)}\n${renderMain(paper, await beside(locale))}`,
  }
}

/** The same page in the other languages it has. */
export function languageLinks(
  path: string,
  current: Locale,
  offered: readonly Locale[],
): string {
  const label = escaped(say(orientationTexts[current], 'page.languages'))
  const links = offered.map((locale) => {
    const here = locale === current ? ' aria-current="true"' : ''
    const tag = languageTags[locale]
    return `<li><a href="${path}?lang=${locale}" lang="${tag}" hreflang="${tag}"${here}>${languageNames[locale]}</a></li>`
  })
  return `<nav aria-label="${label}"><ul>${links.join('')}</ul></nav>`
}

/** What stands at an address that leads to nothing. */
export function nothingHere(locale: Locale): PublicPage {
  const texts = orientationTexts[locale]
  const title = say(texts, 'page.none.title')
  const text = say(texts, 'page.none.text')
  return {
    found: false,
    lang: languageTags[locale],
    title,
    body: `<main><h1>${escaped(title)}</h1><p>${escaped(text)}</p></main>`,
  }
}

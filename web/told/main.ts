import './told.css'
import type { ToldPage } from '#server/reports/contract.ts'
import { isLocale, type Locale, languageNames } from '#surveys/locale.ts'
import { blocksOf } from './blocks.ts'
import { button, element, type Part } from './element.ts'
import { preferredLanguage, type ToldText, texts } from './words.ts'

/**
 * What all employees are told, at an address that everybody has: before the release when results
 * come, after it what was found and what will be done. It stores nothing, sends nothing but the
 * language, and is the same for everybody.
 */

const [, , assessment = '', part] = location.pathname.split('/')
/** "A year later" has an address below that of the results. */
const isYear = part === 'year'

type Shown =
  | { readonly kind: 'page'; readonly page: ToldPage }
  | { readonly kind: 'working' | 'unknown' | 'failed' }

const fetched = new Map<Locale, ToldPage>()
let locale = preferredLanguage()
let shown: Shown = { kind: 'working' }
let hasYear = false

void load()
if (!isYear) void lookForYear()

async function load(): Promise<void> {
  const wanted = locale
  show(pageIn(wanted) ?? { kind: 'working' })
  if (fetched.has(wanted)) return
  const next = await fetchPage(wanted)
  // Somebody may have chosen another language meanwhile.
  if (wanted === locale) show(next)
}

function pageIn(wanted: Locale): Shown | null {
  const page = fetched.get(wanted)
  return page ? { kind: 'page', page } : null
}

async function fetchPage(wanted: Locale): Promise<Shown> {
  try {
    const reply = await fetchTold(isYear ? 'told-year' : 'told', wanted)
    if (!reply.ok) return { kind: reply.status < 500 ? 'unknown' : 'failed' }
    // What comes was written by the contract of the same version, from which this was built.
    const page = (await reply.json()) as ToldPage
    fetched.set(wanted, page)
    return { kind: 'page', page }
  } catch {
    return { kind: 'failed' }
  }
}

function fetchTold(what: 'told' | 'told-year', wanted: Locale): Promise<Response> {
  return fetch(`/api/${what}/${assessment}/${wanted}`, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
}

/** Below the results it is said where "A year later" stands, once it does. */
async function lookForYear(): Promise<void> {
  const reply = await fetchTold('told-year', locale).catch(() => null)
  hasYear = reply?.ok === true
  if (hasYear) show(shown)
}

function show(next: Shown): void {
  shown = next
  const words = texts[locale]
  const title = shown.kind === 'page' ? shown.page.title : words.title
  document.documentElement.lang = locale
  document.title = title
  const hadFocus = document.activeElement?.id === 'language'
  document.body.replaceChildren(element('main', parts(title, words)))
  if (hadFocus) document.getElementById('language')?.focus()
}

function parts(title: string, words: Readonly<Record<ToldText, string>>): Part[] {
  const head = [chooser(words.language), element('h1', title)]
  if (shown.kind !== 'page') {
    const isWrong = shown.kind !== 'working'
    return [
      ...head,
      element('p', words[shown.kind], { role: isWrong ? 'alert' : 'status' }),
      shown.kind === 'failed' ? button(words.again, () => void load()) : null,
    ]
  }
  const { subtitle, sections, footer } = shown.page
  return [
    ...head,
    element('p', subtitle, { class: 'quiet' }),
    otherPage(words),
    ...sections.map((section) =>
      element('section', [element('h2', section.title), ...blocksOf(section.blocks)]),
    ),
    element('footer', [
      element('p', footer, { class: 'quiet' }),
      button(words.print, () => window.print()),
    ]),
  ]
}

function otherPage(words: Readonly<Record<ToldText, string>>): Part {
  const results = `/results/${assessment}`
  if (isYear) return element('p', [element('a', words.found, { href: results })])
  if (!hasYear) return null
  return element('p', [element('a', words.later, { href: `${results}/year` })])
}

function chooser(label: string): HTMLElement {
  const select = element(
    'select',
    Object.entries(languageNames).map(([id, name]) => {
      const option = new Option(name, id, false, id === locale)
      option.lang = id
      return option
    }),
    { id: 'language' },
  )
  select.addEventListener('change', () => {
    if (isLocale(select.value)) locale = select.value
    void load()
  })
  return element('label', [element('span', `${label} `), select], { class: 'language' })
}

import type { HelpContact, Manifest } from '#surveys/ballot/manifest.ts'
import { isLocale, type Locale, languageNames } from '#surveys/locale.ts'
import { type Child, element, paragraph, present } from './element.ts'
import type { WelcomeLanguage } from './language.ts'

export interface FrameActions {
  readonly changeLanguage: (locale: Locale) => void
  readonly leave: () => void
}

/** What stays around every page: who asks, in which language, and where to find help. */
export interface Frame {
  /** draws it anew, in another language or for another survey */
  readonly draw: (
    manifest: Manifest,
    language: WelcomeLanguage,
    isPreview: boolean,
  ) => void
  /** the only thing that changes from page to page */
  readonly show: (...content: readonly Child[]) => void
  /** a new page is read from its title */
  readonly beginAtTop: () => void
  readonly goToProblem: () => void
  /** said aloud, and seen below the page's buttons */
  readonly announce: (sentence: string) => void
  readonly clear: () => void
}

export function createFrame(body: HTMLElement, actions: FrameActions): Frame {
  const head = element('header', { class: 'head' })
  const page = element('div', { class: 'page' })
  const status = element('p', { role: 'status', class: 'status' })
  const unwatched = element('p', { class: 'unwatched' })
  const help = element('footer', { class: 'help' })
  body.replaceChildren(head, element('main', {}, page, status, unwatched), help)
  keepInView(help)

  return {
    draw(manifest, language, isPreview) {
      const chooser = languageChooser(manifest, language, actions)
      const hadFocus = head.contains(document.activeElement)
      head.replaceChildren(
        element('h1', {}, manifest.organization),
        ...chooser,
        ...banners(manifest, language, isPreview),
      )
      if (hadFocus) chooser.at(-1)?.focus()
      unwatched.replaceChildren(language.say('help.unwatched'))
      help.replaceChildren(...helpIn(manifest, language, actions))
    },
    show(...content) {
      page.replaceChildren(...present(content))
      const title = page.querySelector('h2')?.textContent
      document.title = `${title} · ${head.querySelector('h1')?.textContent}`
    },
    beginAtTop() {
      window.scrollTo(0, 0)
      page.querySelector('h2')?.focus({ preventScroll: true })
    },
    goToProblem() {
      const field = page.querySelector<HTMLElement>('[aria-invalid]')
      const problem = page.querySelector<HTMLElement>('.problem')
      ;(field ?? problem)?.focus()
    },
    announce: (sentence) => status.replaceChildren(sentence),
    clear: () => body.replaceChildren(),
  }
}

function languageChooser(
  { languages }: Manifest,
  { locale, say }: WelcomeLanguage,
  { changeLanguage }: FrameActions,
): readonly HTMLElement[] {
  if (languages.length < 2) return []
  const label = element('label', { class: 'unseen', for: 'language' }, say('language'))
  const chooser = element(
    'select',
    { id: 'language', autocomplete: 'off' },
    ...languages.map((each) =>
      element('option', { value: each, lang: each }, languageNames[each]),
    ),
  )
  chooser.value = locale
  chooser.addEventListener('change', () => {
    if (isLocale(chooser.value)) changeLanguage(chooser.value)
  })
  return [label, chooser]
}

function banners(
  { example }: Manifest,
  { say }: WelcomeLanguage,
  isPreview: boolean,
): readonly HTMLElement[] {
  return [
    ...(example ? [paragraph(say('example'), 'banner')] : []),
    ...(isPreview ? [paragraph(say('preview'), 'banner')] : []),
  ]
}

function helpIn(
  manifest: Manifest,
  language: WelcomeLanguage,
  { leave }: FrameActions,
): readonly HTMLElement[] {
  const { say } = language
  // An address of its own lets it work even where the script has stopped.
  const away = element('a', { href: 'about:blank', class: 'leave' }, say('help.leave'))
  away.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  return [
    element('h2', { class: 'help-title' }, say('help.title')),
    contactList(contactsIn(manifest, language)),
    away,
  ]
}

/** Numbers in the reader's language, else in any: a number helps in every language. */
export function contactsIn(
  { contacts }: Manifest,
  { locale }: WelcomeLanguage,
): readonly HelpContact[] {
  return contacts[locale] ?? Object.values(contacts)[0] ?? []
}

export function contactList(contacts: readonly HelpContact[]): HTMLElement {
  return element(
    'ul',
    { class: 'contacts' },
    ...contacts.map((contact) => element('li', {}, contactLink(contact))),
  )
}

function contactLink({ name, phone }: HelpContact): Node {
  const number = phone.replace(/[^\d+]/g, '')
  const words = [`${name} `, element('span', { class: 'phone' }, phone)]
  if (number.length < 2) return element('span', {}, ...words)
  return element('a', { href: `tel:${number}` }, ...words)
}

/**
 * Keeps the footer in view as long as it leaves two thirds of the page to the questions,
 * and what is focused clear of it. Letters can be larger than any rule of the style sheet
 * foresees, so this is measured.
 */
function keepInView(footer: HTMLElement): void {
  const settle = () => {
    const { offsetHeight } = footer
    const fits = offsetHeight * 3 <= window.innerHeight
    footer.classList.toggle('in-view', fits)
    const covered = fits ? offsetHeight + breathPixels : 0
    document.documentElement.style.scrollPaddingBottom = `${covered}px`
  }
  new ResizeObserver(settle).observe(footer)
  window.addEventListener('resize', settle)
}

const breathPixels = 16

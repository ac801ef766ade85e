import type { Manifest } from '#surveys/ballot/manifest.ts'
import type { Admission } from '../admission.ts'
import { type Child, element, pageTitle, paragraph, problemNote } from '../element.ts'
import type { Language } from '../language.ts'
import { codeField } from './code-field.ts'
import { disclosures } from './disclosures.ts'

export interface WelcomePage {
  readonly manifest: Manifest
  readonly language: Language
  /** null where the code came with the link, or none is needed */
  readonly admission: Admission | null
  readonly problem: string | undefined
  readonly onContinue: () => void
}

/** Everything a person needs to know before deciding to answer. */
export function welcomePage(page: WelcomePage): readonly Child[] {
  const { manifest, language } = page
  const { say } = language
  return [
    pageTitle(say('title')),
    paragraph(say('welcome.intro', { organization: manifest.organization }), 'intro'),
    promises(manifest, language),
    door(page),
    paragraph(say('welcome.later'), 'quiet'),
    ...disclosures(language),
  ]
}

function promises(
  { smallestGroup, resultsBy }: Manifest,
  { say, count, date }: Language,
): HTMLElement {
  const pairs: readonly (readonly [string, string])[] = [
    [say('welcome.unseen.title'), say('welcome.unseen.text')],
    [count('welcome.groups.title', smallestGroup), say('welcome.groups.text')],
    [say('welcome.kept.title'), say('welcome.kept.text')],
    [say('welcome.results.title'), say('results.by', { date: date(resultsBy) })],
  ]
  return element(
    'dl',
    { class: 'promises' },
    ...pairs.map(([title, text]) =>
      element('div', {}, element('dt', {}, title), element('dd', {}, text)),
    ),
  )
}

/** A form, so that Enter in the code field does what Continue does. */
function door({ language, admission, problem, onContinue }: WelcomePage): HTMLElement {
  const form = element(
    'form',
    { class: 'door', autocomplete: 'off', novalidate: '' },
    admission ? codeField(language, admission, problem) : problemNote(problem),
    element(
      'button',
      { type: 'submit', class: 'button wide' },
      language.say('welcome.continue'),
    ),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    onContinue()
  })
  return form
}

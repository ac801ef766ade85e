import type { Manifest } from '#surveys/ballot/manifest.ts'
import {
  button,
  type Child,
  element,
  pageTitle,
  paragraph,
  problemNote,
} from '../element.ts'
import type { Survey } from '../find-survey.ts'
import type { WelcomeLanguage } from '../language.ts'
import { codeField } from './code-field.ts'
import { type AskForEnvelope, desk } from './desk.ts'
import { disclosures } from './disclosures.ts'
import { numberSection } from './number-section.ts'

export interface WelcomePage {
  readonly survey: Survey
  readonly language: WelcomeLanguage
  /** null where the code came with the link, or none is needed */
  readonly code: {
    readonly value: string
    readonly onInput: (text: string) => void
  } | null
  /** the ballot is kept here, or came with the link */
  readonly holdsBallot: boolean
  /** null unless it came with the link */
  readonly onDropCarried: (() => void) | null
  readonly number: {
    readonly typed: string
    readonly problem: string | undefined
    readonly onType: (text: string) => void
  }
  readonly problem: string | undefined
  readonly onContinue: () => void
  readonly onAsk: AskForEnvelope
}

/** Everything a person needs to know before deciding to answer. */
export function welcomePage(page: WelcomePage): readonly Child[] {
  const { survey, language, holdsBallot, onDropCarried, onAsk } = page
  const isKept = holdsBallot && !onDropCarried
  const { manifest } = survey
  const { say } = language
  return [
    pageTitle(say('title')),
    paragraph(say('welcome.intro', { organization: manifest.organization }), 'intro'),
    promises(manifest, language),
    door(page),
    paragraph(say(isKept ? 'welcome.held' : 'welcome.later'), 'quiet'),
    numberSection({ language, number: survey.number, ...page.number }),
    ...disclosures(manifest, language),
    desk({ manifest, language, onAsk }),
  ]
}

function promises(
  { smallestGroup, resultsBy }: Manifest,
  { say, count, date }: WelcomeLanguage,
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
function door(page: WelcomePage): HTMLElement {
  const { language, code, problem, onDropCarried, onContinue } = page
  const { say } = language
  const field =
    code &&
    codeField({
      id: 'code',
      label: say('code.label'),
      hint: say('code.hint'),
      problem,
      ...code,
    })
  const form = element(
    'form',
    { class: 'door', autocomplete: 'off', novalidate: '' },
    ...(onDropCarried ? carriedNote(say, onDropCarried) : []),
    field ?? problemNote(problem),
    element(
      'button',
      { type: 'submit', class: 'button wide' },
      say(onDropCarried ? 'carried.continue' : 'welcome.continue'),
    ),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    onContinue()
  })
  return form
}

/**
 * Whoever collected a ballot knows it again: an organiser could collect them all and send
 * links with ballots instead of codes. No page can tell; people can, once they are told.
 */
function carriedNote(
  say: WelcomeLanguage['say'],
  onDropCarried: () => void,
): readonly HTMLElement[] {
  return [
    element(
      'div',
      { class: 'note' },
      element('h3', { class: 'note-title' }, say('carried.title')),
      paragraph(say('carried.text')),
      button(say('carried.code'), onDropCarried, 'button button-quiet'),
    ),
  ]
}

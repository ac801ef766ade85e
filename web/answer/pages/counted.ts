import type { ManifestUnit } from '#surveys/ballot/manifest.ts'
import {
  button,
  type Child,
  element,
  pageTitle,
  paragraph,
  problemNote,
} from '../element.ts'
import type { Language } from '../language.ts'

export interface CountedPage {
  readonly unit: ManifestUnit
  readonly language: Language
  readonly problem: string | undefined
  readonly onBegin: () => void
  readonly onBack: () => void
}

/** Where the code says a person belongs, and what comes now. */
export function countedPage({
  unit,
  language: { say, count },
  problem,
  onBegin,
  onBack,
}: CountedPage): readonly Child[] {
  const [before = '', after = ''] = say('counted.title', { unit: gap }).split(gap)
  return [
    pageTitle(before, element('em', {}, unit.name), after),
    paragraph(count('counted.people', unit.headcount), 'intro'),
    paragraph(say('counted.text')),
    element('h3', {}, say('counted.ahead.title')),
    paragraph(say('counted.ahead.text')),
    element('h3', {}, say('counted.kept.title')),
    paragraph(say('counted.kept.text')),
    problemNote(problem),
    element(
      'div',
      { class: 'way' },
      button(say('form.back'), onBack, 'button button-quiet'),
      button(say('counted.begin'), onBegin),
    ),
  ]
}

/** Stands where the unit's name goes, so that the name can be an element of its own. */
const gap = '\u0000'

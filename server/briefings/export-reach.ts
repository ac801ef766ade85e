import type { ShareInTens, Tens } from '#analysis/orientation/reach.ts'
import { sessionTexts } from '#analysis/sessions-wording.ts'
import { type Locale, languageNames } from '#surveys/locale.ts'
import { say } from '#surveys/say.ts'
import { csvOf } from '../csv.ts'
import type { ReachPage } from './contract.ts'

/** The same as the page of reach, as a table: a line a figure. */
export function exportReach(reach: ReachPage, locale: Locale): string {
  const texts = sessionTexts[locale]
  const people = (tens: Tens) =>
    tens.kind === 'hidden'
      ? say(texts, 'reach.hidden')
      : say(texts, 'reach.at-least', { count: tens.atLeast })
  const share = (one: ShareInTens) =>
    one.kind === 'hidden' ? say(texts, 'reach.hidden') : String(one.percent)
  const all = say(texts, 'reach.all')
  return csvOf([
    [say(texts, 'reach.figure'), say(texts, 'reach.of'), say(texts, 'reach.value')],
    [say(texts, 'reach.reached'), `${all} (${reach.people})`, people(reach.reached)],
    [say(texts, 'reach.target'), all, say(texts, `reach.met.${reach.target}`)],
    ...reach.byShift.map(({ shift, reached }) => [
      say(texts, 'reach.shift'),
      say(texts, `shift.${shift}`),
      people(reached),
    ]),
    ...reach.byLanguage.map(({ language, reached }) => [
      say(texts, 'reach.language'),
      languageNames[language],
      people(reached),
    ]),
    ...reach.units.map(({ name, headcount, reached }) => [
      say(texts, 'reach.unit'),
      `${name} (${headcount})`,
      people(reached),
    ]),
    ...reach.quizzes.flatMap(({ kind, right }) =>
      right.map((one, index) => [
        say(texts, 'reach.quiz'),
        say(texts, 'reach.sentence', {
          kind: say(texts, `kind.${kind}`),
          number: index + 1,
        }),
        share(one),
      ]),
    ),
    ...reach.feedback.map(({ question, yes }) => [
      say(texts, 'reach.feedback'),
      say(texts, `feedback.${question}`),
      share(yes),
    ]),
  ])
}

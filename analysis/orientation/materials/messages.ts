import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import { surveyTexts } from '#surveys/wording.ts'
import { callout, chapter, fixed, list, type Part, paragraph } from '../blocks.ts'
import type { Paper } from '../document.ts'
import type { Passage, Voice } from '../voice.ts'
import { titled } from './paper.ts'

/** Each message, and how many days after the first day of the program it is sent. */
const mails = [
  ['leaders', -21],
  ['representatives', -7],
  ['launch', 0],
  ['week-1', 7],
  ['week-3', 21],
  ['week-6', 42],
  ['half-year', 182],
] as const

/** E-mail, text messages and lines for the pay slip, with the days on which they are sent. */
export function messages(voice: Voice): Paper<Passage> {
  const { line } = voice
  return titled('messages', voice, [
    chapter(
      line('messages.email.title'),
      mails.map(([mail, days]) => mailPart(voice, mail, days)),
    ),
    chapter(line('messages.themes.title'), themes(voice)),
    chapter(line('messages.sms.title'), [
      list([line('sms.1'), line('sms.2'), line('sms.3')]),
    ]),
    chapter(line('messages.payslip.title'), [
      list([line('payslip.1'), line('payslip.2')]),
    ]),
  ])
}

function mailPart(voice: Voice, mail: (typeof mails)[number][0], days: number): Part {
  const { line, lineAs, records } = voice
  const start = records.facts['start']
  const when = lineAs(`mail.${mail}.when`, 'messages.email.when', {
    date: start ? voice.date(dayAfter(start, days)) : { fact: 'start' },
    subject: line(`mail.${mail}.subject`).text,
  })
  return callout(when, line(`mail.${mail}.text`))
}

/** The day so many days after another; both as 2026-11-21. */
function dayAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

/** A theme for everybody's letterbox: nothing sensitive, and nothing but what help can be for. */
const isTheme = (construct: ConstructId): boolean =>
  !/^(work|help)\./.test(construct) && !constructOf(construct).sensitive

/** The greatest needs as themes. */
function themes({ line, locale, records }: Voice): readonly Part[] {
  const top = records.findings.needs.needs
    .map(({ construct }) => construct)
    .filter(isTheme)
    .slice(0, 3)
  if (top.length === 0) return [paragraph(line('messages.themes.none'))]
  return [
    paragraph(line('messages.themes.text')),
    list(top.map((construct) => fixed(surveyTexts[locale][`construct.${construct}`]))),
  ]
}

import type { AnnualLine } from './annual-lines.ts'

/**
 * What the invented provider of the example tells of the twelve months before, as it would be
 * written into the form.
 *
 * @param today as `2026-11-22`
 */
export function sampleTotals(
  today: string,
): Readonly<Partial<Record<AnnualLine, string>>> {
  const year = Number(today.slice(0, 4))
  const month = today.slice(5, 7)
  const last = new Date(Date.UTC(year, Number(month) - 2, 1)).toISOString().slice(0, 7)
  return {
    ...told,
    'about.from': `${year - 1}-${month}`,
    'about.to': last,
  }
}

const told: Readonly<Partial<Record<AnnualLine, string>>> = {
  'about.covered': '420',
  'about.family': 'yes',
  'about.case': 'session',
  'contacts.new': '46',
  'contacts.reopened': '4',
  'contacts.information': '31',
  'contacts.managers': '12',
  'contacts.groups': '3',
  'contacts.orientation': '260',
  'contacts.portal': '512',
  'quarter.q1': '12',
  'quarter.q2': '11',
  'quarter.q3': '10',
  'quarter.q4': '13',
  'route.self': '27',
  'route.manager': '11',
  'route.health': '6',
  'route.relations': '2',
  'route.other': '0',
  'topic.mind': '18',
  'topic.work': '13',
  'topic.relations': '6',
  'topic.care': '3',
  'topic.money': '3',
  'topic.body': '1',
  'topic.dependence': '2',
  'topic.other': '0',
  'mode.room': '19',
  'mode.phone': '14',
  'mode.video': '12',
  'mode.text': '1',
  'mode.other': '0',
  'language.en': '28',
  'language.sv': '14',
  'language.nb': '0',
  'language.nl': '1',
  'language.ro': '3',
  'language.other': '0',
  'flow.waiting': '4',
  'flow.soon': '32',
  'flow.sessions': '3.2',
  'flow.referred': '12',
  'flow.closed': '40',
  'flow.planned': '28',
  'satisfaction.asked': '40',
  'satisfaction.answered': '26',
  'satisfaction.satisfied': '15',
  'safety.complaints': '1',
  'safety.complaints-resolved': '1',
  'safety.breaches': '0',
  'outcome.started': '44',
  'outcome.matched': '31',
  'outcome.focus.before': '48',
  'outcome.focus.after': '60',
  'outcome.focus.spread': '22',
  'outcome.present.before': '71',
  'outcome.present.after': '78',
  'outcome.present.spread': '19',
  'outcome.engaged.before': '52',
  'outcome.engaged.after': '58',
  'outcome.engaged.spread': '20',
  'outcome.calm.before': '38',
  'outcome.calm.after': '55',
  'outcome.calm.spread': '21',
  'outcome.life.before': '49',
  'outcome.life.after': '57',
  'outcome.life.spread': '20',
  'vetting.counsellors': '6',
  'vetting.vetted': '6',
}

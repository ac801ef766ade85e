import type { AnnualLine } from '#analysis/review/annual-lines.ts'
import type { AnnualTotals } from '#analysis/review/annual-totals.ts'

/** What an invented provider tells of a year: 46 cases of 420 people. */
const numbers: Readonly<Partial<Record<AnnualLine, number>>> = {
  'contacts.new': 46,
  'contacts.reopened': 4,
  'contacts.information': 31,
  'contacts.managers': 12,
  'contacts.groups': 3,
  'contacts.orientation': 260,
  'contacts.portal': 512,
  'quarter.q1': 14,
  'quarter.q2': 11,
  'quarter.q3': 8,
  'quarter.q4': 13,
  'route.self': 27,
  'route.manager': 11,
  'route.health': 6,
  'route.relations': 2,
  'route.other': 0,
  'topic.mind': 19,
  'topic.work': 12,
  'topic.relations': 6,
  'topic.care': 3,
  'topic.money': 3,
  'topic.body': 1,
  'topic.dependence': 2,
  'topic.other': 0,
  'flow.waiting': 4,
  'flow.soon': 33,
  'flow.sessions': 3.2,
  'flow.referred': 7,
  'flow.closed': 40,
  'flow.planned': 28,
  'satisfaction.asked': 40,
  'satisfaction.answered': 26,
  'satisfaction.satisfied': 22,
  'safety.complaints': 1,
  'safety.complaints-resolved': 1,
  'safety.breaches': 0,
  'outcome.started': 44,
  'outcome.matched': 31,
  'outcome.calm.before': 38,
  'outcome.calm.after': 55,
  'outcome.calm.spread': 21,
}

export const totals: AnnualTotals = {
  from: '2025-10',
  to: '2026-09',
  covered: 420,
  family: true,
  cases: 'session',
  numbers,
}

export const withNumbers = (
  changed: Readonly<Partial<Record<AnnualLine, number>>>,
): AnnualTotals => ({ ...totals, numbers: { ...numbers, ...changed } })

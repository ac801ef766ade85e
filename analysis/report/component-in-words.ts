import type { DutyNote } from '../recommendation/duty-notes.ts'
import { evidenceSentenceOf } from '../recommendation/evidence.ts'
import type { Grading } from '../recommendation/explain-component.ts'
import type { Explanation } from '../recommendation/explanation.ts'
import type { AppliedRule } from '../recommendation/recommendation.ts'
import { ruleSentenceOf } from '../recommendation/rule-sentences.ts'
import type { ExplanationVoice } from './explanation-voice.ts'

/** Part 7: how well it is known to help, and from where. */
export function gradingInWords(
  { component, grading }: Pick<Explanation, 'component' | 'grading'>,
  voice: ExplanationVoice,
): readonly string[] {
  const { grade } = grading
  return [
    voice.why('explain.grade', {
      grade,
      sentence: voice.analysis(`evidence.${evidenceSentenceOf(component)}`),
    }),
    voice.catalogue(`component.${component}.evidence`),
    ...groundsInWords(grading, voice),
    voice.why('explain.two-statements'),
  ]
}

function groundsInWords(
  { sources, restsOn }: Grading,
  voice: ExplanationVoice,
): readonly string[] {
  if (restsOn !== 'publications') return [voice.why(`explain.${restsOn}`)]
  const published = sources.filter(({ kind }) => kind !== 'none')
  const written = published.map(({ authors, title, year, where, read }) => {
    const dated = year === null ? (authors ?? title) : `${authors ?? title} (${year})`
    return `${dated}, ${where} [${voice.catalogue(`read.${read}`)}]`
  })
  return [
    voice.why('explain.publications', { sources: written.join('; ') }),
    ...(published.length < sources.length ? [voice.why('explain.partly-read')] : []),
  ]
}

/** Part 8: how near the cause, and what must go with it for needs that are there. */
export function nearCauseInWords(
  { nearCause }: Pick<Explanation, 'nearCause'>,
  voice: ExplanationVoice,
): readonly string[] {
  const { level, accompaniments } = nearCause
  const name = voice.catalogue(`hierarchy.${level}`)
  const first = voice.why('explain.level', { level, name })
  if (level !== 4) return [first, voice.why('explain.alone')]
  const needed = accompaniments.filter(({ band }) => band !== null && band !== 'low')
  if (needed.length === 0) return [first, voice.why('explain.no-cause')]
  return [
    first,
    ...needed.flatMap(({ construct, anyOf, proposed }) => [
      voice.catalogue('hierarchy.together', {
        need: voice.need(construct),
        components: voice.anyComponents(anyOf),
      }),
      proposed
        ? voice.why('explain.proposed', { components: voice.components(proposed) })
        : voice.why('explain.not-proposed'),
    ]),
  ]
}

/** Part 9: what speaks against it, what it needs first, what the law says. */
export function conditionsInWords(
  { component, conditions }: Pick<Explanation, 'component' | 'conditions'>,
  voice: ExplanationVoice,
): readonly string[] {
  const { limits, requires, notes, country } = conditions
  return [
    voice.analysis(`component.${component}.mind`),
    ...limitsInWords(limits, component, voice),
    ...(requires.length > 0
      ? [voice.why('explain.requires', { components: voice.components(requires) })]
      : []),
    ...(country === null ? [voice.why('explain.country.unknown')] : []),
    ...(country !== null && notes.length === 0
      ? [voice.why('explain.country.none')]
      : []),
    ...notes.flatMap((note) => noteInWords(note, voice)),
  ]
}

/** One sentence a rule, with all the needs it is about here. */
function limitsInWords(
  limits: readonly AppliedRule[],
  component: Explanation['component'],
  voice: ExplanationVoice,
): readonly string[] {
  const byRule = Map.groupBy(limits, (limit) => ruleSentenceOf(limit, component))
  return [...byRule].map(([key, applied]) => {
    const sentence = voice.analysis(key)
    const needs = applied.flatMap(({ construct }) => construct ?? [])
    if (needs.length === 0) return sentence
    return voice.why('explain.about', { need: voice.needs(needs), sentence })
  })
}

function noteInWords(
  { says, status }: DutyNote,
  voice: ExplanationVoice,
): readonly string[] {
  return [
    voice.catalogue(`duty.${says}`),
    status.kind === 'checked'
      ? voice.catalogue('duty-status.checked', { month: voice.month(status.month) })
      : voice.catalogue('duty-status.unverified'),
  ]
}

/** Part 10: how people get it, in the words they are told, and who learns of it. */
export function accessInWords(
  { access }: Pick<Explanation, 'access'>,
  voice: ExplanationVoice,
): readonly string[] {
  const routes = access.routes.map((route) => voice.catalogue(`route.${route}`))
  return [
    voice.why('explain.routes', { routes: routes.join(' ') }),
    voice.why(`explain.confidentiality.${access.confidentiality}`),
  ]
}

/** Part 11: what to count, and when to look. */
export function evaluationInWords(
  { evaluation }: Pick<Explanation, 'evaluation'>,
  voice: ExplanationVoice,
): readonly string[] {
  const { measures, reviewMonths, hasTrustFirst } = evaluation
  const target = (measure: (typeof measures)[number]) =>
    measure.target === null ? {} : { target: Object.values(measure.target)[0] ?? '' }
  return [
    ...measures.map((measure) =>
      voice.catalogue(`measure.${measure.id}`, target(measure)),
    ),
    ...(measures.some(({ of }) => of === 'use') ? [voice.catalogue('measures.use')] : []),
    ...(hasTrustFirst ? [voice.why('explain.no-use-target')] : []),
    voice.why('explain.review', { months: reviewMonths }),
  ]
}

/** Part 12: who decided what, with the reasons they gave. */
export function decisionInWords(
  { decision }: Pick<Explanation, 'decision'>,
  voice: ExplanationVoice,
): readonly string[] {
  const { gate, override, decided } = decision
  const said = [
    ...(gate
      ? [
          voice.why('explain.gate', { reviewer: gate.reviewer, reason: gate.reason }),
          voice.why(`explain.gate.${gate.effect}`),
        ]
      : []),
    ...(override
      ? [
          voice.why(`explain.override.${override.effect}`, {
            tier: voice.analysis(`tier.${override.tier}`),
            reason: override.reason,
          }),
        ]
      : []),
    ...(decided
      ? [
          voice.why(decidedSentence(decided), { by: decided.by }),
          ...(decided.change
            ? [voice.why('explain.given-change', { change: decided.change })]
            : []),
          ...(decided.reason === ''
            ? []
            : [voice.why('explain.given-reason', { reason: decided.reason })]),
        ]
      : []),
  ]
  return said.length > 0 ? said : [voice.why('explain.undecided')]
}

function decidedSentence({
  adopted,
  change,
  isInPlace,
}: NonNullable<Explanation['decision']['decided']>) {
  if (!adopted) return 'explain.left-out'
  if (isInPlace) return 'explain.in-place'
  return change ? 'explain.changed' : 'explain.adopted'
}

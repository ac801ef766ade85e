import type { ConstructId } from '#surveys/constructs.ts'
import { locales } from '#surveys/locale.ts'
import { say } from '#surveys/say.ts'
import type { Needs } from '../needs/need.ts'
import { openChecks } from '../needs/validation.ts'
import type { Block, Section } from '../orientation/document.ts'
import { explanationVoice } from './explanation-voice.ts'
import type { Voice } from './findings-voice.ts'

/** What the limits of a report are read from. */
interface Basis {
  readonly needs: Needs
  readonly seed: string
  /** how each construct was read from another tool's data; empty for our own questions */
  readonly notes: Readonly<Partial<Record<ConstructId, string>>>
}

/** What was not checked yet, what was judged by experts, and how to compute it again. */
export function methodSection({ seed, notes, needs }: Basis, voice: Voice): Section {
  const { texts, locale } = voice
  const isOwn = Object.keys(notes).length === 0
  const { allOf, language } = explanationVoice(locale)
  const checks = openChecks(needs.validation).map(({ kind, locales }) =>
    say(texts, `validation.${kind}`, { languages: allOf(locales.map(language)) }),
  )
  return {
    title: say(texts, 'report.method.title'),
    blocks: [
      ...(isOwn ? [paragraph(say(texts, 'validity'))] : []),
      ...checks.map(paragraph),
      ...recordedChecks(needs, voice).map(paragraph),
      paragraph(say(texts, 'judgement')),
      paragraph(say(texts, 'report.method.seed', { seed })),
    ],
    notes: [],
  }
}

/** What somebody examined of the questions, by name and day. */
function recordedChecks({ validation }: Needs, { texts, locale }: Voice): string[] {
  const { language } = explanationVoice(locale)
  return locales.flatMap((one) => {
    const status = validation[one]
    if (!status) return []
    const { items, translation } = status
    const words = { language: language(one) }
    return [
      ...(items.kind === 'not-validated'
        ? []
        : [
            say(texts, 'validation.items-recorded', {
              ...words,
              by: items.by,
              on: items.on,
            }),
          ]),
      ...(translation.kind === 'checked'
        ? [
            say(texts, 'validation.translation-recorded', {
              ...words,
              by: translation.by,
              on: translation.on,
            }),
          ]
        : []),
    ]
  })
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

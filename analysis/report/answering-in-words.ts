import type { Locale } from '#surveys/locale.ts'
import { say, type Texts } from '#surveys/say.ts'
import type { Figure, ReleasedAnswering } from '../disclosure/disclosed.ts'

/**
 * How people answered, in sentences: how many count for the response rate, how many gave one
 * answer all the way down, where they stopped, and what nobody knows. None where nothing of
 * it may be shown.
 *
 * @param texts of the analysis and of the questionnaire in the language, together
 */
export function answeringInWords(
  { complete, straightLines, lastPart }: ReleasedAnswering,
  texts: Texts,
  locale: Locale,
): readonly string[] {
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const write = (figure: Figure): string => {
    if (figure.kind === 'hidden') return say(texts, 'hidden')
    const value = percent.format(figure.value)
    return figure.kind === 'shown' ? value : say(texts, figure.kind, { value })
  }
  if (complete.kind === 'hidden') return []
  const parts = Object.entries(lastPart).map(
    ([part, figure]) => `${say(texts, `part.${part}`)}: ${write(figure)}`,
  )
  return [
    say(texts, 'answering.complete', { share: write(complete) }),
    say(texts, 'answering.straight', { share: write(straightLines) }),
    ...(parts.length > 0
      ? [say(texts, 'answering.stopped', { parts: parts.join('; ') })]
      : []),
    say(texts, 'answering.abandoned'),
  ]
}

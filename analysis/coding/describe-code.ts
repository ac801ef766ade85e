import type { Locale } from '#surveys/locale.ts'
import { say } from '#surveys/say.ts'
import { surveyTexts } from '#surveys/wording.ts'
import { type CodebookText, codebookTexts } from '../codebook-wording.ts'
import { type BuiltInCode, builtInCodes } from './built-in-codes.ts'
import { type Codebook, type CodeId, constructOfCode } from './codebook.ts'

/** What a coder reads of a code. A code of one's own has a label and what it means. */
export interface CodeDescription {
  readonly label: string
  readonly means: string
  readonly useWhen?: string
  readonly notWhen?: string
  readonly example?: string
}

/**
 * What a code means, in a language. Codes of one's own stay in the language they were written.
 *
 * @throws RangeError for a code that the codebook does not have
 */
export function describeCode(
  codebook: Codebook,
  code: CodeId,
  locale: Locale,
): CodeDescription {
  const builtIn = builtInCodes.find((one) => one === code)
  if (builtIn) return describeBuiltIn(builtIn, locale)
  const own = codebook.own.find(({ id }) => id === code)
  if (!own) throw new RangeError(`expected a code of the codebook, got ${code}`)
  return { label: own.name, means: own.definition }
}

function describeBuiltIn(code: BuiltInCode, locale: Locale): CodeDescription {
  const texts = codebookTexts[locale]
  const construct = constructOfCode(code)
  return {
    label: construct
      ? say(surveyTexts[locale], `construct.${construct}`)
      : // Every built-in code that is no construct has a label; a test holds them to it.
        say(texts, `${code}.label` as CodebookText),
    means: say(texts, `${code}.means`),
    useWhen: say(texts, `${code}.use`),
    notWhen: say(texts, `${code}.not`),
    example: say(texts, `${code}.example`),
  }
}

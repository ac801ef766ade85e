import { type Codebook, type CodeId, freshCodebook } from '#analysis/coding/codebook.ts'
import { type CodeDescription, describeCode } from '#analysis/coding/describe-code.ts'
import { useLanguage } from '../language.tsx'

/** What a code means, in the language of the page; codes of one's own as they were written. */
export function useCodeWords(
  codebook: Codebook = freshCodebook,
): (code: CodeId) => CodeDescription {
  const { locale } = useLanguage()
  return (code) => describeCode(codebook, code, locale)
}

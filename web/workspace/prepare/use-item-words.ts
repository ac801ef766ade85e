import type { Questions } from '#server/assessments/contract.ts'
import { ownWords } from '#surveys/own-question.ts'
import { useLanguage } from '../../language.tsx'

/** What a question says, ours or the organization's, in the language of the page. */
export function useItemWords({ own }: Questions): (item: string) => string {
  const { sayIf, locale } = useLanguage()
  const words = ownWords(own, locale)
  return (item) => words[`item.${item}`] ?? sayIf(`item.${item}`)
}

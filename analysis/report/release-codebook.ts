import { composeQuestionnaire } from '#surveys/compose.ts'
import type { Locale } from '#surveys/locale.ts'
import { textsBeside } from '#surveys/module-wording.ts'
import { moduleIds } from '#surveys/optional-modules.ts'
import type { OwnQuestion } from '#surveys/own-question.ts'
import { itemsOf, optionKey, optionsOf } from '#surveys/questionnaire.ts'
import { type ExportText, exportTexts } from '../export-wording.ts'
import { analysisTexts } from '../wording.ts'
import type { ReleaseRow } from './release-rows.ts'

/** One name in a file of figures, and what it means. */
export interface CodebookEntry {
  /** a column, a reading, a figure, or a subject */
  readonly kind: string
  readonly name: string
  readonly meaning: string
}

/**
 * What every column, reading, figure and subject of a file of figures means, in one language.
 *
 * @param rows those of the file: what does not occur in it is left out
 * @param own the organization's own questions, which have their words with them
 */
export function codebookOf(
  rows: Iterable<ReleaseRow>,
  locale: Locale,
  own: readonly OwnQuestion[],
): readonly CodebookEntry[] {
  const texts = exportTexts[locale]
  const found = { figures: new Set<string>(), subjects: new Set<string>() }
  for (const { figure, about, background, category } of rows) {
    found.figures.add(figure)
    found.subjects.add(about)
    if (background) found.subjects.add(`item.${background}`)
    if (category) found.subjects.add(`item.${background}: ${category}`)
    const option = /^chosen\.(.*)$/.exec(figure)?.[1]
    if (option) found.subjects.add(`${about}: ${option}`)
  }
  const kinds = new Set([...found.figures].map((figure) => figure.split('.')[0] ?? ''))
  const subjects = namesOfSubjects(locale, own)
  return [
    ...entries('column', texts, 'export.column.'),
    ...entries('reading', texts, 'export.reading.'),
    ...entries('figure', texts, 'export.figure.').filter(({ name }) => kinds.has(name)),
    ...[...found.subjects].toSorted().flatMap((name) => {
      const meaning = subjects.get(name)
      return meaning ? [{ kind: texts['export.title.subjects'], name, meaning }] : []
    }),
  ]
}

type Texts = Readonly<Record<ExportText, string>>

function entries(
  kind: 'column' | 'reading' | 'figure',
  texts: Texts,
  prefix: string,
): readonly CodebookEntry[] {
  return Object.entries(texts)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, meaning]) => ({
      kind: texts[`export.title.${kind}s`],
      name: key.slice(prefix.length),
      meaning,
    }))
}

/** Constructs, wishes, barriers, and the questions with their answers. */
function namesOfSubjects(
  locale: Locale,
  own: readonly OwnQuestion[],
): ReadonlyMap<string, string> {
  const texts: Readonly<Record<string, string>> = {
    ...textsBeside(locale, own),
    ...analysisTexts[locale],
  }
  const under = (prefix: string, as: string) =>
    Object.entries(texts)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, text]) => [`${as}${key.slice(prefix.length)}`, text] as const)
  const everything = composeQuestionnaire({ modules: moduleIds, own })
  const questions = itemsOf(everything).flatMap((item) => [
    [`item.${item.id}`, texts[item.titleKey ?? `item.${item.id}`] ?? ''] as const,
    ...optionsOf(item.format).map(
      (option) =>
        [`item.${item.id}: ${option}`, texts[optionKey(item, option)] ?? ''] as const,
    ),
  ])
  return new Map([
    ...under('construct.', ''),
    ...under('option.wanted-services.', 'wanted.'),
    ...under('barrier.', 'barrier.'),
    ...questions,
  ])
}

import type { LeaveOut } from './draft.ts'
import { languageTag } from './language-tags.ts'
import { UnreadableFile } from './left-out.ts'
import type { Sheet } from './read-workbook.ts'

/** One line of a sheet of an XLSForm. */
export interface FormRow {
  /** as a spreadsheet numbers it */
  readonly number: number
  /** the cell below a heading in small letters; empty where there is none */
  readonly cell: (heading: string) => string
  /** the cells below `label`, `label::English (en)`, … by language */
  readonly words: (heading: string) => ReadonlyMap<string, string>
  /** whether anything stands below headings that begin so */
  readonly hasAny: (beginning: string) => boolean
}

interface Heading {
  readonly plain: string
  readonly name: string
  /** undefined where it names none, null where it names one nobody knows */
  readonly language: string | undefined | null
}

/**
 * The lines below the headings of a sheet.
 *
 * @throws UnreadableFile `column-missing` where a heading that has to be there is not
 */
export function formRows(
  sheet: Sheet,
  needed: readonly string[],
  {
    where,
    main,
    leave,
  }: { readonly where: string; readonly main: string; readonly leave: LeaveOut },
): readonly FormRow[] {
  const first = sheet.findIndex((row) => row.some((cell) => cell.trim() !== ''))
  const headings = (sheet[first] ?? []).map(readHeading)
  for (const each of needed) {
    if (!headings.some(({ plain }) => plain === each)) {
      throw new UnreadableFile('column-missing', `${where}: ${each}`)
    }
  }
  for (const { language, plain } of headings) {
    if (language === null) leave('language-unknown', `${where}: ${plain}`)
  }
  return sheet
    .map((cells, index) => rowOf(cells, index + 1, headings, main))
    .slice(first + 1)
    .filter((_, index) => sheet[first + 1 + index]?.some((cell) => cell.trim() !== ''))
}

function rowOf(
  cells: readonly string[],
  number: number,
  headings: readonly Heading[],
  main: string,
): FormRow {
  const at = (index: number): string => (cells[index] ?? '').trim()
  return {
    number,
    cell: (heading) => at(headings.findIndex(({ plain }) => plain === heading)),
    words(heading) {
      const words = new Map<string, string>()
      for (const [index, { name, language }] of headings.entries()) {
        if (name !== heading || language === null || at(index) === '') continue
        words.set(language ?? main, at(index))
      }
      return words
    },
    hasAny: (beginning) =>
      headings.some(
        ({ plain }, index) => plain.startsWith(beginning) && at(index) !== '',
      ),
  }
}

/** `label::English (en)`, and as older forms wrote it: `label:English`, `media::image::English`. */
function readHeading(heading: string): Heading {
  const plain = heading
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/^list name$/, 'list_name')
  const [name = '', ...rest] = plain.split(/::?/).map((part) => part.trim())
  if (name !== 'label' && name !== 'hint') return { plain, name, language: undefined }
  const named = rest.join(' ')
  return {
    plain,
    name,
    language: named === '' ? undefined : (languageTag(named) ?? null),
  }
}

import { randomUUID } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { builtInCodes } from '#analysis/coding/built-in-codes.ts'
import type { Codebook } from '#analysis/coding/codebook.ts'
import type { Coding } from '#analysis/coding/coding.ts'
import type { Session } from '#analysis/coding/session.ts'
import type { Random } from '#analysis/statistics/random.ts'
import type { Segment } from '#surveys/focus-groups/segment.ts'
import type { Locale } from '#surveys/locale.ts'
import { declaration, element, textElement } from '../xml.ts'
import { guidOfCode, guidOfName, readGuid } from './guids.ts'
import { type NumberedGroup, numberGroups } from './numbered-groups.ts'
import { writeNote } from './segment-note.ts'
import { origin, writeCodes } from './write-codebook.ts'

export const projectNamespace = 'urn:QDA-XML:project:1.0'

/** What is exported: everything said and coded, before or after reconciling. */
export interface CodedStudy {
  readonly codebook: Codebook
  readonly sessions: readonly Session[]
  readonly segments: readonly Segment[]
  readonly codings: readonly Coding[]
}

/** No zip entry tells when it was made: this is the earliest day the format knows. */
const noDay = new Date(1980, 0, 1)

/**
 * A study as other programs read it (QDPX): a zip with `project.qde` and one text a group.
 * Groups and coders are numbers; no unit, no month, no time beside what was said.
 *
 * @param random for the order of groups; must not be foreseeable
 * @throws Refusal `groups-too-few-to-export` below two groups
 * @see REFI-QDA 1.5 (2019), 5.3, 7 and 9.2; qdasoftware.org
 */
export function writeProject(
  study: CodedStudy,
  locale: Locale,
  random: Random,
): Uint8Array {
  const groups = numberGroups(study.sessions, study.segments, random).map((group) => {
    // Fresh each time: a group's own id stands beside its month elsewhere.
    return { ...group, guid: randomUUID() }
  })
  const coders = [...new Set(study.codings.map(({ coder }) => coder))]
    .map((coder) => ({ coder, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ coder }, index) => ({
      coder,
      name: `Coder ${index + 1}`,
      guid: randomUUID(),
    }))
  const guidOfCoder = new Map(coders.map(({ coder, guid }) => [coder, guid]))
  const users = coders.map(({ guid, name }) => element('User', { guid, name }))
  const codes = [...builtInCodes, ...study.codebook.own.map(({ id }) => id)]
  const project = element(
    'Project',
    { xmlns: projectNamespace, name: 'Focus groups', origin },
    [
      ...(users.length > 0 ? [element('Users', {}, users)] : []),
      element('CodeBook', {}, [writeCodes(study.codebook, codes, locale)]),
      element(
        'Sources',
        {},
        groups.map((group) => writeSource(group, study.codings, guidOfCoder)),
      ),
    ],
  )
  const texts = groups.map((group) => {
    return [`Sources/${group.guid}.txt`, strToU8(textOf(group))] as const
  })
  return zipSync(
    { 'project.qde': strToU8(declaration + project), ...Object.fromEntries(texts) },
    { mtime: noDay },
  )
}

/** One paragraph for each segment. */
function textOf({ segments }: NumberedGroup): string {
  return segments.map(({ text }) => `${text}\n`).join('')
}

function writeSource(
  group: NumberedGroup & { readonly guid: string },
  codings: readonly Coding[],
  guidOfCoder: ReadonlyMap<string, string>,
): string {
  let start = 0
  const selections = group.segments.map((segment) => {
    // Positions count code points, the first is 0, the end stands behind the last.
    const end = start + [...segment.text].length
    const own = codings.filter((coding) => coding.segment === segment.id)
    const written = element(
      'PlainTextSelection',
      {
        guid: readGuid(segment.id) ?? guidOfName(segment.id),
        startPosition: String(start),
        endPosition: String(end),
      },
      [
        textElement('Description', writeNote(segment)),
        ...own.map(({ code, coder }) =>
          element(
            'Coding',
            { guid: randomUUID(), creatingUser: guidOfCoder.get(coder) },
            [element('CodeRef', { targetGUID: guidOfCode(code) })],
          ),
        ),
      ],
    )
    start = end + 1
    return written
  })
  const { guid, number } = group
  const plainTextPath = `internal://${guid}.txt`
  return element(
    'TextSource',
    { guid, name: `Group ${number}`, plainTextPath },
    selections,
  )
}

import { HandIn, Receipt } from '#server/group-notes/contract.ts'
import { groupTopics } from '#surveys/focus-group-form.ts'
import {
  canonicalNotes,
  inNoOrder,
  judgeText,
  type RoomNotes,
} from '#surveys/focus-groups/room-notes.ts'
import { type NameFilter, openNameFilter } from '#surveys/personal-details/name-filter.ts'
import { ask, groupNotes } from '../api.ts'
import type { Note, Notebook } from './notebook.ts'

/** What notes are searched with: the year, and the names of those who were asked where there are any. */
export interface Circumstances {
  readonly thisYear: number
  readonly roster?: NameFilter
}

export function circumstancesOf({ kit }: Notebook): Circumstances {
  const thisYear = new Date().getFullYear()
  if (!kit.names) return { thisYear }
  const bytes = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
  const roster = openNameFilter(bytes(kit.names.filter), bytes(kit.names.key))
  return { thisYear, roster }
}

/** The notes that may leave the device, and those that stay until somebody mends them. */
export function sorted(
  notes: readonly Note[],
  circumstances: Circumstances,
): { readonly ready: readonly Note[]; readonly staying: readonly Note[] } {
  const mayLeave = ({ text, isHarmless }: Note): boolean =>
    judgeText(text, isHarmless, circumstances).mayLeave
  return {
    ready: notes.filter(mayLeave),
    staying: notes.filter((note) => !mayLeave(note)),
  }
}

/** What the server shall have of a notebook: ready notes alone, in no order. */
export function handInOf(notebook: Notebook, circumstances: Circumstances): HandIn {
  const { beginning, id, votes, asked, distressProtocolUsed, memberCheck } = notebook
  const { participants, consents, unitMix, powerCheck } = beginning
  const notes = inNoOrder({
    participants: participants ?? 0,
    unitMix: unitMix === 'cross-unit' ? unitMix : 'several-units',
    distressProtocolUsed,
    memberCheck,
    asked,
    votes: groupTopics.map((construct) => ({ construct, votes: votes[construct] ?? 0 })),
    segments: sorted(notebook.notes, circumstances).ready.map(
      ({ isHarmless: _, ...segment }) => segment,
    ),
  })
  return { ...notes, notebook: id, consents: consents ?? 0, powerCheck } satisfies HandIn
}

/**
 * Hands in what may leave the device. Whatever goes wrong on the way, it can be done again.
 *
 * @returns whether the server says by its digest that it has all of it, letter by letter
 * @throws Refused
 */
export async function sendNotes(
  { kit }: Notebook,
  handed: HandIn,
): Promise<'all-there' | 'differs'> {
  const receipt = await ask(
    Receipt,
    groupNotes[':id'][':session'].$put({
      param: { id: kit.assessment.id, session: kit.session.id },
      json: HandIn.parse(handed),
    }),
  )
  const own = await digestOf(handed)
  return receipt.digest === own ? 'all-there' : 'differs'
}

async function digestOf(notes: RoomNotes): Promise<string> {
  const text = new TextEncoder().encode(canonicalNotes(notes))
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

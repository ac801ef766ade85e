import { bare, fixed, type Part } from './blocks.ts'
import type { Passage, Voice } from './voice.ts'

const doors = ['worry', 'tasks', 'harassment', 'rules', 'illness', 'danger'] as const

/** Which door for what: the words alone, as they stand where everybody may read. */
export function doorTable({ line }: Voice): Part {
  return {
    kind: 'table',
    head: [line('door.head.what'), line('door.head.where')],
    rows: doors.map((door) => [line(`door.${door}`), line(`door.${door}.where`)]),
    caption: line('door.caption'),
  }
}

const contactOf = {
  tasks: 'safety',
  harassment: 'report',
  rules: 'relations',
  illness: 'occupational',
} as const

/** The same with the people and numbers behind each door, for those who work here. */
export function doorTableWithContacts(voice: Voice): Part {
  const { line } = voice
  return {
    kind: 'table',
    head: [line('door.head.what'), line('door.head.where'), line('door.head.contact')],
    rows: doors.map((door) => [
      line(`door.${door}`),
      line(`door.${door}.where`),
      contactAt(voice, door),
    ]),
    caption: line('door.caption'),
  }
}

function contactAt({ records, locale, byFact, line }: Voice, door: string): Passage {
  if (door === 'danger') return { ...line('easy.danger.1'), id: 'door.danger.contact' }
  const fact =
    door === 'worry' ? `phone.${locale}` : contactOf[door as keyof typeof contactOf]
  const known = records.facts[fact]
  return known ? bare(`door.${door}.contact`, known) : byFact(fact, {})
}

const reportRows = ['cases', 'topics', 'waiting', 'satisfied', 'complaints'] as const

/** What the employer gets, in short and without a number in it; a material has every line. */
export function emptyReport({ line }: Voice): Part {
  return {
    kind: 'table',
    head: [line('report.head.what'), line('report.head.number')],
    rows: reportRows.map((row) => [line(`report.${row}`), fixed('…')]),
    caption: line('report.caption'),
  }
}

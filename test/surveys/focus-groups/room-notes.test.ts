import { describe, expect, it } from 'vitest'
import {
  canonicalNotes,
  judgeText,
  type RoomNotes,
} from '#surveys/focus-groups/room-notes.ts'

const thisYear = 2026

const notes: RoomNotes = {
  participants: 5,
  unitMix: 'cross-unit',
  distressProtocolUsed: false,
  memberCheck: 'agreed',
  asked: [2, 1],
  votes: [
    { construct: 'work.demands', votes: 2 },
    { construct: 'bio.sleep', votes: 3 },
  ],
  segments: [
    { id: 'b', question: 1, text: 'Two', speakers: 1, intensity: 1, tone: 'wish' },
    { id: 'a', question: 2, text: 'One', speakers: 2, intensity: 3, tone: 'cause' },
  ],
}

describe('notes as one text', () => {
  it('are the same in whatever order they were typed', () => {
    const turned: RoomNotes = {
      ...notes,
      asked: notes.asked.toReversed(),
      votes: notes.votes.toReversed(),
      segments: notes.segments.toReversed(),
    }

    expect(canonicalNotes(turned)).toBe(canonicalNotes(notes))
  })

  it('differ with every letter and every number', () => {
    const reworded = notes.segments.map((one) => ({ ...one, text: `${one.text}.` }))
    const others: readonly RoomNotes[] = [
      { ...notes, participants: 6 },
      { ...notes, distressProtocolUsed: true },
      { ...notes, asked: [1] },
      { ...notes, votes: notes.votes.slice(1) },
      { ...notes, segments: notes.segments.slice(1) },
      { ...notes, segments: reworded },
    ]

    const texts = new Set([notes, ...others].map(canonicalNotes))

    expect(texts.size).toBe(others.length + 1)
  })
})

describe('a note', () => {
  it('may leave the device when nothing was found in it', () => {
    expect(judgeText('The rota comes too late.', false, { thisYear }).mayLeave).toBe(true)
  })

  it('with what may be a name stays until somebody says that it names nobody', () => {
    const text = 'People here miss Kransholm, the old canteen.'

    expect(judgeText(text, false, { thisYear }).mayLeave).toBe(false)
    expect(judgeText(text, true, { thisYear }).mayLeave).toBe(true)
  })

  it('with what is surely a person stays, whatever anybody says', () => {
    const text = 'Ring 811218-9876.'

    expect(judgeText(text, true, { thisYear }).mayLeave).toBe(false)
  })
})

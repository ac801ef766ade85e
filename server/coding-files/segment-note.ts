import type { Segment, SegmentDraft } from '#surveys/focus-groups/segment.ts'

type Noted = Omit<SegmentDraft, 'text'>

const note = /^question (\d+); speakers (\d+); intensity (\d+); tone ([a-z]+)$/

/** What the exchange format has no place for, as a note beside the selection. */
export function writeNote({ question, speakers, intensity, tone }: Segment): string {
  return `question ${question}; speakers ${speakers}; intensity ${intensity}; tone ${tone}`
}

/** The same read back; nothing where another program or person wrote something else. */
export function readNote(text: string): Noted {
  const found = note.exec(text.trim())
  if (!found) return { question: null, speakers: null, intensity: null, tone: null }
  const [, question, speakers, intensity, tone = null] = found
  return {
    question: Number(question),
    speakers: Number(speakers),
    intensity: Number(intensity),
    tone,
  }
}

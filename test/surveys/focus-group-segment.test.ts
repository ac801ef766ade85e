import { describe, expect, it } from 'vitest'
import { checkSegment, type SegmentDraft } from '#surveys/focus-groups/segment.ts'

const draft: SegmentDraft = {
  text: 'The rota comes too late.',
  question: 3,
  speakers: 4,
  intensity: 2,
  tone: 'problem',
}

const problemsOf = (change: Partial<SegmentDraft>) => {
  const checked = checkSegment({ ...draft, ...change }, 6)
  return checked.kind === 'problems' ? checked.problems : []
}

describe('a segment', () => {
  it('is what was said, once everything about it is', () => {
    expect(checkSegment(draft, 6)).toEqual({ kind: 'segment', content: draft })
  })

  it('is one paragraph, however it was typed', () => {
    const checked = checkSegment({ ...draft, text: '  The rota\r\n\tcomes late. ' }, 6)

    expect(checked).toMatchObject({ content: { text: 'The rota comes late.' } })
  })

  it('has 1 to 400 characters as people count them', () => {
    expect(problemsOf({ text: '   ' })).toEqual(['text-empty'])
    expect(problemsOf({ text: '😀'.repeat(400) })).toEqual([])
    expect(problemsOf({ text: '😀'.repeat(401) })).toEqual(['text-too-long'])
  })

  it.each([
    ['a control character', 'a\u{0}b'],
    ['a letter that turns the reading order', 'a\u{202e}b'],
    ['half a character', 'a\u{d83d}b'],
  ])('hides nothing: %s is refused', (_, text) => {
    expect(problemsOf({ text })).toEqual(['text-not-plain'])
  })

  it('was said by one participant at least, and by no more than were there', () => {
    expect(problemsOf({ speakers: 0 })).toEqual(['speakers'])
    expect(problemsOf({ speakers: 6 })).toEqual([])
    expect(problemsOf({ speakers: 7 })).toEqual(['speakers'])
    expect(problemsOf({ speakers: 1.5 })).toEqual(['speakers'])
  })

  it('says everything that is wrong at once', () => {
    const nothing = { text: '', question: 0, speakers: null, intensity: 4, tone: 'loud' }

    expect(problemsOf(nothing)).toEqual([
      'text-empty',
      'question',
      'speakers',
      'intensity',
      'tone',
    ])
  })
})

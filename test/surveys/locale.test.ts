import { describe, expect, it } from 'vitest'
import { chooseLocale, locales } from '#surveys/locale.ts'

describe('the language of the page', () => {
  it('is the one asked for, whatever the browser reads', () => {
    expect(chooseLocale('nl', ['ro'], locales)).toBe('nl')
  })

  it('is the first of the reader’s languages that is offered', () => {
    expect(chooseLocale(null, ['fi-FI', 'ro-MD', 'en'], locales)).toBe('ro')
  })

  it('is bokmål for every kind of Norwegian', () => {
    for (const tag of ['no', 'nb-NO', 'nn']) {
      expect(chooseLocale(null, [tag], locales)).toBe('nb')
    }
  })

  it('is the first one offered when none is read, or when what is asked for is none', () => {
    expect(chooseLocale(null, ['fi'], ['sv', 'en'])).toBe('sv')
    expect(chooseLocale('../en', [], ['sv', 'en'])).toBe('sv')
  })

  it('is never one that the survey does not offer', () => {
    expect(chooseLocale('nl', ['nl', 'en'], ['sv', 'en'])).toBe('en')
  })
})

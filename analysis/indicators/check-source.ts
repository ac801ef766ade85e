import { longestSource } from './limits.ts'

/**
 * Whether a source says where a figure comes from and nobody's name: short, no e-mail address,
 * no number as long as those that states and employers give to people. Catches the obvious
 * only; a name in plain words passes.
 */
export function sourceFault(source: string): 'missing' | 'long' | 'personal' | null {
  if (source === '') return 'missing'
  if (source.length > longestSource) return 'long'
  return namesSomebody(source) ? 'personal' : null
}

/** An e-mail address, more than six digits in a row, or six and then four or five. */
export function namesSomebody(text: string): boolean {
  return /\S@\S/.test(text) || /\d{7}/.test(text) || /\d{6}[-+. ]\d{4,5}(?!\d)/.test(text)
}

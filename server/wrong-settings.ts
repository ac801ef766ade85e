import { forTests, type SettingName, settings } from './settings.ts'

/** Settings that cannot be used: one sentence each, which says what to write instead. */
export class WrongSettings extends RangeError {
  readonly sentences: readonly string[]

  constructor(sentences: readonly string[]) {
    const several = `${sentences.length} settings cannot be used:\n- ${sentences.join('\n- ')}`
    super(sentences.length === 1 ? sentences[0] : several)
    this.name = 'WrongSettings'
    this.sentences = sentences
  }
}

/** Says of one setting what it must be, with an example, and what it is. */
export function wrongSetting(
  name: SettingName,
  expected: string,
  found: string | undefined,
): WrongSettings {
  const { example } = settings[name]
  const wanted = `${expected}, for example ${example}`
  if (found === undefined) {
    return new WrongSettings([`${name} is not set: it must be ${wanted}`])
  }
  const isSecret = 'isSecret' in settings[name]
  const got = isSecret ? 'what it is set to is not shown here' : `got "${found}"`
  return new WrongSettings([`${name} must be ${wanted}; ${got}`])
}

type Parts = Readonly<Record<string, () => unknown>>

/**
 * Reads every part, also when one of them cannot be read.
 *
 * @throws WrongSettings naming all that is wrong, each once
 */
export function readAll<Read extends Parts>(
  parts: Read,
): { readonly [Name in keyof Read]: ReturnType<Read[Name]> } {
  const wrong = new Set<string>()
  const read = Object.entries(parts).map(([name, part]) => {
    try {
      return [name, part()] as const
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      const sentences = error instanceof WrongSettings ? error.sentences : [error.message]
      for (const sentence of sentences) wrong.add(sentence)
      return [name, undefined] as const
    }
  })
  if (wrong.size > 0) throw new WrongSettings([...wrong])
  return Object.fromEntries(read) as { [Name in keyof Read]: ReturnType<Read[Name]> } // none threw
}

/** A name somebody mistyped would leave a setting as it usually is, without a word. */
export function refuseUnknown(environment: Readonly<Record<string, unknown>>): void {
  const known = [...Object.keys(settings), ...forTests]
  const wrong = Object.keys(environment)
    .filter((name) => name.startsWith('GROUNDWORK_') && !known.includes(name))
    .map((name) => `${name} is not a setting${nearest(name, Object.keys(settings))}`)
  if (wrong.length > 0) throw new WrongSettings(wrong)
}

const mostEdits = 3

function nearest(name: string, known: readonly string[]): string {
  const [best] = known
    .map((one) => ({ one, edits: editsBetween(name, one) }))
    .toSorted((a, b) => a.edits - b.edits)
  return best && best.edits <= mostEdits
    ? `: did you mean ${best.one}?`
    : ': OPERATING.md lists those there are'
}

/** How many letters to put in, take out or change (Levenshtein). */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1]
    for (const [index, other] of [...to].entries()) {
      const changed = (row[index] ?? 0) + (letter === other ? 0 : 1)
      const shorter = Math.min(row[index + 1] ?? 0, next[index] ?? 0) + 1
      next.push(Math.min(changed, shorter))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

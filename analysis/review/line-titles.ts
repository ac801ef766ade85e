import type { AnnualText } from '../annual-wording.ts'
import {
  type AnnualLine,
  type AnnualPart,
  annualTableIds,
  kindOf,
  type OutcomeKind,
  partOf,
} from './annual-lines.ts'
import type { AnnualVoice } from './annual-voice.ts'

/** What a line of the report is called; outcome lines are put together. */
export function lineTitle(line: AnnualLine, { say }: Pick<AnnualVoice, 'say'>): string {
  const [, kind = '', which] = line.split('.')
  if (which === 'before' || which === 'after' || which === 'spread') {
    const what = say(`annual.outcome.${kind as OutcomeKind}`) // between two points
    return say(`annual.which.${which}`, { what })
  }
  return say(`annual.${line}` as AnnualText) // every other line has a name of its own
}

export const partTitle = (part: AnnualPart, { say }: Pick<AnnualVoice, 'say'>): string =>
  say(`annual.part.${part}`)

/** What goes into a line, in a few words. */
export function lineHelp(line: AnnualLine, { say }: Pick<AnnualVoice, 'say'>): string {
  if (line === 'about.covered') return say('annual.help.about.covered')
  const part = partOf(line)
  const isPart = part === 'quarter' || annualTableIds.some((table) => table === part)
  return say(isPart ? 'annual.help.table' : `annual.help.${kindOf(line)}`)
}

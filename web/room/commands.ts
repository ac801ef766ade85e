import {
  type Intensity,
  intensities,
  type RouteQuestion,
  routeQuestions,
  type Tone,
} from '#surveys/focus-groups/segment.ts'

/** Letters that stand for a tone, the same in every language; the page shows them beside it. */
export const toneLetters: Readonly<Record<Tone, string>> = {
  problem: 'p',
  cause: 'c',
  wish: 'w',
  barrier: 'b',
  strength: 's',
  disagreement: 'd',
}

export type Command =
  | { readonly kind: 'question'; readonly question: RouteQuestion }
  | { readonly kind: 'speakers'; readonly speakers: number }
  | { readonly kind: 'intensity'; readonly intensity: Intensity }
  | { readonly kind: 'tone'; readonly tone: Tone }
  | { readonly kind: 'distress' }

const word = /(?<=^|\s)\/([1-9]|x\d{1,2}|!{1,3}|[pcwbsdh])\s/giu

/**
 * Finds what somebody typed to steer the page, a word that begins with a slash: `/5` question,
 * `/x3` speakers, `/!!` intensity, `/w` tone, `/h` distress protocol. Shortcuts with Ctrl or Alt
 * belong to browsers and keyboard layouts, and differ on each.
 *
 * @param text as typed; a command counts once a space follows
 * @returns the text without them, and the commands in their order
 */
export function readCommands(text: string): {
  readonly text: string
  readonly commands: readonly Command[]
} {
  const commands: Command[] = []
  const rest = text.replace(word, (_, typed: string) => {
    const command = commandOf(typed.toLowerCase())
    if (command) commands.push(command)
    return ''
  })
  return { text: rest, commands }
}

function commandOf(typed: string): Command | null {
  if (typed === 'h') return { kind: 'distress' }
  const tone = (Object.keys(toneLetters) as Tone[]).find(
    (one) => toneLetters[one] === typed,
  )
  if (tone) return { kind: 'tone', tone }
  if (typed.startsWith('x')) return { kind: 'speakers', speakers: Number(typed.slice(1)) }
  const intensity = intensities.find((one) => '!'.repeat(one) === typed)
  if (intensity) return { kind: 'intensity', intensity }
  const question = routeQuestions.find((one) => String(one) === typed)
  return question ? { kind: 'question', question } : null
}

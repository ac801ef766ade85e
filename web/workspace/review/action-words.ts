import type { Actions } from '#server/follow-up/contract.ts'
import { useLanguage } from '../../language.tsx'

type Entry = Actions['log'][number]
type Said = Extract<Entry, { kind: 'said' }>

/** What was said or decided, in words, and by whom. */
export function useActionWords(): {
  readonly standing: (said: Said) => string
  readonly what: (entry: Entry) => string
  readonly signature: (entry: Entry) => string
} {
  const { say, date, month } = useLanguage()
  const standing = ({ done, since, reach }: Said): string => {
    const when =
      since === null ? '' : ` ${say('waves.since.text', { month: month(since) })}`
    return `${say(`waves.done.${done}`)}${when}. ${say(`waves.reach.${reach}`)}.`
  }
  return {
    standing,
    what: (entry) =>
      entry.kind === 'said' ? standing(entry) : say(`waves.settle.${entry.verdict}`),
    signature: ({ by, role, on }) => [by, say(`log.role.${role}`), date(on)].join(', '),
  }
}

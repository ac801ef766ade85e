import { queryOptions } from '@tanstack/react-query'
import { InterviewDoor } from '#server/interviews/contract.ts'
import { ask, interviewDoor, Refused } from '../../api.ts'
import type { Said } from '../../manager-interview/interview-form.tsx'
import { readKept } from './kept.ts'

/** What is behind the link, and with which secret to go on. */
export interface Opened {
  readonly door: InterviewDoor
  readonly secret: string
  /** what was prepared on this device and not handed in */
  readonly draft: Said | null
}

/**
 * Opens the manager's page. On the device where the answers were handed in, the link that is
 * spent leads on, because the next one was kept there.
 */
export const doorQuery = (link: string) =>
  queryOptions<Opened, Refused>({
    queryKey: ['interview-door', link],
    queryFn: () => open(link),
    refetchOnWindowFocus: false,
    retry: false,
  })

async function open(link: string): Promise<Opened> {
  const kept = await readKept(link)
  if (kept?.next) {
    const next = kept.next
    const door = await look(next).catch((error: unknown) => {
      // Handing in broke off before the server heard of it: the first link still leads on.
      if (error instanceof Refused && error.code === 'interview-link-unknown') return null
      throw error
    })
    if (door) return { door, secret: next, draft: null }
  }
  return { door: await look(link), secret: link, draft: kept?.said ?? null }
}

function look(secret: string): Promise<InterviewDoor> {
  return ask(InterviewDoor, interviewDoor.look.$post({ json: { secret } }))
}

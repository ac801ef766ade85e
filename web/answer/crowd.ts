import { doWork } from '#surveys/ballot/work.ts'
import { ask, readRecord, send } from './ask.ts'

/** After so long somebody wants to know why it takes so long. */
const longMilliseconds = 1_500
const attempts = 6

let tell: () => void = () => undefined

/** @param listener told when a door is so crowded that it takes long */
export function hearOfCrowds(listener: () => void): void {
  tell = listener
}

/**
 * Asks like `ask`. Where too many ask at once, the door lets in who did some work first: that is
 * done here, a few milliseconds at a time, and the request is sent again.
 *
 * @returns null when no response came; the refusal when the door stayed closed
 */
export async function askAtDoor(
  address: string,
  method: 'POST' | 'PUT',
  body: object,
): Promise<Response | null> {
  let isWorking = false
  const long = setTimeout(() => isWorking && tell(), longMilliseconds)
  try {
    let response = await ask(address, send(method, body))
    for (let attempt = 1; attempt < attempts && response?.status === 429; attempt += 1) {
      isWorking = true
      const work = await workAsked(response.clone())
      if (work === null) return response
      response = await ask(address, send(method, { ...body, work }))
    }
    return response
  } finally {
    clearTimeout(long)
  }
}

/** @returns what to show at the door; null where it asks for none */
async function workAsked(refusal: Response): Promise<string | null> {
  const challenge = (await readRecord(refusal))?.['work']
  if (typeof challenge !== 'string') return null
  const found = await doWork(challenge, breath)
  return found && `${challenge}.${found}`
}

/** The page answers to taps meanwhile. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

import { forgetOffline } from './offline.ts'
import { clearShelf } from './shelf.ts'

/** Takes a session off the device: the sealed notebook first, then what the page itself left. */
export async function wipeDevice(session: string): Promise<void> {
  await clearShelf(session)
  await forgetOffline()
}

import type { AssessmentId } from '../assessments/contract.ts'
import type { Presence } from '../database/presence.ts'
import type { Tell } from '../events.ts'

/** What a batch is handed: where it says how far it is (0–1), and asks whether it is to stop. */
export interface Errand {
  report(done: number): void
  isToStop(): boolean
}

/** Batches of mail that go out now. In memory only: a restart begins the rest of each anew. */
export interface Mailroom {
  /** Starts a batch in the background, unless one of this assessment goes on in any process. */
  begin(id: AssessmentId, work: (errand: Errand) => Promise<void>): void
  /**
   * @returns 0–1; null when nothing of the assessment goes out just now. How far another
   *   process is, is not known here: 0
   */
  progressOf(id: AssessmentId): Promise<number | null>
  /** notes an address that the mail server would not take */
  returned(id: AssessmentId, address: string): void
  /** the addresses of the last batch that would not be taken: kept nowhere else */
  returnedOf(id: AssessmentId): readonly string[]
  forget(id: AssessmentId): void
  /** asks every batch to stop where it is, and waits until they have */
  end(): Promise<void>
}

const batchOf = (id: AssessmentId): string => `mail of ${id}`

export function createMailroom({
  tell,
  presence,
}: {
  readonly tell: Tell
  readonly presence: Presence
}): Mailroom {
  const progress = new Map<AssessmentId, number>()
  const returned = new Map<AssessmentId, readonly string[]>()
  const going = new Map<AssessmentId, Promise<void>>()
  let isEnding = false
  return {
    begin(id, work) {
      if (going.has(id)) return
      progress.set(id, 0)
      const batch = presence
        .unlessUnderWay(batchOf(id), (isHeld) =>
          work({
            report: (done) => progress.set(id, done),
            isToStop: () => isEnding || !isHeld(),
          }),
        )
        .then(
          () => undefined,
          (error: unknown) => tell({ event: 'failed', error }),
        )
        .finally(() => {
          going.delete(id)
          progress.delete(id)
        })
      going.set(id, batch)
    },
    async progressOf(id) {
      const here = progress.get(id)
      if (here !== undefined) return here
      return (await presence.isUnderWay(batchOf(id))) ? 0 : null
    },
    returned(id, address) {
      returned.set(id, [...(returned.get(id) ?? []), address])
    },
    returnedOf: (id) => returned.get(id) ?? [],
    forget(id) {
      returned.delete(id)
    },
    async end() {
      isEnding = true
      await Promise.all(going.values())
    },
  }
}

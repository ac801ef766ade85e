import type { AssessmentId } from '../assessments/contract.ts'
import type { Tell } from '../events.ts'

/** What a batch is handed: where it says how far it is (0–1), and asks whether it is to stop. */
export interface Errand {
  report(done: number): void
  isToStop(): boolean
}

/** Batches of mail that go out now. In memory only: a restart begins the rest of each anew. */
export interface Mailroom {
  /** Starts a batch in the background. @returns false when one of this assessment goes on */
  begin(id: AssessmentId, work: (errand: Errand) => Promise<void>): boolean
  /** 0–1; null when nothing of the assessment goes out just now */
  progressOf(id: AssessmentId): number | null
  /** notes an address that the mail server would not take */
  returned(id: AssessmentId, address: string): void
  /** the addresses of the last batch that would not be taken: kept nowhere else */
  returnedOf(id: AssessmentId): readonly string[]
  forget(id: AssessmentId): void
  /** asks every batch to stop where it is, and waits until they have */
  end(): Promise<void>
}

export function createMailroom(tell: Tell): Mailroom {
  const progress = new Map<AssessmentId, number>()
  const returned = new Map<AssessmentId, readonly string[]>()
  const going = new Map<AssessmentId, Promise<void>>()
  let isEnding = false
  return {
    begin(id, work) {
      if (going.has(id)) return false
      progress.set(id, 0)
      const batch = work({
        report: (done) => progress.set(id, done),
        isToStop: () => isEnding,
      })
        .catch((error: unknown) => tell({ event: 'failed', error }))
        .finally(() => {
          going.delete(id)
          progress.delete(id)
        })
      going.set(id, batch)
      return true
    },
    progressOf: (id) => progress.get(id) ?? null,
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

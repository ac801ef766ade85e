import { answerOffThread } from '#server/jobs/off-thread.ts'

/** Writes so many bytes, beside how many there are. */
answerOffThread<number>((count) => ({ count, bytes: new Uint8Array(count).fill(7) }))

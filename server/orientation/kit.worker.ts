import { answerOffThread } from '../jobs/off-thread.ts'
import { makeKit, type ToStand } from './make-kit.ts'

answerOffThread<ToStand>((input) => makeKit(input))

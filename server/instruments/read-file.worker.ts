import { readInstrument } from '#surveys/instruments/read-instrument.ts'
import { answerOffThread } from '../jobs/off-thread.ts'

answerOffThread<Uint8Array>((file) => readInstrument(file))

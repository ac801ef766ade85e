import { carriedMark } from './address.ts'
import type { Admission, Device } from './admission.ts'
import type { EnvelopeState } from './ballot-box.ts'
import type { Child } from './element.ts'
import type { Survey } from './find-survey.ts'
import type { Language, WelcomeLanguage } from './language.ts'
import { countedPage } from './pages/counted.ts'
import type { AskForEnvelope } from './pages/desk.ts'
import { type Ending, endingPage } from './pages/ending.ts'
import { movingPage } from './pages/moving.ts'
import { sayNumberProblem } from './pages/number-section.ts'
import { reviewPage } from './pages/review.ts'
import { stoppedPage } from './pages/stopped.ts'
import { takenPage } from './pages/taken.ts'
import { welcomePage } from './pages/welcome.ts'
import type { Questions } from './questions.tsx'
import type { StoppingFault } from './stopping-fault.ts'

/** Where on the way one is. */
export type Place =
  | { readonly kind: 'welcome' | 'counted' | 'moving' | 'review' }
  | { readonly kind: 'part'; readonly part: number }

/** Where the way ends. */
export type End =
  | { readonly kind: Ending }
  | { readonly kind: 'stopped'; readonly fault: StoppingFault }

/** Everything a page is drawn from. */
export interface JourneyState {
  readonly place: Place
  readonly end: End | null
  /** the ballot was collected elsewhere, and its code is asked for */
  readonly isTaken: boolean
  readonly survey: Survey
  /** the number as far as it is computed */
  readonly number: string
  readonly language: WelcomeLanguage
  /** null until every sentence of the way is there, without which there is the welcome only */
  readonly speech: Language | null
  readonly admission: Admission
  readonly unit: string | null
  readonly asksForCode: boolean
  readonly hasSent: boolean
  readonly typed: Typed
  readonly problem: string | undefined
  /** null until they are loaded */
  readonly questions: Questions | null
}

/** What is typed, so that it stays while the language changes. */
export interface Typed {
  number: string
  ballotCode: string
}

export interface JourneyActions {
  readonly enter: () => void
  /** leaves the ballot of the link aside */
  readonly dropCarried: () => void
  readonly typeCode: (text: string) => void
  readonly choose: (device: Device) => void
  readonly begin: () => void
  readonly moveElsewhere: () => void
  readonly useBallotCode: () => void
  readonly send: () => void
  readonly again: () => void
  readonly back: () => void
  /** away from the page that asks for the ballot code */
  readonly backFromTaken: () => void
  readonly clear: () => void
  readonly claim: (wish: 'check' | 'withdraw') => Promise<EnvelopeState>
  readonly askForEnvelope: AskForEnvelope
}

/** The same, past the welcome. */
type LaterState = Omit<JourneyState, 'language'> & { readonly language: Language }

/** The one page that belongs to where a journey is. */
export function pageOf(state: JourneyState, actions: JourneyActions): readonly Child[] {
  const { end, place, speech } = state
  if (end?.kind === 'stopped') return stoppedPage(end.fault, state.language)
  if (!speech) return welcome(state, actions)
  const later = { ...state, language: speech }
  if (end) return atTheEnd(later, end.kind, actions)
  if (state.unit === null || place.kind === 'welcome') return welcome(state, actions)
  return onTheWay(later, actions)
}

function onTheWay(state: LaterState, actions: JourneyActions): readonly Child[] {
  const { place, questions } = state
  if (state.isTaken) return taken(state, actions)
  if (place.kind === 'moving') return moving(state, actions)
  if (!questions || place.kind === 'counted') return counted(state, actions)
  if (place.kind === 'part') return [questions.show(place.part)]
  return review(state, questions, actions)
}

function welcome(
  { survey, number, language, admission, asksForCode, typed, problem }: JourneyState,
  { enter, dropCarried, typeCode, askForEnvelope }: JourneyActions,
): readonly Child[] {
  const numberProblem =
    number === '' ? undefined : sayNumberProblem(typed.number, number, language)
  return welcomePage({
    survey,
    language,
    code: asksForCode ? { value: admission.code, onInput: typeCode } : null,
    holdsBallot: admission.holdsBallot(),
    onDropCarried: admission.isCarried() ? dropCarried : null,
    number: {
      typed: typed.number,
      // Said in red once somebody wants to go on with another number.
      problem: problem === numberProblem ? problem : undefined,
      onType: (text) => {
        typed.number = text
      },
    },
    problem: problem === numberProblem ? undefined : problem,
    onContinue: enter,
    onAsk: askForEnvelope,
  })
}

function counted(
  { survey, language, admission, unit: id, problem }: LaterState,
  { choose, begin, moveElsewhere, back }: JourneyActions,
): readonly Child[] {
  const unit = survey.manifest.units.find((each) => each.id === id)
  if (!unit) return []
  return countedPage({
    unit,
    device: admission.device,
    language,
    problem,
    onDevice: choose,
    onBegin: begin,
    onElsewhere: moveElsewhere,
    onBack: back,
  })
}

function moving(
  { language, admission }: LaterState,
  { begin, back }: JourneyActions,
): readonly Child[] {
  const { origin, pathname } = location
  return movingPage({
    language,
    device: admission.device,
    ballotCode: admission.ballotCode() ?? '',
    address: `${origin}${pathname}#${carriedMark}${admission.carriedBallot() ?? ''}`,
    onHere: begin,
    onBack: back,
  })
}

function taken(
  { language, typed, problem }: LaterState,
  { useBallotCode, backFromTaken }: JourneyActions,
): readonly Child[] {
  return takenPage({
    language,
    typed: typed.ballotCode,
    problem,
    onType: (text) => {
      typed.ballotCode = text
    },
    onContinue: useBallotCode,
    onBack: backFromTaken,
  })
}

function review(
  { language, admission, hasSent, problem }: LaterState,
  questions: Questions,
  { send, back }: JourneyActions,
): readonly Child[] {
  return reviewPage({
    count: questions.count(),
    language,
    isAgain: hasSent,
    problem,
    ballotCode: admission.device === 'shared' ? admission.ballotCode() : null,
    onSend: send,
    onBack: back,
  })
}

function atTheEnd(
  { survey, language, admission }: LaterState,
  ending: Ending,
  { claim, again, clear }: JourneyActions,
): readonly Child[] {
  const ballotCode = admission.ballotCode()
  const canChange = ending === 'sent' || ending === 'withdrawn'
  return endingPage({
    ending,
    manifest: survey.manifest,
    language,
    aftermath:
      canChange && ballotCode !== null
        ? {
            isWithdrawn: ending === 'withdrawn',
            ballotCode,
            onAsk: claim,
            onAgain: again,
            onClear: admission.device === 'shared' ? clear : null,
          }
        : null,
  })
}

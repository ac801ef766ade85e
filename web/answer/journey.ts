import { readAccessCode } from '#surveys/ballot/access-code.ts'
import type { Collected } from './admission.ts'
import type { EnvelopeState } from './ballot-box.ts'
import type { WelcomeLanguage } from './language.ts'
import type { JourneyActions } from './page-of-journey.ts'
import { sayCodeProblem } from './pages/code-field.ts'
import { sayNumberProblem } from './pages/number-section.ts'
import { Stage, type Visit } from './stage.ts'
import { readTypedCode } from './typed-code.ts'

/**
 * Begins one employee's way through the page: welcome, group, questions, last look, thanks.
 *
 * @returns fetches what comes after the welcome, so that it is there when it is wanted
 */
export function beginJourney(visit: Visit): () => void {
  const journey = new Journey(visit)
  return () => journey.expectQuestions()
}

class Journey {
  readonly #stage: Stage
  /** what to do once the ballot that was taken elsewhere is at hand */
  #afterTaken: (() => Promise<void>) | null = null

  constructor(visit: Visit) {
    this.#stage = new Stage(visit, (stage) => this.#actionsOn(stage))
    const { admission } = visit
    const typed = readTypedCode(admission.code)
    this.#stage.asksForCode = typed.kind !== 'code' && !admission.holdsBallot()
    const isWrong = typed.kind === 'length' || typed.kind === 'mistyped'
    this.#stage.drawAll(
      isWrong ? (language) => sayCodeProblem(typed, language) : undefined,
    )
  }

  expectQuestions(): void {
    // What fails here is asked for again when it is needed.
    this.#stage.opening.open().catch(() => undefined)
  }

  #actionsOn(stage: Stage): JourneyActions {
    const waiting = (work: () => Promise<void>) => () =>
      stage.press(stage.language.say('wait'), work)
    return {
      enter: waiting(() => this.#enter()),
      dropCarried() {
        stage.admission.dropCarried()
        stage.asksForCode = true
        stage.show()
      },
      typeCode(text) {
        stage.admission.code = text
        stage.watch()
      },
      choose(device) {
        stage.admission.device = device
        stage.watch()
      },
      begin: waiting(() => this.#begin()),
      moveElsewhere: waiting(() => this.#moveElsewhere()),
      useBallotCode: waiting(() => this.#useBallotCode()),
      send: () => stage.press(stage.language.say('wait'), () => this.#send()),
      again: waiting(() => this.#answerAgain()),
      back: () => stage.goBack(),
      backFromTaken: () => {
        stage.isTaken = false
        stage.show()
      },
      clear: () => stage.startOver(),
      claim: (wish) => this.#claim(wish),
      askForEnvelope: stage.visit.askForEnvelope,
    }
  }

  /** Asked for on a press only: mail scanners open links, and run what is on the page. */
  async #enter(): Promise<void> {
    const stage = this.#stage
    const { typed, admission } = stage
    const number = typed.number === '' ? '' : await stage.survey.number()
    const differs = (language: WelcomeLanguage) =>
      sayNumberProblem(typed.number, number, language)
    if (differs(stage.language)) return stage.refuse((now) => differs(now) ?? '')
    const speaking = stage.speakOn().catch(() => null)
    const entered = await admission.enter()
    if ((await speaking) === null) {
      return stage.refuse(({ say }) => say('try.unreachable'))
    }
    if (entered.kind === 'in') {
      stage.unit = entered.unit.id
      stage.watch()
      return stage.goTo({ kind: 'counted' })
    }
    stage.asksForCode ||= ['not-a-code', 'unreadable', 'unknown'].includes(entered.kind)
    if (entered.kind === 'not-a-code') {
      return stage.refuse((language) => sayCodeProblem(entered.typed, language))
    }
    if (entered.kind === 'unreadable') {
      return stage.refuse(({ say }) => say('code.carried'))
    }
    this.#turnAway(entered)
  }

  #turnAway(reason: Exclude<Collected, { kind: 'collected' | 'taken' }>): void {
    switch (reason.kind) {
      case 'closed':
      case 'stopped':
        this.#stage.finish(reason)
        break
      case 'unknown':
        this.#stage.refuse(({ say }) => say('code.unknown'))
        break
      default:
        this.#stage.refuse(({ say }) => say(`try.${reason.kind}`))
    }
  }

  /** @param next what to do when the ballot that was taken elsewhere is found */
  async #hasBallot(next: () => Promise<void>): Promise<boolean> {
    const collected = await this.#stage.admission.collect()
    if (collected.kind === 'collected') return true
    if (collected.kind === 'taken') this.#askForBallotCode(next)
    else this.#turnAway(collected)
    return false
  }

  async #begin(): Promise<void> {
    const stage = this.#stage
    const asIsAgreed = this.#openQuestions()
    const isOwn = stage.admission.device === 'own'
    if (isOwn && !(await this.#hasBallot(() => this.#begin()))) return
    switch (await asIsAgreed) {
      case true:
        return stage.goTo({ kind: 'part', part: 0 })
      case false:
        return stage.finish({ kind: 'stopped', fault: 'questions-differ' })
      default:
        stage.refuse(({ say }) => say('try.unreachable'))
    }
  }

  /** @returns whether they are those of the manifest; null where they could not be loaded */
  async #openQuestions(): Promise<boolean | null> {
    const { opening, survey, visit, admission } = this.#stage
    try {
      const questions = await opening.open()
      if (admission.device === 'shared') questions.keepToSharedDevice()
      const { hash } = survey.manifest.questionnaire
      return visit.isPreview || (await opening.hash()) === hash
    } catch {
      return null
    }
  }

  async #moveElsewhere(): Promise<void> {
    if (!(await this.#hasBallot(() => this.#moveElsewhere()))) return
    this.#stage.goTo({ kind: 'moving' })
  }

  #askForBallotCode(next: () => Promise<void>): void {
    const stage = this.#stage
    const isWrong = stage.isTaken
    this.#afterTaken = next
    stage.isTaken = true
    if (isWrong) stage.refuseLater(({ say }) => say('taken.wrong'))
    else stage.show()
  }

  async #useBallotCode(): Promise<void> {
    const stage = this.#stage
    const typed = readTypedCode(stage.typed.ballotCode)
    const next = this.#afterTaken
    if (typed.kind !== 'code') {
      return stage.refuse((language) =>
        sayCodeProblem(typed, language, 'ballot-code.missing'),
      )
    }
    const seed = readAccessCode(typed.code)
    if (!seed || !next) return
    stage.admission.useSeed(new Uint8Array(seed))
    if (!(await this.#hasBallot(next))) return
    stage.isTaken = false
    stage.typed.ballotCode = ''
    stage.show()
    await next()
  }

  async #send(): Promise<void> {
    const stage = this.#stage
    const questions = stage.opening.questions()
    if (!questions) return
    const sent = await stage.admission.cast(questions.answers())
    switch (sent.kind) {
      case 'arrived':
        stage.hasSent = true
        return stage.finish({ kind: stage.visit.isPreview ? 'previewed' : 'sent' })
      case 'closed':
        return stage.finish({ kind: 'late' })
      case 'stopped':
        return stage.finish(sent)
      case 'taken':
        return this.#askForBallotCode(() => this.#send())
      case 'unknown':
      case 'waiting':
      case 'paused':
        return this.#turnAway(sent)
      default:
        stage.refuseLater(({ say }) => say(`send.${sent.kind}`))
    }
  }

  async #answerAgain(): Promise<void> {
    await this.#stage.opening.open()
    this.#stage.reopen()
  }

  async #claim(wish: 'check' | 'withdraw'): Promise<EnvelopeState> {
    const state = await this.#stage.admission.claim(wish)
    if (state === 'withdrawn') {
      this.#stage.hasSent = false
      this.#stage.finish({ kind: 'withdrawn' })
    }
    return state
  }
}

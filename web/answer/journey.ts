import type { ManifestUnit } from '#surveys/ballot/manifest.ts'
import type { Locale } from '#surveys/locale.ts'
import { addressWithoutCode } from './address.ts'
import type { Admission } from './admission.ts'
import type { Door } from './door.ts'
import type { Child } from './element.ts'
import { createFrame } from './frame.ts'
import {
  type AnswerText,
  type Language,
  loadLanguage,
  loadQuestionTexts,
} from './language.ts'
import { keepNothingBehind } from './leaving.ts'
import { createOpening } from './opening.ts'
import { sayCodeProblem } from './pages/code-field.ts'
import { countedPage } from './pages/counted.ts'
import { type Ending, endingPage } from './pages/ending.ts'
import { reviewPage } from './pages/review.ts'
import { welcomePage } from './pages/welcome.ts'
import type { Questions } from './questions.tsx'
import { startTrail } from './trail.ts'
import { readTypedCode } from './typed-code.ts'

/** What a visit begins with. */
export interface Visit {
  /** in the language of the page: the preview's is made of its words */
  readonly doorIn: (language: Language) => Door
  readonly language: Language
  readonly admission: Admission
  readonly isPreview: boolean
}

/** Said again in each language the reader changes to. */
type Problem = (language: Language) => string

const counted = 1
const firstPart = 2

/**
 * One employee's way through the page: welcome, group, questions, last look, thanks.
 * Code, ballot and answers are kept in here only. The end of the way forgets them, and so
 * does leaving the page.
 */
export class Journey {
  readonly #visit: Visit
  readonly #admission: Admission
  readonly #frame = createFrame(document.body, {
    changeLanguage: (locale) => void this.#changeLanguage(locale),
    leave: () => this.#leaveQuickly(),
  })
  readonly #trail = startTrail((place) => this.#arrive(place))
  readonly #opening = createOpening(() => this.#language, this.#trail)
  #language: Language
  #place = 0
  #asksForCode: boolean
  #unit: ManifestUnit | null = null
  #problem: Problem | null = null
  #ending: Ending | null = null
  #isBusy = false

  constructor(visit: Visit) {
    this.#visit = visit
    this.#language = visit.language
    this.#admission = visit.admission
    const typed = readTypedCode(visit.admission.code)
    this.#asksForCode = !visit.isPreview && typed.kind !== 'code'
    if (this.#asksForCode && typed.kind !== 'code' && typed.kind !== 'missing') {
      this.#problem = (language) => sayCodeProblem(typed, language)
    }
    if (!this.#door.open) this.#ending = 'closed'
    this.#drawAll()
    keepNothingBehind({
      hasUnsentAnswers: () => this.#hasUnsentAnswers,
      vanish: () => this.#vanish(),
    })
  }

  /** Fetches what the questions need, so that it is there when it is wanted. */
  expectQuestions(): void {
    // What fails here is asked for again when it is needed.
    this.#opening.open().catch(() => undefined)
  }

  get #door(): Door {
    return this.#visit.doorIn(this.#language)
  }

  #arrive(place: number): void {
    if (this.#ending) return
    this.#place = place
    this.#problem = null
    this.#draw()
    this.#frame.beginAtTop()
  }

  #drawAll(): void {
    document.documentElement.lang = this.#language.locale
    this.#frame.draw(this.#door.manifest, this.#language, this.#visit.isPreview)
    this.#draw()
  }

  #draw(): void {
    this.#frame.show(...this.#page())
  }

  #page(): readonly Child[] {
    if (this.#ending) {
      const { manifest } = this.#door
      return endingPage({ ending: this.#ending, manifest, language: this.#language })
    }
    if (!this.#unit || this.#place < counted) return this.#welcomePage()
    const questions = this.#opening.questions()
    if (!questions || this.#place < firstPart) return this.#countedPage(this.#unit)
    return this.#questionPage(questions)
  }

  #welcomePage(): readonly Child[] {
    return welcomePage({
      manifest: this.#door.manifest,
      language: this.#language,
      admission: this.#asksForCode ? this.#admission : null,
      problem: this.#problem?.(this.#language),
      onContinue: () => this.#press('wait', () => this.#enter()),
    })
  }

  #countedPage(unit: ManifestUnit): readonly Child[] {
    return countedPage({
      unit,
      language: this.#language,
      problem: this.#problem?.(this.#language),
      onBegin: () => this.#press('wait', () => this.#begin()),
      onBack: this.#trail.goBack,
    })
  }

  #questionPage(questions: Questions): readonly Child[] {
    const part = this.#place - firstPart
    if (part < questions.partCount()) return [questions.show(part)]
    return reviewPage({
      count: questions.count(),
      language: this.#language,
      problem: this.#problem?.(this.#language),
      onSend: () => this.#press('review.sending', () => this.#send(questions)),
      onBack: this.#trail.goBack,
    })
  }

  /** Does what a button promises, once at a time, and says so while it lasts. */
  #press(sentence: AnswerText, work: () => Promise<void>): void {
    if (this.#isBusy) return
    this.#isBusy = true
    this.#frame.announce(this.#language.say(sentence))
    void work().finally(() => {
      this.#isBusy = false
      this.#frame.announce('')
    })
  }

  #refuse(problem: Problem): void {
    this.#problem = problem
    this.#draw()
    this.#frame.goToProblem()
  }

  /** Asked for on a press only: mail scanners open links, and run what is on the page. */
  async #enter(): Promise<void> {
    const entered = await this.#admission.enter(this.#door.manifest)
    switch (entered.kind) {
      case 'in':
        this.#unit = entered.unit
        return this.#trail.goOn()
      case 'closed':
        return this.#end('closed')
      case 'not-a-code':
        return this.#refuse((language) => sayCodeProblem(entered.typed, language))
      case 'unknown':
        this.#asksForCode = true
        break
    }
    this.#refuse(({ say }) => say(`code.${entered.kind}`))
  }

  async #begin(): Promise<void> {
    try {
      await this.#opening.open()
    } catch {
      return this.#refuse(({ say }) => say('counted.unreachable'))
    }
    this.#trail.goOn()
  }

  async #send(questions: Questions): Promise<void> {
    const outcome = await this.#admission.cast(questions.answers())
    switch (outcome) {
      case 'arrived':
        return this.#end(this.#visit.isPreview ? 'previewed' : 'sent')
      case 'used-before':
        return this.#end('used')
      case 'closed':
        return this.#end('late')
      default:
        this.#refuse(({ say }) => say(`send.${outcome}`))
    }
  }

  #end(ending: Ending): void {
    this.#ending = ending
    this.#forget()
    this.#trail.end()
    this.#draw()
    this.#frame.beginAtTop()
  }

  async #changeLanguage(locale: Locale): Promise<void> {
    try {
      const [language, texts] = await Promise.all([
        loadLanguage(locale),
        loadQuestionTexts(locale),
      ])
      this.#language = language
      this.#opening.questions()?.translate(language, texts)
    } catch {
      this.#frame.announce(this.#language.say('language.failed'))
    }
    this.#drawAll()
    const address = addressWithoutCode(location, this.#language.locale)
    history.replaceState(history.state, '', address)
  }

  get #hasUnsentAnswers(): boolean {
    const answers = this.#opening.questions()?.answers() ?? {}
    return !this.#visit.isPreview && Object.keys(answers).length > 0
  }

  #leaveQuickly(): void {
    this.#vanish()
    location.replace('about:blank')
  }

  #vanish(): void {
    this.#forget()
    this.#frame.clear()
  }

  #forget(): void {
    this.#unit = null
    this.#admission.forget()
    this.#opening.forget()
  }
}

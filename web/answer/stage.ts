import type { Locale } from '#surveys/locale.ts'
import { addressWithoutCode } from './address.ts'
import type { Admission } from './admission.ts'
import { hearOfCrowds } from './crowd.ts'
import type { Survey } from './find-survey.ts'
import { createFrame } from './frame.ts'
import { createKiosk } from './kiosk.ts'
import {
  type Language,
  loadLanguage,
  loadQuestionTexts,
  type WelcomeLanguage,
} from './language.ts'
import { keepNothingBehind } from './leaving.ts'
import { createOpening, type Opening } from './opening.ts'
import { type End, type JourneyActions, type Place, pageOf } from './page-of-journey.ts'
import type { AskForEnvelope } from './pages/desk.ts'
import { startTrail } from './trail.ts'

/** What a visit begins with. */
export interface Visit {
  /** in the language of the page: the preview's is made of its words */
  readonly surveyIn: (language: WelcomeLanguage) => Survey
  readonly language: WelcomeLanguage
  readonly admission: Admission
  readonly askForEnvelope: AskForEnvelope
  readonly isPreview: boolean
}

/**
 * Where one employee's journey takes place: the page, the browser's history, the language,
 * and everything that is known so far. All of it is forgotten with the page.
 */
export class Stage {
  readonly visit: Visit
  readonly admission: Admission
  readonly opening: Opening
  readonly typed = { number: '', ballotCode: '' }
  asksForCode = false
  unit: string | null = null
  hasSent = false
  /** the ballot was collected elsewhere, and its code is asked for */
  isTaken = false
  readonly #frame = createFrame(document.body, {
    changeLanguage: (locale) => void this.#changeLanguage(locale),
    leave: () => this.#leaveTo('about:blank'),
  })
  readonly #trail = startTrail<Place>({ kind: 'welcome' }, (place) => this.#arrive(place))
  readonly #kiosk = createKiosk(
    document.body,
    () => this.language,
    () => this.startOver(),
  )
  readonly #actions: JourneyActions
  #place: Place = { kind: 'welcome' }
  #number = ''
  #welcome: WelcomeLanguage
  /** null until every sentence of the way is there */
  #speech: Language | null = null
  /** says it in the language of the moment */
  #problem: (() => string) | null = null
  #end: End | null = null
  #isBusy = false

  constructor(visit: Visit, actionsOn: (stage: Stage) => JourneyActions) {
    this.visit = visit
    this.#welcome = visit.language
    this.admission = visit.admission
    this.opening = createOpening(
      () => this.survey.manifest,
      () => this.speakOn(),
      { goOn: () => this.#goOnFromPart(), goBack: () => this.goBack() },
    )
    this.#actions = actionsOn(this)
    hearOfCrowds(() => {
      if (this.#isBusy) this.#frame.announce(this.language.say('wait.crowd'))
    })
    keepNothingBehind({
      hasUnsentAnswers: () => this.#hasUnsentAnswers,
      vanish: () => this.#vanish(),
    })
  }

  get survey(): Survey {
    return this.visit.surveyIn(this.language)
  }

  get language(): WelcomeLanguage {
    return this.#speech ?? this.#welcome
  }

  /** @param problem what was wrong before anything was pressed */
  drawAll(problem?: (language: WelcomeLanguage) => string): void {
    if (problem) this.#problem = () => problem(this.language)
    document.documentElement.lang = this.language.locale
    this.#frame.draw(this.survey.manifest, this.language, this.visit.isPreview)
    this.#draw()
    void this.survey.number().then((number) => {
      this.#number = number
    })
  }

  /** Does what a button promises, once at a time, and says so while it lasts. */
  press(sentence: string, work: () => Promise<void>): void {
    if (this.#isBusy) return
    this.#isBusy = true
    this.#frame.announce(sentence)
    void work().finally(() => {
      this.#isBusy = false
      this.#frame.announce('')
    })
  }

  goTo(place: Place): void {
    this.#trail.goTo(place)
  }

  goBack(): void {
    this.#trail.goBack()
  }

  /** Draws the page that belongs to where one is anew, from its title on. */
  show(): void {
    this.#problem = null
    this.#draw()
    this.#frame.beginAtTop()
  }

  /** Says what is wrong, and again in each language the reader changes to. */
  refuse(problem: (language: WelcomeLanguage) => string): void {
    this.#refuse(() => problem(this.language))
  }

  /** The same with any sentence of the way. */
  refuseLater(problem: (language: Language) => string): void {
    this.#refuse(() => (this.#speech ? problem(this.#speech) : ''))
  }

  #refuse(problem: () => string): void {
    this.#problem = problem
    this.#draw()
    this.#frame.goToProblem()
  }

  /** The way ends here, and the answers with it. */
  finish(end: End): void {
    this.#end = end
    this.opening.forget()
    this.#trail.end()
    this.show()
    if (end.kind === 'sent' || end.kind === 'withdrawn') this.watch('sent')
    else this.admission.forget()
  }

  /** From an end back to the first question. */
  reopen(): void {
    this.#end = null
    this.#trail.restart({ kind: 'counted' })
    this.watch()
    this.goTo({ kind: 'part', part: 0 })
  }

  /** On a device that others use, sees to it that nothing stays on the screen. */
  watch(patience: 'answering' | 'sent' = 'answering'): void {
    const isWatched = this.admission.device === 'shared' && !this.visit.isPreview
    if (isWatched) this.#kiosk.watch(patience)
    else this.#kiosk.stop()
  }

  /** Leaves an empty page to whoever comes next. */
  startOver(): void {
    this.#leaveTo(addressWithoutCode(location, this.language.locale))
  }

  /** Every sentence of the way, not only the welcome's. */
  async speakOn(): Promise<Language> {
    const { locale } = this.language
    const speech = this.#speech ?? (await loadLanguage(locale))
    if (locale !== this.language.locale) return this.speakOn()
    this.#speech = speech
    return speech
  }

  #arrive(place: Place): void {
    if (this.#end) return
    this.#place = place
    this.isTaken = false
    this.show()
  }

  #draw(): void {
    const state = {
      place: this.#place,
      end: this.#end,
      isTaken: this.isTaken,
      survey: this.survey,
      number: this.#number,
      language: this.language,
      speech: this.#speech,
      admission: this.admission,
      unit: this.unit,
      asksForCode: this.asksForCode,
      hasSent: this.hasSent,
      typed: this.typed,
      problem: this.#problem?.(),
      questions: this.opening.questions(),
    }
    this.#frame.show(...pageOf(state, this.#actions))
  }

  #goOnFromPart(): void {
    const part = this.#place.kind === 'part' ? this.#place.part + 1 : 0
    const parts = this.opening.questions()?.partCount() ?? 0
    this.goTo(part < parts ? { kind: 'part', part } : { kind: 'review' })
  }

  async #changeLanguage(locale: Locale): Promise<void> {
    try {
      const [language, texts] = await Promise.all([
        loadLanguage(locale),
        loadQuestionTexts(locale, this.survey.manifest),
      ])
      this.#speech = language
      this.opening.questions()?.translate(language, texts)
    } catch {
      this.#frame.announce(this.language.say('language.failed'))
    }
    this.drawAll()
    const address = addressWithoutCode(location, this.language.locale)
    history.replaceState(history.state, '', address)
  }

  get #hasUnsentAnswers(): boolean {
    const answers = this.opening.questions()?.answers() ?? {}
    return !this.visit.isPreview && Object.keys(answers).length > 0
  }

  /** Gone at once, with what the browser kept, and nothing to come back to. */
  #leaveTo(address: string): void {
    this.admission.forget()
    this.#vanish()
    location.replace(address)
  }

  #vanish(): void {
    this.#kiosk.stop()
    this.unit = null
    this.admission.leave()
    this.opening.forget()
    this.#frame.clear()
  }
}

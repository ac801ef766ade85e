import '../ui/questionnaire/questionnaire.css'
import './answer.css'
import { chooseLocale, isLocale, type Locale, locales } from '#surveys/locale.ts'
import { addressWithoutCode, previewName, readAddress } from './address.ts'
import { admitEmployee } from './admit-employee.ts'
import { sendClaim } from './ballot-box.ts'
import { button, type Child, element, paragraph } from './element.ts'
import { type FoundSurvey, findSurvey, type Survey } from './find-survey.ts'
import { beginJourney } from './journey.ts'
import { browserStorage, keptBallots } from './kept-ballots.ts'
import { loadLanguage, loadWelcome, type WelcomeLanguage } from './language.ts'
import type { AskForEnvelope } from './pages/desk.ts'
import { stoppedPage } from './pages/stopped.ts'
import { createPreviewAdmission, previewSurvey } from './preview.ts'
import type { Sealing } from './sealing.ts'
import type { Visit } from './stage.ts'

// The code leaves the address before anything else happens.
const address = readAddress(location)
const asked = isLocale(address.language) ? address.language : undefined
history.replaceState(null, '', addressWithoutCode(location, asked))

expectFiles()
void begin()

/** Fetches what the build found that is needed later; until now the line was the welcome's. */
function expectFiles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="expected"]')) {
    link.rel = 'modulepreload'
  }
}

async function begin(): Promise<void> {
  const locale = choose(locales)
  const welcome = loadWelcome(locale)
  // On their way while the welcome is; what fails here is asked for again when it is needed.
  const found = address.survey === previewName ? null : findSurvey(address.survey)
  loadLanguage(locale).catch(() => undefined)
  const guessed = await welcome.catch(() => null)
  if (!guessed) return standSpeechless()
  const visit = found ? await arrive(found, guessed) : preview(guessed)
  if (!visit) return
  const expectQuestions = beginJourney(visit)
  whenIdle(() => {
    expectQuestions()
    if (!visit.isPreview) loadSealing().catch(() => undefined)
  })
}

/** Without a single sentence of any language, the page shows those that came with it. */
function standSpeechless(): void {
  document.querySelector('.coming')?.remove()
  document.querySelector('#speechless')?.removeAttribute('hidden')
}

/** Not every browser tells when it is idle: there, soon is soon enough. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 2_000 })
  else setTimeout(work, 200)
}

function preview(language: WelcomeLanguage): Visit {
  const now = new Date()
  const surveyIn = (spoken: WelcomeLanguage) => previewSurvey(spoken, now, address.code)
  return {
    language,
    surveyIn,
    admission: createPreviewAdmission(() => surveyIn(language).manifest.units[0]),
    askForEnvelope: async () => 'absent',
    isPreview: true,
  }
}

/** @returns null where the page can go no further, and says why */
async function arrive(
  finding: Promise<FoundSurvey>,
  guessed: WelcomeLanguage,
): Promise<Visit | null> {
  if (!canSeal()) return tellWhy('unprotected', guessed)
  const [found, isUpToDate] = await Promise.all([finding, hasX25519()])
  if (!isUpToDate) return tellWhy('outdated', guessed)
  if (found.kind === 'unreachable') return tellWhy('failed', guessed, again(guessed))
  if (found.kind === 'unknown') return tellWhy('unknown', guessed)
  const title = (text: string) => element('h1', {}, text)
  if (found.kind === 'stopped') {
    return tell(guessed, 'stopped.title', stoppedPage(found.fault, guessed, title))
  }
  return visitOf(found.survey, guessed)
}

async function visitOf(survey: Survey, guessed: WelcomeLanguage): Promise<Visit> {
  const { manifest } = survey
  const admission = await admitEmployee({
    manifest,
    code: address.code,
    carried: address.carried,
    kept: keptBallots(browserStorage(), manifest.assessment),
    loadSealing,
  })
  return {
    language: await offeredFor(guessed, survey),
    surveyIn: () => survey,
    admission,
    askForEnvelope: askForEnvelopeIn(survey),
    isPreview: false,
  }
}

function askForEnvelopeIn({ manifest }: Survey): AskForEnvelope {
  return async (wish, unit, seed) => {
    try {
      const sealing = await loadSealing()
      return await sendClaim(
        manifest,
        wish,
        await sealing.claim(manifest, wish, unit, seed),
      )
    } catch {
      return 'unreachable'
    }
  }
}

async function loadSealing(): Promise<Sealing> {
  return (await import('./sealing.ts')).sealing
}

function choose(offered: readonly [Locale, ...Locale[]]): Locale {
  return chooseLocale(address.language, navigator.languages, offered)
}

/** The survey may be offered in fewer languages than there are. */
async function offeredFor(
  guessed: WelcomeLanguage,
  { manifest }: Survey,
): Promise<WelcomeLanguage> {
  const [first, ...others] = manifest.languages
  if (!first) return guessed
  const offered = choose([first, ...others])
  return offered === guessed.locale ? guessed : loadWelcome(offered).catch(() => guessed)
}

/** Browsers give cryptography to pages that came over https, or from this machine. */
function canSeal(): boolean {
  return window.isSecureContext && 'subtle' in crypto
}

/** What answers are sealed with; browsers have it since 2023 to 2025. */
async function hasX25519(): Promise<boolean> {
  try {
    await crypto.subtle.generateKey({ name: 'X25519' }, false, ['deriveBits'])
    return true
  } catch {
    return false
  }
}

function again({ say }: WelcomeLanguage): HTMLElement {
  return button(say('failed.again'), () => void begin())
}

type Why = 'unknown' | 'failed' | 'unprotected' | 'outdated'

function tellWhy(
  why: Why,
  language: WelcomeLanguage,
  ...more: readonly HTMLElement[]
): null {
  const { say } = language
  return tell(language, `${why}.title`, [
    element('h1', {}, say(`${why}.title`)),
    paragraph(say(`${why}.text`)),
    ...more,
  ])
}

function tell(
  { locale, say }: WelcomeLanguage,
  title: `${Why | 'stopped'}.title`,
  content: readonly Child[],
): null {
  document.documentElement.lang = locale
  document.title = say(title)
  document.body.replaceChildren(element('main', {}, ...content))
  return null
}

import '../ui/questionnaire/questionnaire.css'
import './answer.css'
import { isLocale, type Locale, locales } from '#surveys/locale.ts'
import { addressWithoutCode, previewName, readAddress } from './address.ts'
import { createAdmission, createPreviewAdmission } from './admission.ts'
import { type Door, findDoor } from './door.ts'
import { button, element, paragraph } from './element.ts'
import { Journey, type Visit } from './journey.ts'
import { chooseLocale, type Language, loadLanguage } from './language.ts'
import { previewDoor } from './preview.ts'

// The code leaves the address before anything else happens.
const address = readAddress(location)
const asked = isLocale(address.language) ? address.language : undefined
history.replaceState(null, '', addressWithoutCode(location, asked))

void begin()

async function begin(): Promise<void> {
  const visit = await (address.survey === previewName ? visitPreview() : visitSurvey())
  if (!visit) return
  const journey = new Journey(visit)
  whenIdle(() => journey.expectQuestions())
}

/** Not every browser tells when it is idle: there, soon is soon enough. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 2_000 })
  else setTimeout(work, 200)
}

async function visitPreview(): Promise<Visit | null> {
  const language = await speak(choose(locales))
  if (!language) return null
  const now = new Date()
  return {
    language,
    doorIn: (spoken) => previewDoor(spoken, now),
    admission: createPreviewAdmission(),
    isPreview: true,
  }
}

async function visitSurvey(): Promise<Visit | null> {
  const [guessed, found] = await Promise.all([
    speak(choose(locales)),
    findDoor(address.survey),
  ])
  if (!guessed) return null
  if (found.kind !== 'found') {
    tellWhy(found.kind, guessed)
    return null
  }
  const language = await speak(offeredFor(guessed.locale, found.door))
  const doorIn = () => found.door
  const admission = createAdmission(address.code)
  return language && { language, doorIn, admission, isPreview: false }
}

function choose(offered: readonly [Locale, ...Locale[]]): Locale {
  return chooseLocale(address.language, navigator.languages, offered)
}

/** The survey may be offered in fewer languages than there are. */
function offeredFor(guessed: Locale, { manifest }: Door): Locale {
  const [first, ...others] = manifest.languages
  return first ? choose([first, ...others]) : guessed
}

/** @returns null when no sentence could be loaded: the page itself then says so */
async function speak(locale: Locale): Promise<Language | null> {
  try {
    return await loadLanguage(locale)
  } catch {
    document.getElementById('speechless')?.removeAttribute('hidden')
    return null
  }
}

function tellWhy(kind: 'unknown' | 'unreachable', { locale, say }: Language): void {
  const why = kind === 'unknown' ? 'unknown' : 'failed'
  document.documentElement.lang = locale
  document.title = say(`${why}.title`)
  const again = button(say('failed.again'), () => void begin())
  document.body.replaceChildren(
    element(
      'main',
      {},
      element('h1', {}, say(`${why}.title`)),
      paragraph(say(`${why}.text`)),
      kind === 'unreachable' && again,
    ),
  )
}

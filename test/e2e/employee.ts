import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { core } from '#surveys/catalogue.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Answer } from '#surveys/questionnaire.ts'
import { say, sayCount, type Texts, type Words } from '#surveys/say.ts'
import { answersFrom, type SurveyQuestion, surveyJson } from '#surveys/survey-json.ts'
import { surveyTexts } from '#surveys/wording.ts'
import type { AnswerText } from '#web/answer/language.ts'
import en from '#web/answer/texts/en.json' with { type: 'json' }
import nb from '#web/answer/texts/nb.json' with { type: 'json' }
import nl from '#web/answer/texts/nl.json' with { type: 'json' }
import ro from '#web/answer/texts/ro.json' with { type: 'json' }
import sv from '#web/answer/texts/sv.json' with { type: 'json' }
import welcomeEn from '#web/answer/texts/welcome.en.json' with { type: 'json' }
import welcomeNb from '#web/answer/texts/welcome.nb.json' with { type: 'json' }
import welcomeNl from '#web/answer/texts/welcome.nl.json' with { type: 'json' }
import welcomeRo from '#web/answer/texts/welcome.ro.json' with { type: 'json' }
import welcomeSv from '#web/answer/texts/welcome.sv.json' with { type: 'json' }

const texts: Readonly<Record<Locale, Texts<AnswerText>>> = {
  en: { ...welcomeEn, ...en },
  sv: { ...welcomeSv, ...sv },
  nb: { ...welcomeNb, ...nb },
  nl: { ...welcomeNl, ...nl },
  ro: { ...welcomeRo, ...ro },
}

/** A person at a phone, who can only use the keyboard, and what the page did meanwhile. */
export interface Employee extends AsyncDisposable {
  readonly page: Page
  readonly context: BrowserContext
  /** every address that was asked for */
  readonly requests: readonly string[]
  /** the same with what was to be done, without files: `POST http://…/api/collect` */
  readonly asked: readonly string[]
  /** errors of the page, and what its security policy had to stop */
  readonly faults: () => Promise<readonly string[]>
  readonly say: (key: AnswerText, words?: Words) => string
  readonly count: (stem: 'counted.people' | 'review.answered', count: number) => string
  readonly heading: () => Promise<string | null>
  /** what axe finds on the page as it is */
  readonly barriers: () => Promise<readonly string[]>
  /** goes to a control by Tab and presses it by Enter */
  readonly press: (name: string) => Promise<void>
  /** answers every question of a part by keyboard, and goes on */
  readonly answerPart: () => Promise<void>
  /** what was answered so far, as the ballot box should get it */
  readonly given: () => ReturnType<typeof answersFrom>
}

const smallPhone = { width: 360, height: 740 }
const mostStops = 400

/** @param prepare is done before the page opens */
export async function anEmployee(
  browser: Browser,
  address: string,
  locale: Locale = 'en',
  prepare: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<Employee> {
  const context = await browser.newContext({ viewport: smallPhone, locale })
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  await prepare(page)
  const requests: string[] = []
  const asked: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    const address = request.url()
    requests.push(address)
    if (!address.includes('/assets/')) asked.push(`${request.method()} ${address}`)
  })
  page.on('pageerror', (error) => errors.push(error.message))
  await page.addInitScript(rememberViolations)
  await page.goto(address)
  await page.getByRole('heading').first().waitFor()

  const given = new Map<string, Answer>()
  const words = (key: AnswerText, places?: Words) => say(texts[locale], key, places)
  return {
    page,
    context,
    requests,
    asked,
    faults: async () => [...errors, ...(await page.evaluate(violations))],
    say: words,
    count: (stem, count) => sayCount(texts[locale], locale, stem, count),
    heading: () => page.getByRole('heading', { level: 2 }).first().textContent(),
    async barriers() {
      const { violations: found } = await new AxeBuilder({ page }).analyze()
      return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    },
    press: (name) => press(page, name),
    answerPart: () =>
      answerPart(page, questionsIn(locale), given, [
        words('form.next'),
        words('form.finish'),
      ]),
    given: () => answersFrom(Object.fromEntries(given)),
    [Symbol.asyncDispose]: () => context.close(),
  }
}

interface Focused {
  readonly name: string
  readonly role: string
  readonly question: string
  /** nothing lies above its middle */
  readonly isInView: boolean
}

async function tab(page: Page): Promise<Focused> {
  await page.keyboard.press('Tab')
  const focused = await page.evaluate(readFocus)
  if (!focused.isInView) throw new Error(`the focus on "${focused.name}" cannot be seen`)
  return focused
}

async function press(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    const focused = await tab(page)
    if (focused.name !== name || focused.role === 'radio') continue
    return page.keyboard.press('Enter')
  }
  throw new Error(`"${name}" cannot be reached by Tab`)
}

async function answerPart(
  page: Page,
  questions: ReadonlyMap<string, SurveyQuestion>,
  given: Map<string, Answer>,
  onwards: readonly string[],
): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    const { name, role, question: title } = await tab(page)
    if (onwards.includes(name)) return page.keyboard.press('Enter')
    const question = questions.get(title)
    if (!question) continue
    if (role === 'radio') given.set(question.name, await chooseOne(page, question))
    if (role === 'checkbox') await chooseSome(page, question, name, given)
  }
  throw new Error('the part has no end that Tab reaches')
}

/** Space chooses the first answer, arrows move on: another one for each question. */
async function chooseOne(page: Page, { name, choices }: SurveyQuestion): Promise<Answer> {
  const place = name.length % choices.length
  await page.keyboard.press('Space')
  for (let step = 0; step < place; step += 1) await page.keyboard.press('ArrowDown')
  return choices[place]?.value ?? ''
}

/** Ticks the first and the third. */
async function chooseSome(
  page: Page,
  { name, choices }: SurveyQuestion,
  label: string,
  given: Map<string, Answer>,
): Promise<void> {
  const place = choices.findIndex(({ text }) => text === label)
  if (place !== 0 && place !== 2) return
  await page.keyboard.press('Space')
  const before = given.get(name)
  const value = String(choices[place]?.value)
  given.set(name, Array.isArray(before) ? [...before, value] : [value])
}

function questionsIn(locale: Locale): ReadonlyMap<string, SurveyQuestion> {
  const { pages } = surveyJson(core, locale, surveyTexts[locale], '')
  const questions = pages.flatMap(({ elements }) =>
    elements.flatMap((panel) => panel.elements),
  )
  return new Map(questions.map((question) => [question.title, question]))
}

/* What follows runs in the page. */

function rememberViolations(): void {
  const seen: string[] = []
  Object.assign(window, { violationsSeen: seen })
  document.addEventListener('securitypolicyviolation', (event) => {
    seen.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`)
  })
}

function violations(): readonly string[] {
  const seen: unknown = Reflect.get(window, 'violationsSeen')
  return Array.isArray(seen) ? seen : ['nothing was watched']
}

function readFocus(): Focused {
  const element = document.activeElement ?? document.body
  const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
  const { left, top, width, height } = element.getBoundingClientRect()
  const above = document.elementFromPoint(left + width / 2, top + height / 2)
  return {
    name: (label ?? element).textContent?.trim() ?? '',
    role:
      element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase(),
    question: element.closest('fieldset')?.querySelector('legend')?.textContent ?? '',
    isInView: element === document.body || element.contains(above),
  }
}

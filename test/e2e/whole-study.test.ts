import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '#server/accounts/contract.ts'
import { withInterviewTexts } from '#surveys/manager-interview-wording.ts'
import { sayCount, say as sayFrom } from '#surveys/say.ts'
import { surveyTexts } from '#surveys/wording.ts'
import english from '#web/texts/en.json' with { type: 'json' }
import {
  agreementOf,
  aHeldGroup,
  anotherFacilitator,
  codeAll,
  codingDoor,
  said,
  usualCodes,
} from '../server/groups/a-coded-study.ts'
import {
  anInvitedSession,
  aReadyFacilitator,
  aStudy,
  type PlannedStudy,
} from '../server/groups/a-study.ts'
import { aCast } from '../server/interviewing.ts'
import {
  anOpenSurvey,
  answersAll,
  cast as castBallot,
  type OpenSurvey,
  release,
} from '../server/journey.ts'
import { type TestServer, testServer, type Visitor } from '../server/test-server.ts'
import { launchChromium } from './browser.ts'
import {
  aLaptop,
  begin,
  kept,
  note,
  prepare,
  say as sayInRoom,
  sendWords,
  unlock,
} from './laptop.ts'
import { aDesk, type Desk, say, visitAs } from './workspace.ts'

const word = (key: string): string =>
  sayFrom(withInterviewTexts(surveyTexts.en, 'en'), key)
const parts = 9

let browser: Browser
let server: TestServer
let survey: OpenSurvey
let study: PlannedStudy

beforeAll(async () => {
  browser = await launchChromium()
  server = await testServer()
  server.clock.set('2026-11-21T12:00:00Z')
  survey = await anOpenSurvey(server)
  study = await aStudy(server, undefined, survey)
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

async function at(as: Role): Promise<Desk> {
  const desk = await aDesk(browser, server.origin)
  await visitAs(desk, as)
  return desk
}

/** The first group: noted without a network, stopped at a name, handed in afterwards. */
async function holdOffline(): Promise<void> {
  const { id } = await anInvitedSession(study)
  server.clock.set('2026-12-01T16:00:00Z')
  await using laptop = await aLaptop(server)
  const { page, context, press } = laptop
  await prepare(laptop, `${server.origin}/facilitate/${study.id}/session/${id}`)
  await context.setOffline(true)
  await begin(laptop)
  for (const { text, question = 3 } of said[0] ?? [])
    await note(page, `/${question} ${text}`)
  await note(page, 'Dr. Andersson makes the rota.')
  await page.getByText(sayInRoom('notes.stays-sure')).waitFor()
  await kept(page)
  await page.reload()
  await unlock(laptop)
  await page.getByText('Nobody knows whom to call (1).').waitFor()
  await context.setOffline(false)
  await press(sayInRoom('hand-in.open'))
  await press(sendWords(4))
  await press(sayInRoom('notes.edit'))
  await press(sayInRoom('hand-in.back'))
  await page.getByLabel(sayInRoom('note.change')).fill('One person makes the rota.')
  await page.keyboard.press('Enter')
  await press(sayInRoom('hand-in.open'))
  await press(sendWords(5))
  await page.getByRole('heading', { name: sayInRoom('wiped.handed-in.title') }).waitFor()
}

/** Two people code; of one code they mean different things, and settle it on the page. */
async function code(first: Visitor, second: Visitor): Promise<readonly number[]> {
  const door = codingDoor(study.id)
  await first.post(`${door}/begin`)
  await second.post(`${door}/join`)
  await codeAll(first, study.id)
  await codeAll(second, study.id, (text) =>
    text.includes('rota')
      ? [...usualCodes(text), 'construct.soc.care']
      : usualCodes(text),
  )
  await first.post(`${door}/finish`)
  await second.post(`${door}/finish`)
  const { codes, disagreements } = await agreementOf(first, study.id)
  await settleOnPage(disagreements.length)
  expect((await first.post(`${door}/lock`)).status).toBe(200)
  return codes.flatMap(({ kappa }) => kappa ?? [])
}

async function settleOnPage(open: number): Promise<void> {
  await using desk = await at('facilitator')
  const { page } = desk
  await page.goto(`${server.origin}/facilitate/${study.id}/coding/agreement`)
  const reasons = page.getByLabel(say('disagreements.reason'))
  for (let left = open; left > 0; left -= 1) {
    await page.getByText(sayCount(english, 'en', 'disagreements.open', left)).waitFor()
    await page
      .getByRole('radio', { name: say('verdict.does-not-apply') })
      .first()
      .check()
    await reasons.first().fill('It is about the rota, not about care.')
    await page
      .getByRole('button', { name: say('disagreements.settle'), exact: true })
      .first()
      .click()
  }
  await page.getByText(sayCount(english, 'en', 'disagreements.open', 0)).waitFor()
}

/** A manager reads what was understood, puts one sentence right, and approves. */
async function correctSummary(link: string): Promise<void> {
  await using desk = await aDesk(browser, server.origin, { width: 360 })
  const { page, press } = desk
  await page.goto(link)
  await page.getByText('More people in the peak weeks.').waitFor()
  await press(say('interview.correct'))
  for (let part = 1; part < parts; part += 1) {
    await page
      .getByRole('heading', { level: 2 })
      .filter({ hasText: say('form.part', { part, parts }) })
      .waitFor()
    await press(say('form.next'))
  }
  await page.getByLabel(word('text.wish')).fill('Fewer changes in the peak weeks.')
  await press(say('interview.correct.save'))
  await page.getByText('Fewer changes in the peak weeks.').waitFor()
  await press(say('interview.approve'))
  await press(say('interview.approve'))
  await page.getByRole('heading', { name: say('interview.approved') }).waitFor()
}

async function interviewSix(): Promise<void> {
  const cast = await aCast(server, survey)
  const { next, talk } = await cast.talked(['works'])
  await correctSummary(`${server.origin}/interview#${next}`)
  const { version } = await cast.talk(talk.id)
  await cast.facilitator.post(`${cast.talks}/${talk.id}/sentences`, {
    version,
    sentences: [{ kind: 'wish', text: 'Fewer changes in busy weeks.' }],
    harmless: [],
  })
  for (const units of [
    ['hall'],
    ['office'],
    ['office', 'yard'],
    ['office', 'hall'],
    ['works', 'hall'],
  ]) {
    await cast.closed(units, `Peace about ${units.join(' and ')}.`)
  }
}

it('walks four groups and six interviews to what they say beside the survey', async () => {
  const first = await aReadyFacilitator(server)
  await holdOffline()
  for (const group of [1, 2, 0]) {
    const texts = said[group]?.map((one) => ({ ...one, text: `${one.text} (${group})` }))
    await aHeldGroup(server, study, first, texts ?? [])
  }
  const kappas = await code(first, await anotherFacilitator(study.organiser, server))
  await interviewSix()
  for (const one of survey.codes.slice(0, 40)) {
    await castBallot(server, survey, one, answersAll('sometimes'))
  }
  await release(server, survey)

  await using organiser = await at('organiser')
  const { page } = organiser
  await page.goto(`${server.origin}/assessments/${study.id}/understand`)
  await page.getByRole('link', { name: say('sources.link') }).click()
  const matrix = page.getByRole('region', { name: say('sources.table'), exact: true })
  await matrix.locator('tbody tr').first().waitFor()
  const sources = Object(
    (await survey.organiser.get(`/api/office/results/${study.id}`)).body,
  ).sources
  const rota = matrix.locator('tbody tr', { hasText: word('construct.work.demands') })
  await rota.getByRole('button').first().press('Enter')
  const evidence = matrix.getByRole('region', {
    name: say('sources.evidence.title', { need: word('construct.work.demands') }),
  })
  await evidence.waitFor()

  expect(Math.min(...kappas)).toBeLessThan(0.6)
  expect(sources).toMatchObject({ focusGroups: 4, interviews: 6 })
  expect(await evidence.textContent()).toMatch(/4 of the 4 groups/)
  expect(await organiser.barriers()).toEqual([])
  expect(await page.getByText('Andersson').count()).toBe(0)
})

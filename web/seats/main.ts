import './seats.css'
import type { Seat, SeatsPage } from '#server/group-seats/contract.ts'
import { isLocale, languageNames } from '#surveys/locale.ts'
import { seatCodeBytes, writeSeatCode } from '#surveys/seat-code.ts'
import { find, giveBack, lookAt, No, take } from './ask.ts'
import { element } from './element.ts'
import { seatView } from './seat-view.ts'
import { sessionList } from './session-list.ts'
import { preferredLanguage, type Voice, voiceOf } from './words.ts'

/**
 * Where somebody takes a seat in a focus group without saying who they are. The page stores
 * nothing; the code of a seat is drawn here and lives as long as the page is open.
 */

const [, , assessment = ''] = location.pathname.split('/')
// The secret of this link is everybody's: it may stay in the address, so that a reload works.
const link = { assessment, token: location.hash.slice(1) }

interface Shown {
  readonly page: SeatsPage | null
  readonly seat: Seat | null
  /** of the seat, or drawn for one that is being taken: asked again, it gets the same seat */
  readonly code: string | null
  readonly showsCode: boolean
  readonly asksToGiveBack: boolean
  /** what was just done or refused, in words that change with the language */
  readonly said: (voice: Voice) => string
  readonly isWrong: boolean
}

const nothing = (): string => ''
let voice = voiceOf(preferredLanguage())
let shown: Shown = {
  page: null,
  seat: null,
  code: null,
  showsCode: false,
  asksToGiveBack: false,
  said: ({ say }) => say('working'),
  isWrong: false,
}

void load()

async function load(): Promise<void> {
  await doing(async () => show({ page: await lookAt(link), said: nothing }, null))
}

/** Does one thing at a time, and says what came in its way. */
async function doing(work: () => Promise<void>): Promise<void> {
  show({ said: ({ say }) => say('working'), isWrong: false }, null)
  try {
    await work()
  } catch (error) {
    const code = error instanceof No ? error.code : 'failed'
    const page = await lookAt(link).catch(() => shown.page)
    show({ page, said: ({ sayNo }) => sayNo(code), isWrong: true }, 'said')
  }
}

function choose(session: string): void {
  const hadSeat = shown.seat !== null
  const code = shown.code ?? drawCode()
  shown = { ...shown, code }
  void doing(async () => {
    const seat = await take({ ...link, session, code })
    const page = await lookAt(link)
    const said = ({ say }: Voice) => say(hadSeat ? 'moved' : 'taken')
    show({ page, seat, showsCode: shown.showsCode || !hadSeat, said }, 'said')
  })
}

function lookUp(typed: string): void {
  void doing(async () => {
    const seat = await find({ ...link, code: typed })
    show({ seat, code: typed, showsCode: false, said: nothing }, 'head')
  })
}

function leave(): void {
  const { code } = shown
  if (code === null) return
  void doing(async () => {
    await giveBack({ ...link, code })
    const page = await lookAt(link)
    const said = ({ say }: Voice) => say('given')
    show({ page, seat: null, code: null, asksToGiveBack: false, said }, 'said')
  })
}

const drawCode = (): string =>
  writeSeatCode(crypto.getRandomValues(new Uint8Array(seatCodeBytes)))

/** @param focus the part that is read out next; null leaves everything where it is */
function show(change: Partial<Shown>, focus: string | null): void {
  shown = { ...shown, ...change }
  document.documentElement.lang = voice.locale
  document.title = voice.say('title')
  const typed = document.querySelector('input')?.value ?? ''
  document.body.replaceChildren(element('main', parts(typed)))
  if (focus !== null) document.getElementById(focus)?.focus()
}

function parts(typed: string): readonly (Node | null)[] {
  const { say } = voice
  const { page, seat, code, showsCode, asksToGiveBack, said, isWrong } = shown
  const status = element('p', said(voice), {
    id: 'said',
    tabindex: '-1',
    role: isWrong ? 'alert' : 'status',
    class: isWrong ? 'warn' : '',
  })
  const head = [chooser(), element('h1', say('title'))]
  if (!page) return [...head, status]
  return [
    ...head,
    element('p', say('lead', { organization: page.organization })),
    page.example ? element('p', say('invented'), { class: 'invented' }) : null,
    status,
    seat &&
      seatView({ seat, code: showsCode ? code : null, asksToGiveBack }, voice, {
        onAsk: (asks) => show({ asksToGiveBack: asks }, asks ? 'sure' : 'give-back'),
        onGiveBack: leave,
      }),
    groups(page, seat),
    seat ? null : typedCode(typed),
    element('section', [element('p', say('voluntary')), element('p', say('seen'))]),
    contacts(page),
  ]
}

function groups({ sessions }: SeatsPage, seat: Seat | null): HTMLElement {
  const others = sessions.filter(({ id }) => id !== seat?.session.id)
  return element('section', [
    element('h2', voice.say('groups')),
    sessionList(others, voice, { hasSeat: seat !== null, onChoose: choose }),
  ])
}

function typedCode(typed: string): HTMLElement {
  const { say } = voice
  const field = element('input', '', {
    id: 'code',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    'aria-describedby': 'code-hint',
  })
  field.value = typed
  const form = element('form', [
    element('label', say('have'), { for: 'code' }),
    element('span', say('have.hint'), { id: 'code-hint', class: 'hint' }),
    field,
    element('button', say('find'), { type: 'submit', class: 'quiet' }),
  ])
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    lookUp(field.value)
  })
  return element('section', [form])
}

function contacts({ contacts: all }: SeatsPage): HTMLElement | null {
  const lines = all[voice.locale] ?? Object.values(all)[0] ?? []
  if (lines.length === 0) return null
  return element('footer', [
    element('h2', voice.say('help')),
    element(
      'ul',
      lines.map(({ name, phone }) =>
        element('li', [
          element('span', `${name} `),
          element('a', phone, { href: `tel:${phone.replace(/[^\d+]/g, '')}` }),
        ]),
      ),
    ),
  ])
}

function chooser(): HTMLElement {
  const select = element(
    'select',
    Object.entries(languageNames).map(([locale, name]) => {
      const option = new Option(name, locale, false, locale === voice.locale)
      option.lang = locale
      return option
    }),
    { id: 'language' },
  )
  select.addEventListener('change', () => {
    if (isLocale(select.value)) voice = voiceOf(select.value)
    show({}, 'language')
  })
  return element('label', [element('span', `${voice.say('language')} `), select])
}

import './mute.css'
import en from './texts/en.json'
import nb from './texts/nb.json'
import nl from './texts/nl.json'
import ro from './texts/ro.json'
import sv from './texts/sv.json'

/**
 * Where somebody says that they want no reminders. Opening the page changes nothing: mail
 * programs open links, too. It stores nothing and says the same to everybody.
 */

type Words = typeof en
type Step = 'asking' | 'sending' | 'done' | 'unknown' | 'failed'

const languages: Readonly<Record<string, Words>> = { en, sv, nb, nl, ro }

const [, , assessment = ''] = location.pathname.split('/')
const token = location.hash.slice(1)
// The secret leaves the address, and with it the history, before anything else happens.
history.replaceState(null, '', location.pathname)

let language = preferred()
show('asking')

function show(step: Step): void {
  const words = languages[language] ?? en
  document.documentElement.lang = language
  document.title = words.title
  const main = document.createElement('main')
  main.append(
    chooser(step, words),
    text('h1', words.title),
    ...(step === 'done' ? [] : [text('p', words.text), text('p', words.invitation)]),
    ...(step === 'asking' || step === 'failed' ? [muteButton(words)] : []),
    status(step, words),
  )
  document.body.replaceChildren(main)
}

function muteButton({ button }: Words): HTMLElement {
  const made = text('button', button)
  made.setAttribute('type', 'button')
  made.addEventListener('click', () => void mute())
  return made
}

async function mute(): Promise<void> {
  show('sending')
  try {
    const reply = await fetch('/api/invitations/mute', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ assessment, token }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    })
    show(reply.ok ? 'done' : reply.status < 500 ? 'unknown' : 'failed')
  } catch {
    show('failed')
  }
  document.getElementById('status')?.focus()
}

function status(step: Step, words: Words): HTMLElement {
  const made = text('p', step === 'asking' ? '' : words[step])
  made.id = 'status'
  made.setAttribute('role', 'status')
  made.tabIndex = -1
  return made
}

function chooser(step: Step, words: Words): HTMLElement {
  const label = text('label', `${words.language} `)
  const select = document.createElement('select')
  for (const [locale, { name }] of Object.entries(languages)) {
    const option = new Option(name, locale, false, locale === language)
    option.lang = locale
    select.append(option)
  }
  select.addEventListener('change', () => {
    language = select.value
    show(step)
    document.querySelector('select')?.focus()
  })
  label.append(select)
  return label
}

/** `no`, `nn` and `nb` are read best in bokmål. */
function preferred(): string {
  const read = navigator.languages.map((tag) => tag.toLowerCase().slice(0, 2))
  const known = read.map((tag) => (tag === 'no' || tag === 'nn' ? 'nb' : tag))
  return known.find((tag) => Object.hasOwn(languages, tag)) ?? 'en'
}

function text(tag: string, words: string): HTMLElement {
  const made = document.createElement(tag)
  made.textContent = words
  return made
}

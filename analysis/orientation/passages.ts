import { say } from '#surveys/say.ts'
import { surveyTexts } from '#surveys/wording.ts'
import type { ComponentId } from '../recommendation/components.ts'
import { fixed, list, type Part, paragraph } from './blocks.ts'
import type { Bar } from './document.ts'
import { countriesIn, isWorkChange, promisedCredentials } from './fact-fields.ts'
import type { Passage, Voice } from './voice.ts'

/** Sentences and blocks that several materials say. */

/** What an employee can use; what only makes the program run is not announced. */
export const isOffered = (component: ComponentId): boolean =>
  !isWorkChange(component) && !['governance_privacy', 'orientation'].includes(component)

const componentLine = ({ lineAs, name }: Voice, id: ComponentId): Passage =>
  lineAs(`component.${id}`, 'line.pair', {
    name: name(`component.${id}`),
    text: name(`component.${id}.what`),
  })

export function offerLines(voice: Voice): readonly Passage[] {
  const { components } = voice.records
  return components.filter(isOffered).map((id) => componentLine(voice, id))
}

/** What changes at work, in words only. */
export function workLines(voice: Voice): readonly Passage[] {
  const { components } = voice.records
  return components.filter(isWorkChange).map((id) => componentLine(voice, id))
}

/** What changes at work, who does it and by when. */
export function changeLines({ lineAs, name, records }: Voice): readonly Passage[] {
  return records.components.filter(isWorkChange).map((id) =>
    lineAs(`change.${id}`, 'change.line', {
      name: name(`component.${id}`),
      who: { fact: `who.${id}` },
      by: { fact: `by.${id}` },
    }),
  )
}

/** The three greatest needs as bars on 0–100. */
export function needBars(voice: Voice): readonly Part[] {
  const { needs } = voice.records.findings.needs
  const bars: readonly Bar<Passage>[] = needs.slice(0, 3).map(({ construct, score }) => ({
    label: fixed(say(surveyTexts[voice.locale], `construct.${construct}`)),
    value: score,
    text: fixed(String(score)),
  }))
  if (bars.length === 0) return []
  const words = bars.map(({ label, text }) => `${label.text} ${text.text}`).join('; ')
  const unit = fixed(voice.name('why.bars.unit'))
  const alt = fixed(voice.name('why.bars.alt', { bars: words }))
  return [paragraph(voice.line('why.needs')), { kind: 'bars', bars, unit, alt }]
}

export function answeredLine({ records, line }: Voice): readonly Passage[] {
  const { responseRate } = records
  if (responseRate.kind !== 'band') return []
  const { from, to } = responseRate
  return [line('why.answered', { from, to })]
}

export function stepLines({ line, records }: Voice): readonly Passage[] {
  return [
    line(records.facts['portal'] ? 'how.step-call' : 'how.step-call-only'),
    line('how.step-say'),
    line('how.step-choose'),
    line('how.step-meet'),
  ]
}

export function whoLines({ line, byFact, records }: Voice): readonly Passage[] {
  const none = (fact: 'former' | 'waiting'): Passage =>
    line(records.facts[fact] === '0' ? `who.${fact}.none` : `who.${fact}`)
  return [
    line('who.staff'),
    byFact('family', { yes: 'who.family', no: 'who.no-family' }),
    byFact('agency', { yes: 'who.agency.yes', no: 'who.agency.no' }),
    none('waiting'),
    none('former'),
    line('who.cost'),
    line('who.after'),
  ]
}

/** Ways to meet help, in the order in which people wish for them. */
export function channelLines(voice: Voice, ways: readonly string[]): readonly Passage[] {
  if (ways.length < 2) return []
  const words = ways.map((way) => channelWord(voice, way))
  return [voice.line('channels.text', { channels: voice.list(words) })]
}

const channelWord = ({ line }: Voice, way: string): string =>
  line(`channel.${way}` as 'channel.phone').text // every way has a word, by a test

export const hoursLine = ({ line }: Voice): Passage => line('how.hours')

export function privateLines({ line }: Voice): readonly Passage[] {
  return [
    line('private.employer'),
    line('private.small'),
    line('private.none'),
    line('private.formal'),
  ]
}

/** What may be told to others, exactly, in every country where people work. */
export function limitLines({ line, records, byFact }: Voice): readonly Passage[] {
  const countries = countriesIn(records.facts)
  if (countries.length === 0) return [byFact('countries', {})]
  return countries.map((country) => line(`limits.${country}`))
}

export function groundLines({ line, records, byFact }: Voice): readonly Passage[] {
  const countries = countriesIn(records.facts)
  if (countries.length === 0) return [byFact('countries', {})]
  return countries.map((country) => line(`grounds.${country}`))
}

/** Who helps, what they all have, and how to check it. */
export function staffParts(voice: Voice): readonly Part[] {
  const { line, lineAs, byFact, records } = voice
  const held = (records.facts['credentials'] ?? '').split(',')
  const lines = promisedCredentials
    .filter((one) => held.includes(one))
    .map((one) => line(`credential.${one}`))
  const licences = countriesIn(records.facts).map((country) =>
    lineAs(`licence.${country}`, 'licence.line', {
      country: line(`country.${country}`).text,
      licence: { fact: `licence.${country}` },
    }),
  )
  return [
    paragraph(line('staff.text')),
    list(lines.length > 0 ? lines : [byFact('credentials', {})]),
    paragraph(line('how.network')),
    ...licences.map(paragraph),
  ]
}

export function helpNow({ records, locale }: Voice): Part {
  const { contacts } = records
  // A number in another language helps; a paper without one would not.
  const known =
    contacts[locale] ?? Object.values(contacts).find(({ length }) => length > 0)
  return { kind: 'contacts', contacts: known ?? [] }
}

export function footerOf({ records, line }: Voice): Passage {
  return line(records.example ? 'example.footer' : 'material.footer')
}

import { InstrumentPreview } from '#server/instruments/contract.ts'
import type { Reply, Visitor } from '../test-server.ts'

/** Steps with questionnaires of other tools that tests take without caring how. */

export const door = (id: string): string => `/api/office/instruments/${id}`

export const licence = {
  name: 'Working days',
  holder: 'The invented institute, example.org',
  terms: 'cc-by',
  permission: null,
  commercial: true,
  locked: false,
  original: 'en',
  translations: [{ language: 'sv', source: 'The institute', official: true }],
  until: null,
}

export async function preview(
  organiser: Visitor,
  id: string,
  file: Uint8Array,
): Promise<InstrumentPreview> {
  const { body } = await organiser.post(`${door(id)}/preview`, { file: base64(file) })
  return InstrumentPreview.parse(body)
}

/** Keeps a file as it was shown, with a licence that says all there is to say. */
export async function keep(
  organiser: Visitor,
  id: string,
  file: Uint8Array,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Reply> {
  const outcome = 'outcome' in more ? '' : (await preview(organiser, id, file)).outcome
  const body = { file: base64(file), outcome, without: [], licence, ...more }
  return organiser.post(`${door(id)}/instruments`, body)
}

const base64 = (file: Uint8Array): string => Buffer.from(file).toString('base64')

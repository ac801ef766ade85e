import { Figures, FiguresPreview } from '#server/indicators/contract.ts'
import type { Reply, Visitor } from '../test-server.ts'

/** Steps with the figures of a personnel office that tests take without caring how. */

export const door = (id: string): string => `/api/office/indicators/${id}`

export const heading = 'unit,indicator,period,value,people,source'

/** A file in English with these lines. */
export const fileOf = (...lines: readonly string[]): string =>
  [heading, ...lines].join('\n')

export async function preview(
  organiser: Visitor,
  id: string,
  csv: string,
): Promise<FiguresPreview> {
  const { body } = await organiser.post(`${door(id)}/preview`, { csv })
  return FiguresPreview.parse(body)
}

/** Looks at a file, and keeps what it showed. */
export async function keep(organiser: Visitor, id: string, csv: string): Promise<Reply> {
  const { outcome } = await preview(organiser, id, csv)
  return organiser.put(`${door(id)}/figures`, { csv, outcome, checked: true })
}

export async function figuresSeen(
  member: Visitor,
  id: string,
): Promise<Figures['figures']> {
  return Figures.parse((await member.get(door(id))).body).figures
}

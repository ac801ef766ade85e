import type { OrientationText } from '../../orientation-wording.ts'
import type { Chapter } from '../blocks.ts'
import type { Paper } from '../document.ts'
import { footerOf } from '../passages.ts'
import type { Filling, Passage, Voice } from '../voice.ts'

/** Kinds of material that carry their name as a title. */
export type TitledKind = OrientationText extends infer Key
  ? Key extends `${infer Kind}.kind.lead`
    ? Kind
    : never
  : never

/** A material with the title and the lead of its kind. */
export function titled(
  kind: TitledKind,
  voice: Voice,
  sections: readonly Chapter[],
  words: Filling = {},
): Paper<Passage> {
  return {
    locale: voice.locale,
    title: voice.line(`${kind}.kind.title`),
    subtitle: voice.line(`${kind}.kind.lead`, words),
    footer: footerOf(voice),
    sections,
  }
}

import type { Locale } from '#surveys/locale.ts'

/** One material as content: every renderer draws the same blocks. */
export interface Document {
  readonly locale: Locale
  readonly title: string
  readonly subtitle: string
  /** e.g. the organization, and that it is invented */
  readonly footer: string
  readonly sections: readonly Section[]
}

/** A slide, or a chapter of a text. */
export interface Section {
  readonly title: string
  readonly blocks: readonly Block[]
  /** what the presenter says; printed in no handout */
  readonly notes: readonly string[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly items: readonly string[]
    }
  /** a statement to be seen first, with the sentence that explains it */
  | { readonly kind: 'callout'; readonly title: string; readonly text: string }
  | {
      readonly kind: 'bars'
      readonly bars: readonly Bar[]
      readonly unit: string
      readonly alt: string
    }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly caption: string
    }
  | {
      readonly kind: 'contacts'
      readonly contacts: readonly { readonly name: string; readonly phone: string }[]
    }

export interface Bar {
  readonly label: string
  /** `hidden` prints as "not shown", never as 0 */
  readonly value: number | 'hidden'
  /** the words beside the bar */
  readonly text: string
}

/** What only paper can hold: a square to scan, cards to cut out, lines to write on. */
export type PaperBlock =
  | Block
  /** leads to an address; where nothing can be scanned, the address is printed */
  | {
      readonly kind: 'square'
      readonly link: string
      /** the square in words, for who cannot see it */
      readonly alt: string
    }
  | { readonly kind: 'cards'; readonly cards: readonly string[] }
  | { readonly kind: 'lines'; readonly labels: readonly string[] }

/** A document for paper. Every document is one. */
export interface Paper extends Omit<Document, 'sections'> {
  readonly sections: readonly PaperSection[]
}

export interface PaperSection extends Omit<Section, 'blocks'> {
  readonly blocks: readonly PaperBlock[]
}

import type { Locale } from '#surveys/locale.ts'

/**
 * One material as content: every renderer draws the same blocks. `Text` is what stands where
 * words stand: sentences, or passages that still know where they come from.
 */
export interface Document<Text = string> {
  readonly locale: Locale
  readonly title: Text
  readonly subtitle: Text
  /** e.g. the organization, and that it is invented */
  readonly footer: Text
  readonly sections: readonly Section<Text>[]
}

/** A slide, or a chapter of a text. */
export interface Section<Text = string> {
  readonly title: Text
  readonly blocks: readonly Block<Text>[]
  /** what the presenter says; printed in no handout */
  readonly notes: readonly Text[]
}

export type Block<Text = string> =
  | { readonly kind: 'paragraph'; readonly text: Text }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly items: readonly Text[]
    }
  /** a statement to be seen first, with the sentence that explains it */
  | { readonly kind: 'callout'; readonly title: Text; readonly text: Text }
  | {
      readonly kind: 'bars'
      readonly bars: readonly Bar<Text>[]
      readonly unit: Text
      readonly alt: Text
    }
  | {
      readonly kind: 'table'
      readonly head: readonly Text[]
      readonly rows: readonly (readonly Text[])[]
      readonly caption: Text
    }
  | {
      readonly kind: 'contacts'
      readonly contacts: readonly { readonly name: string; readonly phone: string }[]
    }

export interface Bar<Text = string> {
  readonly label: Text
  /** `hidden` prints as "not shown", never as 0 */
  readonly value: number | 'hidden'
  /** the words beside the bar */
  readonly text: Text
}

/** What only paper can hold: a square to scan, cards to cut out, lines to write on. */
export type PaperBlock<Text = string> =
  | Block<Text>
  /** leads to an address; where nothing can be scanned, the address is printed */
  | {
      readonly kind: 'square'
      readonly link: string
      /** the square in words, for who cannot see it */
      readonly alt: Text
    }
  | { readonly kind: 'cards'; readonly cards: readonly Text[] }
  | { readonly kind: 'lines'; readonly labels: readonly Text[] }
  /** boxes to tick */
  | { readonly kind: 'checks'; readonly items: readonly Text[] }

/** A document for paper. Every document is one. */
export interface Paper<Text = string> extends Omit<Document<Text>, 'sections'> {
  readonly sections: readonly PaperSection<Text>[]
}

export interface PaperSection<Text = string> extends Omit<Section<Text>, 'blocks'> {
  readonly blocks: readonly PaperBlock<Text>[]
}

import type { ToldPage } from '#server/reports/contract.ts'
import { element } from './element.ts'

type Block = ToldPage['sections'][number]['blocks'][number]

/** What stands under a heading. */
export function blocksOf(blocks: readonly Block[]): readonly HTMLElement[] {
  return blocks.map(drawn)
}

function drawn(block: Block): HTMLElement {
  switch (block.kind) {
    case 'paragraph':
      return element('p', block.text)
    case 'list':
      return element(
        block.ordered ? 'ol' : 'ul',
        block.items.map((item) => element('li', item)),
      )
    case 'contacts':
      return element('ul', block.contacts.map(contact), { class: 'contacts' })
  }
}

function contact({
  name,
  phone,
}: {
  readonly name: string
  readonly phone: string
}): HTMLElement {
  const number = phone.replace(/[^\d+]/g, '')
  const written =
    number.length < 2
      ? element('span', phone)
      : element('a', phone, { href: `tel:${number}` })
  return element('li', [element('span', `${name} `), written])
}

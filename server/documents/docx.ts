import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { strFromU8, strToU8 } from 'fflate'
import type { Paper } from '#analysis/orientation/document.ts'
import { drawBlock } from './docx-draw.ts'
import { languageTags } from './language-tags.ts'
import { printable, withTexts } from './printable.ts'
import { entriesOf, zipped } from './steady-zip.ts'
import { fonts, light } from './theme.ts'

const colour = (hex: string): string => hex.slice(1)

/**
 * The document as an editable text: real headings, lists and tables in the document's language,
 * so that it can be changed, read aloud and navigated. Equal documents give equal bytes.
 */
export async function renderDocx(document: Paper): Promise<Uint8Array> {
  const texts = withTexts(document, printable)
  const { title, subtitle, footer, sections, locale } = texts
  let lists = 0
  const children = sections.flatMap((section) => [
    new Paragraph({ text: section.title, heading: HeadingLevel.HEADING_1 }),
    ...section.blocks.flatMap((block) => {
      lists += 1
      return drawBlock(block, lists)
    }),
  ])
  const made = new Document({
    title,
    description: subtitle,
    creator: 'Groundwork',
    lastModifiedBy: 'Groundwork',
    styles: stylesFor(languageTags[locale]),
    numbering: { config: [numbers] },
    sections: [
      {
        properties: { page: { size: a4 } },
        footers: { default: footerOf(footer) },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: subtitle, style: 'Lead' }),
          ...children,
        ],
      },
    ],
  })
  return withoutTime(new Uint8Array(await Packer.toBuffer(made)))
}

/** Twentieths of a point. */
const a4 = { width: 11_906, height: 16_838 }

/** Numbers begin anew in each list: the place of the list in the document is its instance. */
const numbers = {
  reference: 'numbers',
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 440, hanging: 440 } } },
    },
  ],
} as const

function stylesFor(language: string) {
  const heading = { font: fonts.heading, color: colour(light.ink), bold: true }
  return {
    default: {
      document: {
        run: {
          font: fonts.text,
          size: 22,
          color: colour(light.ink),
          language: { value: language },
        },
        paragraph: { spacing: { after: 120, line: 290 } },
      },
      title: { run: { ...heading, size: 44 }, paragraph: { spacing: { after: 80 } } },
      heading1: {
        run: { ...heading, size: 30 },
        paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: 'Lead',
        name: 'Lead',
        basedOn: 'Normal',
        run: { color: colour(light.inkQuiet), size: 24 },
        paragraph: { spacing: { after: 280 } },
      },
    ],
  }
}

function footerOf(words: string): Footer {
  const pages = [' · ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]
  const run = new TextRun({
    children: [words, ...pages],
    size: 17,
    color: colour(light.inkQuiet),
  })
  return new Footer({ children: [new Paragraph({ children: [run] })] })
}

/** The library writes down when it was made; nobody needs to know. */
function withoutTime(docx: Uint8Array): Uint8Array {
  const noTime = '1980-01-01T00:00:00Z'
  return zipped(
    entriesOf(docx).map(([name, bytes]) => {
      if (name !== 'docProps/core.xml') return [name, bytes]
      const xml = strFromU8(bytes).replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${noTime}`)
      return [name, strToU8(xml)]
    }),
  )
}

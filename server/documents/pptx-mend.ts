import { colour, descriptionMark, hiddenName } from './pptx-style.ts'
import type { Token } from './theme.ts'

/**
 * One part of a deck with what pptxgenjs cannot be told: the language of every text, plain
 * title placeholders, head rows, descriptions of tables and shapes, hatching, our palette.
 * The patterns are those of the pinned version and are tested on what it writes.
 */
export function mendPart(name: string, xml: string, language: string): string {
  const mended = mendersOf(name).reduce((text, mender) => mender(text), xml)
  return mended.replaceAll(' altLang="en-US"', '').replaceAll('"en-US"', `"${language}"`)
}

type Mender = (xml: string) => string

function mendersOf(name: string): readonly Mender[] {
  if (name.startsWith('ppt/slides/slide')) return [placehold, describe, hatch, identify]
  if (name.startsWith('ppt/slideLayouts/slide')) return [placehold, anchor, identify]
  if (name.startsWith('ppt/notesSlides/notes')) return [breakNotes]
  if (name.startsWith('ppt/charts/chart')) return [orderBars, leaveGaps, simplifyChart]
  if (name.startsWith('ppt/theme/theme')) return [paint]
  if (name.startsWith('xl/')) return [emptyCells]
  return name === 'docProps/core.xml' ? [forgetWhen] : []
}

/** A title is found by its type alone; a custom prompt would be read out where it is empty. */
const placehold: Mender = (xml) =>
  xml.replace(
    /<p:ph\s+idx="(\d+)"\s+type="(\w+)"[^>]*\/>/g,
    (_, index: string, type: string) =>
      type === 'title' ? '<p:ph type="title"/>' : `<p:ph idx="${index}" type="${type}"/>`,
  )

/** The first placeholder of a layout, its title, stands on its lower edge on new slides, too. */
const anchor: Mender = (xml) =>
  xml.replace(
    '<a:bodyPr wrap="square" rtlCol="0"></a:bodyPr>',
    '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="b"/>',
  )

/** `Table|Ways in` becomes a name and a description; a table so described has a head row. */
const describe: Mender = (xml) =>
  xml
    .replace(
      new RegExp(`name="([^"${descriptionMark}]*)[${descriptionMark}]([^"]*)"`, 'g'),
      'name="$1" descr="$2"',
    )
    .replace(
      /(name="Table" descr="(?:(?!<\/a:tbl>).)*?)<a:tblPr\/>/gs,
      '$1<a:tblPr firstRow="1"/>',
    )

const hatch: Mender = (xml) =>
  xml.replace(
    new RegExp(
      `(name="${hiddenName}" descr="(?:(?!</p:sp>).)*?)<a:solidFill>.*?</a:solidFill>`,
      'gs',
    ),
    `$1<a:pattFill prst="wdUpDiag"><a:fgClr>${rgb('lineStrong')}</a:fgClr><a:bgClr>${rgb('card')}</a:bgClr></a:pattFill>`,
  )

/** The library gives tables the ids of other shapes; each gets its own. */
const identify: Mender = (xml) => {
  let last = 0
  return xml.replace(/<p:cNvPr id="\d+"/g, () => {
    last += 1
    return `<p:cNvPr id="${last}"`
  })
}

/** Every note its own paragraph; the library writes line ends, which programs do not show. */
const breakNotes: Mender = (xml) =>
  xml.replace(
    /<a:p><a:r>(<a:rPr[^>]*>)<a:t>([^<]*)<\/a:t><\/a:r>/,
    (_, run: string, text: string) => {
      const lines = text
        .split(/[\r\n]+/)
        .map((line) => `<a:r>${run}<a:t>${line}</a:t></a:r>`)
      return `<a:p>${lines.join('</a:p><a:p>')}`
    },
  )

/** The first bar on top, as it is read. */
const orderBars: Mender = (xml) =>
  xml.replace(/(<c:catAx>.*?<c:orientation val=")minMax/s, '$1maxMin')

/** A hidden value is no point at all; the library writes a point of nothing. */
const leaveGaps: Mender = (xml) =>
  xml.replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '')

/** One level of labels, and the two axes a bar chart may have. */
const simplifyChart: Mender = (xml) =>
  xml
    .replace(/multiLvlStr(Ref|Cache)>/g, 'str$1>')
    .replace(/<\/?c:lvl>/g, '')
    .replace('<c:axId val="2094734556"/></c:barChart>', '</c:barChart>')

const emptyCells: Mender = (xml) =>
  xml.replace(/<c r="\w+"><v><\/v><\/c>/g, '').replace(/(ref="A1:\w+)'"/, '$1"')

const forgetWhen: Mender = (xml) =>
  xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')

const paint: Mender = (xml) => {
  const slots = palette.map(([slot, token]) => `<a:${slot}>${rgb(token)}</a:${slot}>`)
  return xml.replace(
    /<a:clrScheme .*?<\/a:clrScheme>/s,
    `<a:clrScheme name="Groundwork">${slots.join('')}</a:clrScheme>`,
  )
}

/** What people who go on with the deck are offered as its colours. */
const palette: readonly (readonly [string, Token])[] = [
  ['dk1', 'ink'],
  ['lt1', 'paper'],
  ['dk2', 'inkQuiet'],
  ['lt2', 'card'],
  ['accent1', 'accent'],
  ['accent2', 'need4'],
  ['accent3', 'need3'],
  ['accent4', 'need2'],
  ['accent5', 'good'],
  ['accent6', 'lineStrong'],
  ['hlink', 'accent'],
  ['folHlink', 'inkQuiet'],
]

function rgb(token: Token): string {
  return `<a:srgbClr val="${colour(token)}"/>`
}

import type PptxGenJS from 'pptxgenjs'
import { colour, typed } from './pptx-style.ts'
import { body, faces, page, shortened } from './slide-type.ts'

const opening = {
  title: { x: page.left, y: 1.2, w: body.width, h: 2.7 },
  subtitle: { x: page.left, y: 4.15, w: body.reading, h: 1.9 },
  lines: { title: 4, subtitle: 5 },
} as const
const sectionTitle = { x: page.left, y: 0.36, w: body.width, h: 1.02 } as const
const footer = { x: page.left, y: 6.95, w: body.width - 1, h: 0.3 } as const
const slideNumber = { ...footer, x: page.left + footer.w + 0.2, w: 0.8 } as const

const heading = {
  // The theme's heading font, whatever an organization sets it to.
  fontFace: '+mj-lt',
  bold: true,
  align: 'left',
  valign: 'bottom',
  margin: 0,
} as const
const quiet = { align: 'left', valign: 'top', margin: 0 } as const

/** Two layouts with a real title each, which outline view and screen readers look for. */
export function layOut(deck: PptxGenJS, footnote: string): void {
  const background = { color: colour('paper') }
  deck.defineSlideMaster({
    title: 'Opening',
    background,
    objects: [
      { rect: { x: 0, y: 0, w: 0.3, h: page.height, fill: { color: colour('accent') } } },
      titlePlaceholder({ ...typed(faces.opening), ...opening.title }),
      subtitlePlaceholder(),
      footnoteText(footnote),
    ],
  })
  deck.defineSlideMaster({
    title: 'Section',
    background,
    objects: [
      titlePlaceholder({ ...typed(faces.title), ...sectionTitle }),
      footnoteText(footnote),
    ],
    slideNumber: {
      ...slideNumber,
      align: 'right',
      color: colour('inkQuiet'),
      fontSize: faces.footer.points,
    },
  })
}

/** The words the first slide has room for. */
export function openingWords(title: string, subtitle: string) {
  const { lines } = opening
  return {
    title: shortened(title, opening.title.w, faces.opening, lines.title),
    subtitle: shortened(subtitle, opening.subtitle.w, faces.text, lines.subtitle),
  }
}

function titlePlaceholder(place: object) {
  const options = { name: 'title', type: 'title', objectName: 'Title' } as const
  return { placeholder: { options: { ...options, ...heading, ...place }, text: '' } }
}

function subtitlePlaceholder() {
  const options = { name: 'subtitle', type: 'body', objectName: 'Subtitle' } as const
  const look = { ...quiet, ...typed(faces.text, 'inkQuiet'), ...opening.subtitle }
  return { placeholder: { options: { ...options, ...look }, text: '' } }
}

function footnoteText(footnote: string) {
  const text = shortened(footnote, footer.w, faces.footer, 1)
  return {
    text: { text, options: { ...footer, ...quiet, ...typed(faces.footer, 'inkQuiet') } },
  }
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const files = [
  'atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  'atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  'literata/400Regular/Literata_400Regular.ttf',
  'literata/600SemiBold/Literata_600SemiBold.ttf',
  'literata/700Bold/Literata_700Bold.ttf',
]

/** The cuts a page is set in, from the installed packages: the text face, then the headings'. */
export function fontFiles(): readonly Buffer[] {
  return files.map((file) => readFileSync(require.resolve(`@expo-google-fonts/${file}`)))
}

/**
 * The code points a TrueType font has a glyph for, from the Unicode part of its `cmap`.
 *
 * @throws RangeError when the font has no `cmap` of format 4, as every text font has
 * @see https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export function codePointsOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const table = cmapOffset(view)
  const subtables = range(view.getUint16(table + 2)).map(
    (index) => table + view.getUint32(table + 8 + index * 8),
  )
  const segments = subtables.find((offset) => view.getUint16(offset) === 4)
  if (segments === undefined) throw new RangeError('the font has no cmap of format 4')
  return new Set(pointsOfSegments(view, segments))
}

function cmapOffset(view: DataView): number {
  const records = range(view.getUint16(4)).map((index) => 12 + index * 16)
  const record = records.find((offset) => view.getUint32(offset) === 0x636d6170)
  if (record === undefined) throw new RangeError('the font has no cmap')
  return view.getUint32(record + 8)
}

function pointsOfSegments(view: DataView, offset: number): readonly number[] {
  const bytes = view.getUint16(offset + 6)
  return range(bytes / 2).flatMap((segment) => {
    const end = offset + 14 + segment * 2
    const start = end + bytes + 2
    const first = view.getUint16(start)
    const delta = view.getInt16(start + bytes)
    const skip = view.getUint16(start + 2 * bytes)
    const glyphOf = (point: number) =>
      skip === 0
        ? (point + delta) & 0xffff
        : view.getUint16(start + 2 * bytes + skip + (point - first) * 2)
    return range(view.getUint16(end) - first + 1)
      .map((index) => first + index)
      .filter((point) => point < 0xffff && glyphOf(point) !== 0)
  })
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index)
}

import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readCodebook } from '#server/coding-files/read-codes.ts'
import { readProject } from '#server/coding-files/read-project.ts'

const a = '11111111-1111-4111-8111-111111111111'
const b = '22222222-2222-4222-8222-222222222222'

/** A project as another program writes it, with one text and one coded passage. */
function projectWith(change: {
  readonly end?: string
  readonly code?: string
  readonly path?: string
  readonly head?: string
  readonly namespace?: string
  readonly texts?: Readonly<Record<string, string>>
}): Uint8Array {
  const { end = '5', code = a, path = 'internal://T.TXT', head = '' } = change
  const { namespace = 'urn:QDA-XML:project:1.0' } = change
  const qde = `<?xml version="1.0" encoding="utf-8"?>${head}
    <q:Project xmlns:q="${namespace}" name="x">
      <q:CodeBook><q:Codes>
        <q:Code guid="{${a.toUpperCase()}}" name="Stress" isCodable="true"/>
      </q:Codes></q:CodeBook>
      <q:Sources>
        <q:TextSource guid="${b}" name="Interview" plainTextPath="${path}">
          <q:PlainTextSelection guid="${b}" startPosition="1" endPosition="${end}">
            <q:Coding guid="${b}"><q:CodeRef targetGUID="${code}"/></q:Coding>
          </q:PlainTextSelection>
        </q:TextSource>
        <q:PictureSource guid="${b}"/>
      </q:Sources>
    </q:Project>`
  const texts = change.texts ?? { 'sources/t.txt': '\u{feff}x😀y\r\nz and more' }
  return zipSync(
    Object.fromEntries(
      Object.entries({ 'project.qde': qde, ...texts }).map(([name, text]) => [
        name,
        strToU8(text),
      ]),
    ),
  )
}

describe('a project of another program', () => {
  it('is read: prefixes, braces, capitals, a byte order mark, other line ends', () => {
    const { groups, own, skippedSources, coders } = readProject(projectWith({}))

    expect(own).toEqual([
      { id: `own.${a}`, name: 'Stress', definition: 'Stress', retired: false },
    ])
    expect(groups).toEqual([
      {
        name: 'Interview',
        segments: [
          {
            guid: b,
            draft: {
              text: '😀y',
              question: null,
              speakers: null,
              intensity: null,
              tone: null,
            },
            codings: [{ code: `own.${a}`, coder: null }],
          },
        ],
      },
    ])
    expect({ skippedSources, coders }).toEqual({ skippedSources: 1, coders: 0 })
  })

  it.each([
    ['a passage beyond its text', { end: '400' }],
    ['a passage that ends before it begins', { end: '1' }],
    ['a position that is no number', { end: '1e3' }],
    ['a code that is not in the codebook', { code: b }],
    ['a text that is not there', { texts: {} }],
    ['a text from elsewhere', { path: 'file:///etc/passwd' }],
    ['a text above its folder', { texts: { '../sources/t.txt': 'x'.repeat(9) } }],
  ])('is refused with %s', (_, change) => {
    expect(() => readProject(projectWith(change))).toThrow('coding-file-inconsistent')
  })

  it('is refused in another namespace', () => {
    expect(() => readProject(projectWith({ namespace: 'urn:else' }))).toThrow(
      'coding-file-not-refi',
    )
  })
})

describe('what is no project', () => {
  it('is said to be none', () => {
    expect(() => readProject(strToU8('hello'))).toThrow('coding-file-not-packed')
    expect(() => readProject(new Uint8Array())).toThrow('coding-file-not-packed')
    expect(() => readProject(strToU8('PK then nothing'))).toThrow(
      'coding-file-without-project',
    )
    expect(() => readProject(zipSync({ 'a.txt': strToU8('x') }))).toThrow(
      'coding-file-without-project',
    )
    expect(() => readProject(zipSync({ 'project.qde': strToU8('<a>') }))).toThrow(
      'coding-file-not-refi',
    )
    expect(() =>
      readProject(zipSync({ 'project.qde': Uint8Array.of(0x3c, 0xff, 0xfe) })),
    ).toThrow('coding-file-not-refi')
  })

  it('is refused where it was cut off or scrambled', () => {
    const whole = projectWith({})

    for (let at = 5; at < whole.length; at += 17) {
      const cut = whole.slice(0, at)
      const scrambled = whole.map((byte, index) => (index === at ? byte ^ 0xff : byte))
      for (const file of [cut, scrambled]) {
        const outcome = (() => {
          try {
            return readProject(file) && 'read'
          } catch (error) {
            return error instanceof Error ? error.message : error
          }
        })()
        expect(outcome).toMatch(/^(coding-file-[a-z-]+|read)$/)
      }
    }
  })
})

describe('a file made to do harm', () => {
  const bomb = [
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    '<!doctype x>',
  ]

  it.each(bomb)('may not declare entities: %s', (head) => {
    expect(() => readProject(projectWith({ head }))).toThrow(
      'coding-file-declares-entities',
    )
    expect(() => readCodebook(`${head}<CodeBook/>`)).toThrow(
      'coding-file-declares-entities',
    )
  })

  it('is put down where it unpacks to more than any study', () => {
    const zeros = new Uint8Array(12_000_000)

    expect(() => readProject(zipSync({ 'project.qde': zeros }))).toThrow(
      'coding-file-too-large',
    )
  })

  it('is put down as soon, where it lies about its size', () => {
    const packed = zipSync({ 'project.qde': new Uint8Array(12_000_000) })
    const view = new DataView(packed.buffer)
    // The unpacked size in the entry’s own header, and in the directory at the end.
    const directory = view.getUint32(packed.length - 6, true)
    view.setUint32(22, 100, true)
    view.setUint32(directory + 24, 100, true)

    expect(() => readProject(packed)).toThrow('coding-file-too-large')
  })

  it('is put down with more entries than any study', () => {
    const many = Array.from({ length: 1_001 }, (_, index) => [`${index}`, strToU8('')])

    expect(() => readProject(zipSync(Object.fromEntries(many)))).toThrow(
      'coding-file-too-large',
    )
  })

  it('is put down where elements or codes nest without end', () => {
    const deep = `${'<a>'.repeat(40_000)}${'</a>'.repeat(40_000)}`
    const codes = Array.from({ length: 60 }, (_, index) => {
      const guid = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
      return `<Code guid="${guid}" name="x" isCodable="true">`
    })
    const nested = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${codes.join('')}${'</Code>'.repeat(60)}</Codes></CodeBook>`

    expect(() => readCodebook(deep)).toThrow('coding-file-not-refi')
    expect(() => readCodebook(nested)).toThrow('coding-file-inconsistent')
    expect(() => readCodebook('x'.repeat(2_000_001))).toThrow('coding-file-too-large')
    expect(() => readCodebook('<a/>'.repeat(100_000))).toThrow('coding-file-too-large')
  })

  it('is put down where it has one long text read again and again', () => {
    const guid = '00000000-0000-4000-8000-000000000000'
    const passage = `<PlainTextSelection guid="${guid}" startPosition="0" endPosition="1000000"/>`
    const source = `<TextSource guid="${guid}" plainTextPath="internal://a.txt">${passage.repeat(10)}</TextSource>`
    const around = (sources: string) =>
      `<Project xmlns="urn:QDA-XML:project:1.0" name="x"><Sources>${sources}</Sources></Project>`
    const text = new Uint8Array(1_000_000).fill(97)

    for (const qde of [
      around(source),
      around(source.replace(/<P.*\/>/, '').repeat(10)),
    ]) {
      const file = zipSync({ 'project.qde': strToU8(qde), 'Sources/a.txt': text })
      expect(() => readProject(file)).toThrow('coding-file-too-large')
    }
  })
})

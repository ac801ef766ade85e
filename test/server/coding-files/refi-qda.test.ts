import { parseXml, type XmlElement } from '@rgrove/parse-xml'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { builtInCodes } from '#analysis/coding/built-in-codes.ts'
import { readCodebook } from '#server/coding-files/read-codes.ts'
import { readProject } from '#server/coding-files/read-project.ts'
import { writeCodebook } from '#server/coding-files/write-codebook.ts'
import { writeProject } from '#server/coding-files/write-project.ts'
import { locales } from '#surveys/locale.ts'
import { codings, ownGuid, random, segments, study } from './an-exported-study.ts'
import { faultsOf } from './schema.ts'

function rootOf(xml: string): XmlElement {
  const { root } = parseXml(xml)
  if (!root) throw new Error('expected an element')
  return root
}

const project = () => writeProject(study, 'en', random())
const unpacked = () => unzipSync(project())
const qde = () => strFromU8(unpacked()['project.qde'] ?? new Uint8Array())

describe('a codebook that was exported', () => {
  it.each(locales)('is as the schema has it, in %s', (locale) => {
    const root = rootOf(writeCodebook(study.codebook, locale))

    expect(root.name).toBe('CodeBook')
    expect(root.attributes['xmlns']).toBe('urn:QDA-XML:codebook:1.0')
    expect(faultsOf(root)).toEqual([])
  })

  it('comes back with the same codes, built-in and own', () => {
    const read = readCodebook(writeCodebook(study.codebook, 'ro'))

    expect(read.codes).toEqual([...builtInCodes, `own.${ownGuid}`])
    expect(read.own).toEqual(study.codebook.own)
  })

  it('names built-in codes alike for ever', () => {
    // A version 5 UUID of `construct.bio.sleep` in our namespace, as Python’s uuid5 has it.
    expect(writeCodebook(study.codebook, 'en')).toContain(
      'guid="afdfd05c-f92d-5474-ae4f-4d66e083db3e" name="Sleep and recovery"',
    )
  })
})

describe('a project that was exported', () => {
  it('is as the schema has it', () => {
    const root = rootOf(qde())

    expect(root.name).toBe('Project')
    expect(root.attributes['xmlns']).toBe('urn:QDA-XML:project:1.0')
    expect(faultsOf(root)).toEqual([])
  })

  it('comes back with what was said and coded, without the conversation', () => {
    const read = readProject(project())

    const found = read.groups.flatMap((group) => group.segments)
    const expected = segments.filter(({ group }) => group !== 'd')
    const byId = (a: { readonly guid: string }, b: { readonly guid: string }) =>
      a.guid < b.guid ? -1 : 1
    expect(found.map(({ guid, draft }) => ({ guid, draft })).toSorted(byId)).toEqual(
      expected.map(({ id, group: _, ...draft }) => ({ guid: id, draft })),
    )
    const coders = ['anna@example.org', 'ben@example.org']
    const read1 = found.find(({ guid }) => guid === segments[0]?.id)?.codings
    expect(read1?.map(({ code }) => code)).toEqual(['hazard.hours', 'hazard.hours'])
    expect(new Set(read1?.map(({ coder }) => coder))).toEqual(new Set([0, 1]))
    expect(read.coders).toBe(coders.length)
    expect(
      found
        .flatMap((one) => one.codings.map(({ code }) => `${one.guid} ${code}`))
        .toSorted(),
    ).toEqual(
      codings
        .filter(({ code }) => code !== 'barrier.fit')
        .map(({ segment, code }) => `${segment} ${code}`)
        .toSorted(),
    )
    expect(read.own).toEqual(study.codebook.own)
  })

  it('has positions that count code points', () => {
    const root = qde()

    // 37 letters and a line end, then 65 letters, the first of two units.
    expect([...(segments[0]?.text ?? '')]).toHaveLength(37)
    expect(root).toContain('startPosition="0" endPosition="37"')
    expect(root).toContain('startPosition="38" endPosition="103"')
  })

  it('tells no unit, no person, no time and no order of groups', () => {
    const all = Object.entries(unpacked()).map(([name, bytes]) => {
      return `${name}\n${strFromU8(bytes)}`
    })
    const text = all.join('\n')

    expect(text).not.toMatch(/@example\.org|DateTime|20\d\d-\d\d/)
    expect(text).not.toContain('A conversation of three')
    expect(qde().match(/<User [^>]*>/g)).toHaveLength(2)
    const orders = ['1', '2', '3', '4', '5', '6'].map((seed) => {
      const groups = readProject(writeProject(study, 'en', seeded(seed))).groups
      expect(groups.map(({ name }) => name)).toEqual(['Group 1', 'Group 2', 'Group 3'])
      return groups.map((group) => group.segments[0]?.guid).join()
    })
    expect(new Set(orders).size).toBeGreaterThan(1)
  })

  it('does not exist for one group', () => {
    const one = { ...study, sessions: study.sessions.slice(0, 1) }

    expect(() => writeProject(one, 'en', random())).toThrow('groups-too-few-to-export')
  })
})

/** Numbers that differ from one seed to the next. */
function seeded(seed: string): () => number {
  let state = Number(seed)
  return () => {
    state = (state * 16807 + 7) % 2147483647
    return state / 2147483647
  }
}

import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFile, eraseFile, overwriteFile, readFile } from '#server/erasable-file.ts'

describe('a file that can be erased', () => {
  let folder: string
  let files = 0

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'groundwork-erasable-'))
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  const newPath = () => join(folder, `${files++}`, 'a.key')

  it('is its owner’s alone, in a folder that is too', () => {
    const path = newPath()

    createFile(path, 'secret')

    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
    expect(readFile(path)).toBe('secret')
    expect(readdirSync(dirname(path))).toEqual(['a.key'])
  })

  it('is never written over by a new one', () => {
    const path = newPath()
    createFile(path, 'first')

    expect(() => createFile(path, 'other')).toThrow()

    expect(readFile(path)).toBe('first')
    expect(readdirSync(dirname(path))).toEqual(['a.key'])
  })

  it('is changed in place', () => {
    const path = newPath()
    createFile(path, 'first')
    const { ino } = statSync(path)

    overwriteFile(path, 'other')

    expect(readFile(path)).toBe('other')
    expect(statSync(path).ino).toBe(ino)
    expect(() => overwriteFile(path, 'longer than before')).toThrow(RangeError)
    expect(readFile(path)).toBe('other')
  })

  it('holds noise for who still has it open when it is erased', () => {
    const path = newPath()
    createFile(path, 'secret')
    const open = openSync(path, 'r')

    expect(eraseFile(path)).toBe(true)

    const left = Buffer.alloc(6)
    readSync(open, left, 0, 6, 0)
    closeSync(open)
    expect(left.toString()).not.toBe('secret')
    expect(readFile(path)).toBeNull()
    expect(eraseFile(path)).toBe(false)
  })
})

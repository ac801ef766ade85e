import { describe, expect, it } from 'vitest'
import { readCommands } from '#web/room/commands.ts'
import { keeperOf } from '#web/room/keeper.ts'
import { type Beginning, isConversation, obstaclesOf } from '#web/room/notebook.ts'
import { isLongEnough, makeSafe, openSafe } from '#web/room/safe.ts'

const session = '3b0d0f0a-1f53-4e7e-9d8e-0f4b8d6f7a11'
const passphrase = 'four calm wooden chairs'

const ready: Beginning = {
  powerCheck: { nobodyLeads: true, noObserver: true, noRelatives: true },
  participants: 6,
  consents: 6,
  unitMix: 'cross-unit',
  isReadAloud: true,
}

describe('beginning a session', () => {
  it.each([4, 6, 12])('is possible with %i people', (people) => {
    const beginning = { ...ready, participants: people, consents: people }

    expect(obstaclesOf(beginning)).toEqual([])
    expect(isConversation(people)).toBe(false)
  })

  it.each([2, 3])('with %i people is possible, as a conversation', (people) => {
    const beginning = { ...ready, participants: people, consents: people }

    expect(obstaclesOf(beginning)).toEqual([])
    expect(isConversation(people)).toBe(true)
  })

  it.each([
    [{ participants: 1, consents: 1 }, 'one-person'],
    [{ participants: 13, consents: 13 }, 'too-many'],
    [{ participants: null }, 'participants'],
    [{ participants: 4.5, consents: 4.5 }, 'participants'],
    [{ consents: 5 }, 'consents'],
    [{ unitMix: 'one-unit' as const }, 'one-unit'],
    [{ unitMix: null }, 'unit-mix'],
    [{ isReadAloud: false }, 'read-aloud'],
    [{ powerCheck: { ...ready.powerCheck, noObserver: false } }, 'power'],
  ])('is kept back by %j', (change, obstacle) => {
    expect(obstaclesOf({ ...ready, ...change })).toContain(obstacle)
  })
})

describe('commands in a note', () => {
  it('are taken out of the text, in their order', () => {
    expect(readCommands('/5 More hands /x3 on nights /!!! /w ')).toEqual({
      text: 'More hands on nights ',
      commands: [
        { kind: 'question', question: 5 },
        { kind: 'speakers', speakers: 3 },
        { kind: 'intensity', intensity: 3 },
        { kind: 'tone', tone: 'wish' },
      ],
    })
  })

  it.each(['early/late shifts ', '24 / 7 ', 'and/or ', '/0 ', '/15 ', '/when ', '/5'])(
    'are not seen in %j',
    (text) => {
      expect(readCommands(text)).toEqual({ text, commands: [] })
    },
  )
})

describe('a passphrase', () => {
  it.each([passphrase, 'Xk9!vq2#Lm4z', 'fyra små gula hus'])('%j is enough', (typed) => {
    expect(isLongEnough(typed)).toBe(true)
  })

  it.each([
    '',
    'short',
    'three little words'.slice(0, 11),
    'aaaaaaaaaaaaaaaa',
    'a b c d',
  ])('%j is not', (typed) => {
    expect(isLongEnough(typed)).toBe(false)
  })
})

describe('a safe', () => {
  it('opens with its passphrase, however it is spaced, and with no other', async () => {
    const sealed = await (await makeSafe(session, passphrase)).seal('what was said')

    const opened = await openSafe(session, `  ${passphrase.replace(' ', '   ')} `, sealed)
    const wrong = await openSafe(session, `${passphrase}s`, sealed)

    expect(opened?.text).toBe('what was said')
    expect(wrong).toBeNull()
  })

  it('does not open when a bit was changed, nor in the place of another session', async () => {
    const sealed = await (await makeSafe(session, passphrase)).seal('what was said')
    const bent = new Uint8Array(sealed.sealed.slice(0))
    bent[3] = (bent[3] ?? 0) ^ 1

    const changed = await openSafe(session, passphrase, {
      ...sealed,
      sealed: bent.buffer,
    })
    const moved = await openSafe(`${session}0`, passphrase, sealed)

    expect(changed).toBeNull()
    expect(moved).toBeNull()
  })

  it('never seals twice alike', async () => {
    const safe = await makeSafe(session, passphrase)

    const [first, second] = [await safe.seal('same'), await safe.seal('same')]

    expect(Buffer.from(first.nonce)).not.toEqual(Buffer.from(second.nonce))
    expect(Buffer.from(first.sealed)).not.toEqual(Buffer.from(second.sealed))
  })
})

describe('a keeper', () => {
  it('writes the newest state, one write at a time', async () => {
    const written: string[] = []
    let underway = 0
    const keeper = keeperOf<string>(
      async (text) => {
        underway += 1
        expect(underway).toBe(1)
        await Promise.resolve()
        written.push(text)
        underway -= 1
      },
      () => {},
    )
    keeper.keep('a')
    keeper.keep('ab')
    const first = keeper.flush()
    keeper.keep('abc')

    await Promise.all([first, keeper.flush()])

    expect(written).toEqual(['ab', 'abc'])
  })

  it('keeps what could not be written, and writes it when asked again', async () => {
    const told: string[] = []
    const written: string[] = []
    let isFull = true
    const keeper = keeperOf<string>(
      async (text) => {
        if (isFull) throw new DOMException('full', 'QuotaExceededError')
        written.push(text)
      },
      (keeping) => told.push(keeping),
    )
    keeper.keep('a')
    await keeper.flush()
    isFull = false

    await keeper.flush()

    expect(told).toEqual(['keeping', 'failed', 'kept'])
    expect(written).toEqual(['a'])
  })

  it('writes nothing once it was stopped', async () => {
    const written: string[] = []
    const keeper = keeperOf<string>(
      async (text) => void written.push(text),
      () => {},
    )
    keeper.keep('a')

    await keeper.stop()
    await keeper.flush()

    expect(written).toEqual([])
  })
})

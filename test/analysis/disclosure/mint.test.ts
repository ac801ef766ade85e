import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')

/** The product's own sources outside the folder that may mint. */
function sourcesOutside(): readonly string[] {
  return ['analysis', 'server', 'surveys', 'web'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file).replaceAll('\\', '/'))
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
      .filter((file) => !file.startsWith('analysis/disclosure/')),
  )
}

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

describe('what may leave', () => {
  it('is minted nowhere but in the disclosure folder', () => {
    const minting = sourcesOutside().filter((file) =>
      /disclosure\/mint/.test(textOf(file)),
    )

    expect(minting).toEqual([])
  })

  it('is claimed by no cast anywhere else', () => {
    const casting = sourcesOutside().filter((file) =>
      /\b(as|satisfies)\s+(unknown\s+as\s+)?Disclosed\b|<Disclosed</.test(
        textOf(file).replaceAll(/\w<Disclosed</g, ''),
      ),
    )

    expect(casting).toEqual([])
  })

  it.each([
    ['StoredRelease', ['server/tally/stored-release.ts']],
    ['StoredSigned', ['server/results/sign-release.ts']],
    ['Written', ['server/doors.ts', 'server/results/sign-release.ts']],
  ])('is claimed to be a %s only by what makes one', (name, makers) => {
    const claim = new RegExp(`\\bas\\b.*\\b${name}\\b|<${name}>\\(`)

    const claiming = sourcesOutside().filter((file) => claim.test(textOf(file)))

    expect(claiming).toEqual(makers)
  })
})

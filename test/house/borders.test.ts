import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

interface Rule {
  readonly name: string
}
const config: { readonly forbidden: readonly Rule[] } = createRequire(import.meta.url)(
  '../../.dependency-cruiser.cjs',
)

/** A house in which every border is crossed once: the rule, who crosses it, and with what. */
const crossings: readonly (readonly [rule: string, from: string, code: string])[] = [
  ['no-cycles', 'surveys/a.ts', "import './b.ts'"],
  ['no-unresolved', 'surveys/c.ts', "import './nowhere.ts'"],
  ['surveys-are-pure', 'surveys/d.ts', "import 'node:fs'"],
  ['surveys-are-pure', 'surveys/e.ts', "import 'zod'"],
  ['ballots-run-in-the-browser-too', 'surveys/ballot/a.ts', "import 'node:crypto'"],
  ['instruments-only-read-files', 'surveys/instruments/a.ts', "import 'node:fs'"],
  [
    'files-are-read-on-the-server',
    'web/k.ts',
    "import '#surveys/instruments/read-instrument.ts'",
  ],
  ['analysis-is-pure', 'analysis/a.ts', "import 'node:fs'"],
  ['analysis-is-pure', 'analysis/b.ts', "import '#server/refusal.ts'"],
  [
    'one-solver-for-the-interval-audit',
    'analysis/disclosure/interval-model.ts',
    "import 'zod'",
  ],
  ['statistics-know-no-domain', 'analysis/statistics/a.ts', "import '#surveys/b.ts'"],
  [
    'recommendation-knows-the-release-only',
    'analysis/needs/a.ts',
    "import '../detour.ts'",
  ],
  [
    'recommendation-knows-the-release-only',
    'analysis/report/a.ts',
    "import '../responses.ts'",
  ],
  [
    'hr-figures-are-context-only',
    'analysis/needs/b.ts',
    "import type {} from '../indicators/a.ts'",
  ],
  [
    'hr-figures-are-context-only',
    'server/results/b.ts',
    "import '../programs/detour.ts'",
  ],
  [
    'provider-totals-enter-no-need',
    'analysis/needs/totals.ts',
    "import type {} from '../review/a.ts'",
  ],
  ['only-disclosure-mints', 'analysis/scoring/a.ts', "import '../disclosure/mint.ts'"],
  [
    'only-disclosure-mints',
    'server/results/mint.ts',
    "import '#analysis/disclosure/mint.ts'",
  ],
  ['web-sees-contracts-only', 'web/a.ts', "import '#server/refusal.ts'"],
  [
    'web-sees-contracts-only',
    'web/b.ts',
    "import type {} from '#server/results/store.ts'",
  ],
  ['web-runs-no-server-code', 'web/c.ts', "import '#server/results/routes.ts'"],
  ['contracts-are-light', 'server/results/contract.ts', "import 'kysely'"],
  ['contracts-are-light', 'server/tally/contract.ts', "import '../refusal.ts'"],
  ['slices-keep-their-tables', 'server/programs/a.ts', "import '../results/store.ts'"],
  [
    'the-database-knows-tables-only',
    'server/database/a.ts',
    "import '../results/store.ts'",
  ],
  ['reach-and-doors-know-no-slice', 'server/services.ts', "import './results/store.ts'"],
  ['slices-form-a-tree', 'server/accounts/a.ts', "import '../assessments/a.ts'"],
  ['slices-form-a-tree', 'server/ballot-box/b.ts', "import '../accounts/b.ts'"],
  ['slices-form-a-tree', 'server/coding/a.ts', "import '../programs/detour.ts'"],
  [
    'who-was-asked-never-meets-what-was-said',
    'server/registrar/a.ts',
    "import '../assessments/a.ts'",
  ],
  [
    'who-was-asked-never-meets-what-was-said',
    'server/tally/a.ts',
    "import type {} from '../ballot-box/keep-box.ts'",
  ],
  [
    'who-was-asked-never-meets-what-was-said',
    'server/start-office.ts',
    "await import('./database/ballots.ts')",
  ],
  [
    'who-was-asked-never-meets-what-was-said',
    'server/control/remote-box.ts',
    "import '../start-ballot-box.ts'",
  ],
  [
    'what-was-said-never-meets-who-was-asked',
    'server/ballot-box/a.ts',
    "import '../assessments/b.ts'",
  ],
  [
    'what-was-said-never-meets-who-was-asked',
    'server/ballot-box/c.ts',
    "import type {} from '../services.ts'",
  ],
  [
    'what-was-said-never-meets-who-was-asked',
    'server/database/ballots.ts',
    "import './office.ts'",
  ],
  [
    'what-was-said-never-meets-who-was-asked',
    'server/start-ballot-box.ts',
    "import '#analysis/responses.ts'",
  ],
  [
    'withheld-figures-are-for-the-release',
    'server/results/a.ts',
    "import '../tally/withheld-figures.ts'",
  ],
  [
    'the-registrar-signs-without-the-tally',
    'server/registrar/b.ts',
    "import '../tally/contract.ts'",
  ],
  [
    'reminders-go-to-everybody-alike',
    'server/invitations/a.ts',
    "import '../registrar/participation/a.ts'",
  ],
  ['employees-carry-no-identity', 'web/mute/a.ts', "import '../detour.ts'"],
  ['employees-carry-no-identity', 'web/seats/a.ts', "import '../detour.ts'"],
  ['employees-carry-no-identity', 'web/told/a.ts', "import '../detour.ts'"],
  ['employees-carry-no-identity', 'web/answer/a.ts', "import '../detour.ts'"],
  ['features-stand-alone', 'web/workspace/ask/a.ts', "import '../tell/a.ts'"],
  ['ui-knows-no-feature', 'web/ui/a.ts', "import '../workspace/tell/a.ts'"],
  ['nothing-ships-tests', 'server/main.ts', "import '../test/a.ts'"],
]

/** What the crossings lead to. */
const neighbours: Readonly<Record<string, string>> = {
  'surveys/b.ts': "import './a.ts'",
  'surveys/instruments/read-instrument.ts': '',
  'analysis/detour.ts': "import './scoring/b.ts'",
  'analysis/indicators/a.ts': '',
  'analysis/review/a.ts': '',
  'analysis/responses.ts': '',
  'analysis/scoring/b.ts': '',
  'analysis/disclosure/mint.ts': '',
  'server/refusal.ts': '',
  'server/results/store.ts': '',
  'server/registrar/participation/a.ts': '',
  'server/results/routes.ts': '',
  'server/tally/withheld-figures.ts': '',
  'server/programs/detour.ts': "import '../indicators/keep-figures.ts'",
  'server/indicators/keep-figures.ts': '',
  'server/accounts/b.ts': '',
  'server/assessments/a.ts': "import '../ballot-box/keep-box.ts'",
  'server/assessments/b.ts': "import '../accounts/b.ts'",
  'server/ballot-box/keep-box.ts': '',
  'server/database/office.ts': '',
  'web/detour.ts': "import './workspace/session.ts'",
  'web/workspace/session.ts': '',
  'web/workspace/tell/a.ts': '',
  'test/a.ts': '',
}

describe('the borders of the house', () => {
  let house: string
  let violations: readonly { readonly rule: Rule; readonly from: string }[]

  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'groundwork-borders-'))
    for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
      cpSync(join(root, file), join(house, file))
    }
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
    for (const [path, code] of Object.entries(neighbours)) write(path, code)
    for (const [, path, code] of crossings) write(path, code)
    violations = cruise()
  })

  afterAll(() => rmSync(house, { recursive: true, force: true }))

  function write(path: string, code: string): void {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), `${code}\nexport {}\n`)
  }

  function cruise(): typeof violations {
    const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
    const places = ['surveys', 'analysis', 'server', 'web', 'test']
    const { stdout } = spawnSync(
      process.execPath,
      [bin, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...places],
      { cwd: house, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    )
    return JSON.parse(stdout).summary.violations
  }

  it.each(crossings)('%s: sees %s', (rule, from) => {
    const seen = violations.some((each) => each.rule.name === rule && each.from === from)

    expect(seen).toBe(true)
  })

  it('are each crossed here at least once', () => {
    const crossed = new Set(crossings.map(([rule]) => rule))

    expect(
      config.forbidden.map(({ name }) => name).filter((name) => !crossed.has(name)),
    ).toEqual([])
  })
})

import { type ConstructId, isConstructId } from '#surveys/constructs.ts'
import { barriers, families } from '#surveys/modules/getting-help.ts'
import { countsAs } from './bands.ts'
import { leastForWish } from './choices.ts'
import type {
  Disclosed,
  Figure,
  Release,
  ReleasedConstruct,
  ReleasedGroup,
  ReleasedUnit,
} from './disclosed.ts'
import { groupId } from './filters.ts'
import { mint } from './mint.ts'
import { planConstruct } from './publication-plan.ts'
import {
  type Path,
  readBoolean,
  readEntries,
  readList,
  readNullable,
  readObject,
  readOneOf,
  readText,
  readWhole,
  unexpected,
} from './read-json.ts'
import { readAnswered, readCell, readChoiceFigure, readRate } from './restore-figures.ts'
import { readMeasured } from './restore-measured.ts'
import { sdc1 } from './rules.ts'
import { growTree } from './unit-tree.ts'

/**
 * Takes a stored release back in. It comes out as it went in, and only if each figure could
 * have come from `disclose`: on its grid, within its bounds, with enough answers behind it.
 * What a release does not name is dropped.
 *
 * @throws RangeError naming the place and what was expected there, never the value
 */
export function restoreRelease(stored: unknown): Disclosed<Release> {
  const json = readObject<keyof Release>(stored, 'release')
  const organization = readOrganization(json.organization)
  const units = readList(json.units, 'units', readUnit)
  growTree(units)
  const groups = readGroups(json.groups, units)
  const ids = {
    units: new Set(units.map(({ id }) => id)),
    groups: new Set(groups.map(({ id }) => id)),
  }

  const answers = countsAs(organization.answered)
  const constructs = readEntries(
    json.constructs,
    'constructs',
    (key): key is ConstructId => isConstructId(key),
    (value, path, construct) => readConstruct(value, path, construct, ids),
  )
  return mint({
    rules: readOneOf(json.rules, 'rules', ['SDC-1']),
    organization,
    manyEmployers: readBoolean(json.manyEmployers, 'manyEmployers'),
    units,
    groups,
    constructs: Object.fromEntries(constructs),
    wanted: readChoices(json.wanted, 'wanted', families, (family) => {
      return answers >= leastForWish(family, sdc1)
    }),
    barriers: readChoices(json.barriers, 'barriers', barriers, () => {
      return answers >= sdc1.list
    }),
    ...readMeasured(json, answers),
  })
}

function readOrganization(value: unknown): Release['organization'] {
  const path = 'organization'
  const json = readObject<keyof Release['organization']>(value, path)
  return {
    name: readText(json.name, `${path}.name`),
    headcount: readNullable(json.headcount, `${path}.headcount`, readWhole),
    answered: readAnswered(json.answered, `${path}.answered`),
    // A release from before valid returns were told apart counts every ballot.
    returns: readAnswered(json.returns ?? json.answered, `${path}.returns`),
    responseRate: readRate(json.responseRate, `${path}.responseRate`),
  }
}

function readUnit(value: unknown, path: Path): ReleasedUnit {
  const json = readObject<keyof ReleasedUnit>(value, path)
  return {
    id: readText(json.id, `${path}.id`),
    name: readText(json.name, `${path}.name`),
    parent: readNullable(json.parent, `${path}.parent`, readText),
    headcount: readNullable(json.headcount, `${path}.headcount`, readWhole),
    answered: readAnswered(json.answered, `${path}.answered`),
    responseRate: readRate(json.responseRate, `${path}.responseRate`),
  }
}

/** Groups by background. A release from before there were any names none. */
function readGroups(
  value: unknown = [],
  units: readonly ReleasedUnit[],
): readonly ReleasedGroup[] {
  const known = new Set<string | null>([null, ...units.map(({ id }) => id)])
  return readList(value, 'groups', (one, path) => {
    const json = readObject<keyof ReleasedGroup>(one, path)
    const unit = readNullable(json.unit, `${path}.unit`, readText)
    if (!known.has(unit)) throw unexpected(`${path}.unit`, 'a unit of the release')
    const filter = readText(json.filter, `${path}.filter`)
    const category = readText(json.category, `${path}.category`)
    const id = readOneOf(json.id, `${path}.id`, [groupId(unit, filter, category)])
    return { id, unit, filter, category }
  })
}

interface Ids {
  readonly units: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
}

function readConstruct(
  value: unknown,
  path: Path,
  construct: ConstructId,
  ids: Ids,
): ReleasedConstruct {
  const least = planConstruct(construct, sdc1)
  const json = readObject<keyof ReleasedConstruct>(value, path)
  const cellsOf = (of: unknown, at: Path, known: ReadonlySet<string>) => {
    const isKnown = (key: string): key is string => known.has(key)
    const cells = readEntries(of, at, isKnown, (cell, place) =>
      readCell(cell, place, least.units),
    )
    if (cells.length !== known.size) throw unexpected(at, 'a cell for each')
    return Object.fromEntries(cells)
  }
  return {
    organization: readCell(json.organization, `${path}.organization`, least.organization),
    units: cellsOf(json.units, `${path}.units`, ids.units),
    groups: cellsOf(json.groups ?? {}, `${path}.groups`, ids.groups),
  }
}

function readChoices<Option extends string>(
  value: unknown,
  path: Path,
  options: readonly Option[],
  isEnough: (option: Option) => boolean,
): Readonly<Partial<Record<Option, Figure>>> {
  const known: readonly string[] = options
  const figures = readEntries(
    value,
    path,
    (key): key is Option => known.includes(key),
    (figure, at, option) => readChoiceFigure(figure, at, isEnough(option)),
  )
  return Object.fromEntries(figures) as Partial<Record<Option, Figure>> // keys are options
}

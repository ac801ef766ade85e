import { type ConstructId, isConstructId } from '#surveys/constructs.ts'
import { barriers, families } from '#surveys/modules/getting-help.ts'
import { countsAs } from './bands.ts'
import { leastForWish } from './choices.ts'
import type {
  Disclosed,
  Figure,
  Release,
  ReleasedConstruct,
  ReleasedUnit,
} from './disclosed.ts'
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

  const answers = countsAs(organization.answered)
  const constructs = readEntries(
    json.constructs,
    'constructs',
    (key): key is ConstructId => isConstructId(key),
    (value, path, construct) => readConstruct(value, path, construct, units),
  )
  return mint({
    rules: readOneOf(json.rules, 'rules', ['SDC-1']),
    organization,
    manyEmployers: readBoolean(json.manyEmployers, 'manyEmployers'),
    units,
    constructs: Object.fromEntries(constructs),
    wanted: readChoices(json.wanted, 'wanted', families, (family) => {
      return answers >= leastForWish(family, sdc1)
    }),
    barriers: readChoices(json.barriers, 'barriers', barriers, () => {
      return answers >= sdc1.list
    }),
  })
}

function readOrganization(value: unknown): Release['organization'] {
  const path = 'organization'
  const json = readObject<keyof Release['organization']>(value, path)
  return {
    name: readText(json.name, `${path}.name`),
    headcount: readNullable(json.headcount, `${path}.headcount`, readWhole),
    answered: readAnswered(json.answered, `${path}.answered`),
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

function readConstruct(
  value: unknown,
  path: Path,
  construct: ConstructId,
  units: readonly ReleasedUnit[],
): ReleasedConstruct {
  const least = planConstruct(construct, sdc1)
  const json = readObject<keyof ReleasedConstruct>(value, path)
  const ids = new Set(units.map(({ id }) => id))
  const cells = readEntries(
    json.units,
    `${path}.units`,
    (key): key is string => ids.has(key),
    (cell, at) => readCell(cell, at, least.units),
  )
  if (cells.length !== ids.size)
    throw unexpected(`${path}.units`, 'a cell for every unit')
  return {
    organization: readCell(json.organization, `${path}.organization`, least.organization),
    units: Object.fromEntries(cells),
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

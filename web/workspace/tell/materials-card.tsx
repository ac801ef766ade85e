import { NativeSelect, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Orientation } from '#server/orientation/contract.ts'
import { isLocale, type Locale, languageNames } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'
import { paths, programPath } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { languageName } from './fact-words.ts'
import { PublishLanguage } from './publish-language.tsx'
import { type Material, StandingOf } from './standing.tsx'

/** Every material in one language: how it stands, its files, and its words. */
export function MaterialsCard({
  id,
  data,
  canChange,
}: {
  readonly id: string
  readonly data: Orientation
  readonly canChange: boolean
}): ReactNode {
  const { say, locale: mine } = useLanguage()
  const [first = mine] = data.languages
  const [locale, setLocale] = useState<Locale>(
    data.languages.includes(mine) ? mine : first,
  )
  const materials = data.materials.filter((material) => material.locale === locale)
  return (
    <Card title={say('tell.material.title')}>
      <p>{say('tell.material.text')}</p>
      {canChange && <p>{say('tell.law')}</p>}
      <NativeSelect
        label={say('tell.material.language')}
        value={locale}
        data={data.languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={({ currentTarget: { value } }) => isLocale(value) && setLocale(value)}
      />
      {canChange && <PublishLanguage {...{ id, data, locale, materials }} />}
      <MaterialTable {...{ id, data, materials }} />
      <PageOfEverybody {...{ id, locale, materials }} />
    </Card>
  )
}

function MaterialTable({
  id,
  data,
  materials,
}: {
  readonly id: string
  readonly data: Orientation
  readonly materials: readonly Material[]
}): ReactNode {
  const { say } = useLanguage()
  return (
    <WideTable title={say('tell.material.title')}>
      <Table>
        <thead>
          <tr>
            <th scope="col">{say('tell.material.kind')}</th>
            <th scope="col">{say('tell.material.standing')}</th>
            <th scope="col">{say('tell.material.files')}</th>
            <th scope="col">{say('tell.words')}</th>
          </tr>
        </thead>
        <tbody>
          {materials.map((material) => (
            <tr key={material.kind}>
              <th scope="row">{say(`kind.${material.kind}`)}</th>
              <td>
                <StandingOf standing={material.standing} fields={data.fields} />
              </td>
              <td>{data.adopted && <Files id={id} material={material} />}</td>
              <td>
                <Link
                  to={paths.tellWords}
                  params={{ id, kind: material.kind, locale: material.locale }}
                  aria-label={say('tell.words.name', {
                    kind: say(`kind.${material.kind}`),
                  })}
                >
                  {say('tell.words')}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </WideTable>
  )
}

function Files({
  id,
  material: { kind, locale, forms, standing },
}: {
  readonly id: string
  readonly material: Material
}): ReactNode {
  const { say, locale: mine } = useLanguage()
  if ('missing' in standing && standing.missing.length > 0) return null
  return (
    <span className="inline-list">
      {forms.map((form) => (
        <a
          key={form}
          href={`/api/office/orientation/${id}/material/${kind}/${locale}/${form}`}
          aria-label={say('tell.material.file', {
            form: form.toUpperCase(),
            kind: say(`kind.${kind}`),
            language: languageName(locale, mine),
          })}
          download
        >
          {form.toUpperCase()}
        </a>
      ))}
    </span>
  )
}

function PageOfEverybody({
  id,
  locale,
  materials,
}: {
  readonly id: string
  readonly locale: Locale
  readonly materials: readonly Material[]
}): ReactNode {
  const { say } = useLanguage()
  const page = materials.find(({ kind }) => kind === 'public-page')
  const isThere =
    page?.standing.state === 'published' || page?.standing.state === 'out-of-date'
  if (!isThere) return null
  return (
    <section aria-label={say('tell.page.title')}>
      <h3>{say('tell.page.title')}</h3>
      <p>{say('tell.page.text')}</p>
      <a href={programPath(id, locale)}>{say('tell.page.open')}</a>
    </section>
  )
}

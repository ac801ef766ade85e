import type { ReactNode } from 'react'
import { answeringInWords } from '#analysis/report/answering-in-words.ts'
import type { Results } from '#server/results/contract.ts'
import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import { groupNames } from '../../group-names.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { WideTable } from '../../ui/wide-table.tsx'

/** How much weight the figures bear: for the expert who has to answer for them. */
export function MeasuredCard({ results }: { readonly results: Results }): ReactNode {
  const { say, number } = useLanguage()
  const { weighting } = results.release
  return (
    <Card>
      {weighting.kind === 'shown' && (
        <p>
          {weighting.designEffect > 1
            ? say('measured.weighting', {
                effect: number(weighting.designEffect),
                percent: Math.round(100 * weighting.effectiveShare),
              })
            : say('measured.even')}
        </p>
      )}
      <Answering answering={results.release.answering} />
      <Differences results={results} />
      <Drivers results={results} />
      <Scales results={results} />
    </Card>
  )
}

/** How many came far enough, where people stopped, and who just ticked along. */
function Answering({
  answering,
}: {
  readonly answering: Results['release']['answering']
}): ReactNode {
  const { say, texts, locale } = useLanguage()
  const lines = answeringInWords(answering, texts, locale)
  if (lines.length === 0) return null
  return (
    <>
      <h2>{say('answering.title')}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

/** One line for each need, in the order of the needs. */
function Differences({ results }: { readonly results: Results }): ReactNode {
  const language = useLanguage()
  const { say } = language
  const names = groupNames(results.release, language)
  const named = (construct: ConstructId, direction: 'more' | 'less'): string =>
    results.differences
      .filter((one) => one.construct === construct && one.direction === direction)
      .map(({ group }) => names.get(group) ?? group)
      .join(', ')
  const lines = results.needs.needs
    .map(({ construct }) => {
      const [more, less] = [named(construct, 'more'), named(construct, 'less')]
      return { construct, more, less }
    })
    .filter(({ more, less }) => more !== '' || less !== '')
  return (
    <>
      <h2>{say('measured.differences')}</h2>
      {lines.length === 0 && <p>{say('measured.no-differences')}</p>}
      <ul>
        {lines.map(({ construct, more, less }) => (
          <li key={construct}>
            {say(`construct.${construct}`)}:{' '}
            {[
              ...(more === '' ? [] : [say('measured.more', { groups: more })]),
              ...(less === '' ? [] : [say('measured.less', { groups: less })]),
            ].join('; ')}
          </li>
        ))}
      </ul>
    </>
  )
}

function Drivers({ results }: { readonly results: Results }): ReactNode {
  const { say, percent } = useLanguage()
  const { drivers } = results.release
  if (drivers.kind === 'hidden') return null
  const told = drivers.weights.filter(({ weight }) => weight > 0)
  return (
    <>
      <h2>{say('measured.drivers')}</h2>
      <p className="quiet">{say('measured.drivers-lead')}</p>
      <ol>
        {told.map(({ construct, weight }) => (
          <li key={construct}>
            {say(`construct.${construct}`)}: {percent(weight)}
          </li>
        ))}
      </ol>
    </>
  )
}

function Scales({ results }: { readonly results: Results }): ReactNode {
  const { say } = useLanguage()
  const { scales, grouping } = results.release
  const rows = constructIds.filter((id) => scales[id]?.kind === 'shown' || isGrouped(id))
  function isGrouped(id: ConstructId): boolean {
    return grouping[id]?.kind === 'shown'
  }
  if (rows.length === 0) return null
  return (
    <WideTable title={say('measured.scales')}>
      <table className="plain">
        <caption>{say('measured.scales')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('measured.need')}</th>
            <th scope="col">{say('measured.alpha')}</th>
            <th scope="col">{say('measured.omega')}</th>
            <th scope="col">{say('measured.units')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((id) => (
            <ScaleRow key={id} id={id} results={results} />
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function ScaleRow({
  id,
  results,
}: {
  readonly id: ConstructId
  readonly results: Results
}): ReactNode {
  const { say, coefficient: written } = useLanguage()
  const scale = results.release.scales[id]
  const group = results.release.grouping[id]
  const value = (coefficient: number | null | undefined): string =>
    coefficient === null || coefficient === undefined ? '–' : written(coefficient)
  return (
    <tr>
      <th scope="row">{say(`construct.${id}`)}</th>
      <td>
        {scale?.kind === 'shown' && scale.interval
          ? `${value(scale.alpha)} (${written(scale.interval.low)} – ${written(scale.interval.high)})`
          : '–'}
      </td>
      <td>{scale?.kind === 'shown' ? value(scale.omega) : '–'}</td>
      <td>
        {group?.kind === 'shown'
          ? say(group.icc1 >= 0.05 ? 'measured.differ' : 'measured.alike', {
              icc: written(group.icc1),
            })
          : say('hidden')}
      </td>
    </tr>
  )
}

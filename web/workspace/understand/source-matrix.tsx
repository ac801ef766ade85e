import { NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import type { Results } from '#server/results/contract.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import { useLanguage } from '../../language.tsx'
import { SourceEvidence } from './source-evidence.tsx'
import { CodingMark, SourceSays, sourceNames } from './source-words.tsx'
import {
  chosenNeeds,
  codings,
  orders,
  readSourcesSearch,
  type SourcesSearch,
} from './sources-search.ts'

type Need = Results['needs']['needs'][number]

const from = '/signed-in/assessments/$id/understand/sources'

interface Shown {
  readonly needs: readonly Need[]
  readonly results: Results
  readonly open: ConstructId | undefined
  readonly toggle: (construct: ConstructId) => void
}

/** Needs and sources, a table where there is room and cards where there is not. */
export function SourceMatrix({ results }: { readonly results: Results }): ReactNode {
  const { say, number } = useLanguage()
  const search = useSearch({ from })
  const navigate = useNavigate({ from: '/assessments/$id/understand/sources' })
  const isNarrow = useMediaQuery('(max-width: 46em)', false, {
    getInitialValueInEffect: false,
  })
  const choose = (chosen: SourcesSearch): void => {
    void navigate({ search: { ...search, ...chosen }, replace: true, resetScroll: false })
  }
  const all = results.needs.needs
  const shown: Shown = {
    needs: chosenNeeds(all, search),
    results,
    open: search.open,
    toggle: (construct) =>
      choose({ open: search.open === construct ? undefined : construct }),
  }
  return (
    <section className="card" aria-label={say('sources.table')}>
      <h2>{say('sources.table')}</h2>
      <p className="quiet">{say('sources.caption')}</p>
      <Choosing search={search} choose={choose} needs={all} />
      <p role="status" className="quiet">
        {say('sources.shown', {
          shown: number(shown.needs.length),
          all: number(all.length),
        })}
      </p>
      {isNarrow ? <SourceCards {...shown} /> : <SourceTable {...shown} />}
    </section>
  )
}

function Choosing({
  search,
  choose,
  needs,
}: {
  readonly search: SourcesSearch
  readonly choose: (chosen: SourcesSearch) => void
  readonly needs: readonly Need[]
}): ReactNode {
  const { say } = useLanguage()
  const countOf = (coding: Need['convergence']): number =>
    needs.filter(({ convergence }) => convergence === coding).length
  return (
    <div className="choosing row">
      <NativeSelect
        label={say('sources.filter')}
        value={search.coding ?? ''}
        data={[
          { value: '', label: say('sources.filter.all') },
          ...codings.map((value) => ({
            value,
            label: `${say(`sources.coding.${value}`)} (${countOf(value)})`,
          })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          choose({ coding: readSourcesSearch({ coding: value }).coding })
        }
      />
      <NativeSelect
        label={say('sources.order')}
        value={search.order ?? 'need'}
        data={orders.map((value) => ({ value, label: say(`sources.order.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          choose({ order: readSourcesSearch({ order: value }).order })
        }
      />
    </div>
  )
}

function SourceTable({ needs, results, open, toggle }: Shown): ReactNode {
  const { say } = useLanguage()
  return (
    <table className="source-table">
      <thead>
        <tr>
          <th scope="col">{say('sources.need')}</th>
          {sourceNames.map(([source, name]) => (
            <th scope="col" key={source}>
              {say(name)}
            </th>
          ))}
          <th scope="col">{say('sources.coding')}</th>
        </tr>
      </thead>
      <tbody>
        {needs.map((need) => (
          <Fragment key={need.construct}>
            <tr>
              <th scope="row">
                <Opener need={need} open={open} toggle={toggle} />
              </th>
              {sourceNames.map(([source]) => (
                <td key={source}>
                  <SourceSays
                    need={need}
                    source={source}
                    topics={results.sources.topics}
                  />
                </td>
              ))}
              <td>
                <CodingMark coding={need.convergence} />
              </td>
            </tr>
            {open === need.construct && (
              <tr>
                <td colSpan={5}>
                  <SourceEvidence need={need} results={results} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function SourceCards({ needs, results, open, toggle }: Shown): ReactNode {
  const { say } = useLanguage()
  return (
    <ul className="source-cards">
      {needs.map((need) => (
        <li key={need.construct}>
          <h3>
            <Opener need={need} open={open} toggle={toggle} />
          </h3>
          <CodingMark coding={need.convergence} />
          <dl>
            {sourceNames.map(([source, name]) => (
              <div key={source}>
                <dt>{say(name)}</dt>
                <dd>
                  <SourceSays
                    need={need}
                    source={source}
                    topics={results.sources.topics}
                  />
                </dd>
              </div>
            ))}
          </dl>
          {open === need.construct && <SourceEvidence need={need} results={results} />}
        </li>
      ))}
    </ul>
  )
}

/** The name of a need, which opens and closes what it rests on. */
function Opener({
  need: { construct },
  open,
  toggle,
}: Pick<Shown, 'open' | 'toggle'> & { readonly need: Need }): ReactNode {
  const { say } = useLanguage()
  return (
    <button
      type="button"
      className="opener"
      aria-expanded={open === construct}
      onClick={() => toggle(construct)}
    >
      {say(`construct.${construct}`)}
    </button>
  )
}

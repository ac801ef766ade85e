import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Entry } from '#server/programs/log/contract.ts'
import { paths } from '../../paths.ts'
import { logQuery } from '../../programs.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { useProgramLanguage } from './use-program-language.ts'
import { WithProgram } from './with-program.tsx'
import './design.css'

/** Who decided what, from the first day on. Nothing in it is ever changed. */
export function LogPage(): ReactNode {
  const { say, locale } = useProgramLanguage()
  return (
    <WithProgram title={say('log.title')}>
      {({ id }) => (
        <>
          <PageHead
            title={say('log.title')}
            lead={say('log.lead')}
            actions={
              <>
                <Link
                  to={paths.design}
                  params={{ id }}
                  className="button-link quiet-button"
                >
                  {say('design.back')}
                </Link>
                <a
                  className="button-link quiet-button"
                  href={`/api/office/programs/${id}/log/${locale}`}
                  download
                >
                  {say('log.download')}
                </a>
              </>
            }
          />
          <Entries id={id} />
        </>
      )}
    </WithProgram>
  )
}

const columns = ['number', 'day', 'by', 'component', 'what', 'note'] as const

function Entries({ id }: { readonly id: string }): ReactNode {
  const { say } = useProgramLanguage()
  const { data, error } = useQuery(logQuery(id))
  if (error) return <RefusalNote refusal={error} />
  if (!data) return <p role="status">{say('understand.computing')}</p>
  if (data.entries.length === 0) return <p>{say('log.empty')}</p>
  return (
    <WideTable title={say('log.title')}>
      <table className="plain log">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {say(`log.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.entries.toReversed().map((entry) => (
            <Line key={entry.number} entry={entry} />
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function Line({ entry }: { readonly entry: Entry }): ReactNode {
  const { say, tell, date } = useProgramLanguage()
  const { what, note } = tell(entry)
  const component = 'component' in entry ? entry.component : null
  return (
    <tr>
      <td>{entry.number}</td>
      <td>{entry.on ? date(entry.on) : say('log.day.unknown')}</td>
      <td>
        {entry.by}, {say(`log.role.${entry.role}`)}
      </td>
      <td>{component ? say(`component.${component}`) : say('log.whole')}</td>
      <td>{what}</td>
      <td>{note}</td>
    </tr>
  )
}

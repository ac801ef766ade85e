import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Role } from '#server/accounts/contract.ts'
import { Action, type AuditEntry, AuditPage } from '#server/audit/contract.ts'
import { ask, audit, type Refused } from '../../api.ts'
import { assessmentsQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { WideTable } from '../../ui/wide-table.tsx'

const wholeRecord = '/api/office/audit/trail.jsonl'
const command = 'npm run groundwork -- audit verify FILE --head HASH'

/** What people of the office did, for both sides, and the head that holds it together. */
export function DonePage(): ReactNode {
  const { say } = useLanguage()
  const { data, error } = useQuery<AuditPage, Refused>({
    queryKey: ['audit'],
    queryFn: () => ask(AuditPage, audit.trail.$get()),
  })
  return (
    <div className="page">
      <PageHead title={say('done.title')} lead={say('done.lead')} />
      <RefusalNote refusal={error} />
      {data && <Head {...data} />}
      {data && <Entries entries={data.entries} />}
    </div>
  )
}

function Head({ head, count }: AuditPage): ReactNode {
  const { say, number } = useLanguage()
  if (!head) return <p>{say('done.none')}</p>
  return (
    <Card title={say('done.head')}>
      <p className="record-head">
        <code>{head}</code>
      </p>
      <p className="quiet">{say('done.head.text', { count: number(count) })}</p>
      <p>
        <a href={wholeRecord} download>
          {say('done.export')}
        </a>
      </p>
      <p className="quiet record-head">{say('done.verify', { command })}</p>
    </Card>
  )
}

function Entries({ entries }: Pick<AuditPage, 'entries'>): ReactNode {
  const { say } = useLanguage()
  if (entries.length === 0) return null
  return (
    <>
      <p className="quiet">{say('done.newest')}</p>
      <WideTable title={say('done.title')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{say('done.when')}</Table.Th>
              <Table.Th scope="col">{say('done.who')}</Table.Th>
              <Table.Th scope="col">{say('done.what')}</Table.Th>
              <Table.Th scope="col">{say('done.about')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map((entry) => (
              <Entry key={entry.position} {...entry} />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </>
  )
}

function Entry({ at, by, role, action, about }: AuditEntry): ReactNode {
  const { say, moment } = useLanguage()
  const nameOf = useNames()
  return (
    <Table.Tr>
      <Table.Td>{moment(at)}</Table.Td>
      <Table.Td>{whoSaid(say, by, role)}</Table.Td>
      <Table.Td>{say(`done.${action}`)}</Table.Td>
      <Table.Td>
        {action === 'outcome-unknown' ? whatWasBegun(say, nameOf, about) : nameOf(about)}
      </Table.Td>
    </Table.Tr>
  )
}

/** What was begun, in words, and about what. */
function whatWasBegun(
  say: ReturnType<typeof useLanguage>['say'],
  nameOf: (about: string) => string,
  begun: string,
): string {
  const [first = '', ...rest] = begun.split(': ')
  const { data: action } = Action.safeParse(first)
  return [action ? say(`done.${action}`) : first, ...rest.map(nameOf)].join(': ')
}

/** Nobody signed in, the machine, or a person with a role. */
function whoSaid(
  say: ReturnType<typeof useLanguage>['say'],
  by: string,
  role: string,
): string {
  if (role === 'operator') return say('done.role.operator')
  const { data: known } = Role.safeParse(role)
  return known ? `${by}, ${say(`role.${known}`)}` : say('done.role.nobody')
}

/** An assessment by its name, where it is still there, and a role in words. */
function useNames(): (about: string) => string {
  const { say } = useLanguage()
  const { data } = useQuery(assessmentsQuery)
  return (about) => {
    const { data: role } = Role.safeParse(about)
    return role
      ? say(`role.${role}`)
      : (data?.find(({ id }) => id === about)?.name ?? about)
  }
}

import { Table } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isReleased } from '#server/assessments/contract.ts'
import type { ReachPage as Reach } from '#server/briefings/contract.ts'
import { languageNames } from '#surveys/locale.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { reachQuery } from './queries.ts'
import { useReachWords } from './reach-words.ts'
import { UnitTotalsForm } from './unit-totals-form.tsx'

/** Whether everybody had the chance to get to know the program, with each definition. */
export function ReachPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { data, error } = useQuery({ ...reachQuery(id), enabled: isReleased(assessment) })
  const { say, locale } = useLanguage()
  if (!isReleased(assessment)) {
    return <PageHead title={say('reach.title')} lead={say('understand.not-yet')} />
  }
  return (
    <>
      <PageHead
        title={say('reach.title')}
        lead={say('reach.lead')}
        actions={
          <a
            className="button-link quiet-button"
            href={`/api/office/briefings/${id}/reach/csv/${locale}`}
            download
          >
            {say('reach.csv')}
          </a>
        }
      />
      <RefusalNote refusal={error} />
      {data && (
        <>
          <Whole reach={data} />
          <Apart reach={data} />
          <Units id={id} reach={data} canEnter={door.me?.role === 'organiser'} />
          <Learned reach={data} />
        </>
      )}
    </>
  )
}

interface OfReach {
  readonly reach: Reach
}

function Whole({ reach: { people, reached, until, target } }: OfReach): ReactNode {
  const { say, number, date } = useLanguage()
  const { tens } = useReachWords()
  const isShown = reached.kind === 'shown'
  return (
    <Card title={say('reach.reached')}>
      <p>
        <strong>
          {isShown
            ? say('reach.value', { count: tens(reached), people: number(people) })
            : tens(reached)}
        </strong>
      </p>
      <p>{say(`reach.met.${target}`)}</p>
      <p>
        {until
          ? say('reach.definition', { date: date(until) })
          : say('reach.definition.no-start')}
      </p>
      <p className="quiet">{say('reach.rule')}</p>
    </Card>
  )
}

function Apart({ reach: { byShift, byLanguage } }: OfReach): ReactNode {
  const { say } = useLanguage()
  const { tens } = useReachWords()
  return (
    <Card>
      <h2>{say('reach.shifts')}</h2>
      <p>{say('reach.shifts.definition')}</p>
      <Rows
        title={say('reach.shifts')}
        value={say('reach.count')}
        rows={byShift.map(({ shift, reached }) => [
          say(`session.shift.${shift}`),
          tens(reached),
        ])}
      />
      <h2>{say('reach.languages')}</h2>
      <p>{say('reach.languages.definition')}</p>
      <Rows
        title={say('reach.languages')}
        value={say('reach.count')}
        rows={byLanguage.map(({ language, reached }) => [
          languageNames[language],
          tens(reached),
        ])}
      />
    </Card>
  )
}

function Units({
  id,
  reach: { units },
  canEnter,
}: OfReach & { readonly id: string; readonly canEnter: boolean }): ReactNode {
  const { say, number } = useLanguage()
  const { tens } = useReachWords()
  return (
    <Card>
      <h2>{say('reach.units')}</h2>
      <p>{say('reach.units.text')}</p>
      <Rows
        title={say('reach.units')}
        value={say('reach.count')}
        rows={units.map(({ name, headcount, reached }) => [
          say('reach.units.field', { unit: name, people: number(headcount) }),
          tens(reached),
        ])}
      />
      {canEnter && <UnitTotalsForm id={id} units={units} />}
    </Card>
  )
}

function Learned({ reach: { quizzes, feedback } }: OfReach): ReactNode {
  const { say, number } = useLanguage()
  const { share } = useReachWords()
  return (
    <Card>
      <h2>{say('reach.quiz')}</h2>
      <p>{say('reach.quiz.definition')}</p>
      <Rows
        title={say('reach.quiz')}
        value={say('reach.quiz')}
        rows={quizzes.flatMap(({ kind, right }) =>
          right.map((one, index) => [
            say('reach.sentence', {
              kind: say(`session.kind.${kind}`),
              number: number(index + 1),
            }),
            share(one),
          ]),
        )}
      />
      <h2>{say('reach.feedback')}</h2>
      <Rows
        title={say('reach.feedback')}
        value={say('reach.feedback')}
        rows={feedback.map(({ question, yes }) => [
          say(`totals.question.${question}`),
          share(yes),
        ])}
      />
    </Card>
  )
}

function Rows({
  title,
  value,
  rows,
}: {
  readonly title: string
  readonly value: string
  readonly rows: readonly (readonly string[])[]
}): ReactNode {
  const { say } = useLanguage()
  return (
    <WideTable title={title}>
      <Table>
        <thead>
          <tr>
            <th scope="col">{say('reach.who')}</th>
            <th scope="col">{value}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', shown]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{shown}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </WideTable>
  )
}

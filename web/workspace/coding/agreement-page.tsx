import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Agreement, CodingStudy } from '#server/coding/contract.ts'
import { useCodeWords } from '../../coded-themes/use-code-words.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { CodingFrame } from './coding-frame.tsx'
import { Disagreements } from './disagreements.tsx'
import { agreementQuery } from './queries.ts'

/** Whether two coders mean the same by a code, and what they have to talk over. */
export function AgreementPage(): ReactNode {
  const { id } = useParams({ from: '/facilitating/facilitate/$id/coding/agreement' })
  return (
    <CodingFrame id={id} place="agreement">
      {(study) => <Compared id={id} study={study} />}
    </CodingFrame>
  )
}

function Compared({
  id,
  study,
}: {
  readonly id: string
  readonly study: CodingStudy
}): ReactNode {
  const { data: agreement, error } = useQuery(agreementQuery(id))
  return (
    <>
      <RefusalNote refusal={error} />
      {agreement && <ByCode study={study} agreement={agreement} />}
      {agreement && <Disagreements id={id} study={study} agreement={agreement} />}
    </>
  )
}

function ByCode({
  study,
  agreement: { codes, alpha, segments },
}: {
  readonly study: CodingStudy
  readonly agreement: Agreement
}): ReactNode {
  const { say, coefficient, percent } = useLanguage()
  const { label, number } = useCells(study)
  const reconcile = codes.filter(({ status }) => status === 'reconcile')
  return (
    <Card title={say('agreement.codes')}>
      <p>
        {alpha === null
          ? say('agreement.alpha.none', { segments })
          : say('agreement.alpha', { alpha: coefficient(alpha), segments })}
      </p>
      <p className="quiet">{say('agreement.bounds')}</p>
      {reconcile.length > 0 && (
        <p className="refusal-line">
          {say('agreement.below', {
            codes: reconcile.map(({ code }) => label(code)).join(', '),
          })}
        </p>
      )}
      <WideTable title={say('agreement.codes')}>
        <Table>
          <thead>
            <tr>
              <th scope="col">{say('agreement.code')}</th>
              <th scope="col" className="number">
                {say('agreement.kappa')}
              </th>
              <th scope="col">{say('agreement.verdict')}</th>
              <th scope="col" className="number">
                {say('agreement.same')}
              </th>
              <th scope="col">{say('agreement.counts')}</th>
              <th scope="col" className="number">
                {say('agreement.prevalence')}
              </th>
              <th scope="col" className="number">
                {say('agreement.bias')}
              </th>
            </tr>
          </thead>
          <tbody>
            {codes.map((one) => (
              <tr key={one.code}>
                <th scope="row">{label(one.code)}</th>
                <td className="number">{number(one.kappa)}</td>
                <td>
                  {say(`agreement.status.${one.status}`)}
                  {one.note && (
                    <span className="quiet line">
                      {say(`agreement.note.${one.note}`)}
                    </span>
                  )}
                </td>
                <td className="number">
                  {one.agreement === null ? '–' : percent(one.agreement)}
                </td>
                <td className="phrase">{say('agreement.four', { ...fourOf(one) })}</td>
                <td className="number">{number(one.prevalenceIndex)}</td>
                <td className="number">{number(one.biasIndex)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </WideTable>
    </Card>
  )
}

const fourOf = ({
  both,
  firstOnly,
  secondOnly,
  neither,
}: Agreement['codes'][number]) => ({ both, firstOnly, secondOnly, neither })

function useCells(study: CodingStudy) {
  const { coefficient } = useLanguage()
  const describe = useCodeWords(study.codebook)
  return {
    label: (code: Agreement['codes'][number]['code']) => describe(code).label,
    number: (value: number | null) => (value === null ? '–' : coefficient(value)),
  }
}

import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isReleased } from '#server/assessments/contract.ts'
import type { Program } from '#server/programs/contract.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { programQuery } from '../../programs.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

/** A page about the program, once there is one. */
export function WithProgram({
  title,
  children,
}: {
  /** of the page while there is none */
  readonly title: string
  readonly children: (about: {
    readonly id: string
    readonly name: string
    readonly organization: string
    readonly people: number
    readonly program: Program
  }) => ReactNode
}): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: program, error } = useQuery({
    ...programQuery(id),
    enabled: isReleased(assessment),
  })
  const { say } = useLanguage()
  if (!isReleased(assessment)) {
    return <PageHead title={title} lead={say('understand.not-yet')} />
  }
  if (error) return <RefusalNote refusal={error} />
  if (!program) return <p role="status">{say('understand.computing')}</p>
  const { name, organization, counted } = assessment
  const people = counted.reduce((sum, { headcount }) => sum + headcount, 0)
  return children({ id, name, organization, people, program })
}

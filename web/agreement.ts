import { useSuspenseQuery } from '@tanstack/react-query'
import type { Role, Side } from '#server/accounts/contract.ts'
import { Assessment, type Matter } from '#server/assessments/contract.ts'
import { ask, assessments, type Refused } from './api.ts'
import { frontDoorQuery, useAssessmentChange } from './assessment.ts'

/** What a card needs to let two people decide one matter together. */
export function useAgreement(
  { id, agreed }: Assessment,
  matter: Matter,
  agree: () => Promise<Assessment>,
) {
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const agreeing = useAssessmentChange(id, agree)
  const takingBack = useAssessmentChange(id, () =>
    ask(
      Assessment,
      assessments[':id'].agreements[':matter'].$delete({ param: { id, matter } }),
    ),
  )
  const error: Refused | null = agreeing.error ?? takingBack.error
  return {
    agreed: agreed.filter((one) => one.matter === matter),
    me: sideOf(door.me?.role),
    onAgree: () => agreeing.mutate(undefined),
    onTakeBack: () => takingBack.mutate(undefined),
    loading: agreeing.isPending || takingBack.isPending,
    error,
  }
}

function sideOf(role: Role | undefined): Side {
  return role === 'employee-side' ? role : 'organiser'
}

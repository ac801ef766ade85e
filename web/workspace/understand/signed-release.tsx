import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { SignedRelease as Signed } from '#server/results/contract.ts'
import { ask, type Refused, results } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

/** The release as this installation signed it, to keep: nothing in it can be changed unseen. */
export function SignedRelease({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const saving = useMutation<Signed, Refused>({
    mutationFn: () => ask(Signed, results[':id'].signed.$get({ param: { id } })),
    onSuccess: save,
  })
  return (
    <Card title={say('signed.title')}>
      <p>{say('signed.text')}</p>
      <div>
        <Button
          variant="default"
          onClick={() => saving.mutate()}
          loading={saving.isPending}
        >
          {say('signed.button')}
        </Button>
      </div>
      <RefusalNote refusal={saving.error} />
    </Card>
  )
}

function save(signed: Signed): void {
  const text = JSON.stringify(signed, null, 2)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = `release-${signed.published.surveyNumber}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}

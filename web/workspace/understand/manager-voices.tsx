import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ManagerVoices, sentenceKinds } from '#server/interviews/contract.ts'
import { ask, interviews } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'

/** Sentences that were let out of interviews: of nobody in particular, beside no figure. */
export function ManagerVoicesCard({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const { data } = useQuery({
    queryKey: ['manager-voices', id],
    queryFn: () => ask(ManagerVoices, interviews[':id'].voices.$get({ param: { id } })),
  })
  const sentences = data?.sentences ?? []
  if (sentences.length === 0) return null
  return (
    <Card title={say('voices.title')}>
      <p className="quiet">{say('voices.lead')}</p>
      {sentenceKinds
        .filter((kind) => sentences.some((one) => one.kind === kind))
        .map((kind) => (
          <section key={kind} aria-label={say(`voices.${kind}`)}>
            <h3>{say(`voices.${kind}`)}</h3>
            <ul>
              {sentences
                .filter((one) => one.kind === kind)
                .map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
            </ul>
          </section>
        ))}
    </Card>
  )
}

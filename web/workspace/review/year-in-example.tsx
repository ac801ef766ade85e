import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Job } from '#server/jobs/contract.ts'
import { ask, example } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { LongWorkNote, useLongWork } from '../../long-work.tsx'
import { Card } from '../../ui/card.tsx'

/** In the example, the whole second survey at once, so that the circle can be walked. */
export function YearInExample({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const passing = useLongWork(id, () =>
    ask(Job, example[':id']['second-year'].$post({ param: { id } })),
  )
  return (
    <Card title={say('waves.example.title')}>
      <p>{say('waves.example.text')}</p>
      <LongWorkNote work={passing} label={say('waves.example.title')} />
      <div>
        <Button variant="default" disabled={passing.isUnderWay} onClick={passing.start}>
          {say('waves.example.button')}
        </Button>
      </div>
    </Card>
  )
}

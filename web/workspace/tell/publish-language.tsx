import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Orientation } from '#server/orientation/contract.ts'
import type { Locale } from '#surveys/locale.ts'
import { ask, orientation } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { factNames, languageName } from './fact-words.ts'
import { useOrientationChange } from './queries.ts'
import type { Material } from './standing.tsx'

/** Publishes a language, or names what has to be known before. */
export function PublishLanguage({
  id,
  data,
  locale,
  materials,
}: {
  readonly id: string
  readonly data: Orientation
  readonly locale: Locale
  readonly materials: readonly Material[]
}): ReactNode {
  const words = useLanguage()
  const { say, locale: mine } = words
  const publishing = useOrientationChange(id, () =>
    ask(
      Orientation,
      orientation[':id'].publication[':locale'].$post({ param: { id, locale } }),
    ),
  )
  const kit = `/api/office/orientation/${id}/kit/${locale}`
  if (!data.adopted) return <p>{say('tell.adopt-first')}</p>
  const missing = materials.flatMap(({ standing }) =>
    'missing' in standing ? standing.missing : [],
  )
  if (missing.length > 0) {
    const what = factNames([...new Set(missing)], data.fields, words)
    return <p>{say('tell.publish.blocked', { what })}</p>
  }
  const isDone = materials.every(({ standing }) => standing.state === 'published')
  return (
    <>
      <p role="status">{say(isDone ? 'tell.publish.done' : 'tell.publish.text')}</p>
      <RefusalNote refusal={publishing.error} />
      <div className="page-actions">
        {!isDone && (
          <Button
            loading={publishing.isPending}
            onClick={() => publishing.mutate(undefined)}
          >
            {say('tell.publish', { language: languageName(locale, mine) })}
          </Button>
        )}
        <a href={kit} download>
          {say('tell.kit')}
        </a>
      </div>
    </>
  )
}

import { Button, CopyButton, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'

/** A link that is shown once, to be handed over or kept. */
export function ShownLink({
  label,
  text,
  link,
}: {
  readonly label: string
  readonly text?: string
  readonly link: string
}): ReactNode {
  const { say } = useLanguage()
  return (
    <>
      <TextInput label={label} description={text} value={link} readOnly />
      <div className="row">
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {say(copied ? 'people.link.copied' : 'people.link.copy')}
            </Button>
          )}
        </CopyButton>
      </div>
    </>
  )
}

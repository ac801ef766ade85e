import { Button, CopyButton, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'

/** A link that is shown once, to be handed over. */
export function LinkToGive({
  label,
  hint,
  link,
}: {
  readonly label: string
  readonly hint: string
  readonly link: string
}): ReactNode {
  const { say } = useLanguage()
  return (
    <>
      <TextInput label={label} description={hint} value={link} readOnly />
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {say(copied ? 'people.link.copied' : 'people.link.copy')}
          </Button>
        )}
      </CopyButton>
    </>
  )
}

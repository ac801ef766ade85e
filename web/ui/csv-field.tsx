import { Button, FileButton, Group, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'

/** A table to paste or to choose as a file, and what is done with it. */
export function CsvField({
  label,
  hint,
  sample,
  csv,
  onWrite,
  action,
  isBusy,
  onAct,
}: {
  readonly label: string
  readonly hint: string
  /** shown while nothing is there, and put there on request */
  readonly sample?: string
  readonly csv: string
  readonly onWrite: (csv: string) => void
  /** what the button says that does it; a file is acted on as soon as it is chosen */
  readonly action: string
  readonly isBusy: boolean
  readonly onAct: (csv: string) => void
}): ReactNode {
  const { say } = useLanguage()
  const read = async (file: File | null): Promise<void> => {
    if (!file) return
    const text = await file.text()
    onWrite(text)
    onAct(text)
  }
  return (
    <>
      <Textarea
        label={label}
        description={hint}
        {...(sample && { placeholder: sample })}
        value={csv}
        onChange={(event) => onWrite(event.currentTarget.value)}
        autosize
        minRows={5}
        maxRows={14}
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: 'monospace' }}
      />
      <Group>
        <Button onClick={() => onAct(csv)} loading={isBusy} disabled={csv.trim() === ''}>
          {action}
        </Button>
        <FileButton onChange={(file) => void read(file)} accept=".csv,text/csv">
          {(props) => (
            <Button variant="default" {...props}>
              {say('prepare.units.file')}
            </Button>
          )}
        </FileButton>
        {sample && (
          <Button variant="subtle" onClick={() => onWrite(sample)}>
            {say('prepare.units.sample')}
          </Button>
        )}
      </Group>
    </>
  )
}

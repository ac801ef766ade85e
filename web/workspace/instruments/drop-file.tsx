import { Button, FileButton } from '@mantine/core'
import { type DragEvent, type ReactNode, useState } from 'react'
import { useLanguage } from '../../language.tsx'

const kinds = '.json,.xlsx,.lss,.xml,.txt,.tsv,.qsf'

/** A place to drop a file on, with a button for everybody who does not drag. */
export function DropFile({
  isBusy,
  onFile,
}: {
  readonly isBusy: boolean
  readonly onFile: (file: File) => void
}): ReactNode {
  const { say } = useLanguage()
  const [isOver, setOver] = useState(false)
  const take = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && !isBusy) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same
    <div
      className={`drop-file${isOver ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <FileButton onChange={(file) => file && onFile(file)} accept={kinds}>
        {(props) => (
          <Button {...props} loading={isBusy}>
            {say('instruments.choose')}
          </Button>
        )}
      </FileButton>
      <span className="quiet">{say('instruments.drop')}</span>
    </div>
  )
}

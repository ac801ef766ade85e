import { Button, FileInput, PasswordInput, Stack, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { keyNumber } from '#surveys/ballot/key-number.ts'
import type { SealingKey } from '#surveys/ballot/sealing-key.ts'
import { readRecoveryCode } from '#surveys/ballot/trustee-key.ts'
import { useLanguage } from '../../language.tsx'
import { readKeyFile } from './new-key.ts'

type Fault = 'not-a-key-file' | 'wrong-passphrase' | 'wrong-code' | 'other-key'

/** Opens a key by file and passphrase, or by the code on the recovery sheet. */
export function KeyEntry({
  expected,
  button,
  withSheet = true,
  disabled = false,
  onKey,
}: {
  /** the number of the key it must be */
  readonly expected: string
  /** what opening it is for */
  readonly button: string
  /** whether the recovery sheet will do */
  readonly withSheet?: boolean
  readonly disabled?: boolean
  readonly onKey: (key: SealingKey) => void
}): ReactNode {
  const { say } = useLanguage()
  const [bySheet, setBySheet] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const [words, setWords] = useState('')
  const [fault, setFault] = useState<Fault | null>(null)
  const [isOpening, setOpening] = useState(false)

  const open = async (): Promise<void> => {
    setOpening(true)
    setFault(null)
    const key = bySheet
      ? ((await readRecoveryCode(words)) ?? 'wrong-code')
      : await readKeyFile(file ?? new Blob(), words)
    setOpening(false)
    if (typeof key === 'string') return setFault(key)
    if ((await keyNumber(key.publicKey)) !== expected) return setFault('other-key')
    setWords('')
    onKey(key)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <Stack>
        {bySheet ? (
          <TextInput
            label={say('key.recovery')}
            description={say('key.recovery.hint')}
            autoComplete="off"
            required
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        ) : (
          <>
            <FileInput
              label={say('key.file')}
              placeholder={say('key.file.choose')}
              accept="application/json,.json"
              required
              value={file}
              onChange={setFile}
            />
            <PasswordInput
              label={say('key.passphrase')}
              autoComplete="off"
              required
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              visibilityToggleButtonProps={{
                'aria-label': say('accounts.password.show'),
              }}
            />
          </>
        )}
        {fault && (
          <p role="alert" className="refusal-line">
            {say(`key.fault.${fault}`)}
          </p>
        )}
        <div className="row">
          <Button type="submit" loading={isOpening} disabled={disabled}>
            {button}
          </Button>
          {withSheet && (
            <Button
              variant="subtle"
              onClick={() => {
                setBySheet(!bySheet)
                setWords('')
                setFault(null)
              }}
            >
              {say(bySheet ? 'key.with-file' : 'key.with-sheet')}
            </Button>
          )}
        </div>
      </Stack>
    </form>
  )
}

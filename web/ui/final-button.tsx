import { Button, type ButtonProps } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useLanguage } from '../language.tsx'

/**
 * A button for what cannot be undone. The first press asks once more; a second press in the
 * same place, by hand or by key, goes back.
 */
export function FinalButton({
  label,
  name,
  onConfirm,
  ...look
}: {
  readonly label: string
  /** for those who do not see what the button stands beside */
  readonly name?: string
  readonly onConfirm: () => void
} & ButtonProps): ReactNode {
  const { say } = useLanguage()
  const [step, setStep] = useState<'waiting' | 'asking' | 'back'>('waiting')
  if (step !== 'asking') {
    return (
      <Button
        {...look}
        ref={step === 'back' ? takeFocus : undefined}
        onClick={() => setStep('asking')}
        aria-label={name}
      >
        {label}
      </Button>
    )
  }
  const confirm = (): void => {
    setStep('back')
    onConfirm()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div className="final" role="group" aria-label={say('final.sure')}>
      <p>{say('final.sure')}</p>
      <Button {...look} variant="default" ref={takeFocus} onClick={() => setStep('back')}>
        {say('cancel')}
      </Button>
      <Button {...look} onClick={confirm} aria-label={name}>
        {label}
      </Button>
    </div>
  )
}

const takeFocus = (button: HTMLButtonElement | null): void => button?.focus()

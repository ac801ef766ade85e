import { button, element } from './element.ts'
import { type IdleWatch, watchIdle } from './idle.ts'
import type { WelcomeLanguage } from './language.ts'

/** On a device that others use, a page left alone is cleared. */
export interface Kiosk {
  /** watches from now on, or anew with another patience */
  readonly watch: (patience: 'answering' | 'sent') => void
  readonly stop: () => void
}

const minute = 60_000
const patienceFor = {
  answering: { milliseconds: 5 * minute, warningMilliseconds: minute },
  // What stands there then is thanks; that it clears itself is written on it.
  sent: { milliseconds: minute, warningMilliseconds: 0 },
} as const

export function createKiosk(
  body: HTMLElement,
  spoken: () => WelcomeLanguage,
  clear: () => void,
): Kiosk {
  let watch: IdleWatch | null = null
  const stop = () => {
    watch?.stop()
    watch = null
  }
  const warn = () => {
    const dialog = warning(spoken())
    dialog.addEventListener('close', () => {
      dialog.remove()
      watch?.extend()
    })
    body.append(dialog)
    dialog.showModal()
  }
  return {
    watch(patience) {
      stop()
      watch = watchIdle(window, patienceFor[patience], { warn, clear })
    },
    stop,
  }
}

function warning({ say }: WelcomeLanguage): HTMLDialogElement {
  const dialog = element(
    'dialog',
    { 'aria-labelledby': 'idle-title', 'aria-describedby': 'idle-text' },
    element('h2', { id: 'idle-title', class: 'idle-title' }, say('idle.title')),
    element('p', { id: 'idle-text' }, say('idle.text')),
  )
  dialog.append(button(say('idle.stay'), () => dialog.close()))
  return dialog
}

import type { Device } from '../admission.ts'
import { button, type Child, element, pageTitle, paragraph } from '../element.ts'
import type { Language } from '../language.ts'

export interface MovingPage {
  readonly language: Language
  readonly device: Device
  readonly ballotCode: string
  /** the address that brings the ballot to another device */
  readonly address: string
  readonly onHere: () => void
  readonly onBack: () => void
}

/** The ballot, for another day or another device. */
export function movingPage(page: MovingPage): readonly Child[] {
  const { language, device, ballotCode, address, onHere, onBack } = page
  const { say } = language
  const picture = element('div', { class: 'qr-place' })
  void draw(picture, address, say('moving.picture'))
  return [
    pageTitle(say('moving.title')),
    paragraph(say('moving.scan')),
    picture,
    paragraph(say('moving.code')),
    codeText(ballotCode),
    paragraph(say(device === 'own' ? 'moving.own' : 'moving.shared')),
    paragraph(say('moving.secret')),
    element(
      'div',
      { class: 'way' },
      button(say('form.back'), onBack, 'button button-quiet'),
      button(say('moving.here'), onHere),
    ),
  ]
}

/** A code to write down: in groups, and each group in one piece. */
export function codeText(code: string): HTMLElement {
  const groups = code.split(/(?<=-)/)
  return element(
    'p',
    { class: 'code-text', translate: 'no' },
    ...groups.map((group) => element('span', {}, group)),
  )
}

/** Where it cannot be loaded or drawn, the code below does as well. */
async function draw(place: HTMLElement, address: string, label: string): Promise<void> {
  try {
    const { drawQr } = await import('../qr-picture.ts')
    place.replaceChildren(drawQr(address, label))
  } catch {
    place.remove()
  }
}

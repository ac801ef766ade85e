import type { ManifestUnit } from '#surveys/ballot/manifest.ts'
import type { Device } from '../admission.ts'
import {
  button,
  type Child,
  element,
  pageTitle,
  paragraph,
  problemNote,
} from '../element.ts'
import type { Language } from '../language.ts'

export interface CountedPage {
  readonly unit: ManifestUnit
  readonly device: Device
  readonly language: Language
  readonly problem: string | undefined
  readonly onDevice: (device: Device) => void
  readonly onBegin: () => void
  readonly onElsewhere: () => void
  readonly onBack: () => void
}

/** Where the code says a person belongs, what the device may keep, and what comes now. */
export function countedPage(page: CountedPage): readonly Child[] {
  const { unit, language, problem, onBegin, onElsewhere, onBack } = page
  const { say, count } = language
  const [before = '', after = ''] = say('counted.title', { unit: gap }).split(gap)
  return [
    pageTitle(before, element('em', {}, unit.name), after),
    paragraph(count('counted.people', unit.headcount), 'intro'),
    paragraph(say('counted.text')),
    element('h3', {}, say('counted.ahead.title')),
    paragraph(say('counted.ahead.text')),
    element('h3', {}, say('counted.kept.title')),
    paragraph(say('counted.kept.text')),
    deviceChoice(page),
    problemNote(problem),
    element(
      'div',
      { class: 'way' },
      button(say('form.back'), onBack, 'button button-quiet'),
      button(say('counted.begin'), onBegin),
    ),
    element(
      'p',
      { class: 'aside' },
      button(say('counted.elsewhere'), onElsewhere, 'button button-quiet wide'),
    ),
  ]
}

/** Stands where the unit's name goes, so that the name can be an element of its own. */
const gap = '\u0000'

const devices = ['own', 'shared'] as const satisfies readonly Device[]

function deviceChoice({ device, language, onDevice }: CountedPage): HTMLElement {
  const { say } = language
  return element(
    'fieldset',
    { class: 'devices' },
    element('legend', {}, say('device.title')),
    ...devices.map((each) => {
      const radio = element('input', {
        type: 'radio',
        name: 'device',
        id: `device-${each}`,
        autocomplete: 'off',
        'aria-describedby': `device-${each}-text`,
      })
      radio.checked = each === device
      radio.addEventListener('change', () => onDevice(each))
      return element(
        'div',
        { class: 'device' },
        radio,
        element('label', { for: `device-${each}` }, say(`device.${each}`)),
        element(
          'p',
          { id: `device-${each}-text`, class: 'quiet' },
          say(`device.${each}.text`),
        ),
      )
    }),
  )
}

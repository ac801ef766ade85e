import type { Seat } from '#server/group-seats/contract.ts'
import { button, element } from './element.ts'
import { aboutSession } from './session-list.ts'
import type { Voice } from './words.ts'

/** What is shown of somebody's own seat. */
export interface SeatShown {
  readonly seat: Seat
  /** null unless the seat has just been taken: only then is the code shown */
  readonly code: string | null
  readonly asksToGiveBack: boolean
}

interface Ways {
  readonly onAsk: (asks: boolean) => void
  readonly onGiveBack: () => void
}

/** A seat, its code when it is new, and the way to give it back. */
export function seatView(
  { seat, code, asksToGiveBack }: SeatShown,
  voice: Voice,
  { onAsk, onGiveBack }: Ways,
): HTMLElement {
  const { say } = voice
  const about = aboutSession(seat.session, voice).slice(0, -1)
  return element('section', [
    element('h2', say('yours'), { tabindex: '-1', id: 'head' }),
    seat.cancelled ? element('p', say('cancelled'), { class: 'warn' }) : null,
    element('div', about, { class: 'about' }),
    ...(code === null
      ? []
      : [
          element('p', say('code'), { class: 'label' }),
          element('p', code, { class: 'code' }),
          element('p', say('note'), { class: 'warn' }),
        ]),
    ...(asksToGiveBack
      ? [
          element('p', say('sure'), { tabindex: '-1', id: 'sure' }),
          element(
            'div',
            [
              button(say('keep'), () => onAsk(false), { class: 'quiet' }),
              button(say('give-back'), onGiveBack),
            ],
            { class: 'row' },
          ),
        ]
      : [
          button(say('give-back'), () => onAsk(true), {
            class: 'quiet',
            id: 'give-back',
          }),
        ]),
  ])
}

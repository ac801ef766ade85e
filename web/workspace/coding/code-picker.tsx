import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import type { CodeId } from '#analysis/coding/codebook.ts'
import { useLanguage } from '../../language.tsx'
import type { Offer } from './find-codes.ts'

/**
 * A search whose answers are chosen by number or arrow. Enter with nothing typed and nothing
 * chosen goes on to the next segment.
 */
export function CodePicker({
  given,
  takesFocus,
  offersOf,
  onToggle,
  onMove,
  onRemoveLast,
}: {
  readonly given: readonly CodeId[]
  /** somebody came here from another segment: the hands stay on the keys */
  readonly takesFocus: boolean
  readonly offersOf: (typed: string) => readonly Offer[]
  readonly onToggle: (code: CodeId) => void
  /** to the segment after this one, or before it */
  readonly onMove: (by: 1 | -1) => void
  readonly onRemoveLast: () => void
}): ReactNode {
  const { say } = useLanguage()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [marked, setMarked] = useState(-1)
  const offers = offersOf(typed)
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus])
  const search = (text: string): void => {
    setTyped(text)
    setMarked(text.trim() === '' ? -1 : 0)
  }
  const take = (offer: Offer | undefined): void => {
    if (!offer) return
    onToggle(offer.code)
    search('')
    input.current?.focus()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) {
      return
    }
    const done = obey(event.key, {
      isEmpty: typed === '',
      marked,
      last: offers.length - 1,
      mark: setMarked,
      take: (place) => take(offers[place]),
      move: onMove,
      removeLast: onRemoveLast,
      clear: () => search(''),
    })
    if (done) event.preventDefault()
  }
  return (
    <div className="code-picker">
      <label htmlFor={`${id}-search`}>{say('coding.search')}</label>
      <input
        ref={input}
        id={`${id}-search`}
        role="combobox"
        aria-expanded={offers.length > 0}
        aria-controls={`${id}-offers`}
        aria-autocomplete="list"
        aria-activedescendant={marked >= 0 ? `${id}-${marked}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => search(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div role="listbox" id={`${id}-offers`} aria-label={say('coding.offers')}>
        {offers.map((offer, place) => (
          <OneOffer
            key={offer.code}
            id={`${id}-${place}`}
            offer={offer}
            place={place}
            isMarked={place === marked}
            isGiven={given.includes(offer.code)}
            onTake={() => take(offer)}
          />
        ))}
      </div>
      {offers.length === 0 && <p role="status">{say('coding.offers.none')}</p>}
    </div>
  )
}

function OneOffer({
  id,
  offer: { label, suggestion },
  place,
  isMarked,
  isGiven,
  onTake,
}: {
  readonly id: string
  readonly offer: Offer
  readonly place: number
  readonly isMarked: boolean
  readonly isGiven: boolean
  readonly onTake: () => void
}): ReactNode {
  const { say, percent } = useLanguage()
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the search keeps the focus and steers the list
    // biome-ignore lint/a11y/useKeyWithClickEvents: by key it is chosen in the search
    <div
      id={id}
      role="option"
      aria-selected={isMarked}
      className={suggestion ? 'offer suggested' : 'offer'}
      onClick={onTake}
    >
      <kbd>{place + 1}</kbd>
      <span>
        {label}
        {isGiven && <span className="given-mark"> · {say('coding.given')}</span>}
        {suggestion && (
          <span className="quiet line">
            {say('coding.suggested', {
              share: percent(suggestion.confidence),
              words: suggestion.words.join(', '),
            })}
          </span>
        )}
      </span>
    </div>
  )
}

interface Steering {
  readonly isEmpty: boolean
  readonly marked: number
  readonly last: number
  readonly mark: (place: number) => void
  readonly take: (place: number) => void
  readonly move: (by: 1 | -1) => void
  readonly removeLast: () => void
  readonly clear: () => void
}

/** @returns whether the key meant something here */
function obey(key: string, to: Steering): boolean {
  if (/^[1-9]$/.test(key)) {
    to.take(Number(key) - 1)
    return true
  }
  switch (key) {
    case 'ArrowDown':
      to.mark(Math.min(to.marked + 1, to.last))
      return true
    case 'ArrowUp':
      to.mark(Math.max(to.marked - 1, -1))
      return true
    case 'Enter':
      if (to.marked >= 0) to.take(to.marked)
      else if (to.isEmpty) to.move(1)
      return true
    case 'PageDown':
      to.move(1)
      return true
    case 'PageUp':
      to.move(-1)
      return true
    case 'Escape':
      to.clear()
      return !to.isEmpty
    case 'Backspace':
      if (to.isEmpty) to.removeLast()
      return to.isEmpty
    default:
      return false
  }
}

/**
 * Lets the browser's Back go one page back. An entry of the history holds a random mark
 * and nothing else; which page it stands for is known to this document only, and gone
 * with it.
 */
export interface Trail {
  /** one page further */
  readonly goOn: () => void
  readonly goBack: () => void
  /** marks lead nowhere from here on */
  readonly end: () => void
}

export function startTrail(onArrive: (place: number) => void): Trail {
  let marks = [newMark()]
  let place = 0
  history.replaceState(marks[0], '')
  window.addEventListener('popstate', ({ state }) => {
    const found = marks.indexOf(state)
    if (found < 0) return
    place = found
    onArrive(place)
  })
  return {
    goOn() {
      place += 1
      marks = [...marks.slice(0, place), newMark()]
      history.pushState(marks[place], '')
      onArrive(place)
    },
    goBack: () => history.back(),
    end() {
      marks = []
      history.replaceState(null, '')
    },
  }
}

const newMark = (): string => crypto.getRandomValues(new Uint32Array(2)).join('-')

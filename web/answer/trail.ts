/**
 * Lets the browser's Back go one page back. An entry of the history holds a random mark
 * and nothing else; which page it stands for is known to this document only, and gone
 * with it.
 */
export interface Trail<Place> {
  /** one page further */
  readonly goTo: (place: Place) => void
  readonly goBack: () => void
  /** begins anew from here, as from the first page */
  readonly restart: (place: Place) => void
  /** marks lead nowhere from here on */
  readonly end: () => void
}

interface Step<Place> {
  readonly mark: string
  readonly place: Place
}

export function startTrail<Place>(
  first: Place,
  onArrive: (place: Place) => void,
): Trail<Place> {
  let steps: readonly Step<Place>[] = []
  let at = 0
  const restart = (place: Place) => {
    steps = [stepTo(place)]
    at = 0
    history.replaceState(steps[0]?.mark, '')
  }
  restart(first)
  window.addEventListener('popstate', ({ state }) => {
    const found = steps.findIndex(({ mark }) => mark === state)
    const step = steps[found]
    if (!step) return
    at = found
    onArrive(step.place)
  })
  return {
    goTo(place) {
      const step = stepTo(place)
      steps = [...steps.slice(0, at + 1), step]
      at = steps.length - 1
      history.pushState(step.mark, '')
      onArrive(place)
    },
    goBack: () => history.back(),
    restart,
    end() {
      steps = []
      history.replaceState(null, '')
    },
  }
}

function stepTo<Place>(place: Place): Step<Place> {
  return { mark: crypto.getRandomValues(new Uint32Array(2)).join('-'), place }
}

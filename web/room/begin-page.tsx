import type { ReactNode } from 'react'
import type { PowerCheck } from '#server/group-studies/contract.ts'
import { GroupsOfAssessment } from '#server/group-studies/contract.ts'
import { groundRules } from '#surveys/focus-group-guide.ts'
import { ask, groupStudies } from '../api.ts'
import {
  type Beginning,
  goTo,
  isConversation,
  type Notebook,
  obstaclesOf,
} from './notebook.ts'
import type { Change } from './use-notebook.ts'
import { useVoice, voiceIn } from './words.tsx'

const powers = [
  ['nobodyLeads', 'power.nobody-leads'],
  ['noObserver', 'power.no-observer'],
  ['noRelatives', 'power.no-relatives'],
] as const

const mixes = ['several-units', 'cross-unit', 'one-unit'] as const

interface Part {
  readonly beginning: Beginning
  readonly set: (part: Partial<Beginning>) => void
}

/** On the day, before the first question: who is here, what they signed, what they heard. */
export function BeginPage({
  notebook,
  change,
}: {
  readonly notebook: Notebook
  readonly change: Change
}): ReactNode {
  const { say } = useVoice()
  const { beginning } = notebook
  const set = (part: Partial<Beginning>) =>
    change((before) => ({ ...before, beginning: { ...before.beginning, ...part } }))
  const obstacles = obstaclesOf(beginning)
  const begin = () => {
    change((before) => goTo({ ...before, begunAt: Date.now() }, 1))
    void tellServer(notebook)
  }
  return (
    <div className="narrow">
      <h1>{say('begin.title')}</h1>
      <p>{say('begin.offline')}</p>
      <WhoIsHere beginning={beginning} set={set} />
      <ReadAloud beginning={beginning} set={set} notebook={notebook} />
      <section className="card">
        <h2>{say('begin.recording')}</h2>
        <p>{say('begin.recording.none')}</p>
      </section>
      {obstacles.length > 0 && (
        <div role="status" className="warn">
          <p>{say('begin.obstacles')}</p>
          <ul>
            {obstacles.map((one) => (
              <li key={one}>{say(`obstacle.${one}`)}</li>
            ))}
          </ul>
        </div>
      )}
      <button type="button" disabled={obstacles.length > 0} onClick={begin}>
        {say('begin.button')}
      </button>
    </div>
  )
}

function WhoIsHere({ beginning, set }: Part): ReactNode {
  const { say, sayOfGroup } = useVoice()
  const setPower = (part: Partial<PowerCheck>) =>
    set({ powerCheck: { ...beginning.powerCheck, ...part } })
  return (
    <section className="card">
      <h2>{say('begin.who')}</h2>
      <fieldset>
        <legend>{say('begin.power')}</legend>
        {powers.map(([field, key]) => (
          <label key={field} className="tick">
            <input
              type="checkbox"
              checked={beginning.powerCheck[field]}
              onChange={({ currentTarget: { checked } }) =>
                setPower({ [field]: checked })
              }
            />
            <span>{sayOfGroup(key)}</span>
          </label>
        ))}
      </fieldset>
      <Count
        id="participants"
        value={beginning.participants}
        onChange={(participants) => set({ participants })}
      />
      {isConversation(beginning.participants) && (
        <p role="status" className="warn">
          {say('begin.conversation')}
        </p>
      )}
      <Count
        id="consents"
        value={beginning.consents}
        onChange={(consents) => set({ consents })}
      />
      <fieldset>
        <legend>{say('begin.mix')}</legend>
        {mixes.map((mix) => (
          <label key={mix} className="tick">
            <input
              type="radio"
              name="mix"
              checked={beginning.unitMix === mix}
              onChange={() => set({ unitMix: mix })}
            />
            <span>{say(`mix.${mix}`)}</span>
          </label>
        ))}
      </fieldset>
    </section>
  )
}

function Count({
  id,
  value,
  onChange,
}: {
  readonly id: 'participants' | 'consents'
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}): ReactNode {
  const { say } = useVoice()
  return (
    <div className="field">
      <label htmlFor={id}>{say(`begin.${id}`)}</label>
      <p id={`${id}-hint`} className="quiet">
        {say(`begin.${id}.hint`)}
      </p>
      <input
        id={id}
        type="number"
        min={0}
        max={99}
        inputMode="numeric"
        aria-describedby={`${id}-hint`}
        value={value ?? ''}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === '' ? null : currentTarget.valueAsNumber)
        }
      />
    </div>
  )
}

/** In the language of the group: it is read to them. */
function ReadAloud({
  beginning,
  set,
  notebook,
}: Part & { readonly notebook: Notebook }): ReactNode {
  const { say } = useVoice()
  const { language } = notebook.kit.session
  const { sayOfGroup } = voiceIn(language)
  return (
    <section className="card">
      <h2>{say('begin.read')}</h2>
      <div lang={language} className="aloud">
        <p>{sayOfGroup('limits')}</p>
        <ul>
          {groundRules.map((rule) => (
            <li key={rule}>{sayOfGroup(`rule.${rule}`)}</li>
          ))}
        </ul>
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={beginning.isReadAloud}
          onChange={({ currentTarget: { checked } }) => set({ isReadAloud: checked })}
        />
        <span>{say('begin.read.done')}</span>
      </label>
    </section>
  )
}

/**
 * Where there is a network, the session is held from now on, so that nobody can call it off
 * under the hands of those who sit in it. Without one, handing in does it.
 */
async function tellServer({ kit, beginning }: Notebook): Promise<void> {
  const param = { id: kit.assessment.id, session: kit.session.id }
  const json = { powerCheck: beginning.powerCheck }
  const holding = groupStudies[':id'].sessions[':session'].hold.$post({ param, json })
  await ask(GroupsOfAssessment, holding).catch(() => null)
}

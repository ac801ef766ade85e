import { type ReactNode, useId } from 'react'
import { intensities, tones } from '#surveys/focus-groups/segment.ts'
import { toneLetters } from './commands.ts'
import type { Draft } from './notebook.ts'
import { useVoice } from './words.tsx'

/** What is said about a note beside its text. */
export function NoteChoices({
  draft,
  onChange,
}: {
  readonly draft: Draft
  readonly onChange: (part: Partial<Draft>) => void
}): ReactNode {
  const { say } = useVoice()
  return (
    <div className="row">
      <Speakers value={draft.speakers} onChange={(speakers) => onChange({ speakers })} />
      <Choices
        legend={say('note.intensity')}
        options={intensities}
        value={draft.intensity}
        word={(one) => say(`intensity.${one}`)}
        letter={(one) => '!'.repeat(one)}
        onChange={(intensity) => onChange({ intensity })}
      />
      <Choices
        legend={say('note.tone')}
        options={tones}
        value={draft.tone}
        word={(one) => say(`tone.${one}`)}
        letter={(one) => toneLetters[one]}
        onChange={(tone) => onChange({ tone })}
      />
    </div>
  )
}

function Speakers({
  value,
  onChange,
}: {
  readonly value: number
  readonly onChange: (value: number) => void
}): ReactNode {
  const { say } = useVoice()
  return (
    <div className="field">
      <label htmlFor="speakers">
        {say('note.speakers')} <kbd>/x2</kbd>
      </label>
      <input
        id="speakers"
        type="number"
        min={1}
        value={Number.isNaN(value) ? '' : value}
        onChange={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
      />
    </div>
  )
}

function Choices<Option extends string | number>({
  legend,
  options,
  value,
  word,
  letter,
  onChange,
}: {
  readonly legend: string
  readonly options: readonly Option[]
  readonly value: Option
  readonly word: (option: Option) => string
  readonly letter: (option: Option) => string
  readonly onChange: (option: Option) => void
}): ReactNode {
  const name = useId()
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option} className="tick">
          <input
            type="radio"
            name={name}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          <span>
            {word(option)} <kbd>/{letter(option)}</kbd>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

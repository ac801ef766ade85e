import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { OwnCode } from '#analysis/coding/codebook.ts'
import { Codebook, type CodingStudy, type WordCode } from '#server/coding/contract.ts'
import { ask, coding, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { studyQuery } from './queries.ts'
import { useWords } from './use-words.ts'
import { WordsField } from './words-field.tsx'

/** Codes the coders found in what was said: added, worded anew, retired. */
export function OwnCodes({
  id,
  study,
}: {
  readonly id: string
  readonly study: CodingStudy
}): ReactNode {
  const { say } = useLanguage()
  const canChange = study.me !== null && study.state !== 'locked'
  const { own } = study.codebook
  return (
    <Card title={say('codebook.own')}>
      <p className="quiet">{say('codebook.own.text')}</p>
      {own.length === 0 && <p>{say('codebook.own.none')}</p>}
      <ul className="plain-list own-codes">
        {own.map((code) => (
          <li key={code.id}>
            <OneCode id={id} code={code} canChange={canChange} />
          </li>
        ))}
      </ul>
      {canChange && <AddCode id={id} />}
    </Card>
  )
}

function useCodebookChange<Input>(
  id: string,
  change: (input: Input) => Promise<CodingStudy['codebook']>,
  onDone?: () => void,
) {
  const client = useQueryClient()
  return useMutation<CodingStudy['codebook'], Refused, Input>({
    mutationFn: change,
    onSuccess: (codebook) => {
      client.setQueryData<CodingStudy>(studyQuery(id).queryKey, (study) =>
        study ? { ...study, codebook } : study,
      )
      onDone?.()
    },
  })
}

function AddCode({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const [made, setMade] = useState(0)
  const adding = useCodebookChange<WordCode>(
    id,
    (json) => ask(Codebook, coding[':id'].codes.$post({ param: { id }, json })),
    () => setMade(made + 1),
  )
  return (
    <CodeForm
      key={made}
      label={say('codebook.add')}
      loading={adding.isPending}
      refusal={adding.error}
      onSave={(wording) => adding.mutate(wording)}
    />
  )
}

function OneCode({
  id,
  code,
  canChange,
}: {
  readonly id: string
  readonly code: OwnCode
  readonly canChange: boolean
}): ReactNode {
  const { say } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const param = { id, code: code.id }
  const changing = useCodebookChange<WordCode>(
    id,
    (json) => ask(Codebook, coding[':id'].codes[':code'].$put({ param, json })),
    () => setOpen(false),
  )
  const retiring = useCodebookChange<void>(id, () =>
    ask(Codebook, coding[':id'].codes[':code'].$delete({ param })),
  )
  return (
    <section aria-label={code.name}>
      <h3>{code.name}</h3>
      <p>{code.definition}</p>
      {code.retired && <p className="quiet">{say('codebook.retired')}</p>}
      {canChange && !code.retired && (
        <div className="row">
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={isOpen}
            aria-label={say('codebook.change.name', { name: code.name })}
            onClick={() => setOpen(!isOpen)}
          >
            {say('codebook.change')}
          </Button>
          <FinalButton
            variant="subtle"
            size="compact-sm"
            label={say('codebook.retire')}
            name={say('codebook.retire.name', { name: code.name })}
            onConfirm={() => retiring.mutate()}
          />
        </div>
      )}
      {isOpen && (
        <CodeForm
          label={say('codebook.save')}
          before={code}
          loading={changing.isPending}
          refusal={changing.error}
          onSave={(wording) => changing.mutate(wording)}
        />
      )}
      <RefusalNote refusal={retiring.error} />
    </section>
  )
}

function CodeForm({
  label,
  before,
  loading,
  refusal,
  onSave,
}: {
  readonly label: string
  readonly before?: OwnCode
  readonly loading: boolean
  readonly refusal: Refused | null
  readonly onSave: (wording: WordCode) => void
}): ReactNode {
  const { say } = useLanguage()
  const name = useWords(before?.name)
  const definition = useWords(before?.definition)
  return (
    <form
      className="code-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSave({
          name: name.text.trim(),
          definition: definition.text,
          harmless: name.harmless || definition.harmless,
        })
      }}
    >
      <WordsField label={say('codebook.name')} words={name} />
      <WordsField label={say('codebook.definition')} words={definition} />
      <Button
        type="submit"
        variant="default"
        loading={loading}
        disabled={!name.isReady || !definition.isReady}
      >
        {label}
      </Button>
      <RefusalNote refusal={refusal} />
    </form>
  )
}

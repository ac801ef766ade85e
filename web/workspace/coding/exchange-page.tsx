import { Button, FileButton, NumberInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Brought } from '#server/coding/contract.ts'
import { ask, codingFiles, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { CodingFrame } from './coding-frame.tsx'

/** Files for other programs, and back. */
export function ExchangePage(): ReactNode {
  const { id } = useParams({ from: '/facilitating/facilitate/$id/coding/exchange' })
  const { say, locale } = useLanguage()
  const files = [
    ['codebook', `codebook/${locale}`],
    ['project', `project/${locale}`],
    ['table', 'table'],
  ] as const
  return (
    <CodingFrame id={id} place="exchange">
      {(study) => (
        <div className="two">
          <Card title={say('exchange.take')}>
            <p className="quiet">{say('exchange.take.text')}</p>
            {study.state === 'not-begun' ? (
              <p>{say('refusal.coding-not-begun')}</p>
            ) : (
              <ul className="plain-list">
                {files.map(([kind, path]) => (
                  <li key={kind}>
                    <a href={`/api/office/coding-files/${id}/${path}`} download>
                      {say(`exchange.${kind}`)}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </Card>
          {study.me !== null && study.state !== 'locked' && <BringCard id={id} />}
        </div>
      )}
    </CodingFrame>
  )
}

function BringCard({ id }: { readonly id: string }): ReactNode {
  const { say, count } = useLanguage()
  const client = useQueryClient()
  const [coder, setCoder] = useState<number | null>(null)
  const bringing = useMutation<Brought, Refused, File>({
    mutationFn: (file) => bring(id, file, coder),
    onSuccess: () => client.invalidateQueries({ queryKey: ['coding', id] }),
  })
  const { data } = bringing
  return (
    <Card title={say('exchange.bring')}>
      <p>{say('exchange.bring.text')}</p>
      <NumberInput
        label={say('exchange.coder')}
        description={say('exchange.coder.hint')}
        min={1}
        max={99}
        allowDecimal={false}
        value={coder ?? ''}
        onChange={(value) => setCoder(typeof value === 'number' ? value : null)}
      />
      <FileButton
        onChange={(file) => file && bringing.mutate(file)}
        accept=".qdc,.qdpx,.csv"
      >
        {(props) => (
          <Button {...props} loading={bringing.isPending}>
            {say('exchange.choose')}
          </Button>
        )}
      </FileButton>
      <p role="status">
        {data &&
          `${count('exchange.codes', data.codes)} ${count('exchange.segments', data.segments)}`}
      </p>
      <RefusalNote refusal={bringing.error} />
    </Card>
  )
}

/** Sends a file to the door that its name's end stands for. */
async function bring(id: string, file: File, coder: number | null): Promise<Brought> {
  const param = { id }
  const door = codingFiles[':id']
  if (/\.csv$/i.test(file.name)) {
    const json = { csv: await file.text() }
    return ask(Brought, door.table.$post({ param, json }))
  }
  const base64 = toBase64(new Uint8Array(await file.arrayBuffer()))
  return /\.qdc$/i.test(file.name)
    ? ask(Brought, door.codebook.$post({ param, json: { file: base64 } }))
    : ask(Brought, door.project.$post({ param, json: { file: base64, coder } }))
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { codebookTexts } from '#analysis/codebook-wording.ts'
import { builtInCodes } from '#analysis/coding/built-in-codes.ts'
import { familyOf } from '#analysis/coding/codebook.ts'
import type { CodingStudy } from '#server/coding/contract.ts'
import { useCodeWords } from '../../coded-themes/use-code-words.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { CodingFrame } from './coding-frame.tsx'
import { OwnCodes } from './own-codes.tsx'

/** What every code means, and the codes of the coders' own. */
export function CodebookPage(): ReactNode {
  const { id } = useParams({ from: '/facilitating/facilitate/$id/coding/codebook' })
  return (
    <CodingFrame id={id} place="codebook">
      {(study) => (
        <>
          <OwnCodes id={id} study={study} />
          {families.map((family) => (
            <Family key={family} family={family} study={study} />
          ))}
        </>
      )}
    </CodingFrame>
  )
}

const families = ['construct', 'hazard', 'wish', 'barrier', 'trust'] as const

function Family({
  family,
  study,
}: {
  readonly family: (typeof families)[number]
  readonly study: CodingStudy
}): ReactNode {
  const { say, locale } = useLanguage()
  const describe = useCodeWords(study.codebook)
  return (
    <Card title={codebookTexts[locale][`family.${family}`]}>
      {builtInCodes
        .filter((code) => familyOf(code) === family)
        .map((code) => {
          const { label, means, useWhen, notWhen, example } = describe(code)
          return (
            <details key={code}>
              <summary>{label}</summary>
              <dl className="definitions">
                {(
                  [
                    ['means', means],
                    ['use', useWhen],
                    ['not', notWhen],
                    ['example', example],
                  ] as const
                ).map(([part, text]) => (
                  <div key={part}>
                    <dt>{say(`codebook.${part}`)}</dt>
                    <dd>{text}</dd>
                  </div>
                ))}
              </dl>
            </details>
          )
        })}
    </Card>
  )
}

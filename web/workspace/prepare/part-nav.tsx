import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'

const parts = [
  ['plan', paths.prepare],
  ['questions', paths.prepareQuestions],
  ['duties', paths.prepareDuties],
  ['published', paths.preparePublished],
  ['checks', paths.prepareChecks],
] as const

/** The pages that preparing is made of. */
export function PartNav(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { say } = useLanguage()
  return (
    <nav className="part-nav" aria-label={say('plan.nav')}>
      <ul className="inline-list">
        {parts.map(([part, to]) => (
          <li key={part}>
            <Link
              to={to}
              params={{ id }}
              activeOptions={{ exact: true }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {say(`plan.nav.${part}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

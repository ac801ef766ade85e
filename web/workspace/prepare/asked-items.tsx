import type { ReactNode } from 'react'
import type { Part } from '#surveys/questionnaire.ts'
import { useLanguage } from '../../language.tsx'

/** The questions of a part, each with the topic it is about where it has one. */
export function AskedItems({ part }: { readonly part: Part }): ReactNode {
  const { say, sayIf } = useLanguage()
  const items = part.sections.flatMap((section) => section.items)
  return (
    <ul>
      {items.map(({ id, construct, topic, titleKey }) => {
        const about = construct ?? topic
        return (
          <li key={id}>
            {sayIf(titleKey ?? `item.${id}`)}
            {about && <span className="quiet"> {say(`construct.${about}`)}</span>}
          </li>
        )
      })}
    </ul>
  )
}

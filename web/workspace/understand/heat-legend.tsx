import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'

const bands = ['low', 'some', 'considerable', 'high'] as const
const differences = [
  'apart-less-2',
  'apart-less-1',
  'apart-none',
  'need-2',
  'need-3',
] as const

/** What the colours mean; the number always stands in the cell as well. */
export function HeatLegend({ apart }: { readonly apart: boolean }): ReactNode {
  const { say } = useLanguage()
  return (
    <ul className="legend">
      <li>{say(apart ? 'heat.apart.scale' : 'heatmap.scale')}</li>
      {apart
        ? differences.map((look) => (
            <li key={look}>
              <i className={look} aria-hidden="true" />
              {say(`heat.legend.${look}`)}
            </li>
          ))
        : bands.map((band, index) => (
            <li key={band}>
              <i className={`need-${index + 1}`} aria-hidden="true" />
              {say(`band.${band}`)}
            </li>
          ))}
      <li>
        <i className="hidden-value" aria-hidden="true" />
        {say('hidden')}
      </li>
      <li>
        <i className="not-asked" aria-hidden="true" />
        {say('heat.legend.none')}
      </li>
    </ul>
  )
}

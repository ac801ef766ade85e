import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import type { LockedThemes } from '#server/coding/contract.ts'
import { useLanguage } from '../language.tsx'
import { WideTable } from '../ui/wide-table.tsx'
import { useCodeWords } from './use-code-words.ts'

type Theme = LockedThemes['themes'][number]

/** The name of a theme: the coders' own, or that of the built-in code. */
export function useThemeName(): (theme: Pick<Theme, 'code' | 'name'>) => string {
  const describe = useCodeWords()
  return ({ code, name }) => name ?? describe(code).label
}

/** What the groups together said, theme by theme, the most first. */
export function ThemeTable({ themes }: { readonly themes: LockedThemes }): ReactNode {
  const { say, number } = useLanguage()
  const nameOf = useThemeName()
  if (themes.themes.length === 0) return <p>{say('themes.none')}</p>
  return (
    <WideTable title={say('themes.table')}>
      <Table>
        <caption>{say('themes.caption', { groups: themes.groups })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('themes.theme')}</th>
            <th scope="col" className="number">
              {say('themes.raised')}
            </th>
            <th scope="col" className="number">
              {say('themes.said')}
            </th>
            <th scope="col" className="number">
              {say('themes.speakers')}
            </th>
            <th scope="col" className="number">
              {say('themes.intensity')}
            </th>
            <th scope="col">{say('themes.tones')}</th>
            <th scope="col">{say('themes.check')}</th>
          </tr>
        </thead>
        <tbody>
          {themes.themes.map((theme) => (
            <tr key={theme.code}>
              <th scope="row">{nameOf(theme)}</th>
              <td className="number">
                {say('themes.raised.of', {
                  raised: theme.groupsRaised,
                  probed: theme.groupsProbed,
                })}
              </td>
              <td className="number">{number(theme.timesSaid)}</td>
              <td className="number">{number(theme.extensiveness)}</td>
              <td className="number">
                {number(Math.round(theme.meanIntensity * 10) / 10)}
              </td>
              <td>{theme.tones.map((tone) => say(`coding.tone.${tone}`)).join(', ')}</td>
              <td>{say(`themes.check.${theme.check ?? 'none'}`)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </WideTable>
  )
}

/** Paraphrases that were approved to be read, by theme. */
export function ThemeExamples({ themes }: { readonly themes: LockedThemes }): ReactNode {
  const nameOf = useThemeName()
  return themes.themes
    .filter(({ examples }) => examples.length > 0)
    .map((theme) => (
      <div key={theme.code}>
        <h3>{nameOf(theme)}</h3>
        <ul>
          {theme.examples.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
    ))
}

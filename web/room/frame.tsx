import type { ReactNode } from 'react'
import { isLocale, languageNames } from '#surveys/locale.ts'
import { useVoice } from './words.tsx'

/** What stands around every view before and after the session itself. */
export function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <>
      <header className="bar">
        <span className="brand">Groundwork</span>
        <Languages />
      </header>
      <main className="narrow">{children}</main>
    </>
  )
}

export function Languages(): ReactNode {
  const { say, locale, choose } = useVoice()
  return (
    <label className="languages">
      <span>{say('language')}</span>
      <select
        value={locale}
        onChange={({ currentTarget: { value } }) => isLocale(value) && choose(value)}
      >
        {Object.entries(languageNames).map(([one, name]) => (
          <option key={one} value={one} lang={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

export function Notice({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <section className="card">
      <h1>{title}</h1>
      {children}
    </section>
  )
}

import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { outlineOf } from '#analysis/disclosure/outline.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { recommend } from '#analysis/recommendation/recommend.ts'
import { employeePage, type ToldFacts } from '#analysis/report/employee-page.ts'
import { locales } from '#surveys/locale.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import { componentsIn } from '../programs/decide.ts'
import { readWhole } from '../results/whole-release.ts'
import { ToldPage } from './contract.ts'
import type { ToTell } from './tell-employees.ts'

answerOffThread<ToTell>(({ facts, program }): readonly ToldPage[] => {
  const { published, testimony, seed } = facts
  const release = readWhole(facts.release)
  const { needs } = assessNeeds(release, testimony, { seed })
  const told: ToldFacts = {
    published,
    release: outlineOf(release),
    needs,
    will: program && willOf(release, program, seed),
  }
  return locales.map((locale) => ToldPage.parse(employeePage(told, locale)))
})

/** The program as the workspace shows it: on all that was heard until it was adopted. */
function willOf(
  release: Disclosed<Release>,
  { adopted, decisions, testimony }: NonNullable<ToTell['program']>,
  seed: string,
): NonNullable<ToldFacts['will']> {
  const assessed = assessNeeds(release, testimony, { seed })
  const recommendations = recommend(release, testimony, assessed)
  const components = componentsIn({ recommendations, decisions })
  return { on: adopted.on, components: components.map(({ component }) => component) }
}

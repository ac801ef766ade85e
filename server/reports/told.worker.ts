import { outlineOf } from '#analysis/disclosure/outline.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { employeePage, type ToldFacts } from '#analysis/report/employee-page.ts'
import { locales } from '#surveys/locale.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
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
    will: program,
  }
  return locales.map((locale) => ToldPage.parse(employeePage(told, locale)))
})

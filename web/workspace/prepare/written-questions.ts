import type { Questions } from '#server/assessments/contract.ts'

type Words = Questions['own'][number]['title']

/** A draft as it can be kept: empty wordings, and questions without any, are left out. */
export function writtenQuestions({ modules, own }: Questions): Questions {
  return {
    modules,
    own: own
      .map((question) => ({
        ...question,
        title: written(question.title),
        options: question.options.map(written),
      }))
      .filter(({ title }) => Object.keys(title).length > 0),
  }
}

function written(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words)
      .map(([locale, text]) => [locale, text?.trim() ?? ''] as const)
      .filter(([, text]) => text !== ''),
  )
}

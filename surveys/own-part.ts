import { type OwnQuestion, ownOptionId } from './own-question.ts'
import type { Item, Part } from './questionnaire.ts'

/** The organization's own questions as the last part before getting help. */
export function ownPart(questions: readonly OwnQuestion[]): Part {
  return {
    id: 'own-questions',
    isOptional: true,
    sections: questions.map((question) => ({
      ...(question.format === 'agreement' && { leadId: 'how-far-agree' }),
      items: [itemOf(question)],
    })),
  }
}

function itemOf({ id, format, options }: OwnQuestion): Item {
  switch (format) {
    case 'agreement':
      return { id, format: { kind: 'agreement' } }
    case 'yes-no': {
      const known = { kind: 'one-of', options: ['yes', 'no', 'do-not-know'] } as const
      return { id, format: known, optionsLike: 'yes-no' }
    }
    case 'one-of':
      return {
        id,
        format: { kind: 'one-of', options: options.map((_, at) => ownOptionId(at)) },
      }
  }
}

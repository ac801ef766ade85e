import type { InstrumentSource } from '#surveys/instruments/instrument.ts'

export const toolNames: Readonly<Record<InstrumentSource, string>> = {
  surveyjs: 'SurveyJS',
  xlsform: 'XLSForm',
  limesurvey: 'LimeSurvey',
  qualtrics: 'Qualtrics',
}

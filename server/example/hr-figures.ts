/**
 * What the invented personnel office tells of the last full year, as the CSV file it would bring.
 *
 * @param year the last one that has ended
 */
export function hrFiguresCsv(year: number): string {
  const lines = told.map(([unit, indicator, value, people, source]) =>
    [unit, indicator, year, value, people, source].join(','),
  )
  return ['unit,indicator,period,value,people,source', ...lines].join('\n')
}

const whole = 'whole organization'

const told = [
  [whole, 'Short-term absence', '4.8', '', 'Payroll'],
  [whole, 'Long-term absence', '3.1', '17', 'Payroll'],
  [whole, 'Turnover', '14.3', '', 'Personnel register'],
  [whole, 'Accident rate', '21.5', '', 'Safety reports'],
  [whole, 'Overtime', '6.5', '', 'Time sheets'],
  [whole, 'Vacancies', '4.2', '', 'Personnel register'],
  [whole, 'Earlier use of the EAP', '2.1', '', 'Provider’s yearly report'],
  [whole, 'Reason to leave: workload', '14', '26', 'Exit interviews'],
  [whole, 'Reason to leave: leadership', '6', '26', 'Exit interviews'],
  [
    whole,
    'Reason to leave: working hours and private life',
    '9',
    '26',
    'Exit interviews',
  ],
  ['Warehouse North', 'Short-term absence', '6.9', '', 'Payroll'],
  ['Warehouse North', 'Overtime', '11.5', '', 'Time sheets'],
  ['Customer service', 'Short-term absence', '6.1', '', 'Payroll'],
  ['Customer service', 'Turnover', '24.1', '', 'Personnel register'],
] as const

import type { Answers } from '#surveys/questionnaire.ts'

/**
 * Answers through the door that employees use: collects a ballot for a code, casts it. Two
 * HTTP requests to our own address, like any browser's.
 *
 * @throws Error when the door says no: an invented employee must get in like a real one
 */
export async function answerAsEmployee(
  origin: string,
  assessment: string,
  code: string,
  answers: Answers,
): Promise<void> {
  const ballot = await post(`${origin}/api/ballots`, { assessment, code })
  await post(`${origin}/api/ballot-box`, { ballot, answers })
}

async function post(address: string, body: unknown): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`the door answered ${response.status}`)
  return response.status === 204 ? null : response.json()
}

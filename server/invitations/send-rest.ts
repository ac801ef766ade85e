import { randomInt } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { OpenAssessment } from '../assessments/contract.ts'
import { stateOf } from '../assessments/find-assessment.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { type Mail, PostUnavailable } from '../post.ts'
import { drawCode, type IssuedCode, keepCodes } from '../registrar/issue-codes.ts'
import type { InvitationServices } from './invitation-services.ts'
import { unitsToInvite } from './invited-units.ts'
import type { Errand } from './mailroom.ts'
import type { Invitee } from './merge-list.ts'
import { seatsOf } from './place-set.ts'
import { findRound, listInvitees, saveToSend } from './store.ts'
import { openToSend, sealToSend } from './to-send.ts'
import { letterWriter } from './write-letter.ts'

/** Mails handed over together, before anything is written down about them. */
const atOnce = 10

interface Batch {
  readonly assessment: OpenAssessment
  readonly write: (invitee: Invitee, code: IssuedCode) => Mail
  readonly numberOf: (invitee: Invitee) => number
  /** places still to be written to */
  readonly left: Set<number>
}

/** A mail that was handed over: `code` is null when its address would not be taken. */
interface Handed {
  readonly invitee: Invitee
  readonly code: IssuedCode | null
}

/** Sends what is left of the batch of an assessment, in the background and in random order. */
export function sendRest(services: InvitationServices, assessment: OpenAssessment): void {
  services.mailroom.begin(assessment.id, async (errand) => {
    try {
      await sendLeft(services, assessment, errand)
    } finally {
      await services.post.rest()
    }
  })
}

async function sendLeft(
  services: InvitationServices,
  assessment: OpenAssessment,
  errand: Errand,
): Promise<void> {
  const { db } = services
  const round = await findRound(db, assessment.id)
  if (!round?.toSend) return
  const seats = seatsOf(assessment.counted)
  const left = new Set(openToSend(services, assessment, round.toSend))
  const write = letterWriter(
    services,
    assessment,
    round,
    await unitsToInvite(db, assessment),
  )
  const batch: Batch = { assessment, write, numberOf: seats.numberOf, left }
  const invitees = await listInvitees(db, assessment.id)
  const recipients = await shuffled(
    invitees.filter((one) => left.has(seats.numberOf(one))),
  )

  for (let first = 0; first < recipients.length; first += atOnce) {
    if (errand.isToStop()) return
    if (!(await isStillOpen(db, assessment))) return saveToSend(db, assessment.id, null)
    await sendSome(services, batch, recipients.slice(first, first + atOnce))
    errand.report(1 - left.size / recipients.length)
  }
  if (left.size === 0) await saveToSend(db, assessment.id, null)
}

/**
 * Hands some mails over, then keeps their codes and who is left, both or neither. Who could not
 * be written to just now stays on the list; when nobody could, the post is not there.
 */
async function sendSome(
  services: InvitationServices,
  batch: Batch,
  some: readonly Invitee[],
): Promise<void> {
  const results = await Promise.allSettled(
    some.map((invitee) => handOver(services, batch, invitee)),
  )
  const handed = results
    .filter((result) => result.status === 'fulfilled')
    .map(({ value }) => value)
  await writeDown(services, batch, handed)
  if (handed.length === 0) throw new PostUnavailable()
}

async function handOver(
  { post, mailroom }: InvitationServices,
  { assessment, write }: Batch,
  invitee: Invitee,
): Promise<Handed> {
  const code = drawCode(invitee)
  const mail = write(invitee, code)
  const outcome = await post.send(mail)
  if (outcome === 'refused') mailroom.returned(assessment.id, mail.to.address)
  return { invitee, code: outcome === 'taken' ? code : null }
}

async function writeDown(
  services: InvitationServices,
  { assessment, left, numberOf }: Batch,
  handed: readonly Handed[],
): Promise<void> {
  for (const { invitee } of handed) left.delete(numberOf(invitee))
  const codes = handed.map(({ code }) => code).filter((code) => code !== null)
  const toSend = sealToSend(services, assessment, left)
  await services.db.transaction().execute(async (transaction) => {
    await keepCodes(transaction, assessment.id, codes)
    await saveToSend(transaction, assessment.id, toSend)
  })
}

async function isStillOpen(db: OfficeDatabase, { id }: OpenAssessment): Promise<boolean> {
  return (await stateOf({ db }, id)) === 'open'
}

/** In an order that nobody can tell from the list (Fisher and Yates, unbiased). */
async function shuffled<Item>(items: readonly Item[]): Promise<readonly Item[]> {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last -= 1) {
    if (last % 5_000 === 0) await setImmediate()
    const other = randomInt(last + 1)
    const [a, b] = [order[last], order[other]]
    if (a !== undefined && b !== undefined) {
      order[last] = b
      order[other] = a
    }
  }
  return order
}

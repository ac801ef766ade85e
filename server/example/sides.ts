import type { EmployeeSide, Organiser } from '../accounts/access.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { examplePerson } from './visit-example.ts'

export interface Sides {
  readonly organiser: Organiser
  readonly employeeSide: EmployeeSide
}

/** The two invented people who decide things together. */
export async function exampleSides(services: Services): Promise<Sides> {
  return {
    organiser: asOrganiser(await examplePerson(services, 'organiser')),
    employeeSide: asEmployeeSide(await examplePerson(services, 'employee-side')),
  }
}

function asOrganiser(member: Organiser | EmployeeSide): Organiser {
  if (member.role !== 'organiser') throw new Refusal('organisers-only')
  return member
}

function asEmployeeSide(member: Organiser | EmployeeSide): EmployeeSide {
  if (member.role !== 'employee-side') throw new Refusal('employee-side-only')
  return member
}

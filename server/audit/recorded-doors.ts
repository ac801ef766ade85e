import type { Action } from './contract.ts'

const api = '/api/office'

/**
 * What is put on record when a request changed something. A door that changes something and is
 * in neither list fails a test: somebody has to think about what its record would tell. A door
 * that is here may still leave its record out where what was asked of it is about few people.
 */
export const recordedDoors: Readonly<Record<string, Action>> = {
  [`POST ${api}/accounts/set-up`]: 'organization-set-up',
  [`POST ${api}/accounts/sign-in`]: 'signed-in',
  [`POST ${api}/accounts/second-step`]: 'signed-in',
  [`GET ${api}/accounts/oidc/callback/organization`]: 'signed-in',
  [`POST ${api}/accounts/join`]: 'joined',
  [`POST ${api}/accounts/invitations`]: 'colleague-invited',
  [`POST ${api}/accounts/me/password`]: 'password-changed',
  [`POST ${api}/accounts/me/second-factor/confirm`]: 'second-factor-on',
  [`POST ${api}/accounts/me/second-factor/drop`]: 'second-factor-off',
  [`POST ${api}/accounts/me/second-factor/codes`]: 'backup-codes-made',
  [`DELETE ${api}/accounts/me/sessions/:session`]: 'sessions-ended',
  [`PUT ${api}/accounts/people/second-factor`]: 'second-factor-rule',
  [`POST ${api}/accounts/people/:user/roles/:role`]: 'role-given',
  [`DELETE ${api}/accounts/people/:user/roles/:role`]: 'role-taken',
  [`DELETE ${api}/accounts/people/:user/sessions`]: 'sessions-ended',
  [`DELETE ${api}/accounts/people/:user`]: 'colleague-removed',
  [`DELETE ${api}/accounts/me/roles/:role`]: 'role-laid-down',
  [`POST ${api}/accounts/people/:user/way-back`]: 'way-back-granted',
  [`DELETE ${api}/accounts/people/:user/way-back`]: 'way-back-refused',
  [`POST ${api}/assessments`]: 'assessment-planned',
  [`PUT ${api}/assessments/:id/plan`]: 'plan-changed',
  [`PUT ${api}/assessments/:id/units`]: 'plan-changed',
  [`PUT ${api}/assessments/:id/questions`]: 'plan-changed',
  [`POST ${api}/assessments/:id/approval`]: 'plan-approved',
  [`POST ${api}/assessments/:id/duty-to-act`]: 'duty-agreed',
  [`DELETE ${api}/assessments/:id/agreements/:matter`]: 'agreement-taken-back',
  [`POST ${api}/registrar/:id/freeze`]: 'plan-frozen',
  [`POST ${api}/registrar/:id/open`]: 'asking-opened',
  [`POST ${api}/registrar/:id/resume`]: 'resume-agreed',
  [`POST ${api}/trustees/:id`]: 'key-holder-named',
  [`PUT ${api}/trustees/:id/rule`]: 'key-rule-set',
  [`DELETE ${api}/trustees/:id/:holder`]: 'key-holder-dropped',
  [`POST ${api}/trustees/:id/:holder/link`]: 'key-link-made',
  [`PUT ${api}/invitations/:id/list`]: 'list-taken',
  [`PUT ${api}/invitations/:id/way`]: 'way-chosen',
  [`POST ${api}/invitations/:id/round`]: 'letters-sent',
  [`POST ${api}/invitations/:id/round/stop`]: 'letters-stopped',
  [`POST ${api}/invitations/:id/envelopes`]: 'envelopes-printed',
  [`PUT ${api}/group-studies/readiness`]: 'conduct-signed',
  [`PUT ${api}/group-studies/:id`]: 'groups-planned',
  [`POST ${api}/group-studies/:id/sessions`]: 'groups-planned',
  [`POST ${api}/group-studies/:id/sessions/:session/invite`]: 'groups-planned',
  [`DELETE ${api}/group-studies/:id/sessions/:session`]: 'group-cancelled',
  [`POST ${api}/coding/:id/lock`]: 'coding-locked',
  [`PUT ${api}/indicators/:id/figures`]: 'figures-kept',
  [`DELETE ${api}/indicators/:id/figures`]: 'figures-discarded',
  [`DELETE ${api}/indicators/:id/figures/:figure`]: 'figures-discarded',
  [`POST ${api}/tally/:id/close`]: 'close-agreed',
  [`POST ${api}/tally/:id/unseal`]: 'unsealing-begun',
  [`POST ${api}/tally/:id/count`]: 'count-begun',
  [`POST ${api}/results/:id/release`]: 'release-agreed',
  [`POST ${api}/results/:id/abort`]: 'abort-agreed',
  [`POST ${api}/programs/:id/decisions`]: 'component-decided',
  [`POST ${api}/programs/:id/adoption`]: 'program-adopted',
  [`PUT ${api}/examinations`]: 'examination-kept',
  [`DELETE ${api}/examinations/:locale/:kind`]: 'examination-withdrawn',
  [`POST ${api}/instruments/:id/instruments`]: 'instrument-kept',
  [`DELETE ${api}/instruments/:id/instruments/:instrument`]: 'instrument-removed',
  [`POST ${api}/reports/:id/make`]: 'reports-made',
  [`PUT ${api}/orientation/:id/facts`]: 'program-described',
  [`PUT ${api}/orientation/:id/text/:kind/:locale`]: 'material-changed',
  [`POST ${api}/orientation/:id/publication/:locale`]: 'material-published',
  [`POST ${api}/briefings/:id/sessions`]: 'sessions-planned',
  [`PUT ${api}/briefings/:id/sessions/:briefing`]: 'sessions-planned',
  [`DELETE ${api}/briefings/:id/sessions/:briefing`]: 'sessions-planned',
  [`DELETE ${api}/briefings/:id/sessions/:briefing/seats`]: 'seats-released',
}

/** What is on record by whom it is about, where nobody is signed in. */
export const noticedDoors: Readonly<Record<string, Action>> = {
  [`POST ${api}/accounts/way-back`]: 'way-back-taken',
}

/** What is never on record, by why. A door may be named up to a `*`. */
export const unrecordedDoors: readonly (readonly [string, string])[] = [
  // One person who was asked, at an hour: a new link, a seat, a talk with a manager.
  [`POST ${api}/invitations/:id/again`, 'about one employee'],
  // Soon after it is granted, one employee collects; the entries around it would tell the hour
  // even if it had none. How many there were is published with the release.
  [`POST ${api}/registrar/:id/wishes/:unit`, 'about one employee'],
  [`POST ${api}/invitations/:id/round/resume`, 'the rest of a batch may be one employee'],
  [`POST ${api}/interviews/*`, 'about one manager'],
  [`DELETE ${api}/interviews/*`, 'about one manager'],
  [`PUT ${api}/talks/*`, 'about one manager'],
  [`POST ${api}/talks/*`, 'about one manager'],
  // When a group sat together, and what was said there.
  [`POST ${api}/focus-groups/*`, 'about few people in a room'],
  [`DELETE ${api}/focus-groups/*`, 'about few people in a room'],
  [`PUT ${api}/group-notes/*`, 'about few people in a room'],
  [`POST ${api}/group-studies/:id/sessions/:session/hold`, 'about few people in a room'],
  [`PUT ${api}/briefings/:id/sessions/:briefing/totals`, 'about few people in a room'],
  [`PUT ${api}/briefings/:id/talks/:locale`, 'about few people'],
  [`PUT ${api}/briefings/:id/reach`, 'totals stand where they belong'],
  // Work that leaves its result where it belongs.
  [`POST ${api}/coding*`, 'work on notes'],
  [`PUT ${api}/coding*`, 'work on notes'],
  [`DELETE ${api}/coding*`, 'work on notes'],
  [`POST ${api}/remarks/*`, 'remarks stand by the plan with name and day'],
  [`POST ${api}/programs/:id/tiers`, 'stands in the program’s log with name and day'],
  [`POST ${api}/programs/:id/budget`, 'stands in the program’s log with name and day'],
  [`POST ${api}/programs/:id/owners`, 'stands in the program’s log with name and day'],
  [`POST ${api}/programs/:id/gate`, 'stands in the program’s log with name and day'],
  [`POST ${api}/programs/:id/reviews`, 'stands in the program’s log with name and day'],
  [`POST ${api}/programs/:id/remarks`, 'stands in the program’s log with name and day'],
  [`POST ${api}/invitations/:id/preview`, 'changes nothing'],
  [`POST ${api}/instruments/:id/preview`, 'changes nothing'],
  [`POST ${api}/indicators/:id/preview`, 'changes nothing'],
  [`POST ${api}/accounts/join/look`, 'changes nothing'],
  [`POST ${api}/accounts/me/second-factor`, 'changes nothing before it is confirmed'],
  [`POST ${api}/accounts/single-sign-on`, 'changes nothing before the provider answers'],
  [`POST ${api}/accounts/sign-out`, 'a session may end unseen as well'],
  [`POST ${api}/accounts/way-back`, 'put on record by whom it lets in'],
  [`POST ${api}/example/*`, 'nothing is at stake in the example'],
]

import type * as zh from '../zh-CN/changes.ts'
import { blockedText } from './blocking.ts'

const KINDS: Readonly<Record<string, string>> = { target: 'a target', inspector: 'an inspector' }

const CODES: typeof zh.changes.codes = {
  deregistered: 'deregistered or revoked',
  closed: 'closed',
  moved: 'moved away',
  unreachable: 'cannot be reached',
  cancelled: 'visit cancelled',
  visited: 'visited already',
  'on-leave': 'on leave',
  recused: 'recused',
  certificate: 'certificate ended',
  transferred: 'transferred',
  unqualified: 'lacks the qualification',
  duty: 'other duty',
  other: 'other',
}

const orLike = (nearest: string | null) => (nearest === null ? '' : `; the nearest is “${nearest}”`)

export const changeReasons: typeof zh.changeReasons = {
  'one-of-options': ({ options }) => [`one of ${options.join(' and ')} is needed, and only one`],
  'option-not-applicable': ({ option, with: other }) => [`option ${option} does not go with ${other}`],
  'reason-not-applicable': ({ given, kind, codes }) => [
    `the reason “${CODES[given] ?? given}” does not fit the substitution of ${KINDS[kind] ?? kind}`,
    `it may be ${codes.map(code => `${code} (${CODES[code] ?? code})`).join(', ')}, or a text`,
  ],
  'reason-needs-words': () => ['the reason “other” needs words', "like --reason 'other: …'"],
  'invalid-character': ({ option, character }) => [
    `the text of option ${option} holds the control character ${character}`,
  ],
  'target-not-selected': ({ draw, target, nearest }) => [
    `target “${target}” is neither drawn nor a reserve in draw ${draw}${orLike(nearest)}`,
    `ssj draw show ${draw} shows them`,
  ],
  'target-is-reserve': ({ draw, target }) => [
    `target “${target}” is a reserve of draw ${draw} that nobody has called yet: there is nothing to substitute`,
    'when its turn comes and it cannot be visited, substitute it then',
  ],
  'target-already-replaced': ({ draw, target, number }) => [
    `target “${target}” fell out of draw ${draw} already, in substitution ${number}`,
  ],
  'reserves-used-up': ({ draw, target, stratum, reserves }) => [
    `cannot substitute “${target}”: ${reserves === 0 ? `stratum “${stratum}” in draw ${draw} has no reserve` : `all ${reserves} reserves of stratum “${stratum}” in draw ${draw} are used up`}`,
    '--leave-empty lets it fall out with nobody in its place; ssj draw run --again draws anew',
  ],
  'inspector-not-seated': ({ draw, inspector, target, nearest }) => [
    target === null
      ? `inspector “${inspector}” has no seat in draw ${draw}${orLike(nearest)}`
      : `inspector “${inspector}” does not visit “${target}” in draw ${draw}`,
    `ssj draw show ${draw} shows the teams`,
  ],
  'inspector-of-other-department': ({ inspector, department, given }) => [
    `inspector “${inspector}” is of department ${department}, not “${given}”`,
  ],
  'no-substitute': ({ draw, department, blocking }) => [
    `nobody of department ${department} can come in, in draw ${draw}: ${blockedText(blocking)}`,
    'the pool was fixed when the draw was frozen; substitute some visits only with --visit, or widen the pool and draw anew with ssj draw run --again',
  ],
}

export const changes: typeof zh.changes = {
  codes: CODES,
  numbered: (draw, number) => `draw ${draw}, substitution ${number}`,
  targetFor: (out, into) => `  ${out} falls out, reserve ${into} comes in`,
  nobodyFor: out => `  ${out} falls out, no reserve is left`,
  seat: (target, department, seat) => `${target} ${department} seat ${seat}`,
  seated: (seat, inspector) => `  ${seat}: ${inspector}`,
  inspectorFor: (seat, out, into) => `  ${seat}: ${out} falls out, ${into} comes in`,
  because: (reason, approver) => `  reason: ${reason} (approved by ${approver})`,
  evidence: (file, bytes, sha256) => `  evidence: ${file} (${bytes} bytes, SHA-256 ${sha256})`,
  returned: (inspector, number) =>
    `  note: ${inspector} fell out in substitution ${number} and comes in again; substitute again if still unable`,
  lacks: (target, guest, department, tag) =>
    `  note: the visit to ${target} is made for ${guest} too, which asks for “${tag}” of department ${department}; nobody of the team has it now`,
  heading: 'substitutions',
  change: (number, at, reason, approver) => `${number}. ${at}  ${reason} (approved by ${approver})`,
  places: { drawn: 'drawn', called: 'called in', fallen: 'fell out', reserve: 'reserve' },
  attempt: (attempt, reason, approver) =>
    `this is attempt ${attempt}${reason === '' ? '' : `, because: ${reason} (approved by ${approver})`}`,
  earlier: (attempt, draw, reason) =>
    `  attempt ${attempt}, draw ${draw}, is void${reason === '' ? '' : `: ${reason}`}`,
  fixed: (frame, exclusions, recusals, from, to) =>
    `frame ${frame} targets, ${exclusions} excluded, ${recusals} recusals; visits ${from}~${to}`,
  poolOf: (department, people, seats) =>
    `  ${department}: ${people} people in the pool; seats at each target: ${seats}`,
  seatNamed: tag => (tag === '' ? 'anyone' : tag),
}

export const changesHelp: typeof zh.changesHelp = {
  substitute: 'replace a target or an inspector who falls out, in the fixed order; the record stays',
  substituteTarget: 'the target that falls out',
  substituteInspector: 'the inspector who falls out',
  substituteDepartment: "the inspector's department, as a check",
  seatAt: "only the inspector's seat at this target, repeatable",
  substituteReason: 'a code (closed, on-leave …) or a text; “closed: seen on site” is both',
  evidence: 'file shown as evidence: its SHA-256 goes on record',
  leaveEmpty: 'let the target fall out although no reserve is left',
}

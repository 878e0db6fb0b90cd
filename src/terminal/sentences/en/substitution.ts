import type { Change } from '../../../core/draw/folder/rows.ts'
import type { SubstitutionCode } from '../../../core/draw/substitution/substitution-cause.ts'
import type { SubstitutionSentences } from '../topics/substitution.ts'
import { blockedText } from './blocking.ts'
import { orLike } from './phrases.ts'

const KINDS: Readonly<Record<Change['kind'], string>> = { target: 'a target', inspector: 'an inspector' }

const CODES: Readonly<Record<SubstitutionCode, string>> = {
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

export const substitutionEn: SubstitutionSentences = {
  reasons: {
    'reason-not-applicable': ({ given, kind, codes }) => [
      `the reason “${CODES[given] ?? given}” does not fit the substitution of ${KINDS[kind] ?? kind}`,
      `it may be ${codes.map(code => `${code} (${CODES[code] ?? code})`).join(', ')}, or a text`,
    ],
    'reason-needs-words': () => ['the reason “other” needs words', "like --reason 'other: …'"],
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
  },
  words: {
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
  },
  help: {
    substitute: 'replace a target or an inspector who falls out, in the fixed order; the record stays',
    target: 'the target that falls out',
    inspector: 'the inspector who falls out',
    department: "the inspector's department, as a check",
    visit: "only the inspector's seat at this target, repeatable",
    reason: 'a code (closed, on-leave …) or a text; “closed: seen on site” is both',
    evidence: 'file shown as evidence: its SHA-256 goes on record',
    leaveEmpty: 'let the target fall out although no reserve is left',
  },
}

import type { Change } from '../../../core/draw/folder/rows.ts'
import type { SubstitutionCode } from '../../../core/draw/substitution/substitution-cause.ts'
import { stratumNamedEn } from '../../../core/publication/stratum-name.ts'
import type { SubstitutionSentences } from '../topics/substitution.ts'
import { blockedText } from './blocking.ts'
import { counted, listed, orLike } from './phrases.ts'

const KINDS: Readonly<Record<Change['kind'], string>> = { target: 'a target', inspector: 'an inspector' }

const CODES: Readonly<Record<SubstitutionCode, string>> = {
  deregistered: 'deregistered or revoked',
  closed: 'closed',
  moved: 'moved away',
  unreachable: 'cannot be reached',
  cancelled: 'visit cancelled',
  visited: 'already visited',
  'on-leave': 'on leave',
  recused: 'recused',
  certificate: 'certificate expired',
  transferred: 'transferred',
  unqualified: 'lacks the qualification',
  duty: 'other duties',
  other: 'other',
}

export const substitutionEn: SubstitutionSentences = {
  reasons: {
    'reason-not-applicable': ({ given, kind, codes }) => [
      `the reason “${CODES[given] ?? given}” does not apply to the substitution of ${KINDS[kind] ?? kind}`,
      `use ${listed(codes.map(code => `${code} (${CODES[code] ?? code})`))}, or a text of your own`,
    ],
    'reason-needs-words': () => ['the reason “other” must be explained', "write --reason 'other: …'"],
    'target-not-selected': ({ draw, target, nearest }) => [
      `target “${target}” is neither drawn nor a reserve in draw ${draw}${orLike(nearest)}`,
      `ssj draw show ${draw} lists them`,
    ],
    'target-is-reserve': ({ draw, target }) => [
      `target “${target}” is a reserve of draw ${draw} that has not been called yet: there is nothing to substitute`,
      'if it cannot be visited when its turn comes, substitute it then',
    ],
    'target-already-replaced': ({ draw, target, number }) => [
      `target “${target}” has already fallen out of draw ${draw}, in substitution ${number}`,
    ],
    'reserves-used-up': ({ draw, target, stratum, reserves }) => [
      `cannot substitute “${target}”: ${reserves === 0 ? `stratum “${stratumNamedEn(stratum)}” in draw ${draw} has no reserves` : `all ${counted(reserves, 'reserve')} of stratum “${stratumNamedEn(stratum)}” in draw ${draw} have been called`}`,
      'to let it fall out without a replacement, add --leave-empty; to fill the place, draw again with ssj draw run --again',
    ],
    'inspector-not-seated': ({ draw, inspector, target, nearest }) => [
      target === null
        ? `inspector “${inspector}” has no seat in draw ${draw}${orLike(nearest)}`
        : `inspector “${inspector}” does not visit “${target}” in draw ${draw}`,
      `ssj draw show ${draw} shows the teams`,
    ],
    'inspector-of-other-department': ({ inspector, department, given }) => [
      `inspector “${inspector}” belongs to department ${department}, not “${given}”`,
    ],
    'no-substitute': ({ draw, department, blocking }) => [
      `no one from department ${department} can step in, in draw ${draw}: ${blockedText(blocking)}`,
      'the pool was fixed when the draw was frozen; substitute at some targets only with --visit, or widen the pool and draw again with ssj draw run --again',
    ],
  },
  words: {
    codes: CODES,
    numbered: (draw, number) => `draw ${draw}, substitution ${number}`,
    targetFor: (out, into) => `  ${out} falls out; reserve ${into} is called`,
    nobodyFor: out => `  ${out} falls out; no reserve is left`,
    seat: (target, department, seat) => `${target} ${department} seat ${seat}`,
    seated: (seat, inspector) => `  ${seat}: ${inspector}`,
    inspectorFor: (seat, out, into) => `  ${seat}: ${out} falls out; ${into} steps in`,
    leftEmpty: (seat, out) =>
      `  ${seat}: ${out === '' ? '' : `${out} falls out; `}nobody can take it, and it stays empty`,
    because: (reason, approver) => `  reason: ${reason} (approved by ${approver})`,
    evidence: (file, bytes, sha256) => `  evidence: ${file} (${bytes} bytes, SHA-256 ${sha256})`,
    returned: (inspector, number) =>
      `  note: ${inspector} fell out in substitution ${number} and has now been chosen again; substitute again if still unavailable`,
    lacks: (target, guest, department, tag) =>
      `  note: the visit to ${target} also serves ${guest}, which requires “${tag}” from department ${department}; no one in the team has it now`,
    heading: 'substitutions',
    change: (number, at, reason, approver) => `${number}. ${at}  ${reason} (approved by ${approver})`,
  },
  help: {
    substitute:
      'replace a target or an inspector that falls out, in the fixed order; the original record is kept',
    target: 'the target that falls out',
    inspector: 'the inspector who falls out',
    department: "the inspector's department, as a cross-check",
    visit: "only the inspector's seat at this target; may be repeated",
    reason: 'a code (closed, on-leave …), a text, or both: “closed: seen on site”',
    evidence: 'file of evidence, whose SHA-256 is put on record',
    leaveEmpty: 'let the target fall out even if no reserve is left',
  },
}

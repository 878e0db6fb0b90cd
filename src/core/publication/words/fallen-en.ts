import type { SubstitutionCode } from '../../draw/substitution/substitution-cause.ts'

/** Why somebody fell out of a draw, in English; the Chinese is what minutes say (`reasonLabel`). */
export const FALLEN_EN: Readonly<Record<SubstitutionCode, string>> = {
  deregistered: 'deregistered or licence revoked',
  closed: 'closed',
  moved: 'moved away',
  unreachable: 'cannot be reached',
  cancelled: 'inspection cancelled',
  visited: 'inspected in this period already',
  'on-leave': 'on leave',
  recused: 'recused',
  certificate: 'certificate expired',
  transferred: 'transferred',
  unqualified: 'not qualified',
  duty: 'other duty',
  other: 'other',
}

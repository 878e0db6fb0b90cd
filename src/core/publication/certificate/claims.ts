import type { CertifiedInspection } from '../followed/inspection.ts'
import type { Finding } from './certificate.ts'

/** Something that a certificate says. */
export type Claim =
  /** The draw it is of; what its seed lines make; the target's row was in the frame; its ticket. */
  | 'commitment'
  | 'keys'
  | 'in-frame'
  | 'ticket'
  /** The last target drawn stands in the frame, has the ticket named, and comes before or after this one as stated. */
  | 'boundary'
  /** It is the last place of the stratum: exactly `take` tickets stand up to it. And so the rank. */
  | 'cut-off'
  /** It stands in `exclusions.csv`; it stands nowhere. */
  | 'exclusion'
  | 'absence'
  /** The list published is the one named. */
  | 'list'
  /** Number, attempt, times, whether void, what was substituted; whose name it is; what the public event gave. */
  | 'occasion'
  | 'name'
  | 'public-seed'
  /** What followed: the items are those of the draw, the team is the one that stands, the results are those that were published. */
  | 'items'
  | 'team'
  | 'results'

/**
 * How far a finding is proven: by the certificate and the commitment alone, by the folder of the draw as well, and what is
 * the office's word or lies outside every file, what followed the draw among it. That a ticket is the cut-off hangs on all other tickets of the stratum,
 * so that it needs the folder.
 */
export function claimsOf(
  finding: Finding,
  inspection: CertifiedInspection | null = null,
): Readonly<Record<'alone' | 'folder' | 'office', readonly Claim[]>> {
  const [own, beyond] = claimsOn(finding)
  return {
    alone: ['commitment', 'keys', ...own],
    folder: [...beyond, 'list'],
    office: ['occasion', 'name', 'public-seed', ...(inspection === null ? [] : FOLLOWED)],
  }
}

const FOLLOWED: readonly Claim[] = ['items', 'team', 'results']

function claimsOn(finding: Finding): readonly [readonly Claim[], readonly Claim[]] {
  if (finding.verdict === 'excluded')
    return finding.row === undefined ? [[], ['exclusion']] : [['exclusion'], []]
  if (finding.verdict === 'unknown') return finding.absence == null ? [[], ['absence']] : [['absence'], []]
  if (finding.take === 0) return [['in-frame', 'ticket'], ['cut-off']]
  if (finding.lastDrawn?.row === undefined)
    return [
      ['in-frame', 'ticket'],
      ['boundary', 'cut-off'],
    ]
  return [['in-frame', 'ticket', 'boundary'], ['cut-off']]
}

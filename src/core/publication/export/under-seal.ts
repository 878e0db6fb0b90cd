import type { ExclusionRow } from '../../draw/folder/rows.ts'
import { EXCLUSIONS } from '../../draw/folder/tables.ts'
import { membersIn } from '../../registry/cells/cell-result.ts'

/** The draws that are under seal: their numbers, and the targets that they drew. */
export interface UnderSeal {
  readonly numbers: ReadonlySet<string>
  readonly drawn: ReadonlySet<string>
}

/**
 * What may be published of the files of a draw while others are under seal: a list of exclusions that names another
 * draw, or says of its targets that they were visited or drawn often enough, would give these away; so it is left out
 * until that one is opened (draw.md, section 8 allows it). `exclusions` are the rows of the file, read only when needed.
 */
export function withoutSealed<Bytes extends Uint8Array>(
  files: ReadonlyMap<string, Bytes>,
  { numbers, drawn }: UnderSeal,
  exclusions: () => readonly ExclusionRow[],
): Map<string, Bytes> {
  if (numbers.size === 0 || !files.has(EXCLUSIONS.file)) return new Map(files)
  const told = exclusions().some(({ target, reason }) => {
    const [kind, details = ''] = reason.split(':')
    return (COUNTED.has(kind!) && drawn.has(target)) || membersIn(details).some(name => numbers.has(name))
  })
  return new Map([...files].filter(([file]) => !told || file !== EXCLUSIONS.file))
}

/** Reasons that count visits or draws without naming them. */
const COUNTED: ReadonlySet<string> = new Set(['cap-total', 'cap-department', 'frequency'])

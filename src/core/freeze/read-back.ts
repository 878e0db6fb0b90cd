import type { Frozen } from '../draw/commitment/freeze.ts'
import { EXCLUSIONS, FRAME, POOL, RECUSALS } from '../draw/folder/tables.ts'
import { readCommitment, readRows } from '../draw/verify/read-parts.ts'
import { refusal } from '../refusal.ts'
import type { FreezeReasons } from './reasons.ts'

const refuse = refusal<FreezeReasons>()

/**
 * Refuses a draw whose bytes the program would not read: a name of a source, a stratum or a station that the law does
 * not allow. Once written it could be neither listed nor drawn, and nothing that is written goes away.
 */
export function checkReadsBack(task: string, { files }: Frozen): void {
  const readings = [
    readCommitment(files),
    readRows(files, FRAME),
    readRows(files, EXCLUSIONS),
    readRows(files, POOL),
    readRows(files, RECUSALS),
  ]
  const misread = readings.find(reading => reading.kind === 'differs')
  if (misread?.kind !== 'differs') return
  const { file, line, column, found } = misread.difference
  throw refuse('frozen-unreadable', { task, file, line: line ?? null, column: column ?? null, found })
}

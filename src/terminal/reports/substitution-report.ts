import type { SubstitutionRow } from '../../core/draw/folder/tables.ts'
import { reasonOfCell } from '../../core/draw/substitution/substitution-cause.ts'
import { escapeControls } from '../../core/escape-controls.ts'
import type { AboveLimits } from '../../core/frame/above-limits.ts'
import type { LedgerEntry } from '../../core/ledger.ts'
import type { CommonVisit } from '../../core/visits/common-visits.ts'
import type { Desk } from '../desk.ts'
import type { NamingDesk } from '../naming.ts'
import { aboveLines, substitutionsFor } from './above-lines.ts'

/** What a clerk is shown of one substitution. */
export interface SubstitutionReport {
  readonly draw: string
  /** Its lines in `substitutions.csv`. */
  readonly rows: readonly SubstitutionRow[]
  /** Earlier substitutions, in which someone who now steps in may have fallen out. */
  readonly before: readonly SubstitutionRow[]
  /** Common visits whose team no longer has what the guest draw requires. */
  readonly lacking: readonly Pick<CommonVisit, 'target' | 'guest' | 'lacks'>[]
  /** Who came in and is above a limit by now. */
  readonly above: AboveLimits
  readonly evidence: { readonly file: string; readonly bytes: number; readonly sha256: string } | null
}

/** Who fell out, who stepped in and where, the reason, the approver and the evidence. */
export function substitutionLines(desk: NamingDesk, told: SubstitutionReport, entry: LedgerEntry): string[] {
  const { say, named } = desk
  const words = say.substitution
  const { evidence, rows } = told
  return [
    words.numbered(told.draw, rows[0]!.number),
    ...changeLines(desk, rows),
    words.because(reasonText(desk, rows[0]!.reason), escapeControls(rows[0]!.approver)),
    ...(evidence === null
      ? []
      : [words.evidence(escapeControls(evidence.file), evidence.bytes, evidence.sha256)]),
    ...returnedIn(told).map(({ inspector, number }) =>
      words.returned(named('inspectors', inspector), number),
    ),
    ...told.lacking.flatMap(({ target, guest, lacks }) =>
      lacks.map(({ department, tag }) =>
        words.lacks(
          named('targets', target),
          guest,
          named('departments', department),
          escapeControls(say.draw.seatNamed(tag)),
        ),
      ),
    ),
    ...aboveLines(desk, told.draw, told.above),
    say.log.entry(entry.number, entry.digest),
  ]
}

/** The lines of one substitution: who replaces whom, at which seats. */
export function changeLines({ say, named }: NamingDesk, rows: readonly SubstitutionRow[]): string[] {
  const target = (id: string) => named('targets', id)
  const person = (id: string) => (id === '' ? '' : named('inspectors', id))
  return rows.map(row => {
    if (row.kind === 'target')
      return row.in === ''
        ? say.substitution.nobodyFor(target(row.out))
        : say.substitution.targetFor(target(row.out), target(row.in))
    const seat = say.substitution.seat(target(row.target), named('departments', row.department), row.seat!)
    if (row.in === '') return say.substitution.leftEmpty(seat, person(row.out))
    return row.out === ''
      ? say.substitution.seated(seat, person(row.in))
      : say.substitution.inspectorFor(seat, person(row.out), person(row.in))
  })
}

/** A reason for people to read: the word for its code, and any text given with it. */
export function reasonText({ say }: Desk, cell: string): string {
  const { code, text } = reasonOfCell(cell)
  if (text === '') return say.substitution.codes[code]
  return code === 'other'
    ? escapeControls(text)
    : `${say.substitution.codes[code]}${say.published.between}${escapeControls(text)}`
}

/** Those who fell out of a seat earlier and step in now: the law keeps them out of one hat only (draw.md, readings). */
function returnedIn({ rows, before }: SubstitutionReport): { inspector: string; number: number }[] {
  const newcomers = new Set(
    rows.flatMap(({ kind, in: came }) => (kind === 'inspector' && came !== '' ? [came] : [])),
  )
  return [...newcomers].flatMap(inspector => {
    const fell = before.findLast(({ kind, out }) => kind === 'inspector' && out === inspector)
    return fell === undefined ? [] : [{ inspector, number: fell.number }]
  })
}

/** The same for scripts. */
export function substitutionData(told: SubstitutionReport, entry: LedgerEntry): unknown {
  const [{ number, kind, reason, approver, at }] = told.rows as [SubstitutionRow]
  const { code, text } = reasonOfCell(reason)
  return {
    draw: told.draw,
    number,
    kind,
    reason: { code, text },
    approver,
    lacking: told.lacking,
    at,
    changes: told.rows.map(row => ({
      kind: row.kind,
      out: row.out,
      in: row.in,
      target: row.target,
      department: row.department,
      seat: row.seat,
    })),
    returned: returnedIn(told),
    above: { ...told.above, substitutions: substitutionsFor(told.draw, told.above) },
    evidence: told.evidence,
    entry: entry.number,
    ledger: entry.digest,
  }
}

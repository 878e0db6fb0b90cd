import type { AssignmentRow } from '../draw/folder/rows.ts'
import { groupBy } from '../tally.ts'

/** The firm that answers for a product, a project or a behaviour, as far as the registry knows it. */
export interface ResponsibleFirm {
  /** The id by which its visits are counted: its record's, or what was written. */
  readonly id: string
  /** Its USCC or registration number; empty where only its name is known. */
  readonly code: string
  readonly name: string
  readonly address: string
  readonly type: string
  readonly representative: string
  readonly phone: string
}

/** A target that is no firm (产品, 项目, 行为), and the firm that answers for it; null where it names none. */
export interface Answered {
  readonly kind: string
  readonly firm: ResponsibleFirm | null
}

/** What a list says of one target. */
export interface TargetFacts {
  readonly code: string
  readonly name: string
  readonly address: string
  readonly authority: string
  readonly type: string
  readonly station: string
  readonly representative: string
  readonly phone: string
  /** Of what is no firm: what it is, and who answers for it. */
  readonly answered?: Answered
  /** Names of the departments that inspect it in this draw. */
  readonly departments: readonly string[]
}

/** What a sheet says of one inspector. */
export interface InspectorFacts {
  readonly name: string
  readonly certificate: string
  readonly department: string
  readonly station: string
  readonly leader: boolean
}

/** A target that will be inspected; `instead` is the one that fell out and that it came in for. */
export interface Listed {
  readonly target: string
  readonly stratum: string
  readonly instead: string | null
}

/** What the papers for one drawn target say of it, with its team. */
export interface TargetSheet {
  /** Its file name, safe on every system. */
  readonly file: string
  readonly code: string
  readonly name: string
  readonly address: string
  readonly representative: string
  readonly phone: string
  readonly answered?: Answered
  /** How often it, or the firm that answers for it, was drawn in the year of the task, this draw included. */
  readonly visits: number
  /** 发文字号 of its notice, where that has one. */
  readonly number?: string
  /** Where it may ask: the lead department and the post there. */
  readonly contact: string
  readonly team: readonly {
    readonly department: string
    readonly name: string
    readonly certificate: string
  }[]
  /** The codes of the visits (检查任务码), as far as the other system gave some. */
  readonly codes: readonly { readonly department: string; readonly code: string }[]
}

/** The codes as one line: `甲局 0001；乙局 0002`; the code alone where there is one. */
export function codesText(codes: TargetSheet['codes']): string {
  const all = new Set(codes.map(({ code }) => code))
  return all.size === 1
    ? [...all][0]!
    : codes.map(({ department, code }) => `${department} ${code}`).join('；')
}

export type TargetsById = (id: string) => TargetFacts
export type InspectorsById = (id: string) => InspectorFacts

/** The people of these seats, department by department, whoever may lead before the others of the same. */
export function leaderFirst(team: readonly AssignmentRow[], inspector: InspectorsById): InspectorFacts[] {
  return [...groupBy(team, ({ department }) => department).values()].flatMap(seats =>
    seats.map(row => inspector(row.inspector)).toSorted((a, b) => Number(b.leader) - Number(a.leader)),
  )
}

/** A target as lists name it, with who answers for it. */
export function nameWithFirm({ name, answered }: Pick<TargetFacts, 'name' | 'answered'>): string {
  return answered?.firm == null ? name : `${name}（责任单位：${answered.firm.name}）`
}

/** Whom the papers for a target speak to: the firm that answers for it; of what names none, a blank to be filled in. */
export function addressee(
  target: Pick<TargetSheet, 'code' | 'name' | 'address' | 'representative' | 'phone' | 'answered'>,
): Pick<TargetSheet, 'code' | 'name' | 'address' | 'representative' | 'phone'> {
  const { answered, address } = target
  return answered === undefined ? target : (answered.firm ?? { ...NOBODY, address })
}

const NOBODY = { code: '', name: '', representative: '', phone: '' }

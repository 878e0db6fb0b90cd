import type { AssignmentRow } from '../../draw/folder/rows.ts'
import { countBy, groupBy } from '../../tally.ts'
import type { DrawFacts } from '../draw-facts.ts'
import { fileNames } from '../file-names.ts'
import { type InspectorsById, leaderFirst, type TargetSheet, type TargetsById } from '../people.ts'
import { numberOfOne } from './under-office.ts'

/** What sheets say beside who goes where. */
interface Sheets {
  readonly facts: Pick<DrawFacts, 'office'>
  readonly selection: readonly { readonly target: string }[]
  readonly target: TargetsById
  readonly inspector: InspectorsById
  readonly departmentName: (code: string) => string
  readonly timesBefore: Pick<ReadonlyMap<string, number>, 'get'>
  readonly contact: string
  readonly codeOf?: (target: string, department: string) => string
}

/** What the notice and the form of each target say, made when they are asked for, each time anew. */
export function targetSheets(
  { target, inspector, timesBefore, contact, codeOf, departmentName, facts, selection }: Sheets,
  assignment: readonly AssignmentRow[],
): Iterable<TargetSheet> {
  const teams = groupBy(assignment, row => row.target)
  const names = fileNames(teams.keys(), id => target(id).name)
  const number = facts.office?.numbers.visits
  const places = new Map(selection.map((row, i) => [row.target, i]))
  const firmOf = (id: string) => target(id).answered?.firm?.id ?? id
  const drawnNow = countBy(teams.keys(), firmOf)
  const sheetOf = (id: string, team: readonly AssignmentRow[]): TargetSheet => {
    const { code, name, address, representative, phone, answered } = target(id)
    return {
      file: names.get(id)!,
      code,
      name,
      address,
      representative,
      phone,
      ...(answered && { answered }),
      ...(number === undefined ? {} : { number: numberOfOne(number, places.get(id)! + 1) }),
      visits: (timesBefore.get(id) ?? 0) + drawnNow.get(firmOf(id))!,
      contact,
      team: leaderFirst(team, inspector),
      codes: codesAt(id, team, departmentName, codeOf),
    }
  }
  return {
    *[Symbol.iterator]() {
      for (const [id, team] of teams) yield sheetOf(id, team)
    },
  }
}

/** The codes of the visits at one target, department by department. */
function codesAt(
  target: string,
  team: readonly AssignmentRow[],
  departmentName: (code: string) => string,
  codeOf: Sheets['codeOf'],
): TargetSheet['codes'] {
  if (codeOf === undefined) return []
  return [...new Set(team.map(({ department }) => department))].flatMap(department => {
    const code = codeOf(target, department)
    return code === '' ? [] : [{ department: departmentName(department), code }]
  })
}

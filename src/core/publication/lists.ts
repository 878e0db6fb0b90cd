import { byBytes } from '../bytes.ts'
import type { AssignmentRow } from '../draw/folder.ts'

/** What people read of a draw: tables with the headings that offices publish. */
export interface PeopleTable {
  readonly file: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What a list says of one target. */
export interface TargetFacts {
  readonly code: string
  readonly name: string
  readonly address: string
  /** Names of the departments that inspect it in this draw. */
  readonly departments: readonly string[]
}

/** What a sheet says of one inspector. */
export interface InspectorFacts {
  readonly name: string
  readonly certificate: string
  readonly department: string
  readonly leader: boolean
}

/** A target that will be inspected; `instead` is the one that fell out and that it came in for. */
export interface Listed {
  readonly target: string
  readonly instead: string | null
}

/** 公示名单: who will be inspected, on what, by which departments. No phone, no id number, no inspector. */
export function publicList(
  listed: readonly Listed[],
  items: string,
  target: (id: string) => TargetFacts,
): PeopleTable {
  const remarks = listed.some(({ instead }) => instead !== null)
  return {
    file: '公示名单.csv',
    headings: [
      ...['序号', '统一社会信用代码/注册号', '名称', '抽查事项', '检查部门'],
      ...(remarks ? ['备注'] : []),
    ],
    rows: listed.map((row, i) => {
      const { code, name, departments } = target(row.target)
      const remark = row.instead === null ? '' : `递补，替换 ${row.instead}`
      return [String(i + 1), code, name, items, departments.join('、'), ...(remarks ? [remark] : [])]
    }),
  }
}

/** 检查任务表: each target with its team, the leader first. For the archive: it names people. */
export function visitTable(
  assignment: readonly AssignmentRow[],
  items: string,
  period: string,
  target: (id: string) => TargetFacts,
  inspector: (id: string) => InspectorFacts,
): PeopleTable {
  return {
    file: '检查任务表.csv',
    headings: [
      '序号',
      '统一社会信用代码/注册号',
      '名称',
      '地址',
      '抽查事项',
      '检查部门',
      '检查人员',
      '执法证号',
      '检查时间',
    ],
    rows: [...teamsIn(assignment).values()].map((team, i) => {
      const { code, name, address } = target(team[0]!.target)
      const people = leaderFirst(team, inspector)
      return [
        String(i + 1),
        code,
        name,
        address,
        items,
        inspector(team[0]!.inspector).department,
        people.map(person => person.name).join('、'),
        people.map(person => person.certificate).join('、'),
        period,
      ]
    }),
  }
}

/** One sheet for each inspector: what they visit, and with whom. */
export function visitSheets(
  assignment: readonly AssignmentRow[],
  items: string,
  period: string,
  target: (id: string) => TargetFacts,
  inspector: (id: string) => InspectorFacts,
): PeopleTable[] {
  const teams = teamsIn(assignment)
  const visits = new Map<string, AssignmentRow[]>()
  for (const row of assignment) {
    const own = visits.get(row.inspector)
    if (own === undefined) visits.set(row.inspector, [row])
    else own.push(row)
  }
  return [...visits.keys()].sort(byBytes).map(person => {
    const own = visits.get(person)!
    return {
      file: `检查人员/${fileName(person)}.csv`,
      headings: [
        '序号',
        '检查人员',
        '统一社会信用代码/注册号',
        '名称',
        '地址',
        '抽查事项',
        '同组人员',
        '检查时间',
      ],
      rows: own.map((visit, i) => {
        const { code, name, address } = target(visit.target)
        const team = teams.get(teamKey(visit))!
        const others = leaderFirst(
          team.filter(row => row.inspector !== person),
          inspector,
        )
        return [
          String(i + 1),
          inspector(person).name,
          code,
          name,
          address,
          items,
          others.map(other => other.name).join('、'),
          period,
        ]
      }),
    }
  })
}

/** The rows of each team, in the order of the assignment. */
function teamsIn(assignment: readonly AssignmentRow[]): Map<string, AssignmentRow[]> {
  const teams = new Map<string, AssignmentRow[]>()
  for (const row of assignment) {
    const team = teams.get(teamKey(row))
    if (team === undefined) teams.set(teamKey(row), [row])
    else team.push(row)
  }
  return teams
}

function teamKey({ target, department }: AssignmentRow): string {
  return `${target}\n${department}`
}

function leaderFirst(
  team: readonly AssignmentRow[],
  inspector: (id: string) => InspectorFacts,
): InspectorFacts[] {
  return team.map(row => inspector(row.inspector)).toSorted((a, b) => Number(b.leader) - Number(a.leader))
}

/** An id as a file name on every system. */
function fileName(id: string): string {
  return id.replace(/[/\\:*?<>|.\s]/g, '_')
}

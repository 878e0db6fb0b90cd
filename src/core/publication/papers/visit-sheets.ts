import { byBytes } from '../../bytes.ts'
import type { AssignmentRow } from '../../draw/folder/rows.ts'
import { groupBy } from '../../tally.ts'
import { type DataTable, type Document, listDocument, titleOf } from '../document.ts'
import { type DrawFacts, itemNames, platformNumbers } from '../draw-facts.ts'
import { fileNames } from '../file-names.ts'
import {
  type InspectorsById,
  leaderFirst,
  nameWithFirm,
  type TargetFacts,
  type TargetsById,
} from '../people.ts'

/** 检查任务表: each target with its team, the leader first. For the archive: it names people. */
export function visitTable(
  facts: DrawFacts,
  assignment: readonly AssignmentRow[],
  target: TargetsById,
  inspector: InspectorsById,
  codeOf?: CodeOf,
): Document {
  const rows = [...groupBy(assignment, teamKey).values()].map((team, i) => {
    const { code, name, address } = visited(target(team[0]!.target))
    const people = leaderFirst(team, inspector)
    return [
      String(i + 1),
      code,
      name,
      address,
      itemNames(facts.items),
      inspector(team[0]!.inspector).department,
      people.map(person => person.name).join('、'),
      people.map(person => person.certificate).join('、'),
      periodOf(facts),
      codeOf?.(team[0]!.target, team[0]!.department) ?? '',
    ]
  })
  const data = withCodes({
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
      CODE,
    ],
    rows,
  })
  const subtitle = [`抽取编号：${facts.number}`, ...platformNumbers(facts).map(pair => pair.join('：'))].join(
    '　',
  )
  return listDocument('检查任务表', titleOf(facts.task.name, '检查任务表'), subtitle, data)
}

/** How the code of a visit is asked for. */
type CodeOf = (target: string, department: string) => string

const CODE = '检查任务码'

/** Without the last column where no visit has a code. */
function withCodes({ headings, rows }: DataTable): DataTable {
  if (rows.some(row => row.at(-1) !== '')) return { headings, rows }
  return { headings: headings.slice(0, -1), rows: rows.map(row => row.slice(0, -1)) }
}

/** One sheet for each inspector: what they visit, and with whom. */
export function* visitSheets(
  facts: DrawFacts,
  assignment: readonly AssignmentRow[],
  target: TargetsById,
  inspector: InspectorsById,
  codeOf?: CodeOf,
): Generator<Document> {
  const teams = groupBy(assignment, teamKey)
  const visits = groupBy(assignment, row => row.inspector)
  const names = fileNames(visits.keys(), id => calledWithId(inspector(id).name, id))
  for (const person of [...visits.keys()].sort(byBytes)) {
    const rows = visits.get(person)!.map((visit, i) => {
      const { code, name, address } = visited(target(visit.target))
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
        itemNames(facts.items),
        others.map(other => other.name).join('、'),
        periodOf(facts),
        codeOf?.(visit.target, visit.department) ?? '',
      ]
    })
    const { name, department, certificate } = inspector(person)
    const who = [name, department, ...(certificate === '' ? [] : [`执法证号 ${certificate}`])].join('　')
    yield listDocument(
      `检查人员/${names.get(person)}`,
      titleOf(facts.task.name, '检查任务单'),
      who,
      withCodes({
        headings: [
          '序号',
          '检查人员',
          '统一社会信用代码/注册号',
          '名称',
          '地址',
          '抽查事项',
          '同组人员',
          '检查时间',
          CODE,
        ],
        rows,
      }),
    )
  }
}

/** People of one name are many: each stands with their number. */
function calledWithId(name: string, id: string): string {
  return name === '' || name === id ? id : `${name}（${id}）`
}

/** Where to go and whom to ask for: of what is no firm, who answers for it. */
function visited(facts: TargetFacts): Pick<TargetFacts, 'code' | 'name' | 'address'> {
  const { code, address, answered } = facts
  return { code, name: nameWithFirm(facts), address: address || (answered?.firm?.address ?? '') }
}

function periodOf({ task }: DrawFacts): string {
  return `${task.from}~${task.to}`
}

/** The rows of one team have the same key. */
function teamKey({ target, department }: AssignmentRow): string {
  return `${target}\n${department}`
}

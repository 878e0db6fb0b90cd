import type { Team } from '../../draw/folder/rows.ts'
import { type CellResult, membersIn } from './cell-result.ts'
import type { Context } from './context.ts'

/** Words for the seats that are not a qualification (cli.md, task fields). */
const SEAT_WORDS: Readonly<Record<string, string>> = { 组长: 'leader', 专家: 'expert', 任意: '', anyone: '' }

/** Most people one department may send to one target: more is a slip of the pen. */
const MOST_SEATS = 20

/**
 * The seats of a task: `2`, or `组长,食品,任意`, for every department; or by department,
 * `LS-SCJG:组长,食品,任意;LS-WJT:2`. The canonical form has department codes and the words above.
 */
export function readTeam(text: string, context: Context): CellResult {
  // Without a department all words are of one list, whatever parts them.
  const parts = (/[:：]/.test(text) ? text : text.replaceAll(/[;；|]/g, ','))
    .split(/[;；|]/)
    .map(part => part.trim())
    .filter(part => part !== '')
  const written: string[] = []
  for (const part of parts) {
    const [, name, list] = /^(?:([^:：]+)[:：])?(.*)$/.exec(part)!
    const seats = seatsOf(list!)
    if (seats === null) return { code: 'invalid-team', details: { part } }
    if (name === undefined) {
      written.push(list!.replaceAll(/[，、]/g, ','))
      continue
    }
    const department = context.department(name.trim())
    if (!('value' in department)) return department
    written.push(`${department.value}:${list!.replaceAll(/[，、]/g, ',')}`)
  }
  const heads = written.map(part => (part.split(':').length === 1 ? '' : part.split(':')[0]!))
  const twice = heads.find((head, i) => heads.indexOf(head) !== i)
  if (twice !== undefined || parts.length === 0) return { code: 'invalid-team', details: { part: text } }
  const value = written.join(';')
  return { value, note: value === text ? null : 'list-form' }
}

/** The teams of a canonical cell for these departments, two seats for anyone where nothing is said. */
export function teamsOf(cell: string, departments: readonly string[]): Team[] {
  const byDepartment = new Map<string, readonly string[]>()
  for (const part of membersIn(cell)) {
    const at = part.indexOf(':')
    byDepartment.set(at < 0 ? '' : part.slice(0, at), seatsOf(part.slice(at + 1))!)
  }
  const others = byDepartment.get('') ?? ['', '']
  return departments.map(department => ({ department, seats: byDepartment.get(department) ?? others }))
}

/** Departments that a canonical cell gives seats of their own. */
export function departmentsWithSeats(cell: string): string[] {
  return cell
    .split(';')
    .filter(part => part.includes(':'))
    .map(part => part.slice(0, part.indexOf(':')))
}

/** `2` or `2人` is that many seats for anyone; else one seat for each word. Null when it is neither. */
function seatsOf(text: string): readonly string[] | null {
  const count = /^(?:每部门|每户|各)?(\d{1,3})[人名]?$/.exec(text.trim())
  if (count !== null) {
    const seats = Number(count[1])
    return seats >= 1 && seats <= MOST_SEATS ? Array<string>(seats).fill('') : null
  }
  const words = text.split(/[,，、]/).map(word => word.trim())
  if (
    words.length > MOST_SEATS ||
    words.some(word => word === '' || word.includes('"') || /\d ?[人名]/.test(word))
  )
    return null
  return words.map(word => SEAT_WORDS[word] ?? word)
}

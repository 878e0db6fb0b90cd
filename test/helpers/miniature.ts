import { expect } from 'vitest'
import { csvOf, LIBRARIES, madeOnce, NOW, type Office } from './ssj.ts'

type Cells = Readonly<Record<string, string>>

/** Registries as small as a test needs them, each row by heading. */
export interface Parts {
  readonly departments?: readonly Cells[]
  readonly items?: readonly Cells[]
  readonly targets?: readonly Cells[]
  readonly inspectors?: readonly Cells[]
  readonly recusals?: readonly Cells[]
  readonly plan?: readonly Cells[]
}

export const DEPARTMENTS: readonly Cells[] = [
  { 部门编码: 'JIA', 部门名称: '甲局' },
  { 部门编码: 'YI', 部门名称: '乙局' },
]

/** The CSV of rows under every heading that one of them has. */
export function csvFrom(rows: readonly Cells[]): string {
  return csvOf([...new Set(rows.flatMap(row => Object.keys(row)))], rows)
}

/**
 * An office with these registries, entered at one time; departments 甲 and 乙 unless others are given. Its list of items
 * does not bind its tasks, and nobody needs a certificate, so that a test need not name what it is not about;
 * {@link binding} undoes this.
 */
export async function miniature(parts: Parts, now = NOW): Promise<Office> {
  const made = await madeOnce(`without items, ${now}`, NOW, async at => {
    await at.done('init')
    const rules = at.file('rules.csv', '规则,值\nitems-bind,无\ncertified-minimum,0\n')
    expect((await at.ssjIn({ now }, 'rules', 'import', rules)).err).toBe('')
  })
  const filled: Parts = { departments: DEPARTMENTS, ...parts }
  for (const library of LIBRARIES) {
    const rows = filled[library]
    if (rows !== undefined && rows.length > 0)
      expect(
        (await made.ssjIn({ now }, 'import', library, made.file(`${library}.csv`, csvFrom(rows)))).err,
      ).toBe('')
  }
  return made
}

/** Targets T01, T02, … of a department, with these further cells. */
export function targets(count: number, cells: Cells = {}, first = 1): Cells[] {
  return Array.from({ length: count }, (_, i) => {
    const code = `T${String(first + i).padStart(2, '0')}`
    return { 对象编号: code, 名称: `示例店${code}`, 监管部门: 'JIA', ...cells }
  })
}

/** Inspectors P1, P2, … of a department, with these further cells. */
export function inspectors(count: number, cells: Cells = {}, first = 1): Cells[] {
  return Array.from({ length: count }, (_, i) => ({
    人员编号: `P${first + i}`,
    姓名: `示例人${first + i}`,
    所属部门: 'JIA',
    ...cells,
  }))
}

/** A copy in which the rules that a miniature sets aside have their presets. */
export async function binding(at: Office): Promise<Office> {
  const copy = at.copy()
  await copy.done('rules', 'set', 'items-bind', '默认')
  await copy.done('rules', 'set', 'certified-minimum', '默认')
  return copy
}

/** Draws two targets of 甲局 with one throw of a die, as task A1. */
export async function drawsTwo(at: Office): Promise<void> {
  const task = ['--lead', 'JIA', '--count', '2', '--id', 'A1', '--source', '骰子']
  await at.done('draw', 'run', ...task, '--seed', '骰子=1')
}

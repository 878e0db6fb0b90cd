import { csvFrom } from './miniature.ts'
import { type Office, office } from './ssj.ts'

/** A district made from a number: registries, a plan of 40 tasks, and the cases that come in month by month. */
export interface Year {
  readonly targets: readonly YearTarget[]
  readonly tasks: readonly YearTask[]
  readonly cases: readonly YearCase[]
}

export interface YearTarget {
  readonly id: string
  readonly departments: readonly string[]
  readonly risk: string
  readonly founded: string
  readonly library: string
}

export interface YearTask {
  readonly id: string
  /** 1–12: the month in which it is drawn and done. */
  readonly month: number
  readonly kind: '定向' | '不定向' | '专项'
  readonly lead: string
  readonly partners: readonly string[]
  readonly joint: '任一' | '全部'
  readonly library: string | null
  readonly items: readonly string[]
  readonly window: '' | '否' | '本年' | '本年同部门' | '本年同事项'
  readonly cause: string
  readonly method: string
  readonly count: number
}

export interface YearCase {
  readonly month: number
  readonly target: string
  readonly department: string
  readonly cause: string
}

const DEPARTMENTS = ['BJ', 'GA', 'HB', 'SC', 'WJ', 'YJ']
const LIBRARIES = ['餐饮', '危化', '学校']
const ITEMS = ['I1', 'I2', 'I3', 'I4']
const CAUSES = ['投诉举报', '转办交办', '数据监测', '上级部署专项']

/** The same number gives the same year. */
export function yearOf(seed: number, targets: number): Year {
  const below = chance(seed)
  const one = <T>(of: readonly T[]) => of[below(of.length)]!
  const made = Array.from({ length: targets }, (_, i) => ({
    id: `T${String(i + 1).padStart(4, '0')}`,
    departments: DEPARTMENTS.filter((_, d) => d === i % DEPARTMENTS.length || below(3) === 0),
    risk: one(['A', 'A', 'B', 'C', 'D', '']),
    founded: below(8) === 0 ? `2026-0${1 + below(6)}-1${below(9)}` : `20${10 + below(15)}-05-01`,
    library: one(LIBRARIES),
  }))
  const tasks = Array.from({ length: 40 }, (_, i): YearTask => {
    const joint = i % 5 < 2
    const lead = DEPARTMENTS[i % DEPARTMENTS.length]!
    const partners = joint ? DEPARTMENTS.filter(name => name !== lead && below(3) === 0).slice(0, 3) : []
    const kind = i % 8 === 7 ? '专项' : one(['定向', '不定向'] as const)
    return {
      ...{
        id: `P${String(i + 1).padStart(2, '0')}`,
        month: 1 + Math.floor((i * 12) / 40),
        kind,
        lead,
        partners,
      },
      joint: partners.length === 1 && below(2) === 0 ? '全部' : '任一',
      library: kind === '不定向' ? null : one(LIBRARIES),
      items: [one(ITEMS)],
      window: one(['', '否', '本年', '本年同部门', '本年同事项'] as const),
      cause: kind === '专项' ? one(['投诉举报：集中投诉', '上级部署专项：示例通知']) : '',
      method: one(['', '现场检查', '书面检查']),
      count: 3 + below(6),
    }
  })
  const cases = Array.from({ length: 60 }, () => ({
    month: 1 + below(12),
    target: one(made).id,
    department: one(DEPARTMENTS),
    cause: one(CAUSES),
  }))
  return { targets: made, tasks, cases }
}

/** An office with the registries and the plan of a year, filed by its first day. */
export async function officeOf({ targets, tasks }: Year, now = '2026-01-01T00:00:00Z'): Promise<Office> {
  const here = office()
  await here.done('init')
  const libraries = {
    departments: DEPARTMENTS.map(name => ({ 部门编码: name, 部门名称: `${name}局` })),
    items: ITEMS.map((code, i) => ({
      ...{
        事项编码: code,
        抽查事项: `示例${code}`,
        检查依据: '《示例法》',
        检查主体: DEPARTMENTS[0]!,
        参检部门: DEPARTMENTS.slice(1).join(';'),
        抽查比例: '100%',
        抽查频次: '1次/年',
      },
      事项类别: i === 0 ? '一般' : '重点',
    })),
    targets: targets.map(({ id, departments, risk, founded, library }) => ({
      ...{ 对象编号: id, 名称: `示例单位${id}`, 监管部门: departments.join(';'), 信用风险等级: risk },
      ...{ 成立日期: founded, 所属子库: library },
    })),
    inspectors: DEPARTMENTS.flatMap(name =>
      Array.from({ length: 5 }, (_, i) => ({
        ...{
          人员编号: `${name}${i + 1}`,
          姓名: `示例${name}${i + 1}`,
          所属部门: name,
          执法证号: `1411${i + 1}`,
        },
      })),
    ),
    plan: tasks.map(planLine),
  }
  for (const [name, rows] of Object.entries(libraries)) {
    const file = here.file(`${name}.csv`, csvFrom(rows))
    const ran = await here.ssjIn({ now }, 'import', name, file)
    if (ran.code !== 0) throw new Error(ran.out + ran.err)
  }
  return here
}

/** A task as the plan has it. */
export function planLine(task: YearTask): Readonly<Record<string, string>> {
  return {
    任务编号: task.id,
    任务名称: `示例任务${task.id}`,
    抽查类型: task.kind,
    抽查数量: String(task.count),
    发起部门: task.lead,
    配合部门: task.partners.join(';'),
    联合方式: task.joint,
    抽查事项: task.items.join(';'),
    已抽排除: task.window,
    检查方式: task.method,
    检查原因: task.cause,
    检查对象条件: task.library === null ? '' : `分库=${task.library}`,
    起止时间: spanOf(task.month).join('~'),
  }
}

/** First and 28th of a month of 2026. */
export function spanOf(month: number): [string, string] {
  const two = String(month).padStart(2, '0')
  return [`2026-${two}-01`, `2026-${two}-28`]
}

/** A small generator of whole numbers (mulberry32), for tests alone. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

import { usccCheckCharacter } from '../../src/core/registry/numbers/uscc.ts'
import { csvFrom, inspectors, miniature } from './miniature.ts'
import { atTime, LATER, standing } from './results.ts'
import type { Office } from './ssj.ts'

/** A code that holds, of an invented firm. */
export function codeOfFirm(number: number): string {
  const body = `91141102MA0X${String(number).padStart(5, '0')}`
  return body + usccCheckCharacter(body)
}

/** The code of an invented body, and of what it checks: the 19th character is one of 1 to 5. */
export const BODY_CODE = `11141102012345678${usccCheckCharacter('11141102012345678')}1001`

/** An office with a draw of 3 of 6 firms by 甲局 (two items) of a task that the platform has numbers for, and a result of each. */
export async function officeOfResults(): Promise<Office> {
  const made = await miniature({
    items: [
      ...['S1', 'S2'].map((code, i) => ({
        事项编码: code,
        抽查事项: ['食品安全', '明码标价'][i]!,
        检查主体: '甲局',
        监管事项目录编码: `0114110200100${i + 1}`,
        监管事项检查实施清单编码: BODY_CODE,
      })),
    ],
    targets: Array.from({ length: 6 }, (_, i) => ({
      统一社会信用代码: codeOfFirm(i + 1),
      名称: `示例商行${i + 1}`,
      监管部门: 'JIA',
      主体类型: '法人',
      行政区划: '141102',
      地址: '示例路1号',
    })),
    inspectors: inspectors(4).map((row, i) => ({ ...row, 执法证号: `1411020000${i + 1}` })),
    plan: [
      {
        任务编号: 'A',
        任务名称: '示例抽查',
        抽查类型: '定向',
        抽查事项: 'S1;S2',
        抽查数量: '3',
        起止时间: '2026-02-01~2026-04-30',
        发起部门: 'JIA',
        平台计划编号: '14110220261000',
        平台任务编号: '141102202602031000',
      },
    ],
  })
  await made.done('draw', 'run', 'A', '--seed', 'x')
  const here = atTime(made, LATER)
  const { drawn } = await standing(here)
  const rows = drawn.flatMap((target, i) =>
    ['S1', 'S2'].map(item => ({
      任务编号: 'A',
      对象编号: target,
      检查部门: '甲局',
      抽查事项: item,
      检查日期: `2026-03-1${i}`,
      核查方式: '实地检查',
      检查结果: i === 0 ? 'E' : '1',
      发现问题: i === 0 ? '标价不全' : '',
      录入人: '录入员甲',
    })),
  )
  await here.done('import', 'results', here.file('results.csv', csvFrom(rows)))
  return here
}

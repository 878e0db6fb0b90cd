import { copyFileSync, readFileSync } from 'node:fs'
import { signerKey, verifierKeyText } from '../../../src/core/ledger/keys.ts'
import { codeOfFirm } from '../../helpers/exchange.ts'
import { csvFrom, inspectors, miniature } from '../../helpers/miniature.ts'
import { fillRegistry, onEngine, targetRows } from '../../helpers/on-engine.ts'
import { atTime, ITEMS, LATER } from '../../helpers/results.ts'
import type { Office } from '../../helpers/ssj.ts'

/** What chance gives in a terminal of these tests. */
const CHANCE = Uint8Array.from({ length: 32 }, (_, i) => i + 1)
const keyOf = (name: string, use: 'note' | 'cosignature') => signerKey(name, use, CHANCE)

/** The names of the ledger and of its witness, and the lines by which they are known. */
export const LEDGER = { name: '甲局/ssj', line: verifierKeyText(keyOf('甲局/ssj', 'note').verifier) }
export const WITNESS = { name: '纪检/w', line: verifierKeyText(keyOf('纪检/w', 'cosignature').verifier) }

/**
 * An office that all has happened to but what is rare: two draws that meet at every target, results of 甲局 that nobody has
 * reviewed, tasks to lend people to and to freeze on a database, which lies beside it with the same targets.
 */
export async function farOffice(): Promise<Office> {
  const made = await miniature({
    items: ITEMS,
    targets: Array.from({ length: 6 }, (_, i) => ({
      统一社会信用代码: codeOfFirm(i + 1),
      名称: `示例商行${i + 1}`,
      监管部门: 'JIA;YI',
      所属子库: '餐饮',
    })),
    inspectors: [
      ...inspectors(4, { 年度上限: '40' }).map((row, i) => ({ ...row, 执法证号: `1411020000${i + 1}` })),
      ...inspectors(4, { 所属部门: 'YI', 年度上限: '40' }, 5),
    ],
  })
  const run = ['draw', 'run', '--lead', 'JIA', '--rate', '全部', '--seed', 'x'] as const
  const spring = ['--from', '2026-02-10', '--to', '2026-06-30'] as const
  await made.done(...run, ...spring, '--id', 'A', '--with', 'YI', '--items', 'S1;S3')
  await made.done(...run, '--from', '2026-05-25', '--to', '2026-07-31', '--id', 'B', '--items', 'S2')
  const plan = ['E', 'L'].map(任务编号 => ({
    ...{ 任务编号, 任务名称: `任务${任务编号}`, 发起部门: 'JIA', 抽查数量: '2', 抽查事项: 'S1' },
    ...{ 起止时间: '2026-06-01~2026-08-31', 随机源: `骰子 第${任务编号}次/30` },
  }))
  await made.done('import', 'plan', made.file('plan.csv', csvFrom(plan)))
  await onEngine(`duckdb:${made.path('省库.duckdb')}`, session => fillRegistry(session, targetRows(made)))
  return made
}

/** A copy of it some months later, with what lies beside it, and a file of the platform's in which one firm says more and one is missing. */
export async function farLater(made: Office): Promise<Office> {
  const here = atTime(made, LATER)
  copyFileSync(made.path('省库.duckdb'), here.path('省库.duckdb'))
  const rows = [1, 2].map(number => ({
    ...{ 任务编号: 'A', 对象编号: codeOfFirm(number), 检查部门: '甲局', 抽查事项: 'S1' },
    ...{ 检查日期: '2026-03-02', 检查结果代码: '1' },
  }))
  await here.done('import', 'results', here.file('r.csv', csvFrom(rows)))
  await here.done('exchange', 'out', 'platform-targets', '--to', here.path('我方.csv'))
  const [head, first, _second, ...others] = readFileSync(here.path('我方.csv'), 'utf8').split('\r\n')
  here.file('对方.csv', [head, first!.replace(',,,,,,', ',食品经营许可证,,,,,'), ...others].join('\r\n'))
  return here
}

import { stampedDigest } from '../../../src/core/ledger/time-stamp.ts'
import type { Sentences } from '../../../src/terminal/sentences/sentences.ts'
import { codeOfFirm } from '../../helpers/exchange.ts'
import { unsignedToken } from '../../helpers/time-stamp.ts'
import { LEDGER, WITNESS } from './far-office.ts'
import type { Play } from './plays.ts'

/** What is said to whoever would approve what they do themselves. */
function told(say: Sentences, approver: string): string {
  return `…${say.reasons['approver-is-actor']({ approver })[0]}`
}

/** What an office does once in years, each time to success, and with answers that are none on the way. */
export const FAR_PLAYS: readonly Play[] = [
  {
    job: 'engineAdd',
    turns: ({ say: { desk } }) => [
      [desk.ask.engineName, '省 库', '{clear}', '省库'],
      [desk.ask.engineUrl, 'oracle://x', '{clear}', 'duckdb:省库.duckdb'],
      [desk.ask.engineTable, 'a b', '{clear}', 'registry'],
      [
        desk.ask.engineColumns,
        '名称',
        '{clear}',
        '统一社会信用代码=uscc，名称＝name，监管部门=departments，所属子库=libraries',
      ],
      [desk.ask.enginePassword, ''],
      [desk.sure, 'y'],
    ],
    line: 'engine add 省库 duckdb:省库.duckdb --registry registry',
    action: 'engine add',
  },
  {
    job: 'engineCheck',
    turns: ({ say: { desk } }) => [[desk.ask.engine, '没有这个', '{clear}', '省库']],
    line: 'engine check 省库',
    shows: ['示例商行1'],
  },
  {
    job: 'freezeEngine',
    turns: ({ say: { desk } }) => [
      [desk.ask.task, '2026/E'],
      [desk.ask.engine, ''],
      [desk.ask.announceTo, 'r.csv', '{clear}', '公告E'],
      [desk.sure, 'y'],
    ],
    line: 'draw freeze 2026/E --engine 省库 --to 公告E',
    action: 'freeze',
    makes: ['公告E/commitment.json'],
    left: async here => (await here.done('draw', 'show', '2026-0003')).frame,
    is: 6,
  },
  {
    job: 'freezeLent',
    turns: ({ say, say: { desk } }) => [
      [desk.ask.task, '2026/L'],
      [desk.ask.lent, 'P5'],
      [desk.ask.department, '甲局'],
      [desk.ask.lent, ''],
      [desk.ask.reason, '电话13812345678', '{clear}', '人手不足'],
      [desk.ask.approver, '测试员', told(say, '测试员'), '王局长'],
      [desk.ask.announceTo, '公告L'],
      [desk.sure, 'y'],
    ],
    line: 'draw freeze 2026/L --lend P5=JIA --reason 人手不足 --approver 王局长 --to 公告L',
    shows: ['示例人5 → JIA  甲局'],
    action: 'freeze',
    makes: ['公告L/commitment.json'],
  },
  {
    job: 'mergeVisits',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0001'],
      [desk.ask.guest, '2026-0001', '{clear}', '2026-0002'],
      [desk.ask.targets, '示例商行5'],
      [desk.ask.targets, '示例商行6'],
      [desk.ask.targets, ''],
      [desk.ask.reason, '', '同一户'],
      [desk.ask.approver, '王局长'],
      [desk.sure, 'y'],
    ],
    line: 'draw merge 2026-0001 2026-0002 --target',
    action: 'merge',
    left: async here =>
      (await here.done('draw', 'merge')).merged.map(({ target }: { target: string }) => target),
    is: [codeOfFirm(5), codeOfFirm(6)],
  },
  {
    job: 'reviewOf',
    turns: ({ say, say: { desk } }) => [
      [desk.ask.draw, '2026-0001'],
      [desk.ask.department, '丙局', '{clear}', '甲局'],
      [desk.ask.approver, '测 试员', told(say, '测 试员'), '王局长'],
      [desk.sure, 'y'],
    ],
    line: 'results review 2026-0001 --department JIA --approver 王局长',
    action: 'results review',
    left: async here =>
      (await here.done('results', 'list', '2026-0001', '--state', 'reviewed')).results.length,
    is: 2,
  },
  {
    job: 'takeIn',
    turns: ({ say: { desk } }) => [
      [desk.ask.layout, 'platform-targets'],
      [desk.ask.file, '没有.csv', '{clear}', '对方.csv'],
      [desk.ask.mode, ''],
    ],
    line: 'exchange in platform-targets 对方.csv',
    action: 'import targets',
    left: async here =>
      JSON.stringify(await here.done('show', 'targets', codeOfFirm(1))).includes('食品经营许可证'),
    is: true,
  },
  {
    job: 'compare',
    turns: ({ say: { desk } }) => [
      [desk.ask.layout, 'platform-targets'],
      [desk.ask.file, '对方.csv'],
      [desk.ask.compareTo, '比对.pdf', '{clear}', '没有/比对.html', '{clear}', '比对.html'],
    ],
    line: 'exchange diff platform-targets 对方.csv --to 比对.html',
    makes: ['比对.html'],
  },
  {
    job: 'checkpoint',
    turns: ({ say: { desk } }) => [
      [desk.ask.origin, '甲局 ssj', '{clear}', LEDGER.name],
      [desk.ask.checkpointTo, '检查点.txt'],
      [desk.sure, 'y'],
    ],
    line: `log checkpoint --origin ${LEDGER.name} --to 检查点.txt`,
    shows: [LEDGER.line],
    action: 'log checkpoint',
    makes: ['检查点.txt'],
  },
  {
    job: 'witnessInit',
    turns: ({ say: { desk } }) => [
      [desk.ask.witnessName, '纪检 w', '{clear}', WITNESS.name],
      [desk.ask.logKey, LEDGER.line.slice(0, -2), '{clear}', LEDGER.line],
    ],
    line: `witness init ${WITNESS.name} --log ${LEDGER.line}`,
    shows: [WITNESS.line],
    makes: ['witness.key', 'witness.state'],
  },
  {
    job: 'witnessSign',
    turns: ({ say: { desk } }) => [
      [desk.ask.request, '检查点.txt'],
      [desk.ask.witnessTo, '检查点.txt', '{clear}', '回签.txt'],
      [desk.sure, 'y'],
    ],
    line: 'witness sign 检查点.txt --to 回签.txt',
    makes: ['回签.txt'],
  },
  {
    job: 'cosigned',
    before: here => {
      here.file('名单.txt', `log ${LEDGER.line}\nwitness 纪检 ${WITNESS.line}\nquorum 纪检\n`)
    },
    turns: ({ say: { desk } }) => [
      [desk.ask.cosignedFile, '回签.txt'],
      [desk.ask.policy, '名单.txt'],
      [desk.sure, 'y'],
    ],
    line: 'log cosigned 回签.txt --policy 名单.txt',
    action: 'log cosigned',
  },
  {
    job: 'stampToken',
    before: async here => {
      const { note } = await here.done('log', 'checkpoint')
      here.file('戳.tsr', unsignedToken(stampedDigest(`${note.split('\n\n')[0]}\n`), '20260520020000Z'))
    },
    turns: ({ say: { desk } }) => [
      [desk.ask.token, '戳.tsr'],
      [desk.sure, 'y'],
    ],
    line: 'log stamp --token 戳.tsr',
    action: 'log stamp',
  },
]

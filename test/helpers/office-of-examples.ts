import { cpSync, rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { exchangeXlsx } from '../../src/files/writing/exchange-xlsx.ts'
import { codeOfFirm } from './exchange.ts'
import { csvFrom, inspectors, miniature, targets } from './miniature.ts'
import { type Office, office, type Ran } from './ssj.ts'

const FIRM = '91140100MA00000003'
export const FIRST = '2026-01-05T02:00:00Z'
export const LATER = '2026-01-20T02:00:00Z'
const THROW = '骰子=36251-42613-25164-31526-41635'
const BY = ['--approver', '局长']

/** What an office has come to. */
const STATES = { fresh, registered, announced, drawn, sealed, found, reviewed, published } as const
export type State = keyof typeof STATES

const made = new Map<State, Office>()

/** Leads an office through all of them; {@link officeOf} copies. */
export async function makeOffices(): Promise<void> {
  for (const [name, make] of Object.entries(STATES)) made.set(name as State, await make())
}

/** A copy of the office that has come to this, with all its files. */
export function officeOf(state: State): Office {
  return copyOf(made.get(state)!)
}

const at = async (here: Office, now: string, ...argv: string[]): Promise<Ran> => {
  const ran = await here.ssjIn({ now, env: { HOME: here.folder } }, ...argv)
  if (ran.code !== 0) throw new Error(`ssj ${argv.join(' ')}: ${ran.code} ${ran.err}${ran.out}`)
  return ran
}

/** A copy of an office with all its files. */
function copyOf(from: Office): Office {
  const to = office()
  cpSync(from.folder, to.folder, { recursive: true })
  return to
}

async function fresh(): Promise<Office> {
  return office()
}

async function registered(): Promise<Office> {
  const plan = (id: string, item: string, lead: string) => ({
    ...{
      计划编号: id,
      任务名称: '餐饮抽查',
      抽查类型: '定向',
      抽查事项: item,
      检查对象条件: '分库=餐饮',
      抽查数量: '8',
      替补: '3',
    },
    ...{
      起止时间: '2026-01-10~2026-06-30',
      发起部门: lead,
      随机源: '骰子/25',
      平台计划编号: '14110220261000',
      平台任务编号: '141102202602031000',
    },
  })
  const at2 = { 监管部门: 'SJ;WJ', 分库: '餐饮', 登记状态: '存续' }
  const here = await miniature(
    {
      departments: [
        { 部门编码: 'SJ', 部门名称: '市场监管局' },
        { 部门编码: 'WJ', 部门名称: '卫健局' },
      ],
      items: [
        { 事项编码: 'SP01', 抽查事项: '食品安全', 检查主体: 'SJ' },
        { 事项编码: 'WS01', 抽查事项: '公共场所卫生', 检查主体: 'WJ' },
      ],
      targets: [
        ...[{ 名称: '甲店', ...at2 }, ...targets(11, at2, 2)].map((row, i) => ({
          ...row,
          统一社会信用代码: i === 0 ? FIRM : codeOfFirm(i + 2),
        })),
        { 对象编号: 'T13', 名称: '示例厂', 监管部门: 'SJ' },
      ],
      inspectors: [
        ...inspectors(6, { 所属部门: 'SJ' }).map(row => ({
          ...row,
          人员编号: row.人员编号!.replace('P', 'P0'),
        })),
        ...inspectors(4, { 所属部门: 'WJ' }, 10),
      ].map((row, i) => ({ ...row, 执法证号: `141102000${10 + i}`, 证件有效期: '2029-12-31' })),
      plan: [
        plan('P01', 'SP01', 'SJ'),
        plan('P02', 'WS01', 'WJ'),
        { ...plan('L02', 'SP01', 'SJ'), 随机源: 'seed' },
      ],
    },
    FIRST,
  )
  const file = (name: string, rows: readonly Record<string, string>[]) => here.file(name, csvFrom(rows))
  file('食品.csv', [
    { 名称: '新店', 对象编号: 'N1' },
    { 名称: '', 对象编号: 'N2' },
  ])
  file('特种设备.csv', [{ 名称: '新厂', 对象编号: 'N3' }])
  here.file(
    '全库.csv.gz',
    gzipSync(
      csvFrom(
        [1, 2, 3].map(n => ({ 统一社会信用代码: codeOfFirm(n + 50), 名称: `新店${n}`, 监管部门: 'SJ' })),
      ),
    ),
  )
  file('规则.csv', [{ 规则: 'cap-total', 值: '2' }])
  file('个案.csv', [{ 检查对象: FIRM, 部门: '市场监管局', 原因: '投诉举报', 依据文号或线索: '12315-002' }])
  here.file('名录.xlsx', await exchangeXlsx([], ['对象编号', '名称', '监管部门'], [['N4', '新店', 'SJ']]))
  here.file(
    '市级名单.xlsx',
    await exchangeXlsx([], ['市场主体名称', '统一社会信用代码'], [['示例厂', codeOfFirm(1)]]),
  )
  const say = (...argv: string[]) => at(here, FIRST, ...argv)
  await say(
    'add',
    'targets',
    '--set',
    `统一社会信用代码=${codeOfFirm(1)}`,
    '--set',
    '名称=示例一厂',
    '--set',
    '监管部门=SJ',
  )
  await say('exchange', 'copy', 'gsxt-results', '--to', '格式')
  cpSync('layouts/codes', here.path('代码表'), { recursive: true })
  await say('exchange', 'out', 'platform-inspectors', '--to', '平台导出.xlsx')
  const visit = ['visit', 'add', '--target', 'T02', '--department', 'SJ', '--cause', '转办交办']
  for (const reference of ['a', 'b', 'c']) await say(...visit, '--reference', reference)
  return here
}

async function announced(): Promise<Office> {
  const here = copyOf(made.get('registered')!)
  await at(here, FIRST, 'draw', 'freeze', 'P01', '--to', '公告')
  return here
}

async function drawn(): Promise<Office> {
  const here = copyOf(made.get('announced')!)
  const say = (...argv: string[]) => at(here, LATER, ...argv)
  await say('draw', 'run', 'P01', '--seed', THROW)
  await say('draw', 'run', 'P02', '--seed', THROW)
  await say('export', '1', '--to', '公示')
  await say('export', '1', '--to', '公示.zip', '--zip')
  cpSync(here.path('公示.zip'), here.path('市级公示.zip'))
  await say('certify', '1', '甲店', '--to', '证明.json')
  await say('exchange', 'out', 'office-notices', '1', '--to', '批复.xlsx')
  return here
}

async function sealed(): Promise<Office> {
  const here = copyOf(made.get('registered')!)
  await at(here, FIRST, 'draw', 'freeze', 'P01', '--sealed')
  await at(here, LATER, 'draw', 'run', 'P01', '--seed', THROW)
  return here
}

async function found(): Promise<Office> {
  const here = copyOf(made.get('drawn')!)
  const { json } = await at(here, LATER, 'draw', 'show', '1', '--json')
  const standing = json.selection.filter((row: { standing: string }) => row.standing === 'drawn')
  const rows = standing.map((row: { target: string }) => ({
    ...{ 任务编号: 'P01', 对象编号: row.target, 检查部门: '市场监管局', 抽查事项: 'SP01' },
    ...{
      检查日期: '2026-01-20',
      检查结果: row.target === FIRM ? 'F' : '1',
      核查方式: '实地检查',
      录入人: '录入员甲',
    },
  }))
  await at(here, LATER, 'import', 'results', here.file('结果.csv', csvFrom(rows)))
  await at(here, LATER, 'exchange', 'out', 'gsxt-results', '1', '--to', '平台导出.csv')
  return here
}

async function reviewed(): Promise<Office> {
  const here = copyOf(made.get('found')!)
  await at(here, LATER, 'results', 'review', '1', ...BY)
  return here
}

async function published(): Promise<Office> {
  const here = copyOf(made.get('reviewed')!)
  await at(here, LATER, 'results', 'publish', '1')
  return here
}

/** The words of a line as a shell takes them apart; where its output goes. */
export function taken(line: string): { readonly words: readonly string[]; readonly to: string | undefined } {
  const [said, to] = line.split(/ >>? /)
  return { words: said!.split(' ').slice(1), to }
}

/** Has ready what an example of keys, engines, the log and its witnesses begins with; gives the line with the numbers of this office. */
export async function ready(here: Office, line: string): Promise<string> {
  const say = (...argv: string[]) => at(here, LATER, ...argv)
  const [group, verb] = taken(line).words
  if (group === 'office' && verb === 'number') await say('office', 'set', '字号=示市监〔2026〕1号')
  if (group === 'engine' && verb !== 'add') {
    const of = ['--registry', 'firms', '--column', '统一社会信用代码=uscc', '--column', '名称=name']
    await say('engine', 'add', '省库', 'postgres://reader@db/firms', ...of)
    await say('engine', 'add', '全国', 'sql:spark', ...of)
  }
  if (group === 'key' && verb !== 'new') {
    let chance = 0
    for (const [name, ...more] of [
      ['公章岗.key'],
      ['监督.key', '--algorithm', 'ed25519'],
      ['新.key'],
      ['设备'],
    ]) {
      chance += 50
      await here.ssjIn({ now: LATER, chance }, 'key', 'new', name!, ...more)
    }
    const names = line.includes('add 公章岗')
      ? []
      : line.includes('新.key')
        ? ['公章岗.key']
        : ['公章岗.key', '监督.key', '设备']
    for (const name of names) await say('key', 'add', `${name}.pub`, '--name', `示例局${name}`)
  }
  const isOfLog = (group === 'log' || group === 'witness') && !line.includes('--origin')
  let key = ''
  if (isOfLog || line.includes('--policy')) {
    const head = (await say('log', 'checkpoint', '--origin', '示例区/ssj', '--to', 'head.txt', '--json')).json
    key = head.key
    if (verb !== 'init') {
      const witness = (await say('witness', 'init', '纪检组/ssj', '--log', key, '--json')).json
      here.file('见证.txt', `log ${key}\nwitness 纪检组 ${witness.key}\nquorum 纪检组\n`)
      if (verb !== 'sign') await say('witness', 'sign', 'head.txt', '--to', 'cosigned.txt')
    }
    if (group === 'verify') {
      await say('log', 'cosigned', 'cosigned.txt', '--policy', '见证.txt')
      rmSync(here.path('公示.zip'))
      await say('export', '1', '--to', '公示.zip', '--zip')
    }
    if (line === 'ssj log checkpoint --to head.txt') rmSync(here.path('head.txt'))
  }
  const to = / --to (\S+)/.exec(line)?.[1]
  if (to !== undefined && group !== 'log') rmSync(here.path(to), { recursive: true, force: true })
  const lost = line.includes('0123456789abcdef') ? (await say('key', 'list', '--json')).json.keys[0].id : ''
  return line.replace(' KEY', ` ${key}`).replace('0123456789abcdef', lost)
}

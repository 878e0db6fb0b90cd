import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { LAYOUTS } from '../../src/core/publication/lists/layouts.ts'
import { REPORT_KINDS } from '../../src/core/report/report-kinds.ts'
import { firmName, longDistrict, usccOf } from './long-district.ts'
import { csvFrom, miniature } from './miniature.ts'
import type { Office, Ran } from './ssj.ts'

const SETTINGS = [
  ...[
    '发文机关=示例市滨河新区市场监督管理局',
    '抬头=示例市滨河新区市场监督管理局文件',
    '字号=示滨市监〔2026〕12号',
  ],
  ...['落款=示例市滨河新区市场监督管理局', '盖章处=双随机抽查专用章', '电话=0351-2345678转801'],
]
const EVERY_FORMAT = ['--format', 'csv,html,xlsx,docx,official,ofd']
const BY = ['--approver', '示例局长']

/** Three hundred characters of what was found. */
export const LONG_FOUND =
  '现场检查发现：一是冷藏柜内存放的预包装食品“示例牌”低温酸奶（生产日期2026年2月1日，保质期21天）共12盒已超过保质期，未按规定下架并单独存放；二是散装熟食专间紫外线灯损坏，未做消毒记录，三名从业人员未能出示有效健康证明；三是进货查验记录不完整，2026年1月以来供货方资质材料缺失5份，食用农产品未留存进货凭证；四是促销海报标示“全场五折”，与实际结算价格不符，未标明原价和促销期限；五是安全出口处堆放货物，疏散指示标志缺失两处，灭火器压力不足。已现场制作检查笔录，责令停止销售超过保质期食品，限期十五日内整改，并将有关线索移送执法科室处理，整改完成后由属地市场监督管理所组织复查，复查结果按规定公示。'

/** Writes every kind of file that the program can write into the folders of an office; gives the office and its commands. */
export async function everyPaper(size: number): Promise<Office> {
  const here = await miniature(longDistrict(size), '2026-01-05T02:00:00Z')
  const at =
    (now: string) =>
    async (...argv: string[]): Promise<Ran> => {
      const ran = await here.ssjIn({ now, env: { SSJ_ACTOR: '示例操作员' } }, ...argv)
      if (ran.code !== 0) throw new Error(`ssj ${argv.join(' ')}: ${ran.code} ${ran.err}${ran.out}`)
      return ran
    }
  const may =
    (now: string) =>
    async (...argv: string[]): Promise<Ran> =>
      here.ssjIn({ now, env: { SSJ_ACTOR: '示例操作员' } }, ...argv)
  const to = here.path
  for (const folder of FOLDERS) mkdirSync(to(folder))

  // January: settings, lists, templates, error reports.
  let ssj = at('2026-01-06T02:00:00Z')
  await ssj('office', 'set', ...SETTINGS)
  for (const library of LIBRARIES) {
    for (const end of ['csv', 'xlsx'] as const)
      await ssj('template', library, '--to', to(`templates/${library}.${end}`))
    here.file(`lists/${library}.csv`, (await ssj('list', library, '--format', 'csv')).out)
  }
  const bad = [
    { 统一社会信用代码: '911411021111111119', 名称: firmName(4), 监管部门: 'SCJG' },
    { 统一社会信用代码: usccOf(900), 名称: firmName(8), 监管部门: '没有这个部门' },
  ]
  const rejected = here.file('bad.csv', csvFrom(bad))
  await may('2026-01-06T02:00:00Z')(
    'import',
    'targets',
    rejected,
    '--skip-bad',
    '--rejects',
    to('rejects/拒收.csv'),
  )
  for (const { of: kind, name } of LAYOUTS)
    if (kind === 'items' || kind === 'plan')
      for (const end of ['csv', 'xlsx', 'html'])
        await ssj(
          'publish',
          kind,
          '--layout',
          name,
          '--to',
          to(`published/${kind}-${name}.${end}`),
          ...(kind === 'plan' ? ['--year', '2026'] : []),
        )

  // February: P01 is announced, drawn, and people and a firm fall out; P02 meets it at its firms.
  ssj = at('2026-02-03T02:00:00Z')
  await ssj('draw', 'freeze', 'P01')
  await ssj('draw', 'announce', '1', '--to', to('announced'), ...EVERY_FORMAT)
  ssj = at('2026-02-05T02:00:00Z')
  await ssj(
    'draw',
    'run',
    'P01',
    '--seed',
    `骰子=${'352461'.repeat(5)}`,
    '--seed',
    '福彩3D 2026023=407',
    '--witness',
    '示例见证人甲（区人大代表）',
    '--witness',
    '示例见证人乙（区纪委监委派驻纪检监察组）',
  )
  await ssj('export', '1', '--to', to('before'), '--profile', 'archive', ...EVERY_FORMAT)
  await ssj('draw', 'run', 'P02', '--seed', 'x', '--witness', '示例见证人甲')
  const shown = (await ssj('draw', 'show', '1', '--json')).json
  const drawn = (shown.selection as Selected[]).filter(one => one.standing === 'drawn')
  ssj = at('2026-02-10T02:00:00Z')
  await ssj(
    'draw',
    'substitute',
    '1',
    '--target',
    drawn[0]!.target,
    '--reason',
    '停业：现场核实已停止经营，门店封闭，无法联系负责人',
    '--evidence',
    here.file('现场照片.jpg', 'x'),
    ...BY,
  )
  const away = drawn[1]!.team[0]!
  await ssj(
    'draw',
    'substitute',
    '1',
    '--inspector',
    away.inspector,
    '--reason',
    '请假：因病住院治疗，预计三个月',
    ...BY,
  )
  const [common] = (await ssj('draw', 'merge', '--json')).json.proposals
  await ssj('draw', 'merge', common.host, common.guest, '--target', common.target, ...BY)
  await ssj(
    'visit',
    'add',
    '--target',
    drawn[2]!.target,
    '--department',
    'SCJG',
    '--cause',
    '投诉举报：消费者反映短斤少两',
    '--reference',
    '12315平台20260210000123号',
    '--date',
    '2026-02-09',
  )
  const hazard = (await ssj('visit', 'list', '--json')).json.visits[0].id as string
  for (const profile of ['public', 'archive'])
    await ssj('export', '1', '--to', to(`export-${profile}`), '--profile', profile, ...EVERY_FORMAT)
  await ssj('export', '2', '--to', to('export-merged'), '--profile', 'archive', ...EVERY_FORMAT)

  for (const { of: kind, name } of LAYOUTS)
    if (kind === 'drawn')
      await ssj('export', '1', '--layout', name, '--to', to(`export-${name}`), ...EVERY_FORMAT)

  // A sealed draw, a void one with its next attempt, and one that finds no teams.
  await ssj('draw', 'freeze', 'P03', '--sealed')
  await ssj('draw', 'run', 'P03', '--seed', 'y')
  await ssj('export', '3', '--to', to('export-sealed'), ...EVERY_FORMAT)
  await ssj('draw', 'run', 'P04', '--seed', 'z')
  await ssj('draw', 'void', '4', '--reason', '抽取前未通知见证人到场，程序有瑕疵', ...BY)
  await ssj('export', '4', '--to', to('export-void'), ...EVERY_FORMAT)
  await ssj('draw', 'run', 'P04', '--again', '--reason', '上一次抽取作废后重新组织', ...BY, '--seed', 'w')
  await ssj('export', '5', '--to', to('export-again'), ...EVERY_FORMAT)

  await ssj('draw', 'freeze', 'P06')
  await may('2026-02-12T02:00:00Z')('draw', 'run', 'P06', '--seed', 'v')
  await ssj('export', '6', '--to', to('export-failed'), ...EVERY_FORMAT)

  // March and April: results come in, are reviewed and published, some with open problems.
  ssj = at('2026-03-05T02:00:00Z')
  for (const [name, ...more] of [['xlsx'], ['csv', '--format', 'csv'], ['one', '--one-file']] as const)
    await ssj('results', 'sheet', '1', '2', '--to', to(`sheets/${name}`), ...more)
  await ssj('results', 'sheet', '--cases', '2026', '--to', to('sheets/cases'))
  ssj = at('2026-04-01T02:00:00Z')
  const standing = ((await ssj('draw', 'show', '1', '--json')).json.selection as Selected[]).filter(
    one => one.standing === 'drawn' || one.standing === 'called',
  )
  const rows = standing.slice(0, -3).flatMap(({ target }, i) =>
    (
      [
        ['SCJG', 'SX0101'],
        ['SCJG', 'SX0102'],
        ['XFJY', 'SX0201'],
        ['WSJK', 'SX0301'],
      ] as const
    ).map(([department, item], j) => resultRow('P01', target, department, item, i + j)),
  )
  await ssj('import', 'results', here.file('results.csv', csvFrom(rows)))
  const cases = [
    {
      ...resultRow(hazard, drawn[2]!.target, 'SCJG', 'SX0102', 0),
      检查日期: '2026-02-09',
      检查人员: 'SCJG003；SCJG004',
    },
  ]
  await may('2026-04-01T02:00:00Z')('import', 'results', here.file('cases.csv', csvFrom(cases)))
  await ssj('results', 'review', '1', '--approver', '示例科长')
  await may('2026-04-01T02:00:00Z')('results', 'review', hazard, '--approver', '示例科长')
  ssj = at('2026-04-10T02:00:00Z')
  await ssj('results', 'publish', '1')
  await may('2026-04-10T02:00:00Z')('results', 'publish', hazard)
  ssj = at('2026-05-10T02:00:00Z')
  const first = `2026-0001/${standing[1]!.target}/SCJG/SX0102`
  await ssj(
    'results',
    'correct',
    first,
    '--set',
    '检查结果代码=E',
    '--set',
    `发现问题=${LONG_FOUND}`,
    '--reason',
    '当事人陈述申辩后复核，更正检查结果',
    '--approver',
    '示例局长',
  )
  for (const { of: kind, name } of LAYOUTS)
    if (kind === 'results') await ssj('publish', 'results', '--layout', name, '--to', to(`results-${name}`))
  for (const end of ['csv', 'xlsx'])
    await ssj('propose', 'risk', '--to', to(`proposals/风险等级调整建议.${end}`))

  // Certificates, reports, exchange.
  const { selection } = (await ssj('draw', 'show', '1', '--json')).json
  const of = (state: string) => (selection as Selected[]).find(one => one.standing === state)?.target
  const firms: [string, string | undefined][] = [
    ['抽中', standing[2]!.target],
    ['替补', of('reserve')],
    ['替换', drawn[0]!.target],
    ['未抽中', undrawn(selection as Selected[], size)],
  ]
  for (const [word, firm] of firms) {
    if (firm === undefined) throw new Error(word)
    for (const end of ['html', 'json', 'docx', 'ofd'])
      await ssj('certify', '1', firm, '--to', to(`certificates/${word}.${end}`))
  }
  await ssj('certify', standing[2]!.target, '--year', '2026', '--to', to('certified-year'))
  await ssj('certify', drawn[2]!.target, '--year', '2026', '--to', to('certified-year-case'))
  for (const lang of ['zh', 'en'])
    for (const name of REPORT_KINDS) {
      const options = name === 'timeline' ? ['--draw', '1'] : ['--year', '2026']
      for (const end of ['csv', 'xlsx', 'docx', 'html', 'txt'])
        await ssj('report', name, ...options, '--lang', lang, '--to', to(`reports-${lang}/${name}.${end}`))
    }
  for (const end of ['csv', 'xlsx', 'docx', 'html', 'txt'])
    await ssj(
      'report',
      'matrix',
      '--targets',
      '--year',
      '2026',
      '--to',
      to(`reports-zh/matrix-targets.${end}`),
    )
  for (const file of readdirSync(LAYOUT_FILES)) {
    if (!file.endsWith('.json')) continue
    const layout = JSON.parse(readFileSync(`${LAYOUT_FILES}/${file}`, 'utf8'))
    if (layout.layout === 'assigned-list') continue
    const which = ['assignments', 'notices', 'results'].includes(layout.of) ? ['1'] : []
    for (const end of ['csv', 'xlsx'])
      await may('2026-05-10T02:00:00Z')(
        'exchange',
        'out',
        layout.layout,
        ...which,
        '--to',
        to(`exchange/${layout.layout}.${end}`),
        '--rejects',
        to(`exchange/${layout.layout}-拒收-${end}.csv`),
      )
  }
  const theirs = readFileSync(to('exchange/gsxt-results.csv'), 'utf8')
    .replace('未发现问题', '注销')
    .split('\r\n')
  here.file('theirs.csv', theirs.filter((_, i) => i !== 3).join('\r\n'))
  for (const end of ['csv', 'html'])
    await may('2026-05-10T02:00:00Z')(
      'exchange',
      'diff',
      'gsxt-results',
      to('theirs.csv'),
      '1',
      '--to',
      to(`exchange/差异.${end}`),
    )
  ssj = at('2032-06-10T02:00:00Z')
  await ssj('results', 'takedown')
  return here
}

const FOLDERS =
  'templates lists rejects published sheets proposals certificates reports-zh reports-en exchange'.split(' ')
const LIBRARIES = [
  'departments',
  'items',
  'targets',
  'inspectors',
  'experts',
  'recusals',
  'plan',
  'results',
  'holidays',
]
const LAYOUT_FILES = fileURLToPath(new URL('../../layouts', import.meta.url))

interface Selected {
  readonly target: string
  readonly standing: string
  readonly team: readonly { readonly department: string; readonly inspector: string }[]
}

function undrawn(selection: readonly Selected[], size: number): string | undefined {
  const there = new Set(selection.map(({ target }) => target))
  return Array.from({ length: size }, (_, i) => usccOf(i)).find(id => !there.has(id))
}

function resultRow(task: string, target: string, department: string, item: string, i: number) {
  const [code, found, settled] = OUTCOMES[i % OUTCOMES.length]!
  return {
    ...{
      任务编号: task,
      对象编号: target,
      检查部门: department,
      抽查事项: item,
      检查日期: `2026-03-${String(6 + (i % 20)).padStart(2, '0')}`,
    },
    ...{
      检查结果代码: code,
      发现问题: found,
      完结状态: settled,
      检查方式: i % 5 === 0 ? '书面检查' : '实地检查',
    },
    ...{
      处置措施: found === '' || code === 'E' ? '' : '责令改正',
      整改期限: settled === '未完结' ? '2026-04-30' : '',
      录入人: '示例录入员',
    },
  }
}

const OUTCOMES: readonly (readonly [code: string, found: string, settled: string])[] = [
  ['1', '', ''],
  ['E', LONG_FOUND, ''],
  ['1', '', ''],
  ['A', LONG_FOUND, '未完结'],
  ['1', '', ''],
  ['6', '通过登记的住所（经营场所）无法联系', '未完结'],
  ['F', '', ''],
  ['A', '未按规定明码标价', '未完结'],
]

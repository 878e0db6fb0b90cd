/** @module-tag slow */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { documentsHtml } from '../../../src/files/writing/document-html.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { freshFolder } from '../../helpers/scratch.ts'
import {
  BIN,
  cellsOf,
  contentOf,
  DISTRICT,
  digestsOf,
  district,
  filesIn,
  type Office,
} from '../../helpers/ssj.ts'

const CATERING = '14110220261002'
const DICE = [
  '--seed',
  '骰子=3 5 1 3 5 1 3 5 1 3 5 1 3 5 1 3 5 1 3 5',
  '--seed',
  '福彩3D 第2026312期=7 0 2',
] as const
const VALIDATOR = join(import.meta.dirname, '../../helpers/bagit.py')

let registries: Office
let drawn: Office

beforeAll(async () => {
  registries = await district()
  drawn = registries.copy()
  await drawn.done('draw', 'freeze', CATERING, '--to', drawn.path('announced'))
  const witnesses = ['--witness', '见证甲', '--witness', '见证乙', '--witness', '见证甲']
  await drawn.done('draw', 'run', CATERING, ...DICE, ...witnesses)
})

async function exported(at: Office, name: string, ...options: string[]): Promise<Map<string, Buffer>> {
  await at.done('export', '1', '--to', at.path(name), ...options)
  return filesIn(at.path(name))
}

describe('a substitution of natural persons', () => {
  it('names nobody and no telephone in any file of the public folder, and everybody in the archive', async () => {
    const here = await miniature({
      targets: targets(6, { 主体类型: '自然人' }).map((row, i) => ({ ...row, 名称: `欧阳明明${i}` })),
      inspectors: inspectors(3),
    })
    const task = ['--lead', 'JIA', '--count', '2', '--reserve', '2', '--source', '骰子', '--id', 'A']
    await here.done('draw', 'run', ...task, '--seed', '骰子=1')
    const [{ target }] = (await here.done('draw', 'show', '1')).selection
    const why = ['--reason', '搬迁：已经离开', '--approver', '批准人']
    const night = { now: '2026-03-01T20:00:00Z' }
    expect((await here.ssjIn(night, 'draw', 'substitute', '1', '--target', target, ...why)).code).toBe(0)
    const all = ['--format', 'csv,html,docx,xlsx']
    const open = await exported(here, 'open', ...all)
    for (const [name, bytes] of open) {
      const text = name.endsWith('x')
        ? Object.values(unzipSync(bytes)).map(part => Buffer.from(part))
        : [bytes]
      for (const part of text) expect(part.toString(), name).not.toContain('明明')
    }
    expect(open.get('抽取情况说明.txt')!.toString()).toContain('欧阳***')
    expect(open.get('检查对象替换情况.csv')!.toString()).toContain('2026-03-02')
    const kept = await exported(here, 'kept', '--profile', 'archive')
    expect(kept.get('data/检查对象替换情况.csv')!.toString()).toContain('欧阳明明')
  })
})

describe('a void draw', () => {
  it('says so in every paper of its folder', async () => {
    const here = drawn.copy()
    await here.done('draw', 'void', '1', '--reason', '名单有误', '--approver', '批准人')
    const files = await exported(here, 'void')
    for (const name of [
      '公示名单.html',
      '抽查任务公告.html',
      '抽取记录.html',
      '抽取情况说明.txt',
      'record.json',
    ])
      expect(files.get(name)!.toString(), name).toMatch(/作废|"void": \{/)
    expect(files.get('抽取情况说明.txt')!.toString()).toContain(
      '本次抽取已作废，原因：名单有误；批准人：批准人。结果只供查阅。',
    )
  })
})

describe('a reason that will be published', () => {
  it.each([
    ['draw void', ['draw', 'void', '1']],
    ['draw substitute', ['draw', 'substitute', '1', '--target', '92141102MA1R606M4J']],
    ['a further attempt', ['draw', 'freeze', CATERING, '--again']],
  ])('%s: is refused with a telephone number, which is not repeated', async (_, command) => {
    const why = ['--reason', '搬迁：电话13812345678', '--approver', '批准人']
    for (const lang of ['zh', 'en']) {
      const ran = await drawn.ssj(...command, ...why, '--lang', lang)
      expect(ran.code).toBe(2)
      expect(ran.err).toContain('138****5678')
      expect(ran.err).not.toContain('13812345678')
    }
    expect((await drawn.done('draw', 'show', '1')).void).toBe(null)
  })
})

describe('the announced folder', () => {
  it('has a verdict of its own, in both languages', async () => {
    const folder = drawn.path('announced')
    expect(await drawn.done('verify', folder)).toMatchObject({
      kind: 'committed',
      state: 'announced',
      targets: 47,
      take: 5,
      shown: ['frame', 'exclusions'],
    })
    expect((await drawn.ssj('verify', folder)).out).toContain('已承诺，尚未抽取')
    expect((await drawn.ssj('verify', folder, '--lang', 'en')).out).toContain('committed, not yet drawn')
  })

  it('says the same as text, CSV and HTML', () => {
    const folder = drawn.path('announced')
    const { digest } = JSON.parse(
      JSON.stringify({
        digest: /SHA-256）：(.*)/.exec(readFileSync(join(folder, '抽取公告.txt'), 'utf8'))![1],
      }),
    )
    const facts = new Map(cellsOf(join(folder, '抽取公告.csv')).map(([label, value]) => [label, value]))
    expect(facts.get('承诺摘要（SHA-256）')).toBe(digest)
    expect(facts.get('随机源1')).toMatch(/^"?骰子/)
    expect(facts.get('随机源2')).toMatch(/^"?福彩3D 第2026312期/)
    const html = readFileSync(join(folder, '抽取公告.html'), 'utf8')
    for (const text of [digest, '福彩3D 第2026312期', '离石区市场监督管理局']) expect(html).toContain(text)
  })

  it('names the day of a source that names one', async () => {
    const here = registries.copy()
    const task = ['--lead', 'LS-SCJG', '--items', 'SP-03', '--count', '3']
    const options = [...task, '--source', '福彩3D 2026-11-08;drand/quicknet/100000000']
    await here.done('draw', 'freeze', ...options, '--to', here.path('a'))
    const text = readFileSync(here.path('a/抽取公告.txt'), 'utf8')
    expect(text).toContain(
      '3 位数字（digits/3）；产生时间：2026年11月8日；地点或发布者：中国福利彩票发行管理中心',
    )
    expect(text).toContain('产生时间：2033年')
  })

  it('is proven by the later export, byte for byte; another one is not', async () => {
    const here = drawn.copy()
    await exported(here, 'public')
    const announced = drawn.path('announced')
    for (const commitment of [announced, join(announced, 'commitment.json')])
      await here.done('verify', here.path('public'), '--commitment', commitment)
    const other = registries.copy()
    await other.done('draw', 'freeze', '14110220261003', '--to', other.path('a'))
    for (const commitment of [other.path('a'), other.path('a/commitment.json')]) {
      const ran = await here.ssj('verify', here.path('public'), '--commitment', commitment, '--json')
      expect([ran.code, ran.json.difference.check]).toEqual([1, 'announced'])
    }
    writeFileSync(other.path('a/frame.csv'), 'x')
    const damaged = await here.ssj('verify', here.path('public'), '--commitment', other.path('a'), '--json')
    expect([damaged.code, damaged.json.kind]).toEqual([1, 'differs'])
    const none = await here.ssj('verify', here.path('public'), '--commitment', here.path('no'), '--json')
    expect([none.code, none.json.error.code]).toEqual([2, 'no-such-folder'])
  })

  it('is not begun where something lies: nothing is frozen either', async () => {
    const here = registries.copy()
    here.file('a/mine.txt', 'mine')
    const before = contentOf(here.db)
    const ran = await here.ssj('draw', 'freeze', CATERING, '--to', here.path('a'), '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'folder-not-empty'])
    expect(contentOf(here.db)).toBe(before)
  })
})

describe('notices', () => {
  it.each([
    ['before', [], '先冻结、后产生种子'],
    ['at once', ['--at-once'], '冻结与抽取同时进行'],
    ['machine', ['--machine'], '种子由本机产生'],
  ] as const)('say in plain words how it was: %s', async (_, [how], words) => {
    const here = how === undefined ? drawn.copy() : registries.copy()
    if (how === '--at-once') await here.done('draw', 'run', CATERING, ...DICE)
    if (how === '--machine') await here.done('draw', 'run', '14110220261003', '--seed-machine')
    const files = await exported(here, 'public')
    expect(JSON.parse(String(files.get('record.json'))).statement).toContain(words)
    for (const name of ['抽查任务公告.html', '抽取记录.html', '抽取记录.csv'])
      expect(String(files.get(name)), name).toContain(words)
  })

  it('count the attempts, with reason and approver', async () => {
    const here = drawn.copy()
    const again = ['--again', '--reason', '名单有误', '--approver', '局领导']
    await here.done('draw', 'run', CATERING, ...DICE, ...again)
    await here.done('export', '2', '--to', here.path('second'))
    await here.done('export', '1', '--to', here.path('first'))
    for (const name of ['抽查任务公告.html', '抽取记录.csv']) {
      const text = readFileSync(here.path(`second/${name}`), 'utf8')
      expect(text).toContain(
        '本次为第2次抽取，原因：名单有误（批准人：局领导；前一次 2026-0001 已作废，记录保留）',
      )
      expect(readFileSync(here.path(`first/${name}`), 'utf8')).toContain('本次抽取已作废，原因：名单有误')
    }
  })

  it('name the witnesses, each once', async () => {
    const files = await exported(drawn.copy(), 'public')
    expect(JSON.parse(String(files.get('record.json'))).witnesses).toEqual(['见**', '见**'])
    expect(String(files.get('抽取记录.csv'))).toContain('见**、见**')
    const kept = await exported(drawn.copy(), 'kept', '--profile', 'archive')
    expect(JSON.parse(String(kept.get('data/record.json'))).witnesses).toEqual(['见证甲', '见证乙'])
    expect(String(kept.get('data/抽取记录.csv'))).toContain('见证甲、见证乙')
    const ran = await registries.copy().ssj('draw', 'run', CATERING, ...DICE, '--witness', ' ', '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'missing-option'])
  })

  it('go to each drawn target with items, time, team and rights, and a form to fill in', async () => {
    const files = await exported(drawn.copy(), 'archive', '--profile', 'archive', '--format', 'html,docx')
    const { selection } = await drawn.done('draw', 'show', '1')
    const html = String(files.get('data/检查通知书.html'))
    expect(html.match(/<article/g)).toHaveLength(5)
    expect(String(files.get('data/检查记录表.html')).match(/<article/g)).toHaveLength(5)
    for (const { target, name, status, team } of selection) {
      expect(html.includes(name)).toBe(status === 'drawn')
      for (const kind of ['检查通知书', '检查记录表'])
        expect(files.has(`data/${kind}/${name}.docx`)).toBe(status === 'drawn')
      if (status !== 'drawn') continue
      const part = unzipSync(files.get(`data/检查通知书/${name}.docx`)!)['word/document.xml']
      const text = new TextDecoder().decode(part)
      expect(text.match(/执法证号|141102\d{5}(?=<)/g)!.length).toBeGreaterThan(team.length)
      for (const words of [name, target, '申请回避', '《食品安全法》第一百零九条', '2026年3月1日'])
        expect(text).toContain(words)
    }
  })

  it('come in the formats asked for, and no other', async () => {
    const here = drawn.copy()
    const files = await exported(here, 'a', '--profile', 'archive', '--format', 'xlsx, docx')
    const endings = new Set(
      [...files.keys()]
        .filter(name => /[^ -~]/.test(name) && !name.endsWith('.txt'))
        .map(name => name.split('.')[1]),
    )
    expect([...endings].sort()).toEqual(['docx', 'xlsx'])
    for (const format of ['pdf', '', 'csv,doc']) {
      const ran = await here.ssj('export', '1', '--to', here.path('b'), '--format', format, '--json')
      expect([ran.code, ran.json.error.code]).toEqual([2, 'invalid-option'])
    }
    expect(existsSync(here.path('b'))).toBe(false)
  })
})

describe('public documents', () => {
  const COLUMNS = ['联系电话', '法定代表人', '地址']
  it.each(['csv', 'xlsx', 'html', 'docx'])('hold no phone, person or address (%s)', async format => {
    const plain = cellsOf(join(DISTRICT, 'targets.csv'))
    const here = drawn.copy()
    const files = await exported(here, 'public', '--format', format)
    const headings = plain[0]!
    const secrets = plain
      .slice(1)
      .flatMap(row => COLUMNS.map(column => row[headings.indexOf(column)]!))
      .filter(text => text.length > 3)
    const people = cellsOf(join(DISTRICT, 'inspectors.csv')).slice(1)
    for (const [name, bytes] of files) {
      const texts = /\.(?:xlsx|docx)$/.test(name)
        ? Object.values(unzipSync(bytes)).map(part => new TextDecoder().decode(part))
        : [String(bytes)]
      for (const text of texts)
        for (const secret of [...secrets, ...people.flatMap(row => [row[1]!, row[7]!])])
          expect(text.includes(secret), `${secret} in ${name}`).toBe(false)
    }
  })

  it.each([
    ['none', '序号,统一社会信用代码/注册号,名称,抽查事项,检查部门', 5],
    ['unit', '序号,统一社会信用代码/注册号,名称,抽查事项,检查部门,检查人员单位', 6],
    ['masked', '序号,统一社会信用代码/注册号,名称,抽查事项,检查部门,检查人员', 6],
    ['full', '序号,统一社会信用代码/注册号,名称,抽查事项,检查部门,检查人员,执法证号', 7],
  ] as const)('say of the inspectors what --officers %s says', async (officers, headings, columns) => {
    const here = drawn.copy()
    await exported(here, 'public', '--officers', officers)
    const [first, ...rows] = cellsOf(here.path('public/公示名单.csv'))
    expect(first!.join(',')).toBe(headings)
    const people = cellsOf(join(DISTRICT, 'inspectors.csv')).slice(1)
    for (const row of rows) {
      expect(row).toHaveLength(columns)
      const names = officers === 'masked' || officers === 'full' ? row[5]!.split('、') : []
      if (officers === 'masked') expect(names.every(name => /^[^*]{1,2}\*+$/.test(name))).toBe(true)
      if (officers === 'full')
        for (const name of names) expect(people.some(person => person[1] === name)).toBe(true)
      if (officers === 'unit') expect(row[5]).toContain('离石区市场监督管理局')
    }
  })

  it('mask natural persons, and numbers of persons in names', async () => {
    const here = await miniature({
      targets: [
        { 对象编号: 'T01', 名称: '欧阳示例', 监管部门: 'JIA', 主体类型: '从业人员' },
        { 对象编号: 'T02', 名称: '示例店13900001234', 监管部门: 'JIA', 主体类型: '个体工商户' },
      ],
      inspectors: inspectors(4),
    })
    await here.done('draw', 'run', '--lead', '甲局', '--rate', '100%', '--seed', 'x')
    const files = await exported(here, 'public')
    const names = cellsOf(here.path('public/公示名单.csv'))
      .slice(1)
      .map(row => row[2])
    expect(names.sort()).toEqual(['欧阳**', '示例店139****1234'])
    for (const bytes of files.values()) expect(/欧阳示例|13900001234/.test(String(bytes))).toBe(false)
  })

  it('are refused where a target goes by an identity number; the archive is not', async () => {
    const card = '11010519491231002X' // the example of GB 11643
    const here = await miniature({
      targets: [...targets(3), { 对象编号: card, 名称: '示例', 监管部门: 'JIA' }],
      inspectors: inspectors(4),
    })
    const before = contentOf(here.db)
    const task = ['--lead', '甲局', '--rate', '100%']
    for (const line of [
      ['freeze', ...task, '--to', here.path('a')],
      ['run', ...task, '--seed', 'x'],
    ]) {
      const frozen = await here.ssj('draw', ...line, '--json')
      expect([frozen.code, frozen.json.error.code]).toEqual([2, 'private-data-to-publish'])
      expect(frozen.out + frozen.err).not.toContain(card)
    }
    expect(contentOf(here.db)).toBe(before)
    await here.done('draw', 'run', ...task, '--seed', 'x', '--publish-list', '否')
    const ran = await here.ssj('export', '1', '--to', here.path('b'), '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'list-not-published'])
    await exported(here, 'c', '--profile', 'archive')
    expect(existsSync(here.path('a')) || existsSync(here.path('b'))).toBe(false)
  })
})

describe('layouts', () => {
  it.each([
    ['gsxt', '序号,市场主体名称,统一社会信用代码/注册号,登记机关'],
    ['dongxihu-2023', '序号,抽查事项名称,抽查对象名称,抽查结果'],
  ])('head the list as offices do: %s', async (name, headings) => {
    const here = drawn.copy()
    await exported(here, 'public', '--layout', name)
    expect(cellsOf(here.path('public/公示名单.csv'))[0]!.join(',')).toBe(headings)
  })

  it('may be an office’s own file; a field that is not known is refused with the nearest', async () => {
    const here = drawn.copy()
    const own = here.file(
      'own.json',
      JSON.stringify({
        name: '我局',
        columns: [
          { heading: '企业', field: '名称' },
          { heading: '层', field: 'stratum' },
        ],
      }),
    )
    await exported(here, 'public', '--layout', own)
    expect(cellsOf(here.path('public/公示名单.csv'))[0]).toEqual(['企业', '层'])
    const bad = here.file(
      'bad.json',
      JSON.stringify({ name: 'x', columns: [{ heading: '电话', field: 'phon' }] }),
    )
    for (const [layout, code, told] of [
      [bad, 'invalid-layout', 'phon'],
      [here.file('no.json', '{'), 'invalid-layout', 'no.json'],
      ['gsx', 'unknown-layout', 'gsxt'],
      [here.path('nowhere.json'), 'unknown-layout', 'nowhere.json'],
      [DISTRICT, 'unknown-layout', 'district'],
    ] as const) {
      for (const language of ['zh', 'en']) {
        const words = ['export', '1', '--to', here.path('b'), '--layout', layout, '--lang', language]
        const ran = await here.ssj(...words, '--json')
        expect([ran.code, ran.json.error.code]).toEqual([2, code])
        expect(ran.err).toContain(told)
      }
    }
    expect(existsSync(here.path('b'))).toBe(false)
  })
})

describe('publish', () => {
  it('writes the items in force and the plan without ad-hoc tasks', async () => {
    const here = registries.copy()
    await here.done('draw', 'freeze', '--lead', 'LS-SCJG', '--items', 'SP-03', '--count', '3')
    await here.done(
      'add',
      'items',
      '--set',
      '事项编码=NZ-02',
      '--set',
      '抽查事项=农药经营许可情况检查',
      '--set',
      '有效=否',
    )
    const items = await here.done(
      'publish',
      'items',
      '--to',
      here.path('items.csv'),
      '--layout',
      'fenyang-2021',
    )
    expect(items).toMatchObject({ rows: 4, layout: 'fenyang-2021' })
    const [headings, first] = cellsOf(here.path('items.csv'))
    expect(headings!.join(' | ')).toBe(
      '序号 | 抽查领域 | 抽查事项 | 检查对象 | 发起部门 | 配合部门 | 抽查层级',
    )
    expect(first!.slice(4)).toEqual(['离石区应急管理局', '生态环境局离石分局、离石区市场监督管理局', '区级'])
    expect((await here.done('publish', 'plan', '--to', here.path('plan.csv'))).rows).toBe(3)
    const [, task] = cellsOf(here.path('plan.csv'))
    expect(task!.slice(1, 5)).toEqual([
      '2026年企业公示信息不定向抽查',
      '企业公示信息抽查',
      '区内存续企业',
      '3%（A类1%、B类3%、C类10%、D类30%），1次/年',
    ])
    expect((await here.done('publish', 'plan', '--to', here.path('2025.html'), '--year', '2025')).rows).toBe(
      0,
    )
    expect((await here.done('publish', 'plan', '--to', here.path('plan.xlsx'))).rows).toBe(3)
  })

  it('refuses other lists, endings, years and a file that is there', async () => {
    const here = registries.copy()
    here.file('there.csv', 'mine')
    for (const [words, code] of [
      [['targets', '--to', here.path('a.csv')], 'unknown-library'],
      [['plan', '--to', here.path('a.pdf')], 'invalid-option'],
      [['plan', '--to', here.path('a')], 'invalid-option'],
      [['plan', '--to', here.path('a.csv'), '--year', '26'], 'invalid-option'],
      [['plan', '--to', here.path('a.csv'), '--layout', 'fenyang-2021'], 'unknown-layout'],
      [['plan', '--to', here.path('there.csv')], 'file-exists'],
      [['plan', '--to', here.path('no/a.csv')], 'write-failed'],
    ] as const) {
      const ran = await here.ssj('publish', ...words, '--json')
      expect([ran.code, ran.json.error.code]).toEqual([2, code])
    }
    expect(readdirSync(here.folder).filter(name => name.startsWith('a') || name.startsWith('.'))).toEqual([])
  })
})

describe('the archive', () => {
  it('is a bag that an independent validator accepts, and verify looks into', async () => {
    const here = drawn.copy()
    await exported(here, 'bag', '--profile', 'archive', '--format', 'csv,xlsx,html,docx')
    const python = spawnSync('python3', [VALIDATOR, here.path('bag')], { encoding: 'utf8' })
    expect(python.stdout).toMatch(/^valid: \d+ files\n$/)
    const sums = spawnSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: here.path('bag/data') })
    expect(sums.status).toBe(0)
    expect(await here.done('verify', here.path('bag'))).toMatchObject({ kind: 'agrees', notShown: [] })
    writeFileSync(here.path('bag/bag-info.txt'), 'Payload-Oxum: 1.1\n')
    const ran = await here.ssj('verify', here.path('bag'), '--json')
    expect([ran.code, ran.json.difference.file]).toEqual([1, 'bag-info.txt'])
  })

  it('as a zip, of either profile, is one file that verify reads and other programs unpack', async () => {
    const here = drawn.copy()
    for (const profile of ['public', 'archive']) {
      const zip = here.path(`${profile}.zip`)
      await here.done('export', '1', '--to', zip, '--zip', '--profile', profile)
      expect(await here.done('verify', zip)).toMatchObject({ kind: 'agrees' })
      await exported(here, profile, '--profile', profile)
      const unpacked = Object.entries(unzipSync(readFileSync(zip)))
      const top = profile === 'public' ? '2026-0001/' : '2026-0001-archive/'
      expect(digestsOf(unpacked.map(([name, bytes]) => [name.replace(top, ''), bytes]))).toEqual(
        digestsOf(filesIn(here.path(profile))),
      )
      const again = await here.ssj('export', '1', '--to', zip, '--zip', '--json')
      expect([again.code, again.json.error.code]).toEqual([2, 'file-exists'])
    }
    const announced = here.path('public.zip')
    await here.done('verify', here.path('archive.zip'), '--commitment', announced)
  })
})

describe('published bytes', () => {
  it('follow from the draw alone: the same at another time, in another time zone', async () => {
    const first = drawn.copy()
    const later = drawn.copy()
    const words = (at: Office) => [
      'export',
      '2026-0001',
      '--to',
      at.path('a.zip'),
      '--zip',
      '--profile',
      'archive',
    ]
    const formats = ['--format', 'csv,xlsx,html,docx']
    await first.done(...words(first), ...formats)
    const zone = process.env.TZ
    process.env.TZ = 'Pacific/Kiritimati'
    await later.ssjIn({ now: '2027-01-01T00:00:00Z' }, ...words(later), ...formats)
    process.env.TZ = zone
    expect(readFileSync(later.path('a.zip')).equals(readFileSync(first.path('a.zip')))).toBe(true)
  })
})

describe('hostile text', () => {
  const NAMES = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onclick='x",
    '=1+1',
    '&amp;&lt;',
  ]

  it('is text in every HTML document', () => {
    for (const name of NAMES) {
      const html = documentsHtml([
        {
          file: 'x',
          title: name,
          subtitle: name,
          data: null,
          notice: true,
          wide: false,
          blocks: [
            { kind: 'text', text: name },
            { kind: 'address', text: name },
            { kind: 'heading', text: name },
            { kind: 'facts', pairs: 2, facts: [{ label: name, value: `${name}\u0000\ud800` }] },
            { kind: 'table', headings: [name], rows: [[name], ['\u202e倒']] },
            { kind: 'signature', lines: [name] },
          ],
        },
      ])
      expect(html).not.toMatch(/<script|<img|onclick='|[\0\p{Cs}]/u)
      expect(html).toContain("default-src 'none'")
    }
  })

  it('passes the whole road: registries, draw, four formats, verify', async () => {
    const rows = NAMES.map((name, i) => ({ 对象编号: `T0${i}`, 名称: name, 监管部门: 'JIA', 地址: name }))
    const here = await miniature({ targets: rows, inspectors: inspectors(3, { 姓名: '<b>示例</b>' }) })
    await here.done('draw', 'run', '--lead', '甲局', '--rate', '100%', '--name', '<i>任务</i>', '--seed', 'x')
    const files = await exported(here, 'a', '--profile', 'archive', '--format', 'csv,xlsx,html,docx')
    for (const [name, bytes] of files)
      if (name.endsWith('.html') && !name.endsWith('verify.html'))
        expect(String(bytes), name).not.toMatch(/<script|<img|<b>|<i>/)
    expect(await here.done('verify', here.path('a'))).toMatchObject({ kind: 'agrees' })
  })
})

describe('a disk that fills up', () => {
  it.each([
    ['folder', ['--profile', 'archive']],
    ['zip', ['--profile', 'archive', '--zip']],
  ] as const)('leaves nothing half written: %s', (_, options) => {
    const here = drawn.copy()
    const folder = freshFolder()
    const words = ['export', '1', '--to', join(folder, 'out'), ...options, '--format', 'csv,xlsx,html,docx']
    // No file may grow beyond 8 blocks of 512 bytes: what a full disk says, from a shell that needs no rights.
    const script = `ulimit -f 8; exec "$0" "$@"`
    const ran = spawnSync('bash', ['-c', script, process.execPath, BIN, '--db', here.db, ...words], {
      encoding: 'utf8',
      env: { ...process.env, SSJ_LANG: 'en' },
    })
    expect([ran.status, ran.stderr.split('\n')[0]]).toEqual([
      2,
      expect.stringMatching(/cannot write .*EFBIG/),
    ])
    expect(readdirSync(folder)).toEqual([])
  })
})

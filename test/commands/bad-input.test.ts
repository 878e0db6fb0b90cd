import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/store/sqlite.ts'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import {
  BIN,
  contentOf,
  DISTRICT,
  digestAt,
  district,
  filesIn,
  type Office,
  office,
  raw,
} from '../helpers/ssj.ts'

let registries: Office
beforeAll(async () => {
  registries = await district()
})

/** The exit code, that both languages say it with the value, and that nothing was written. */
async function expectRefusal(at: Office, code: number, says: readonly string[], argv: readonly string[]) {
  const before = contentOf(at.db)
  for (const language of ['zh', 'en']) {
    const ran = await at.ssj(...argv, '--lang', language)
    expect([ran.code, ran.out], ran.err).toEqual([code, ''])
    expect(ran.err).toMatch(/^ssj: /)
    expect(ran.err).not.toMatch(/\bat .*\.ts:\d+|undefined|\[object|NaN/)
    if (language === 'en') expect(ran.err).toMatch(/[a-z]{3,} [a-z]{2,}/)
    else expect(ran.err).toMatch(/[\u4e00-\u9fff]{2}/)
    for (const part of says) expect(ran.err, language).toContain(part)
  }
  expect(contentOf(at.db)).toBe(before)
}

const TARGETS = '对象编号,统一社会信用代码,名称,监管部门,成立日期'
const INSPECTORS = '人员编号,姓名,所属部门,证件有效期,不可用日期,年度上限,可任组长,状态'
const PLAN =
  '任务编号,任务名称,发起部门,配合部门,抽查比例,分级比例,抽查数量,起止时间,抽查事项,每部门人数,检查对象条件,分层,替补'

interface Case {
  readonly what: string
  readonly library: string
  readonly content: string
  readonly code: string
  readonly row: number
  readonly column?: string
  readonly heading?: string
  readonly value?: string
  /** What both languages say. */
  readonly says?: readonly string[]
}

const files: readonly Case[] = [
  {
    what: 'a heading that is missing',
    library: 'departments',
    content: '部门名称,简称\n某局,某\n',
    code: 'missing-heading',
    row: 1,
    says: ['部门编码'],
  },
  {
    what: 'a new target, and no heading for its name',
    library: 'targets',
    content: '对象编号,地址\nX1,某路\n',
    code: 'not-registered',
    row: 2,
    says: ['名称'],
  },
  {
    what: 'no heading for an id',
    library: 'departments',
    content: '部门名称\n甲局\n',
    code: 'missing-heading',
    row: 1,
    says: ['部门编码'],
  },
  {
    what: 'a heading that is doubled',
    library: 'targets',
    content: '对象编号,名称,名称\nX1,甲,乙\n',
    code: 'duplicate-heading',
    row: 1,
    column: 'C',
    heading: '名称',
    value: '名称',
  },
  {
    what: 'a heading that is not known',
    library: 'recusals',
    content: '人员编号,对象编号,事由,登记日\nR0001,T0000002,投资,2026-01-05\n',
    code: 'unknown-heading',
    row: 1,
    column: 'D',
    heading: '登记日',
    says: ['登记日期'],
  },
  {
    what: 'no headings at all',
    library: 'departments',
    content: 'a,b,c\n1,2,3\n',
    code: 'no-headings',
    row: 1,
    value: 'a,b,c',
    says: ['部门编码', '部门名称'],
  },
  {
    what: 'a row with too few columns',
    library: 'targets',
    content: `${TARGETS}\nX1,,甲店,市监局\n`,
    code: 'wrong-column-count',
    row: 2,
    says: ['4', '5'],
  },
  {
    what: 'a row with too many columns',
    library: 'targets',
    content: `${TARGETS}\nX1,,甲店,市监局,,\nX2,,乙店,市监局,,多余\n`,
    code: 'wrong-column-count',
    row: 3,
    says: ['6', '5'],
  },
  {
    what: 'an id twice with different content',
    library: 'targets',
    content: `${TARGETS}\nX1,,甲店,市监局,\nX2,,乙店,市监局,\nX1,,丙店,市监局,\n`,
    code: 'duplicate-id',
    row: 4,
    heading: '名称',
    value: '丙店',
    says: ['X1', '甲店', '2'],
  },
  {
    what: 'an inspector twice in two departments',
    library: 'inspectors',
    content: `${INSPECTORS}\nZ1,张示例,市监局,,,,,\nZ1,张示例,区卫体局,,,,,\n`,
    code: 'duplicate-id',
    row: 3,
    heading: '所属部门',
    says: ['Z1', 'LS-SCJG', 'LS-WJT'],
  },
  {
    what: 'a wrong check character of a USCC',
    library: 'targets',
    content: `${TARGETS}\n,91141102MADE05G3Y1,甲店,市监局,\n`,
    code: 'uscc-check',
    row: 2,
    column: 'B',
    heading: '统一社会信用代码',
    value: '91141102MADE05G3Y1',
    says: ['0'],
  },
  {
    what: 'a USCC with a letter that it never has',
    library: 'targets',
    content: `${TARGETS}\n,91141102MADEO5G3Y0,甲店,市监局,\n`,
    code: 'uscc-alphabet',
    row: 2,
    column: 'B',
    value: '91141102MADEO5G3Y0',
  },
  {
    what: 'a USCC that is too short',
    library: 'targets',
    content: `${TARGETS}\n,91141102MADE05G3Y,甲店,市监局,\n`,
    code: 'uscc-length',
    row: 2,
    column: 'B',
    value: '91141102MADE05G3Y',
    says: ['18', '17'],
  },
  {
    what: 'a USCC in E notation',
    library: 'targets',
    content: `${TARGETS}\n,9.11411E+17,甲店,市监局,\n`,
    code: 'code-as-exponent',
    row: 2,
    column: 'B',
    value: '9.11411E+17',
  },
  {
    what: 'a wrong check digit of a registration number',
    library: 'targets',
    content: '注册号,名称\n141102600000000,甲店\n',
    code: 'registration-check',
    row: 2,
    column: 'A',
    heading: '注册号',
    value: '141102600000000',
  },
  {
    what: 'a name that is empty',
    library: 'targets',
    content: `${TARGETS}\nX1,,,市监局,\n`,
    code: 'missing-value',
    row: 2,
    column: 'C',
    heading: '名称',
  },
  {
    what: 'an id that is empty',
    library: 'targets',
    content: `${TARGETS}\n,,甲店,市监局,\n`,
    code: 'missing-id',
    row: 2,
    says: ['统一社会信用代码'],
  },
  {
    what: 'an unknown department, with the nearest',
    library: 'targets',
    content: `${TARGETS}\nX1,,甲店,区卫健体局,\n`,
    code: 'unknown-department',
    row: 2,
    column: 'D',
    heading: '监管部门',
    value: '区卫健体局',
    says: ['区卫体局'],
  },
  {
    what: 'an unknown item, with the nearest',
    library: 'plan',
    content: `${PLAN}\nA1,甲任务,市监局,,3%,,,,SP-04,,,,\n`,
    code: 'unknown-item',
    row: 2,
    column: 'I',
    heading: '抽查事项',
    value: 'SP-04',
    says: ['SP-03'],
  },
  {
    what: 'an unknown inspector, with the nearest',
    library: 'recusals',
    content: '人员编号,对象编号\nR00001,T0000002\n',
    code: 'unknown-inspector',
    row: 2,
    column: 'A',
    value: 'R00001',
    says: ['R0001'],
  },
  {
    what: 'an unknown target',
    library: 'recusals',
    content: '人员编号,对象编号\nR0001,T9999999\n',
    code: 'unknown-target',
    row: 2,
    column: 'B',
    value: 'T9999999',
  },
  {
    what: 'a date that is none',
    library: 'targets',
    content: `${TARGETS}\nX1,,甲店,市监局,2026-02-30\n`,
    code: 'invalid-date',
    row: 2,
    column: 'E',
    heading: '成立日期',
    value: '2026-02-30',
  },
  {
    what: 'days off that run backwards',
    library: 'inspectors',
    content: `${INSPECTORS}\nZ1,张示例,市监局,,2026-05-10~2026-05-01,,,\n`,
    code: 'reversed-dates',
    row: 2,
    column: 'E',
    value: '2026-05-10~2026-05-01',
  },
  {
    what: 'a limit that is no number',
    library: 'inspectors',
    content: `${INSPECTORS}\nZ1,张示例,市监局,,,若干,,\n`,
    code: 'invalid-count',
    row: 2,
    column: 'F',
    value: '若干',
  },
  {
    what: 'a yes or no that is neither',
    library: 'inspectors',
    content: `${INSPECTORS}\nZ1,张示例,市监局,,,,也许,\n`,
    code: 'invalid-yesno',
    row: 2,
    column: 'G',
    value: '也许',
  },
  {
    what: 'a state that is no choice',
    library: 'inspectors',
    content: `${INSPECTORS}\nZ1,张示例,市监局,,,,,好\n`,
    code: 'invalid-choice',
    row: 2,
    column: 'H',
    value: '好',
    says: ['有效'],
  },
  ...['103%', '1001‰', '1.01', '3'].map(rate => ({
    what: `a rate of ${rate}, above 100 %`,
    library: 'plan',
    content: `${PLAN}\nA1,甲任务,市监局,,${rate},,,,,,,,\n`,
    code: 'rate-above-100',
    row: 2,
    column: 'E',
    heading: '抽查比例',
    value: rate,
  })),
  {
    what: 'a rate of one class above 100 %',
    library: 'plan',
    content: `${PLAN}\nA1,甲任务,市监局,,,A=1%;B=300%,,,,,,,\n`,
    code: 'rate-above-100',
    row: 2,
    column: 'F',
    value: 'A=1%;B=300%',
  },
  {
    what: 'a rate that is none',
    library: 'plan',
    content: `${PLAN}\nA1,甲任务,市监局,,少许,,,,,,,,\n`,
    code: 'invalid-rate',
    row: 2,
    column: 'E',
    value: '少许',
  },
  {
    what: 'a rate and a count',
    library: 'plan',
    content: `${PLAN}\nA1,甲任务,市监局,,3%,,5,,,,,,\n`,
    code: 'rate-and-count',
    row: 2,
    says: ['3%', '5'],
  },
  {
    what: 'neither rate nor count',
    library: 'plan',
    content: `${PLAN}\nA1,甲任务,市监局,,,,,,,,,,\n`,
    code: 'no-rate-or-count',
    row: 2,
  },
  {
    what: 'the lead department among the others',
    library: 'plan',
    content: `${PLAN}\nA1,甲任务,市监局,区市场监管局,3%,,,,,,,,\n`,
    code: 'lead-among-partners',
    row: 2,
    says: ['LS-SCJG'],
  },
  {
    what: 'seats of a department without a part',
    library: 'plan',
    content: `${PLAN}\nA1,甲任务,市监局,,3%,,,,,区卫体局:2,,,\n`,
    code: 'team-of-other-department',
    row: 2,
    says: ['LS-WJT'],
  },
  {
    what: 'seats that are none',
    library: 'plan',
    content: `${PLAN}\nA1,甲任务,市监局,,3%,,,,,0,,,\n`,
    code: 'invalid-team',
    row: 2,
    column: 'J',
    value: '0',
  },
  {
    what: 'a period that runs backwards',
    library: 'plan',
    content: `${PLAN}\nA1,甲任务,市监局,,3%,,,2026-06-30~2026-03-01,,,,,\n`,
    code: 'reversed-dates',
    row: 2,
    column: 'H',
    value: '2026-06-30~2026-03-01',
  },
  {
    what: 'a condition on a field that there is not',
    library: 'plan',
    content: `${PLAN}\nA1,甲任务,市监局,,3%,,,,,,主体类形=企业,,\n`,
    code: 'unknown-field',
    row: 2,
    column: 'K',
    says: ['主体类形', '主体类型'],
  },
  {
    what: 'a condition that is none',
    library: 'plan',
    content: `${PLAN}\nA1,甲任务,市监局,,3%,,,,,,企业,,\n`,
    code: 'invalid-condition',
    row: 2,
    column: 'K',
    value: '企业',
  },
  {
    what: 'strata by a field with several values',
    library: 'plan',
    content: `${PLAN}\nA1,甲任务,市监局,,3%,,,,,,,所属子库,\n`,
    code: 'field-is-list',
    row: 2,
    column: 'L',
    value: '所属子库',
  },
  {
    what: 'reserves that are none',
    library: 'plan',
    content: `${PLAN}\nA1,甲任务,市监局,,3%,,,,,,,,几户\n`,
    code: 'invalid-reserve',
    row: 2,
    column: 'M',
    value: '几户',
  },
  {
    what: 'an id with a character that the folder cannot hold',
    library: 'departments',
    content: '部门编码,部门名称\n"A;B",甲局\n',
    code: 'invalid-id-character',
    row: 2,
    column: 'A',
    value: 'A;B',
  },
  {
    what: 'a control character',
    library: 'departments',
    content: '部门编码,部门名称\nAB,甲\u0007局\n',
    code: 'control-character',
    row: 2,
    column: 'B',
    says: ['0007'],
  },
]

describe('a file of a registry with', () => {
  it.each(files)('$what is refused whole, row and value named', async each => {
    const path = registries.file(`bad-${each.code}.csv`, each.content)
    const ran = await registries.ssj('import', each.library, path, '--json')
    expect(ran.code).toBe(1)
    const [file] = ran.json.files
    expect(file).toMatchObject({ file: path, outcome: 'refused', entry: null })
    const issue = file.issues.find((found: { code: string }) => found.code === each.code)
    expect(issue, JSON.stringify(file.issues)).toMatchObject({
      row: each.row,
      ...(each.column === undefined ? {} : { column: each.column }),
      ...(each.heading === undefined ? {} : { heading: each.heading }),
      ...(each.value === undefined ? {} : { value: each.value }),
    })
    const places = [each.heading, each.value, each.column].filter(part => part !== undefined)
    const says = [path, String(each.row), ...places, ...(each.says ?? [])]
    await expectRefusal(registries, 1, says, ['import', each.library, path])
  })

  it('one bad row among many good ones is refused whole', async () => {
    const lines = readFileSync(join(DISTRICT, 'targets.csv'), 'utf8').trimEnd().split('\n')
    lines[200] = lines[200]!.replace(/,(9[0-9A-Z]{16})([0-9A-Z]),/, (_, body, check) =>
      [',', body, check === '1' ? '2' : '1', ','].join(''),
    )
    lines.push(lines[1]!.replace('T0000001', 'T0000999').replace(/,9\w{17},/, ',,'))
    const path = registries.file('targets.csv', lines.join('\n'))
    await expectRefusal(registries, 1, [path, '201'], ['import', 'targets', path])
    const fresh = office()
    await fresh.done('init')
    await expectRefusal(fresh, 1, [path, '201'], ['import', 'targets', path])
  })

  it('of two files the good one is kept and the bad one refused', async () => {
    const here = registries.copy()
    const good = here.file('good.csv', '部门编码,部门名称\nXX,新局\n')
    const bad = here.file('bad.csv', '部门编码,部门名称\nYY,\n')
    const ran = await here.ssj('import', 'departments', bad, good, '--json')
    expect(ran.code).toBe(1)
    expect(ran.json.files.map((file: { outcome: string }) => file.outcome)).toEqual(['refused', 'written'])
  })
})

describe('a file that is no table', () => {
  it.each<[string, Uint8Array | string | null, string]>([
    ['is not there', null, 'unreadable'],
    ['is empty', '', 'empty'],
    ['is a database', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(100)]), 'not-a-table'],
    ['has a quote that is never closed', '对象编号,名称\nX1,"甲店\n', 'unclosed-quote'],
    ['is in no encoding', Buffer.from([0xb6, 0xd4, 0xff, 0xff, 0x2c, 0x80, 0xff, 0x0a]), 'undecodable'],
  ])('because it %s is refused', async (_, content, kind) => {
    const path = content === null ? registries.path('none.csv') : registries.file('no-table.csv', content)
    const ran = await registries.ssj('import', 'targets', path, '--json')
    expect([ran.code, ran.json.error?.details.problem?.kind], ran.out).toEqual([2, kind])
    await expectRefusal(registries, 2, [path], ['import', 'targets', path])
  })
})

describe('a wish that cannot be', () => {
  const CATERING = '14110220261002'
  const dice = ['--seed', '骰子=1']
  const lottery = ['--seed', '福彩3D 第2026312期=2']

  const wishes: [string, readonly string[], readonly string[]][] = [
    ['a task that does not exist', ['draw', 'freeze', '14110220261009'], ['14110220261009', '1411022026100']],
    ['to draw a task that does not exist', ['draw', 'run', 'nowhere', '--seed', 'x'], ['nowhere']],
    ['a draw that does not exist', ['draw', 'show', '9'], ['9']],
    ['to replay a draw that does not exist', ['draw', 'replay', '2026-0009'], ['2026-0009']],
    ['a library that does not exist', ['list', 'target'], ['target', 'targets']],
    ['a record that does not exist', ['show', 'departments', 'LS-SCJ'], ['LS-SCJ', 'LS-SCJG']],
    ['an entry that does not exist', ['list', 'departments', '--at', '99'], ['99', '6']],
    ['a command that does not exist', ['inport', 'targets', 'x.csv'], ['inport']],
    ['an option that does not exist', ['draw', 'list', '--sead', 'x'], ['--sead']],
    ['no argument', ['import'], []],
    ['to retire without a reason', ['retire', 'targets', 'T0000001'], ['--reason']],
    [
      'a department that does not exist',
      ['draw', 'freeze', '--lead', '区卫健体局', '--count', '1'],
      ['区卫健体局', '区卫体局'],
    ],
    [
      'an item that does not exist',
      ['draw', 'freeze', '--lead', '市监局', '--count', '1', '--items', 'SP-04'],
      ['SP-04', 'SP-03'],
    ],
    ['no lead department', ['draw', 'freeze', '--count', '1'], ['--lead']],
    ['a rate above 100 %', ['draw', 'freeze', '--lead', '市监局', '--rate', '300%'], ['300%']],
    [
      'a date that is none',
      ['draw', 'freeze', '--lead', '市监局', '--rate', '3%', '--from', '2026-02-30'],
      ['2026-02-30'],
    ],
    ['no rate', ['draw', 'freeze', '--lead', '市监局'], []],
    [
      'seats nobody can fill',
      ['draw', 'freeze', '--lead', '市监局', '--items', 'SP-03', '--count', '1', '--team', '飞行员,任意'],
      ['LS-SCJG', '飞行员'],
    ],
    [
      'an empty frame',
      ['draw', 'freeze', '--lead', '市监局', '--items', 'SP-03', '--count', '1', '--where', '名称=无此户'],
      ['400'],
    ],
    [
      'a frame of another department',
      [
        'draw',
        'freeze',
        '--lead',
        'LS-TJJ',
        '--with',
        '市监局',
        '--joint',
        '全部',
        '--items',
        'SP-03',
        '--count',
        '1',
      ],
      ['400'],
    ],
    ['no seed', ['draw', 'run', '14110220261001'], ['seed', '--seed']],
    ['a seed line missing', ['draw', 'run', CATERING, ...dice], ['福彩3D 第2026312期']],
    [
      'a seed for an unknown source',
      ['draw', 'run', CATERING, ...dice, ...lottery, '--seed', '天气=晴'],
      ['天气', '骰子'],
    ],
    [
      'a bare seed where sources are named',
      ['draw', 'run', CATERING, ...dice, ...lottery, '--seed', 'x'],
      ['seed', '骰子'],
    ],
    ['a seed line doubled', ['draw', 'run', CATERING, ...dice, ...dice, ...lottery], ['骰子']],
    ['an empty seed', ['draw', 'run', CATERING, '--seed', '骰子=', ...lottery], ['骰子']],
    ['a seed of blanks', ['draw', 'run', CATERING, '--seed', '骰子=\u3000 ', ...lottery], ['骰子']],
    [
      'a value with a control character',
      ['draw', 'run', CATERING, '--seed', '骰子=1\u0007', ...lottery],
      ['骰子'],
    ],
  ]
  it.each(wishes)('%s is refused', async (_, argv, says) => {
    await expectRefusal(registries, 2, says, argv)
  })

  it('a sealed source with another value is refused', async () => {
    const here = await miniature({ targets: targets(3), inspectors: inspectors(3) })
    const source = `secret/${'0'.repeat(64)}`
    const dice = ['--source', '骰子/30', '--seed', `骰子=${'1'.repeat(30)}`]
    const run = ['draw', 'run', '--lead', 'JIA', '--count', '1', '--id', 'A', '--source', source, ...dice]
    await expectRefusal(here, 2, ['secret/'], [...run, '--seed', `${source}=开标`])
  })

  it('a drand round without its signature, or with a bad value, is refused', async () => {
    const here = await miniature({ targets: targets(3), inspectors: inspectors(3) })
    const source = 'drand/quicknet/1000'
    const run = ['draw', 'run', '--lead', 'JIA', '--count', '1', '--id', 'A', '--source', source]
    const value = 'a'.repeat(64)
    await expectRefusal(here, 2, [source, '--signature'], [...run, '--seed', `${source}=${value}`])
    await expectRefusal(here, 2, [source, 'abc'], [...run, '--seed', `${source}=abc`])
    const forged = ['--signature', `${source}=${'b'.repeat(96)}`]
    await expectRefusal(here, 2, [source], [...run, '--seed', `${source}=${value}`, ...forged])
    const machine = await here.ssj(...run, '--seed-machine')
    expect(machine.code).toBe(2)
  })
})

describe('a database', () => {
  /** Both languages, exit 2, and the file as it was. */
  async function expectClosed(at: Office, reason: string): Promise<void> {
    const before = digestAt(at.db)
    for (const argv of [
      ['draw', 'list'],
      ['import', 'departments', join(DISTRICT, 'departments.csv')],
      ['log', '--verify'],
    ]) {
      const ran = await at.ssj(...argv, '--json')
      expect([ran.code, ran.json.error.code]).toEqual([2, reason])
      for (const language of ['zh', 'en'])
        expect((await at.ssj(...argv, '--lang', language)).err).toContain(at.db)
    }
    expect(digestAt(at.db)).toBe(before)
  }

  it('that is not there is not made', async () => {
    const here = office()
    await expectClosed(here, 'no-such-database')
    expect(existsSync(here.db)).toBe(false)
  })

  it('that is there is not made again', async () => {
    const before = digestAt(registries.db)
    const ran = await registries.ssj('init', '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'database-exists'])
    expect(digestAt(registries.db)).toBe(before)
  })

  it('of somebody else is left alone', async () => {
    const here = office()
    const theirs = openDatabase(here.db)
    theirs.exec('create table department (id text)')
    theirs.close()
    await expectClosed(here, 'foreign-database')
    writeFileSync(here.db, 'no database, but long enough to be looked at as one'.repeat(40))
    await expectClosed(here, 'foreign-database')
    writeFileSync(here.db, '')
    await expectClosed(here, 'foreign-database')
  })

  it('that is newer than the program is left alone', async () => {
    const here = registries.copy()
    const theirs = raw(here.db)
    theirs.pragma('user_version = 9000')
    theirs.close()
    await expectClosed(here, 'newer-database')
  })

  it('cut short is not read as whole', async () => {
    const here = registries.copy()
    const bytes = readFileSync(here.db)
    writeFileSync(here.db, bytes.subarray(0, Math.floor(bytes.length / 2)))
    const ran = await here.ssj('log', '--verify', '--json')
    expect(ran.code, ran.err).not.toBe(0)
    expect(ran.err).not.toMatch(/\.ts:\d+/)
  })

  it('in a folder that does not exist is refused', async () => {
    const here = office()
    const ran = await here.ssj('init', '--db', here.path('no/where/ssj.db'), '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'database-unreachable'])
  })

  it('locked by another is waited for, then said to be locked', async () => {
    const here = registries.copy()
    const other = raw(here.db)
    other.exec('begin immediate')
    const start = Date.now()
    const ran = await here.ssj(...['draw', 'run', '14110220261001', '--seed', 'x', '--lang', 'en', '--json'])
    expect([ran.code, ran.json.error.code]).toEqual([2, 'database-locked'])
    expect(ran.err).toContain(here.db)
    expect(Date.now() - start).toBeGreaterThan(50)
    other.exec('rollback')
    other.close()
    await here.done('draw', 'run', '14110220261001', '--seed', 'x')
  })

  it('takes two commands at once: each ends well or says that it is locked', async () => {
    const here = registries.copy()
    const files = ['first', 'second', 'third'].map((name, n) => {
      const rows = Array.from({ length: 3000 }, (_, i) => `N${n}-${i},新店${i},市监局\n`)
      return here.file(`${name}.csv`, `对象编号,名称,监管部门\n${rows.join('')}`)
    })
    const runs = files.map(
      file =>
        new Promise<{ code: number | null; err: string }>(resolve => {
          const child = spawn(process.execPath, [BIN, 'import', 'targets', file, '--db', here.db], {
            env: { ...process.env, SSJ_LANG: 'en' },
          })
          let err = ''
          child.stderr.on('data', piece => {
            err += piece
          })
          child.on('close', code => resolve({ code, err }))
        }),
    )
    const ended = await Promise.all(runs)
    for (const { code, err } of ended)
      expect(code === 0 || (code === 2 && err.includes('another command is using it')), err).toBe(true)
    const wrote = ended.filter(({ code }) => code === 0).length
    expect(wrote).toBeGreaterThan(0)
    expect(await here.done('log', '--verify')).toEqual({ holds: true, entries: 6 + wrote })
    expect((await here.done('list', 'targets')).count).toBe(400 + 3000 * wrote)
  }, 60_000)
})

describe('a folder', () => {
  let archive: Map<string, Buffer>
  let here: Office
  beforeAll(async () => {
    here = registries.copy()
    await here.done('draw', 'run', '14110220261003', '--seed', 'x')
    await here.done('export', '1', '--to', here.path('whole'), '--profile', 'archive')
    archive = filesIn(here.path('whole'))
  })

  /** A copy of the folder. */
  function copyOf(name: string): string {
    for (const [file, bytes] of archive) here.file(`${name}/${file}`, bytes)
    return here.path(name)
  }

  it('with any one file missing differs, and names it', async () => {
    const folder = copyOf('missing')
    for (const [name, bytes] of archive) {
      rmSync(join(folder, name))
      const ran = await here.ssj('verify', folder, '--json')
      expect([ran.code, ran.json.kind], name).toEqual([1, 'differs'])
      expect(JSON.stringify(ran.json.difference)).toContain(name.replace(/^data\//, ''))
      const told = await here.ssj('verify', folder, '--lang', 'en')
      expect(told.out, name).toContain(name.replace(/^data\//, ''))
      writeFileSync(join(folder, name), bytes)
    }
    await here.done('verify', folder)
  })

  it('with any one file changed differs, and names it', async () => {
    const folder = copyOf('changed')
    for (const [name, bytes] of archive) {
      writeFileSync(join(folder, name), Buffer.concat([bytes, Buffer.from('\n')]))
      const ran = await here.ssj('verify', folder, '--json')
      expect([ran.code, ran.json.kind], name).toEqual([1, 'differs'])
      expect(ran.json.difference.file).toBe(name)
      writeFileSync(join(folder, name), bytes)
    }
    await here.done('verify', folder)
  })

  it('with a file too many differs', async () => {
    const folder = copyOf('more')
    copyFileSync(join(folder, 'data/frame.csv'), join(folder, 'data/frame2.csv'))
    const ran = await here.ssj('verify', folder, '--json')
    expect(ran.code).toBe(1)
    expect(JSON.stringify(ran.json.difference)).toContain('frame2.csv')
  })

  it('that is none, or is not there, could not be verified', async () => {
    for (const [path, code] of [
      [here.path('nowhere'), 'no-such-folder'],
      [here.db, 'invalid-zip'],
      [DISTRICT, 'not-a-folder'],
    ] as const) {
      const ran = await here.ssj('verify', path, '--json')
      expect([ran.code, ran.json.error.code]).toEqual([2, code])
    }
  })
})

import { describe, expect, it } from 'vitest'
import { registrationCheckDigit } from '../../../src/core/registry/numbers/registration-number.ts'
import { usccCheckCharacter } from '../../../src/core/registry/numbers/uscc.ts'
import { csvFrom, inspectors, miniature } from '../../helpers/miniature.ts'
import { contentOf, type Office, office } from '../../helpers/ssj.ts'

/** Invented numbers: 58871239H, its old number and the office's own. */
const USCC = '91141102058871239H'
const OTHER = '91141102MA9X10009J'
const OLD = '141102000001231'
const OWN = 'LS-0001'

type Row = Readonly<Record<string, string>>
const NAMES = { 名称: '示例店', 地址: '示例路1号' }
const rowOf = (numbers: Row, more: Row = {}) => ({ ...numbers, ...NAMES, ...more })

/** The three numbers, alone and together. */
const WAYS: readonly Row[] = [
  { 统一社会信用代码: USCC },
  { 注册号: OLD },
  { 对象编号: OWN },
  { 统一社会信用代码: USCC, 注册号: OLD },
  { 统一社会信用代码: USCC, 对象编号: OWN },
  { 注册号: OLD, 对象编号: OWN },
  { 统一社会信用代码: USCC, 注册号: OLD, 对象编号: OWN },
]
const idWith = (numbers: Row) => numbers.统一社会信用代码 ?? numbers.注册号 ?? numbers.对象编号!

async function empty(): Promise<Office> {
  const made = office()
  await made.done('init')
  return made
}

const file = (at: Office, name: string, ...rows: readonly Row[]) => at.file(name, csvFrom(rows))
const ids = async (at: Office) =>
  (await at.done('list', 'targets')).records.map(({ id }: { id: string }) => id).sort()

/** The same ways with the numbers of the firm `i`. */
function firm(way: Row, i: number): Row {
  const uscc = `91141102MA9X1${String(i).padStart(4, '0')}`
  const old = `14110200009${String(i).padStart(3, '0')}`
  const numbers: Row = {
    统一社会信用代码: uscc + usccCheckCharacter(uscc),
    注册号: old + registrationCheckDigit(old),
    对象编号: `LS-${i}`,
  }
  const own = Object.keys(way).map(heading => [heading, numbers[heading]!])
  return { ...Object.fromEntries(own), 名称: `示例店${i}号`, 地址: `示例路${i}号` }
}

describe('two rows of one firm, by each of its numbers and any of them together', () => {
  const pairs = WAYS.flatMap(one => WAYS.map(other => [one, other] as const)).map(([one, other], i) => {
    const [first, second] = [firm(one, i), firm(other, i)]
    const together = idWith({ ...first, ...second })
    const joined = Object.keys(one).some(heading => heading in other)
    return { way: one, other, first, second, together, joined }
  })
  const idsOf = (all: typeof pairs) =>
    all.flatMap(pair => (pair.joined ? [pair.together] : [idWith(pair.first), idWith(pair.second)])).sort()
  const alike = (
    files: readonly { doubts: { code: string; count: number; examples: { read: string }[] }[] }[],
  ) => files.flatMap(({ doubts }) => doubts.filter(({ code }) => code === 'same-firm'))

  it('in two files: are one firm where they share a number, and told where only name and address say so', async () => {
    const here = await empty()
    for (const way of WAYS) {
      const own = pairs.filter(pair => pair.way === way)
      await here.done('import', 'targets', file(here, 'one.csv', ...own.map(({ first }) => first)))
    }
    for (const way of WAYS) {
      const own = pairs.filter(pair => pair.other === way)
      const apart = own.filter(({ joined }) => !joined)
      const path = file(here, 'other.csv', ...own.map(({ second }) => second))
      const { files } = await here.done('import', 'targets', path)
      expect(files[0]).toMatchObject({ new: apart.length, retired: 0, settled: [] })
      const others = alike(files).flatMap(({ examples }) => examples.map(({ read }) => read))
      expect(others).toEqual(apart.map(({ first }) => idWith(first)))
    }
    expect(await ids(here)).toEqual(idsOf(pairs))
    await here.done('log', '--verify')
  })

  it('in one file, into an empty registry: as one after the other', async () => {
    const here = await empty()
    // Two rows under one id that say different things are a conflict of the file.
    const apart = pairs.filter(({ first, second }) => idWith(first) !== idWith(second))
    const rows = apart.flatMap(({ first, second }) => [first, second])
    const { files } = await here.done('import', 'targets', file(here, 'all.csv', ...rows))
    expect(await ids(here)).toEqual(idsOf(apart))
    expect(alike(files)).toMatchObject([{ count: apart.filter(({ joined }) => !joined).length }])
  })
})

describe('a row by the own code of a firm that stands under its USCC', () => {
  const NUMBERS = { 统一社会信用代码: USCC, 对象编号: OWN }

  it('changes that firm, and may leave out what it does not change', async () => {
    const here = await empty()
    await here.done('import', 'targets', file(here, 'a.csv', rowOf(NUMBERS, { 信用风险等级: 'A' })))
    const changed = await here.done(
      ...(['import', 'targets'] as const),
      file(here, 'b.csv', { 对象编号: OWN, 名称: '示例店', 信用风险等级: 'B', 地址: '示例路2号' }),
    )
    expect(changed.files[0]).toMatchObject({ new: 0, changed: 1, settled: [] })
    for (const number of [OWN, USCC]) {
      const risk = { [OWN]: 'C', [USCC]: 'D' }[number]!
      const classes = file(here, `${risk}.csv`, { 对象编号: number, 信用风险等级: risk })
      expect((await here.done('import', 'targets', classes)).files[0]).toMatchObject({ changed: 1 })
      const { versions } = await here.done('show', 'targets', OWN)
      expect(versions[0]).toMatchObject({ id: USCC, code: OWN, risk, address: '示例路2号' })
    }
    await here.done('add', 'targets', '--set', `对象编号=${OWN}`, '--set', '信用风险等级=A')
    expect(await ids(here)).toEqual([USCC])
  })

  it.each(['registry', 'file'])('under another name is refused, both named: %s', async where => {
    const here = await empty()
    const [firm, row] = [rowOf(NUMBERS), rowOf({ 对象编号: OWN }, { 名称: '另一店' })]
    if (where === 'registry') await here.done('import', 'targets', file(here, 'a.csv', firm))
    const path = file(here, 'b.csv', ...(where === 'file' ? [firm, row] : [row]))
    const before = contentOf(here.db)
    const ran = await here.ssj('import', 'targets', path)
    expect(ran.code).toBe(1)
    const other =
      where === 'file'
        ? [`第 2 行的 ${USCC} `, `${USCC} in row 2`]
        : [`名录库中的示例店（${USCC}）`, `示例店 (${USCC}) in the registry`]
    expect(ran.err).toContain(`与${other[0]}是同一户（对象编号相同），内容不同：名称那里是“示例店”`)
    expect((await here.ssj('import', 'targets', path, '--lang', 'en')).err).toContain(
      `this is the same firm as ${other[1]} (same 对象编号), with different content: 名称 is “示例店” there`,
    )
    expect(contentOf(here.db)).toBe(before)
    const kept = here.copy()
    await kept.done('import', 'targets', path, '--on-conflict', 'keep')
    expect((await kept.done('show', 'targets', USCC)).versions[0].name).toBe('示例店')
    await here.done('import', 'targets', path, '--on-conflict', 'newest')
    expect((await here.done('show', 'targets', USCC)).versions[0].name).toBe('另一店')
    expect(await ids(here)).toEqual([USCC])
  })
})

describe('a number that two firms have', () => {
  it.each([
    ['对象编号', OWN],
    ['注册号', OLD],
  ])(
    '%s: is refused, both named; newest registers each, keep leaves the row out',
    async (heading, number) => {
      for (const oneFile of [false, true]) {
        const here = await empty()
        const [one, other] = [USCC, OTHER].map(code => rowOf({ 统一社会信用代码: code, [heading]: number }))
        if (!oneFile) await here.done('import', 'targets', file(here, 'a.csv', one!))
        const path = file(here, 'b.csv', ...(oneFile ? [one!, other!] : [other!]))
        const before = contentOf(here.db)
        const ran = await here.ssj('import', 'targets', path, '--json')
        expect(ran.code).toBe(1)
        expect(ran.json.files[0].issues).toMatchObject([
          {
            ...{ code: 'shared-number', row: oneFile ? 3 : 2, heading, value: number },
            details: { id: OTHER, twins: [USCC], by: heading, other: oneFile ? 2 : null },
          },
        ])
        const where = oneFile
          ? [`第 2 行的 ${USCC} `, `${USCC} in row 2`]
          : [`名录库中的示例店（${USCC}）`, `示例店 (${USCC}) in the registry`]
        expect((await here.ssj('import', 'targets', path)).err).toContain(
          `${where[0]}也用这个${heading}，与这一行（${OTHER}）不是同一户`,
        )
        expect((await here.ssj('import', 'targets', path, '--lang', 'en')).err).toContain(
          `${where[1]} has this ${heading} too and is not the firm of this row (${OTHER})`,
        )
        expect(contentOf(here.db)).toBe(before)
        const added = ['--set', `uscc=${OTHER}`, '--set', '名称=x', '--set', `${heading}=${number}`] as const
        if (!oneFile) expect((await here.ssj('add', 'targets', ...added)).err).toContain(`也用这个${heading}`)
        const kept = here.copy()
        await kept.done('import', 'targets', path, '--on-conflict', 'keep')
        expect(await ids(kept)).toEqual([USCC])
        await here.done('import', 'targets', path, '--on-conflict', 'newest')
        expect(await ids(here)).toEqual([USCC, OTHER].sort())
        // What stands is no news: the same content comes in again without a word.
        const again = file(here, 'again.csv', { ...other!, 管辖所: '示例所' })
        expect((await here.done('import', 'targets', again)).files[0]).toMatchObject({
          changed: 1,
          settled: [],
        })
        const bare = await here.ssj(
          'import',
          'targets',
          file(here, 'c.csv', rowOf({ [heading]: number })),
          '--json',
        )
        expect(bare.json.files[0].issues).toMatchObject([{ details: { twins: [USCC, OTHER].sort() } }])
      }
    },
  )

  it('two records that an earlier program made of one firm become one by the next file', async () => {
    const here = await empty()
    await here.done('import', 'targets', file(here, 'a.csv', rowOf({ 对象编号: OWN }, { 名称: '旧名' })))
    const both = rowOf({ 统一社会信用代码: USCC, 对象编号: 'X' })
    await here.done('import', 'targets', file(here, 'b.csv', both))
    await here.done('add', 'targets', '--set', `对象编号=${OWN}`, '--set', '名称=示例店')
    const joined = file(here, 'c.csv', rowOf({ 统一社会信用代码: USCC, 对象编号: OWN }))
    expect((await here.done('import', 'targets', joined)).files[0]).toMatchObject({ new: 0, changed: 1 })
    expect(await ids(here)).toEqual([USCC])
  })
})

describe('a firm that looks like one that stands', () => {
  it('is told with row and column, and refused where the office says so', async () => {
    const here = await empty()
    await here.done('import', 'targets', file(here, 'a.csv', rowOf({ 对象编号: OWN })))
    const path = file(here, 'b.csv', rowOf({ 统一社会信用代码: USCC }))
    expect((await here.ssj('import', 'targets', path, '--dry-run')).out).toContain(
      `请核对：与名录库中另一户名称、地址相同而编号不同，像是同一户，已照收 1: 第 2 行 B 列（名称）“示例店”（另一户：${OWN}）`,
    )
    expect((await here.ssj('import', 'targets', path, '--dry-run', '--lang', 'en')).out).toContain(
      `row 2 column B (名称) “示例店” (the other one: ${OWN})`,
    )
    await here.done('rules', 'set', 'refused-doubts', '疑似同户')
    const ran = await here.ssj('import', 'targets', path, '--json')
    expect([ran.code, ran.json.files[0].issues]).toMatchObject([
      1,
      [{ code: 'doubtful-value', row: 2, column: 'B', details: { doubt: 'same-firm' } }],
    ])
    const added = await here.ssj(
      'add',
      'targets',
      '--set',
      `uscc=${USCC}`,
      '--set',
      '名称=示例店',
      '--set',
      '地址=示例路1号',
    )
    expect([added.code, added.err]).toMatchObject([2, expect.stringContaining('疑似同户')])
  })

  it.each([
    ['two USCCs are two firms', { 统一社会信用代码: OTHER }, { 统一社会信用代码: USCC }],
    ['another address', { 对象编号: OWN }, { 统一社会信用代码: USCC, 地址: '示例路9号' }],
    ['products of one name', { 对象编号: OWN, 对象类型: '产品' }, { 对象编号: 'X', 对象类型: '产品' }],
  ])('%s', async (_, one, other) => {
    for (const oneFile of [true, false]) {
      const here = await empty()
      const rows = [rowOf(one), { ...rowOf(other), ...other }]
      if (!oneFile) await here.done('import', 'targets', file(here, 'a.csv', rows.shift()!))
      const { files } = await here.done('import', 'targets', file(here, 'b.csv', ...rows))
      expect(files[0].doubts).toEqual([])
    }
  })

  it('is told the same of a load into an empty registry as of rows looked at one by one', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({
      对象编号: `${OWN}${(i * 7) % 60}`,
      ...(i % 5 === 0 ? { 对象类型: '产品' } : {}),
      名称: `示例店${i % 4}`,
      地址: i % 3 === 0 ? '' : `示例路${i % 2}号`,
      行政区划: i % 6 === 0 ? '' : '示例区',
    }))
    const told = async (before: readonly Record<string, string>[]) => {
      const here = await empty()
      for (const row of before) await here.done('import', 'targets', file(here, 'a.csv', row))
      const { files } = await here.done('import', 'targets', file(here, 'b.csv', ...rows))
      return files[0].doubts.filter(({ code }: { code: string }) => code === 'same-firm')
    }
    const [loaded] = await told([])
    const [oneByOne] = await told([{ 对象编号: 'X', 名称: '别家店' }])
    expect(loaded.count).toBeGreaterThan(20)
    expect(loaded.count).toBe(oneByOne.count)
    const inOrder = ({ examples }: typeof loaded) => examples.map((one: object) => JSON.stringify(one)).sort()
    if (loaded.examples.length === loaded.count) expect(inOrder(loaded)).toEqual(inOrder(oneByOne))
  })

  it('in an area, where neither has an address', async () => {
    const here = await empty()
    const rows = [{ 对象编号: OWN }, { 统一社会信用代码: USCC }].map(one => ({
      ...one,
      名称: '示例店',
      行政区划: '示例区',
    }))
    const { files } = await here.done('import', 'targets', file(here, 'b.csv', ...rows))
    expect(files[0].doubts).toMatchObject([{ code: 'same-firm', examples: [{ row: 3 }] }])
  })
})

describe('what is on record of a firm follows it from its own code to its USCC', () => {
  it('recusals, visits, draws, caps, certificate; and all of it verifies', async () => {
    const firm = { 名称: '示例迁码店', 监管部门: 'JIA' }
    const here = await miniature({ targets: [{ 对象编号: OWN, ...firm }], inspectors: inspectors(4) })
    const by = ['--lead', 'JIA', '--rate', '全部', '--seed', 'x'] as const
    await here.done('draw', 'run', ...by, '--name', '旧', '--from', '2026-02-01', '--reason', '补录')
    const visit = ['--target', OWN, '--department', 'JIA', '--cause', '投诉举报', '--reference', '1'] as const
    await here.done('visit', 'add', ...visit)
    const [person] = (await here.done('list', 'inspectors')).records
    const recusal = here.file('r.csv', `人员编号,对象编号,事由\n${person.id},${OWN},投资\n`)
    await here.done('import', 'recusals', recusal)
    await here.done(
      'import',
      'targets',
      file(here, 'm.csv', { 统一社会信用代码: USCC, 对象编号: OWN, ...firm }),
    )
    expect((await here.done('list', 'recusals')).records).toMatchObject([{ target: USCC }])
    for (const number of [OWN, USCC]) {
      const { visits } = await here.done('show', 'targets', number, '--history')
      expect(visits.map(({ kind }: { kind: string }) => kind)).toEqual(['drawn', 'case'])
      expect((await here.done('certify', '1', number)).finding).toMatchObject({ verdict: 'drawn' })
    }
    await here.done('draw', 'replay', '1')
    const later = ['--name', '新', '--from', '2026-03-01', '--exclude-drawn', '本年'] as const
    const none = await here.ssj('draw', 'run', ...by, ...later, '--json')
    expect([none.code, none.json.error.code]).toEqual([2, 'empty-frame'])
    const { draw } = await here.done('draw', 'run', ...by, '--name', '又', '--from', '2026-03-02')
    await here.done('draw', 'replay', draw)
    await here.done('export', draw, '--to', here.path('out'))
    expect((await here.ssj('verify', here.path('out'))).code).toBe(0)
    await here.done('log', '--verify')
  })
})

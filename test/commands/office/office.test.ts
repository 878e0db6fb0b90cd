import { expect, test } from 'vitest'
import { contentOf, office } from '../../helpers/ssj.ts'

async function made() {
  const here = office()
  await here.done('init')
  return here
}

test('office set: an entry of the ledger with who, old and new; history is kept', async () => {
  const here = await made()
  const set = await here.done(
    'office',
    'set',
    '发文机关=示例区市场监督管理局',
    '电话=（0358）8222222',
    '--reason',
    '年初',
  )
  expect(set).toMatchObject({
    entry: 1,
    changed: [
      { setting: 'organ', was: '', value: '示例区市场监督管理局' },
      { setting: 'telephone', was: '', value: '0358-8222222' },
    ],
  })
  await here.done('office', 'set', '电话=12345')
  const { settings, history } = await here.done('office', 'show', '电话')
  expect(settings).toMatchObject([{ name: 'telephone', value: '12345', set: { entry: 2, actor: '测试员' } }])
  expect(history).toMatchObject([
    { value: '0358-8222222', reason: '年初', until: 2 },
    { value: '12345', until: null },
  ])
  const before = await here.done('office', 'show', '--at', '1')
  expect(before.settings.at(-1)).toMatchObject({ name: 'telephone', value: '0358-8222222' })
  await here.done('office', 'set', 'telephone=')
  expect((await here.done('office', 'show')).settings.at(-1).value).toBe('')
  expect(await here.done('log', '--verify')).toMatchObject({ holds: true })
  const [first] = (await here.done('log')).entries.filter(
    ({ action }: { action: string }) => action === 'office set',
  )
  expect(first.subject.office).toEqual(set.changed)
})

test('office set: what is refused changes nothing, and says what would be right, in both languages', async () => {
  const here = await made()
  await here.done('office', 'set', '发文机关=示例区市场监督管理局')
  const before = contentOf(here.db)
  const refused = async (...words: string[]) => {
    const { code, err } = await here.ssj('office', 'set', ...words)
    expect([words, code]).toEqual([words, 2])
    return err
  }
  expect(await refused('落款=示例区局', '电话=13812341234')).toBe(
    'ssj: 不能把“电话”设为“138****1234”：像是手机号码，会印在公文上公开\n' +
      'ssj: 提示：应为机关公布的固定电话，带区号，如 0351-2345678、0351-2345678转801，或 12345 一类的热线\n',
  )
  expect(await refused('signature=张三', '--lang', 'en')).toBe(
    'ssj: cannot set signature to “张三”: “张三” looks like the name or post of a person, and papers would publish it\n' +
      'ssj: hint: expected the name of an office such as 示例区市场监督管理局, at most 60 characters\n',
  )
  expect(await refused('序号=3')).toContain('有“序号”而没有“代字”')
  expect(await refused('发文单位=甲局')).toContain('没有名为“发文单位”的办公设置，最接近的是“发文机关”')
  expect(contentOf(here.db)).toBe(before)
})

test('office set: the same again writes nothing', async () => {
  const here = await made()
  await here.done('office', 'set', '代字=示市监')
  const before = contentOf(here.db)
  expect((await here.done('office', 'set', '代字=示市监')).entry).toBeNull()
  expect(contentOf(here.db)).toBe(before)
})

test('office set: a person of the registries is refused by name, wherever it stands', async () => {
  const here = await made()
  await here.done('import', 'departments', here.file('d.csv', '部门编码,部门名称\nJIA,甲局\n'))
  await here.done('import', 'inspectors', here.file('p.csv', '人员编号,姓名,所属部门\nP1,示例人员,JIA\n'))
  const { code, err } = await here.ssj('office', 'set', '落款=甲局示例人员工作室')
  expect([code, err.split('\n')[0]]).toEqual([
    2,
    'ssj: 不能把“落款”设为“甲局示例人员工作室”：“示例人员”像是个人的姓名或职务，会印在公文上公开',
  ])
})

test('office show: the next number follows the year of the office', async () => {
  const here = await made()
  await here.done('office', 'set', '代字=示市监', '序号=35')
  expect((await here.done('office', 'show')).next).toEqual({
    ...{ mark: '示市监', year: 2026, number: 35, text: '示市监〔2026〕35号' },
  })
  // New Year in Beijing is eight hours before that of Greenwich.
  const { json } = await here.ssjIn({ now: '2026-12-31T17:00:00Z' }, 'office', 'show', '--json')
  expect(json.next.text).toBe('示市监〔2027〕1号')
  const { out } = await here.ssj('office', 'show', '--lang', 'en')
  expect(out).toContain('next number: 示市监〔2026〕35号')
})

test('office number: a paper is given the next number or its own, never one twice', async () => {
  const here = await made()
  const draw = ['--id', 'T', '--lead', 'JIA', '--count', '1', '--seed-machine', '--team', '2']
  await here.done('import', 'departments', here.file('d.csv', '部门编码,部门名称\nJIA,甲局\n'))
  await here.done(
    'import',
    'items',
    here.file('i.csv', '事项编码,抽查事项,检查主体,检查依据\nI1,年报,甲局,《示例法》\n'),
  )
  await here.done(
    'import',
    'targets',
    here.file('t.csv', '对象编号,名称,监管部门\nT1,示例店,甲局\nT2,示例馆,甲局\n'),
  )
  await here.done(
    'import',
    'inspectors',
    here.file('p.csv', '人员编号,姓名,所属部门,执法证号\nP1,示例人,JIA,1\nP2,示例二,JIA,2\n'),
  )
  await here.done('draw', 'run', ...draw, '--name', '示例', '--items', 'I1')
  expect((await here.ssj('office', 'number', '1', '--paper', '抽取公告')).err).toContain('还没有设代字')
  await here.done('office', 'set', '代字=示市监')
  expect(await here.done('office', 'number', '1', '--paper', '抽查任务公告')).toEqual({
    draw: '2026-0001',
    numbers: [{ paper: 'notice', mark: '示市监', year: 2026, number: 1, text: '示市监〔2026〕1号' }],
  })
  expect((await here.ssj('office', 'number', '1', '--paper', '通知书', '--number', '1')).err).toContain(
    '示市监〔2026〕1号 已经发给抽取 2026-0001 的抽查任务公告',
  )
  await here.done('office', 'number', '1', '--paper', 'notice', '--number', '35')
  expect((await here.ssj('office', 'number', '1')).out).toBe('抽查任务公告：示市监〔2026〕35号\n')
  expect((await here.done('office', 'show')).next.number).toBe(36)
  expect((await here.ssj('office', 'set', '序号=20')).err).toContain('已经发到 示市监〔2026〕35号')
  expect((await here.ssj('office', 'number', '1', '--paper', '公告')).err).toContain('没有编号的公文“公告”')
  expect((await here.ssj('office', 'number', '1', '--number', '2')).err).toContain('--paper')
  expect(await here.done('log', '--verify')).toMatchObject({ holds: true })
})

import { expect, it, test } from 'vitest'
import { office } from '../../helpers/ssj.ts'

it('lists the layouts that come with the program, and which code tables are to be filled in', async () => {
  const here = office()
  await here.done('init')
  const { layouts } = await here.done('exchange', 'list')
  expect(layouts.length).toBeGreaterThanOrEqual(5)
  for (const { layout, source, day } of layouts) {
    expect(source, layout).not.toBe('')
    expect(day, layout).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    await here.done('exchange', 'check', layout)
  }
  const hlwjg = layouts.find(({ layout }: { layout: string }) => layout === 'hlwjg-inspections')
  expect(hlwjg.emptyTables).toEqual(['hlwjg-check-type', 'hlwjg-check-mode', 'hlwjg-check-result'])
})

it('gives a copy to change, which is used by its path', async () => {
  const here = office()
  await here.done('init')
  await here.done('exchange', 'copy', 'gsxt-results', '--to', 'own')
  expect(await here.done('exchange', 'check', 'own/gsxt-results.json')).toMatchObject({
    layout: 'gsxt-results',
    tables: [{ table: 'gsxt-outcome', codes: 13 }],
  })
})

const JSON_OF = (column: string, head = '') =>
  `{"layout":"x","system":"示例系统","of":"targets"${head},"columns":[${column}]}`

test.each([
  ['l.json', JSON_OF('{"heading":"a","from":"nmae"}'), 'columns[0].from', '没有这个字段，最接近的是“name”'],
  ['l.json', JSON_OF('{"heading":"a","read":"nmae"}'), 'columns[0].read', '最接近的是“name”'],
  ['l.json', JSON_OF('{"heading":"a","lenght":5}'), 'columns[0].lenght', '最接近的是“length”'],
  ['l.json', JSON_OF('{"heading":"a","length":0}'), 'columns[0].length', '应为大于零的整数'],
  ['l.json', JSON_OF('{"heading":"a"},{"heading":"a"}'), 'columns[1].heading', '已用于“a”列'],
  ['l.json', JSON_OF('{"heading":"a"}', ',"key":["b"]'), 'key', '各列里没有这个表头'],
  ['l.json', JSON_OF('{"heading":"a","checks":["sum"]}'), 'columns[0].checks', 'implementation-code'],
  ['l.json', '{"layout":"x","system":"y","of":"shops","columns":[]}', 'of', '应为：departments'],
  [
    'l.csv',
    'layout,x\nsystem,y\nof,targets\n表头,取自,必填\n代码,id,对\n',
    '第 5 行 必填',
    '应为 true 或 false',
  ],
  ['l.csv', 'layout,x\nsystem,y\nof,targets\nday,昨天\n表头,取自\n代码,id\n', '第 4 行 day', '应为日期'],
])('%s %s is told by file and place', async (name, text, place, right) => {
  const here = office()
  await here.done('init')
  here.file(name, text)
  const ran = await here.ssj('exchange', 'check', name)
  expect(ran.code).toBe(2)
  expect(ran.err).toContain(`对接格式 ${name} 的 ${place} 不对`)
  expect(ran.err).toContain(right)
})

it('tells where a layout stops to be JSON', async () => {
  const here = office()
  await here.done('init')
  const name = here.file('cut.json', '{\n  "layout": "own",\n  "of": "results",,\n}\n')
  const zh = await here.ssj('exchange', 'check', name)
  expect([zh.code, zh.err]).toEqual([2, expect.stringMatching(/cut\.json.*第 3 行/)])
  const en = await here.ssj('exchange', 'check', name, '--lang', 'en')
  expect([en.code, en.err]).toEqual([2, expect.stringMatching(/cut\.json.*line 3/)])
})

it('takes a table as a layout, with a code table beside it', async () => {
  const here = office()
  await here.done('init')
  here.file(
    'own.csv',
    'layout,own\nsystem,示例系统\nof,targets\nkey,代码\n表头,取自,读入,代码表\n代码,id,uscc,\n类型,type,type,kinds\n',
  )
  const none = await here.ssj('exchange', 'check', 'own.csv')
  expect(none.err).toContain('没有找到 kinds.csv')
  here.file(
    'kinds.csv',
    '我方值,对方代码,对方名称,来源,日期\n企业,1,,手册,2026-01-01\n企业,2,,手册,2026-01-01\n',
  )
  const two = await here.ssj('exchange', 'check', 'own.csv')
  expect(two.err).toContain('第 3 行“对方代码”（“2”）：同一个我方值在第 2 行是另一个代码')
  here.file('kinds.csv', '我方值,对方代码,对方名称,来源,日期\n企业,1,企业,手册,\n')
  expect((await here.ssj('exchange', 'check', 'own.csv')).err).toContain('每个代码都要有来源和日期')
  here.file('kinds.csv', '我方值,对方代码,对方名称,来源,日期\n企业,1,企业,手册,2026-01-01\n')
  expect(await here.done('exchange', 'check', 'own.csv')).toMatchObject({
    tables: [{ table: 'kinds', codes: 1 }],
  })
})

it('knows a name that was nearly written', async () => {
  const here = office()
  await here.done('init')
  expect((await here.ssj('exchange', 'check', 'gsxt-result')).err).toContain('gsxt-results')
})

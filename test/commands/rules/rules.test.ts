import { expect, test } from 'vitest'
import { contentOf, office } from '../../helpers/ssj.ts'

async function made() {
  const here = office()
  await here.done('init')
  return here
}

test('rules set: an entry of the ledger, with its reason and history', async () => {
  const here = await made()
  const set = await here.done('rules', 'set', 'cap-total', '4', '--reason', '区里公布')
  expect(set.changed).toEqual([{ rule: 'cap-total', was: '不限', value: '4', reason: '区里公布' }])
  await here.done('rules', 'set', '同一对象的年度检查上限（各部门合计）', '3次')
  const shown = await here.done('rules', 'show', 'cap-total')
  expect(shown.value).toBe('3')
  expect(shown.history.map((s: { value: string; until: number | null }) => [s.value, s.until])).toEqual([
    ['4', 2],
    ['3', null],
  ])
  const value = async (...at: string[]) =>
    (await here.done('rules', 'list', ...at)).rules.find(
      (rule: { name: string }) => rule.name === 'cap-total',
    ).value
  expect([await value('--at', '1'), await value()]).toEqual(['4', '3'])
  await here.done('rules', 'set', 'cap-total', '默认')
  expect(await value()).toBe('不限')
  expect((await here.ssj('log', '--verify')).code).toBe(0)
})

test('rules set: the same value again writes nothing', async () => {
  const here = await made()
  const before = contentOf(here.db)
  expect((await here.done('rules', 'set', 'cap-total', '不限')).entry).toBeNull()
  expect(contentOf(here.db)).toBe(before)
})

test('rules set: out of range is refused with the rule, where it was set, and what it may be', async () => {
  const here = await made()
  await here.done('rules', 'set', 'grace-days', '90')
  const before = contentOf(here.db)
  const zh = await here.ssj('rules', 'set', 'grace-days', '多')
  expect([zh.code, zh.err]).toEqual([
    2,
    'ssj: 不能把规则 grace-days 设为“多”：应为整数 0–3660\n' +
      'ssj: 提示：规则 grace-days（新设主体宽限天数）现为“90”，由 测试员 于 2026-02-03 12:05:06 设定（台账第 1 条）\n',
  ])
  const en = await here.ssj('rules', 'set', 'exempt-where', '级别=A', '--lang', 'en')
  expect(en.code).toBe(2)
  expect(en.err).toContain('cannot set rule exempt-where to “级别=A”: expected a condition on targets')
  expect(en.err).toContain('is “”, the default')
  const unknown = await here.ssj('rules', 'set', 'cap-totl', '2', '--lang', 'en')
  expect(unknown.err).toContain('there is no rule “cap-totl” (did you mean “cap-total”?)')
  expect(contentOf(here.db)).toBe(before)
})

test('rules set: rules that contradict each other are refused, with both, who set them, and the cure', async () => {
  const here = await made()
  await here.done('rules', 'set', 'cap-total', '2')
  const before = contentOf(here.db)
  const zh = await here.ssj('rules', 'set', 'cap-department', '3')
  expect(zh.code).toBe(2)
  expect(zh.err).toContain('规则 cap-department 与 cap-total 相互矛盾')
  expect(zh.err).toContain('规则 cap-department（同一部门对同一对象的年度检查上限）拟设为“3”')
  expect(zh.err).toContain('由 测试员 于 2026-02-03 12:05:06 设定（台账第 1 条）')
  expect(zh.err).toContain('把 cap-total 设为不小于 3，或把 cap-department 设为不大于 2')
  expect((await here.ssj('rules', 'set', 'cap-department', '3', '--lang', 'en')).err).toMatch(
    /contradict each other.*would become “3”/,
  )
  expect(contentOf(here.db)).toBe(before)
  await here.done('rules', 'set', 'cap-department', '2')
})

test('rules import: all or none, as one entry; the order of the lines does not matter', async () => {
  const here = await made()
  const good = here.file(
    'rules.csv',
    '规则,值,理由\ncap-department,3,\ncap-total,4,通知\n新设主体宽限天数,60,\n',
  )
  const set = await here.done('rules', 'import', good, '--reason', '年初')
  expect(set.entry).toBe(1)
  expect(set.changed.map((c: { rule: string; reason: string }) => [c.rule, c.reason])).toEqual([
    ['cap-department', '年初'],
    ['cap-total', '通知'],
    ['grace-days', '年初'],
  ])
  const before = contentOf(here.db)
  const bad = await here.ssj(
    'rules',
    'import',
    here.file('bad.csv', 'rule,value\ngrace-days,10\ncap-total,x\n'),
  )
  expect(bad.code).toBe(2)
  expect(bad.err).toContain('第 3 行（value）：不能把规则 cap-total 设为“x”')
  const none = await here.ssj('rules', 'import', here.file('none.csv', '甲,乙\n1,2\n'), '--lang', 'en')
  expect(none.err).toContain('no headings found; expected 规则, 值')
  expect(contentOf(here.db)).toBe(before)
})

test('a refusal shows control characters, so that no value steers the terminal', async () => {
  const here = await made()
  const told = await here.ssj('rules', 'set', 'cap-total', '2\u001b[31m')
  expect(told.err).toContain('“2\\u001b[31m”')
  expect(told.err).not.toContain('\u001b')
})

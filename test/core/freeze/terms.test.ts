import { expect, it } from 'vitest'
import { dayOf } from '../../../src/core/dates.ts'
import { termsOf } from '../../../src/core/freeze/terms.ts'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { cellCount, columnOf, type RecordCells } from '../../../src/core/registry/libraries/record-cells.ts'
import { taskOf } from '../../../src/core/registry/task.ts'
import { RULE_BOOK, type RuleValues, valuesWith } from '../../../src/core/rules/rule-book.ts'
import { NO_RULES } from '../../../src/core/rules/rules.ts'

const NOTHING = { firms: new Map(), crowded: 0, waiting: 0, unstaffable: 0 }

function task(fields: Record<string, string>) {
  const row: RecordCells = Array(cellCount(library('plan'))).fill('')
  row[0] = 'R1'
  for (const [field, value] of Object.entries({ name: '抽查', lead: 'SJ', team: '2', ...fields }))
    row[columnOf(library('plan'), field as never)] = value
  return taskOf(row, dayOf('2026-02-03'))
}

// Draws that stand frozen are made again from the same task and rules: no word here may ever change.
it('says what decided who is drawn from, and keeps its words', () => {
  const values = valuesWith(
    new Map([
      ['cap-total', '2'],
      ['grace-days', '365'],
      ['exempt-where', '信用风险等级=A;法定代表人=张三'],
    ]),
  )
  const stated = task({
    ...{
      kind: '不定向',
      partners: 'HB',
      joint: '全部',
      items: 'S1;S2',
      rate: '5%',
      period: '2026-03-01~2026-03-31',
    },
    ...{
      condition: '所属子库=餐饮;联系电话=13800000000;统一社会信用代码!=91141102MA0K3X7H5Y',
      strata: '信用风险等级',
    },
    ...{
      rates: 'A=1%;B=3%',
      minimum: '2',
      rounding: 'round',
      reserve: '3',
      drawn_before: '近3年同部门',
      method: '实地核查',
    },
  })
  expect(termsOf(stated, values, NOTHING)).toMatchInlineSnapshot(`
    {
      "不计入年度上限的检查原因": "上级部署专项",
      "免予主动检查所指的检查方式": "实地核查;实地检查;现场检查",
      "免予主动检查的对象条件": "信用风险等级=A;法定代表人=（不公开）",
      "分层": "信用风险等级",
      "分级比例": "A=1%;B=3%",
      "发起部门": "SJ",
      "取整": "四舍五入",
      "受一般事项上限约束的抽查类型": "不定向;定向",
      "同一对象的年度检查上限（各部门合计）": "2",
      "对象达到一般事项频次上限时": "排除",
      "属于主动检查的抽查类型": "不定向;定向",
      "已抽排除": "近3年同部门",
      "抽查事项": "S1;S2",
      "抽查比例": "5%",
      "抽查类型": "不定向",
      "按数量抽取时每层最少户数": "适用",
      "新设主体宽限天数": "365",
      "替补": "3",
      "最少": "2",
      "检查对象条件": "所属子库=餐饮;联系电话=（不公开）;统一社会信用代码!=91141102MA0K3X7H5Y",
      "检查方式": "实地核查",
      "比例为零的层": "不抽",
      "联合方式": "全部",
      "起止时间": "2026-03-01~2026-03-31",
      "配合部门": "HB",
    }
  `)
  expect(termsOf(task({ count: '5' }), NO_RULES, NOTHING)).toMatchInlineSnapshot(`
    {
      "分层": "不分层",
      "发起部门": "SJ",
      "取整": "向上取整",
      "已抽排除": "否",
      "抽查数量": "5",
      "抽查类型": "不定向",
      "替补": "20%",
      "最少": "0",
      "检查对象条件": "不限",
      "起止时间": "2026-02-03~2026-02-03",
    }
  `)
})

it('states a rule that came later only where it bites', () => {
  const stated = Object.keys(termsOf(task({ count: '5' }), NO_RULES, NOTHING))
  for (const { zh } of RULE_BOOK) expect(stated).not.toContain(zh)
  const firm = termsOf(task({ count: '5' }), valuesWith(new Map()), {
    ...NOTHING,
    firms: new Map([['CP-1', 'T1']]),
  })
  expect(firm).toMatchObject({ '产品、项目、行为的检查计入责任单位': '是' })
  const waiting = termsOf(task({ count: '5' }), valuesWith(new Map()), { ...NOTHING, waiting: 1 })
  expect(waiting).toMatchObject({ 已冻结未抽取的抽取: '计入' })
})

it('says that nobody may staff some targets only where there are some, and the rule excludes them', () => {
  const stated = (values: RuleValues, met = { ...NOTHING, unstaffable: 1 }) =>
    termsOf(task({ count: '5' }), values, met).无人可派的检查对象
  expect(stated(valuesWith(new Map()))).toBe('排除')
  expect(stated(valuesWith(new Map([['unstaffable', '保留']])))).toBeUndefined()
  expect(stated(valuesWith(new Map()), { ...NOTHING, unstaffable: 0 })).toBeUndefined()
})

import { type FieldName, library } from '../../registry/libraries/library.ts'
import { columnOf, type RecordCells } from '../../registry/libraries/record-cells.ts'
import { chineseDay } from '../beijing-time.ts'
import { type Document, listDocument } from '../document.ts'
import { maskText } from '../mask.ts'
import { type Layout, tableIn } from './layout.ts'
import type { Values } from './list-fields.ts'

/** The names that codes of the registries go by. */
export interface Names {
  readonly department: (code: string) => string
  readonly level: (department: string) => string
  readonly item: (code: string) => { readonly name: string; readonly content: string }
}

/** 抽查事项清单, of the items in force, in the order of their codes. */
export function itemList(
  rows: readonly RecordCells[],
  names: Names,
  layout: Layout,
  office: string,
): Document {
  const of = library('items')
  const inForce = rows.filter(row => row[columnOf(of, 'valid')] !== '否')
  const values = inForce.map(row => itemValues(name => row[columnOf(of, name)]!, names))
  return listDocument('抽查事项清单', '“双随机、一公开”抽查事项清单', office, tableIn(layout, values))
}

function itemValues(value: (name: FieldName<'items'>) => string, { department, level }: Names): Values {
  const plain = [
    'code',
    'category',
    'name',
    'content',
    'subjects',
    'class',
    'basis',
    'rate',
    'frequency',
  ] as const
  return masked({
    ...Object.fromEntries(plain.map(name => [name, value(name)])),
    methods: listed(value('methods')),
    skills: listed(value('skills')),
    body: department(value('body')),
    partners: listed(value('partners'), department),
    level: level(value('body')),
    rate_and_frequency: together(value('rate'), value('frequency')),
  })
}

/** 年度抽查计划: the tasks whose period begins in the year, all where none is named. */
export function planList(
  rows: readonly RecordCells[],
  names: Names,
  layout: Layout,
  office: string,
  year: string | null,
): Document {
  const of = library('plan')
  const period = columnOf(of, 'period')
  const tasks = rows.filter(row => year === null || row[period]!.startsWith(year))
  const years = new Set(tasks.map(row => row[period]!.slice(0, 4)))
  const [only = ''] = years.size === 1 ? years : []
  const values = tasks.map(row => taskValues(name => row[columnOf(of, name)]!, names))
  const title = `${only === '' ? '' : `${only}年度`}“双随机、一公开”抽查工作计划`
  return listDocument('年度抽查计划', title, office, tableIn(layout, values))
}

function taskValues(value: (name: FieldName<'plan'>) => string, { department, item }: Names): Values {
  const plain = [
    'code',
    'name',
    'kind',
    'category',
    'scope',
    'base',
    'risk_demand',
    'frequency',
    'mode',
    'method',
  ] as const
  const rate = withRates(value('rate'), value('rates'))
  const count = value('count') === '' ? '' : `${value('count')}户`
  const partners = listed(value('partners'), department)
  return masked({
    ...Object.fromEntries(plain.map(name => [name, value(name)])),
    items: listed(value('items'), code => item(code).name),
    contents: listed(value('items'), code => item(code).content || item(code).name),
    rate: rate || count,
    count,
    rate_or_count:
      [rate, count].filter(text => text !== '').join('（') + (rate !== '' && count !== '' ? '）' : ''),
    rate_and_frequency: together(rate || count, value('frequency')),
    period: periodText(value('period')),
    lead: department(value('lead')),
    partners,
    departments: [department(value('lead')), partners].filter(text => text !== '').join('、'),
  })
}

/** `3%（A类1%、B类3%）`: the rate of all, and those of classes or other strata. */
function withRates(rate: string, rates: string): string {
  if (rates === '') return rate
  const parts = rates.split(';').map(part => part.replace(/^([A-D])=/, '$1类').replace('=', '：'))
  return rate === '' ? parts.join('、') : `${rate}（${parts.join('、')}）`
}

/** Whoever wrote a phone or an id number into a text of the registry did not mean to publish it. */
function masked(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([field, text]) => [field, field === 'code' ? text : maskText(text)]),
  )
}

function listed(cell: string, nameOf: (code: string) => string = text => text): string {
  return cell === '' ? '' : cell.split(';').map(nameOf).join('、')
}

function together(rate: string, frequency: string): string {
  return [rate, frequency].filter(text => text !== '').join('，')
}

function periodText(cell: string): string {
  return cell === '' ? '' : cell.split('~').map(chineseDay).join('至')
}

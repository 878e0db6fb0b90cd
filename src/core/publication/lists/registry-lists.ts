import { inForce } from '../../frame/items-of-task.ts'
import type { DepartmentCode } from '../../ids.ts'
import { membersIn } from '../../registry/cells/cell-result.ts'
import type { RecordOf } from '../../registry/record.ts'
import { yearOfTask } from '../../registry/task-id.ts'
import { chineseDay } from '../chinese-time.ts'
import { type Document, listDocument } from '../document.ts'
import { maskText } from '../private-data.ts'
import { type Layout, tableIn } from './layout.ts'
import type { Values } from './list-fields.ts'

/** The names that codes of the registries go by. */
export interface Names {
  readonly department: (code: string) => string
  readonly level: (department: DepartmentCode) => string
  readonly item: (code: string) => { readonly name: string; readonly content: string }
}

/** 抽查事项清单, of the items in force, in the order of their codes. */
export function itemList(
  items: readonly RecordOf<'items'>[],
  names: Names,
  layout: Layout,
  office: string,
): Document {
  const values = items.filter(inForce).map(item => itemValues(item, names))
  return listDocument('抽查事项清单', '“双随机、一公开”抽查事项清单', office, tableIn(layout, values))
}

function itemValues(item: RecordOf<'items'>, { department, level }: Names): Values {
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
    ...Object.fromEntries(plain.map(name => [name, item.get(name)])),
    methods: listed(item.list('methods')),
    skills: listed(item.list('skills')),
    body: department(item.get('body')),
    partners: listed(item.list('partners'), department),
    level: level(item.get('body')),
    rate_and_frequency: together(item.get('rate'), item.get('frequency')),
  })
}

/** 年度抽查计划: the tasks of the year, all where none is named. */
export function planList(
  plan: readonly RecordOf<'plan'>[],
  names: Names,
  layout: Layout,
  office: string,
  year: string | null,
): Document {
  const tasks = plan.filter(task => year === null || yearOfTask(task.id) === year)
  const years = new Set(tasks.map(task => yearOfTask(task.id)))
  const [only = ''] = years.size === 1 ? years : []
  const values = tasks.map(task => taskValues(task, names))
  const title = `${only === '' ? '' : `${only}年度`}“双随机、一公开”抽查工作计划`
  return listDocument('年度抽查计划', title, office, tableIn(layout, values))
}

function taskValues(task: RecordOf<'plan'>, { department, item }: Names): Values {
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
  const rate = withRates(task.get('rate'), membersIn(task.get('rates')))
  const count = task.get('count') === '' ? '' : `${task.get('count')}户`
  const partners = listed(task.list('partners'), department)
  return masked({
    ...Object.fromEntries(plain.map(name => [name, task.get(name)])),
    items: listed(task.list('items'), code => item(code).name),
    contents: listed(task.list('items'), code => item(code).content || item(code).name),
    rate: rate || count,
    count,
    rate_or_count:
      [rate, count].filter(text => text !== '').join('（') + (rate !== '' && count !== '' ? '）' : ''),
    rate_and_frequency: together(rate || count, task.get('frequency')),
    period: periodText(task.get('period')),
    lead: department(task.get('lead')),
    partners,
    departments: [department(task.get('lead')), partners].filter(text => text !== '').join('、'),
  })
}

/** `3%（A类1%、B类3%）`: the rate of all, and those of classes or other strata. */
export function withRates(rate: string, rates: readonly string[]): string {
  if (rates.length === 0) return rate
  const parts = rates.map(part => part.replace(/^([A-D])=/, '$1类').replace('=', '：'))
  return rate === '' ? parts.join('、') : `${rate}（${parts.join('、')}）`
}

/** Whoever wrote a phone or an id number into a text of the registry did not mean to publish it. */
function masked(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([field, text]) => [field, maskText(text)]))
}

function listed(members: readonly string[], nameOf: (code: string) => string = text => text): string {
  return members.map(nameOf).join('、')
}

function together(rate: string, frequency: string): string {
  return [rate, frequency].filter(text => text !== '').join('，')
}

function periodText(cell: string): string {
  return cell === '' ? '' : cell.split('~').map(chineseDay).join('至')
}

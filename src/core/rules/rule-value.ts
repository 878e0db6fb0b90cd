import { sortByBytes } from '../bytes.ts'
import { isDay } from '../dates.ts'
import { offsetNamed } from '../office-time.ts'
import { readCell } from '../registry/cells/cell.ts'
import { type CellResult, membersOf } from '../registry/cells/cell-result.ts'
import { readCondition } from '../registry/cells/condition.ts'
import type { Context } from '../registry/cells/context.ts'
import { readRisk, UNCLASSED } from '../registry/cells/words.ts'
import { EVERY_DEPARTMENT } from './result-rules.ts'
import type { Rule, RuleKind } from './rule.ts'
import { UNLIMITED } from './rule-book.ts'

/** A value of a rule in its canonical form; or that it is none, with what is wrong where that can be said closer. */
export type RuleReading =
  | { readonly value: string }
  | { readonly issue: Exclude<CellResult, { value: string }> | null }

/** Reads the value of a rule. The preset of a rule reads as itself. */
export function readRule(rule: Rule, text: string, context: Context): RuleReading {
  const written = text.normalize('NFKC').trim()
  const { kind } = rule
  switch (kind.kind) {
    case 'limit':
      return ['不限', '无', 'none', 'unlimited'].includes(written)
        ? { value: UNLIMITED }
        : wholeIn(kind, written.replace(/次$/, ''))
    case 'count':
      return written === kind.word ? { value: written } : wholeIn(kind, written.replace(/[天日人名]$/, ''))
    case 'choice':
      return kind.choices.includes(written) ? { value: written } : NOT_ONE
    case 'words':
      return wordsIn(kind, written)
    case 'condition':
      return closer(readCondition(text.trim(), context))
    case 'window':
      return closer(readCell('window', text, context))
    case 'sources':
      return written === '无' ? { value: '' } : closer(readCell('sources', text, context))
    case 'month-day':
      return monthDay(written)
    case 'offset':
      return clock(written)
    case 'figures':
      return figuresIn(kind, written)
    case 'classes':
      return classesIn(kind, written)
    case 'writers':
      return writersIn(written, context)
    default:
      return kind satisfies never
  }
}

const NOT_ONE: RuleReading = { issue: null }

/** `名称=整数` for some of the names, each once, in the order of the names. */
function figuresIn(
  { names, sum, most = 100 }: Extract<RuleKind, { kind: 'figures' }>,
  text: string,
): RuleReading {
  const figures = new Map<string, number>()
  for (const pair of text === '无' ? [] : text.split(/[;、,\n]/).filter(part => part.trim() !== '')) {
    const at = Math.max(pair.lastIndexOf('='), pair.lastIndexOf(':'))
    const name = pair.slice(0, Math.max(at, 0)).trim()
    const [, figure] = /^(\d{1,3})%?$/.exec(pair.slice(at + 1).trim()) ?? []
    if (!names.includes(name) || figures.has(name)) return NOT_ONE
    if (figure === undefined || Number(figure) < 1 || Number(figure) > most) return NOT_ONE
    figures.set(name, Number(figure))
  }
  const total = [...figures.values()].reduce((all, figure) => all + figure, 0)
  if (sum !== null && total !== sum) return NOT_ONE
  const known = names.filter(name => figures.has(name))
  return { value: known.map(name => `${name}=${figures.get(name)}`).join(';') }
}

/** Classes in the order in which they stand; 未分类 is none. */
function classesIn({ least, most }: Extract<RuleKind, { kind: 'classes' }>, text: string): RuleReading {
  const classes: string[] = []
  for (const part of text === '无' ? [] : text.split(/[;、,<\n]/).flatMap(part => part.trim() || [])) {
    const read = readRisk(part)
    if (!('value' in read)) return { issue: read }
    if (read.value === UNCLASSED || classes.includes(read.value)) return NOT_ONE
    classes.push(read.value)
  }
  return classes.length < least || classes.length > most ? NOT_ONE : { value: classes.join(';') }
}

/** A whole number within the range. */
function wholeIn(
  { least, most }: { readonly least: number; readonly most: number },
  text: string,
): RuleReading {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most) return NOT_ONE
  return { value: String(Number(text)) }
}

/** Several words, each once, in byte order; none is a list too. */
function wordsIn({ choices }: Extract<RuleKind, { kind: 'words' }>, text: string): RuleReading {
  const members = text === '无' ? [] : membersOf(text)
  if (choices !== null && members.some(member => !choices.includes(member))) return NOT_ONE
  return { value: members.join(';') }
}

/** A day of every year, `01-31`; `1月31日` is read so too. */
function monthDay(text: string): RuleReading {
  const [, month, date] = /^(\d{1,2})(?:-|月)(\d{1,2})日?$/.exec(text) ?? []
  if (month === undefined) return NOT_ONE
  const value = `${month.padStart(2, '0')}-${date!.padStart(2, '0')}`
  return isDay(`2025-${value}`) ? { value } : NOT_ONE
}

/** `+08:00`; `+8`, `UTC+8` and 北京时间 are read so too. */
function clock(text: string): RuleReading {
  const value = offsetNamed(text.replace('\u2212', '-'))
  return value === null ? NOT_ONE : { value }
}

/** `张三=市监局;李四=卫体局、教科局;王五=全部`, by operator, departments as their codes. */
function writersIn(text: string, { department }: Context): RuleReading {
  const writers = new Map<string, string>()
  for (const pair of text === '无' ? [] : text.split(/[;；\n]/).filter(part => part.trim() !== '')) {
    const [name = '', departments = ''] = pair.split(/[=＝:：](.*)/s).map(part => part.trim())
    const named = departments.split(/[、,，/]/).flatMap(part => part.trim() || [])
    if (name === '' || named.length === 0 || writers.has(name)) return NOT_ONE
    const codes = new Set<string>()
    for (const one of named) {
      const found = one === EVERY_DEPARTMENT ? { value: one } : department(one)
      if (!('value' in found)) return { issue: found }
      codes.add(found.value)
    }
    writers.set(name, sortByBytes([...codes]).join('、'))
  }
  return { value: sortByBytes([...writers].map(([name, codes]) => `${name}=${codes}`)).join(';') }
}

function closer(reading: CellResult): RuleReading {
  return 'value' in reading ? { value: reading.value } : { issue: reading }
}

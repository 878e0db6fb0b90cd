import { clean } from './cells/clean.ts'
import { plainHeading } from './columns/field-names.ts'

/** Why a row of a file is not a record of the registry. */
export type SkipReason =
  | ('above' | 'blank' | 'hint' | 'sample' | 'total' | 'section' | 'footer' | 'headings')
  /** A row of a sheet of results that nobody filled in yet. */
  | 'unfilled'
  /** Rows of a sheet of proposals that nobody decided on, and those that somebody declined. */
  | ('undecided' | 'declined')

/** How far below the headings a row of hints may stand. */
const HINT_ROWS = 3

/**
 * Tells rows that belong to the sheet and not to the registry: blank rows, hints and samples under the headings of a
 * template, totals, what parts a table into sections and pages, who filled it in. Null for a row that is to be read. `below` counts from 1 at the first row under the headings.
 */
export function skipReason(cells: readonly string[], below: number): SkipReason | null {
  const first = firstFilled(cells)
  if (first === undefined) return 'blank'
  const begins = clean(first).text
  if (begins === END_OF_FILE && isAlone(cells)) return 'blank'
  if (begins === '' && cells.every(cell => clean(cell).text === '')) return 'blank'
  if (TOTAL.test(begins) || (SUBTOTAL.test(begins) && onlyCounts(cells))) return 'total'
  if (PART.test(begins) && cells.length > 2 && isAlone(cells)) return 'section'
  if (FOOTER.test(begins)) return 'footer'
  if (below > HINT_ROWS) return null
  if (cells.some(cell => SAMPLE.test(cell))) return 'sample'
  return cells.filter(cell => HINT.test(cell)).length * 3 >= cells.filter(cell => cell !== '').length
    ? 'hint'
    : null
}

/** Tells a row that says one of these again, but for spaces and what cannot be seen: the headings of a next page. */
export function repeats(headings: readonly (readonly string[])[]): (cells: readonly string[]) => boolean {
  const known = headings.map(names => names.map(plainHeading))
  return cells => {
    // Of a million rows nearly none begins like the headings: those are told apart by their first cell.
    let first = 0
    while (cells[first] === '') first++
    if (first === cells.length) return false
    const begins = plainHeading(cells[first]!)
    return known.some(
      names =>
        begins === (names[first] ?? '') && cells.every((cell, i) => plainHeading(cell) === (names[i] ?? '')),
    )
  }
}

/** One cell and no other. */
function isAlone(cells: readonly string[]): boolean {
  return cells.filter(cell => clean(cell).text !== '').length === 1
}

/** Numbers alone stand beside the first text. */
function onlyCounts(cells: readonly string[]): boolean {
  const [, ...others] = cells.map(cell => clean(cell).text).filter(text => text !== '')
  return others.every(text => /^\d+(?:\.\d+)? ?[户人家条项个名%]?$/.test(text))
}

function firstFilled(cells: readonly string[]): string | undefined {
  for (const cell of cells) if (cell !== '') return cell
  return undefined
}

const TOTAL = /^(?:(?:合 ?计|总 ?计|小 ?计|共 ?计)(?:[:：]|$)|共 ?\d+ ?[户人家条项个名]$)/
const SUBTOTAL = /^.{1,20}(?:小计|合计|总计)$/
/** 一、餐饮服务 · （二）食品销售 · 第 1 页 共 2 页 · - 3 - */
const PART =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])|^第 ?\d+ ?页|^[-—] ?\d+ ?[-—]$/
/** What CP/M and DOS ended text files with. */
const END_OF_FILE = '\u001a'
const FOOTER = /^(?:(?:填表|制表|填报|审核|复核|经办)(?:人|单位|日期|时间)?|注|备注|说明)[:：]/
const SAMPLE = /[（(](?:请删除|示例行?|样例)[)）]|请删除|^(?:示?例|样例)[:：]/
const HINT =
  /必填|选填|填写|请选择|请输入|如：|例如|格式为|格式：|下拉|[单复多]选|^若|男或女|是或否|[Yy]{4}(?:[-/.年]?[Mm]{2})/

import { nearest } from '../../nearest.ts'
import { clean } from '../cells/clean.ts'
import type { Field, Library } from '../libraries/field.ts'

/**
 * The place of the field that goes by this heading, a variant of it or its English name; −1 when none does. A heading
 * of several words (`注册号/统一社会信用代码`, `法定代表人或负责人`) is the field that each of them is.
 */
export function fieldNamed(library: Library, name: string): number {
  for (const heading of formsOf(name)) {
    const found = byWords(library, heading)
    if (found >= 0) return found
  }
  return -1
}

/** A heading as it is written, then without what stands beside the name of a field. */
function formsOf(name: string): readonly string[] {
  const heading = plainHeading(name)
  const bare = heading.replace(REMARKS, '').replace(/(?<![:。,、;])[:。,、;]+$/, '')
  return bare === heading ? [heading] : [heading, bare]
}

/** What stands in brackets in a heading and names no other field: how it is written, whose it may be. */
const REMARKS =
  /\((?:全称|必填项?|选填|不?可空|\d+位(?:数字|代码)?|代码|号码|证号|营业执照[^()]*|与[^()]*一致|以[^()]*为准|请[^()]*|格式[^()]*|[^()]*格式|如[^()]*|例[^()]*|下拉[^()]*|若有|y{4}[^()]*|年.?月.?日|可?(?:多选|单选|多个|多人|多项)[^()]*|[一二两三四五六七八九十\d]+(?:名|人|个字|字)[^()]*|个体(?:工商)?户|机构|商户|公司|企业|单位|经营者|字号)\)/gi

function byWords(library: Library, heading: string): number {
  const whole = byOneWord(library, heading)
  if (whole >= 0) return whole
  const parts = heading.split(BETWEEN_WORDS).filter(part => part !== '')
  if (parts.length < 2) return -1
  const fields = new Set(parts.filter(part => !OTHER_NUMBERS.has(part)).map(part => byOneWord(library, part)))
  if (fields.size === 1) return [...fields][0]!
  const names = [...fields].map(field => library.fields[field]?.name)
  return names.every(name => name === 'uscc' || name === 'registration')
    ? library.fields.findIndex(({ name }) => name === 'uscc')
    : -1
}

/** Numbers of firms that no registry keeps, beside one that it does. */
const OTHER_NUMBERS: ReadonlySet<string> = new Set(['组织机构代码', '机构代码', '税号', '纳税人识别号'])

const BETWEEN_WORDS = /[/、|()]|或/

function byOneWord(library: Library, heading: string): number {
  if (heading === '') return -1
  const first = library.fields.findIndex(
    field => plainHeading(field.headings[0]) === heading || field.name === heading,
  )
  if (first >= 0) return first
  const variant = library.fields.findIndex(field => isVariant(field, heading))
  if (variant >= 0 || heading.length > LONGEST_VARIANT) return variant
  return library.fields.findIndex(({ pattern }) => pattern?.test(heading))
}

/** Longer than any heading that names a field. */
const LONGEST_VARIANT = 40

/** The heading under which a field that came later is kept, whatever of its names was written; null for any other. */
export function laterHeading(library: Library, name: string): string | null {
  const { later } = library
  if (later === undefined) return null
  for (const heading of formsOf(name)) {
    const joined = heading.replace(/[()]/g, '')
    const field = later.find(
      field => field.name === heading || isVariant(field, heading) || isVariant(field, joined),
    )
    if (field !== undefined) return field.headings[0]
  }
  return null
}

function isVariant(field: Field, heading: string): boolean {
  return field.headings.some(variant => plainHeading(variant) === heading)
}

/**
 * The field that a heading may be meant for, by its main heading. Headings have few characters of which each counts
 * (身份证号 is not 执法证号, 登记机关 not 登记状态), so that nearly all must agree; of a word that somebody typed to name a field, half. Null where none is near enough.
 */
export function nearestHeading(
  library: Library,
  name: string,
  floor: 'half' | 'nearly all' = 'nearly all',
): string | null {
  const heading = plainHeading(name)
  if (ALL_DIFFERENT.test(heading)) return null
  const near = nearest(heading, headingsOf(library), floor)
  return near === null ? null : (library.fields[fieldNamed(library, near)]?.headings[0] ?? near)
}

/** Numbers of persons have no field, and are none of those that look like them. */
const ALL_DIFFERENT = /身份证/

/** Every Chinese heading that a library knows. */
function headingsOf(library: Library): string[] {
  return library.fields.flatMap(field => field.headings)
}

/** A heading without spaces, marks of obligation, brackets around all of it and differences of width. */
export function plainHeading(heading: string): string {
  if (LETTERS_AND_DIGITS.test(heading)) return heading
  return clean(heading)
    .text.normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[【[〔](.*)[】\]〕]$/, '$1')
    .replace(/^\*|\*$|\(必填\)$|\(选填\)$/g, '')
}

const LETTERS_AND_DIGITS = /^[0-9A-Za-z]*$/

/** @module-tag campaign */
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Encoding } from '../../../src/core/file-problem.ts'
import { clean } from '../../../src/core/registry/cells/clean.ts'
import { saysNothing } from '../../../src/core/registry/cells/lost-text.ts'
import {
  type CellType,
  type Field,
  LIBRARIES,
  type Library,
  type LibraryName,
} from '../../../src/core/registry/libraries/field.ts'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { registrationCheckDigit } from '../../../src/core/registry/numbers/registration-number.ts'
import { usccCheckCharacter } from '../../../src/core/registry/numbers/uscc.ts'
import { BOM, encode } from '../../files/reading/clerk.ts'
import { text, workbook } from '../../files/reading/workbooks.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { digestAt, NOW, type Office, office } from '../../helpers/ssj.ts'

/** A value as it is remembered, and one of the ways in which clerks write it. */
interface Cell {
  readonly value: string
  readonly written: string
}

type Cells = Readonly<Record<string, Cell>>

const exact = (value: string): Cell => ({ value, written: value })
const ways = (value: string, ...written: readonly string[]) =>
  fc.constantFrom(value, ...written).map((written): Cell => ({ value, written }))

const wide = (value: string) =>
  value.replace(/[!-~]/g, character => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
/** What is done to codes so that spreadsheets leave them alone, or by those who type them. */
const asCode = (value: string) =>
  ways(
    value,
    `\t${value}`,
    `${value}\t`,
    `'${value}`,
    `="${value}"`,
    wide(value),
    `${value}\u3000`,
    `\u200b${value}`,
  )

const word = fc
  .array(fc.constantFrom(...'离石区青禾示例店䶮龘𬭊𠮷（）()·“”"、A1 é%'), { minLength: 1, maxLength: 12 })
  .map(parts => parts.join(''))
  .filter(
    written => clean(written).text === written && !saysNothing(written) && !/[（(]示例/.test(written), // （示例） marks a sample row
  )
const member = fc
  .array(fc.constantFrom(...'食品药械特种设备𬭊'), { minLength: 1, maxLength: 4 })
  .map(parts => parts.join(''))
const byBytes = (values: readonly string[]) =>
  [...new Set(values)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
const listOf = (values: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.array(values, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(';', '；', ',', '，', '、', '/', '\n', '; '),
    )
    .map(([values, between]): Cell => ({ value: byBytes(values).join(';'), written: values.join(between) }))

const day = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const anyDate = day.chain(value => {
  const [year, month, date] = value.split('-').map(Number)
  const serial = Date.parse(`${value}T00:00:00Z`) / 86_400_000 + 25_569
  return ways(
    value,
    `${year}/${month}/${date}`,
    `${year}.${month}.${date}`,
    `${year}年${month}月${date}日`,
    value.replaceAll('-', ''),
    `${year}/${month}/${date} 0:00`,
    String(serial),
  )
})
const percent = fc.integer({ min: 1, max: 99 })

const BY_TYPE: Readonly<Record<Extract<CellType, string>, fc.Arbitrary<Cell>>> = {
  text: word.map(exact),
  status: word.map(exact),
  subject: word.map(exact),
  narrow: fc.stringMatching(/^[A-Z1-9][A-Z0-9]{0,10}$/).chain(asCode),
  id: fc.constant(exact('')), // by the number of the row
  uscc: fc.constant(exact('')),
  registration: fc.constant(exact('')),
  date: anyDate,
  year: fc.integer({ min: 2000, max: 2099 }).chain(year => ways(`${year}`, `${year}年`, `${year}年度`)),
  firm: fc.oneof(word.map(exact), fc.constant(exact('91141102058871239H'))),
  days: fc
    .array(day, { minLength: 1, maxLength: 3 })
    .map(days => ({ value: [...days].sort().join(';'), written: days.join('\n').replaceAll('-', '/') })),
  list: listOf(member),
  tags: listOf(member),
  yesno: fc.oneof(ways('是', '√', 'Y', ' 是'), ways('否', '×', 'n', '0')),
  count: fc
    .integer({ min: 0, max: 5000 })
    .chain(count => ways(`${count}`, `${count}.0`, `${count}户`, wide(`${count}`))),
  risk: fc
    .constantFrom('A', 'B', 'C', 'D')
    .chain(risk => ways(risk, `${risk}类`, risk.toLowerCase(), wide(risk))),
  rate: percent.chain(rate =>
    ways(`${rate}%`, `≥${rate}%`, `不低于${rate}％`, `${rate}%（20户）`, `${rate} %`),
  ),
  rates: percent.chain(rate => ways(`A=${rate}%;B=2‰`, `A${rate}%;B2‰`, `A：${rate}％\nB：2‰`)),
  reserve: percent.chain(count => fc.oneof(ways(`${count}%`), ways(`${count}`, `${count}户`))),
  frequency: fc.oneof(
    ways('1次/年', '=1', '每年1次'),
    ways('2-3次/年', '2—3次/年'),
    ways('根据监管需要确定'),
  ),
  period: ways('2026-03-01~2026-06-30', '2026年3月—6月', '2026年3-6月', '2026/3/1至2026/6/30'),
  team: ways('组长,食品,任意', '组长，食品、任意'),
  condition: ways('所属子库=餐饮,食品;成立日期>=2020-01-01', '分库=餐饮，食品；成立日期≥2020/1/1'),
  strata: ways('信用风险等级+管辖所', 'risk+监管所'),
  sources: ways('骰子;福彩3D 第1期', '骰子；福彩3D  第1期', '骰子\n福彩3D 第1期'),
  window: fc.oneof(ways('本年', '年内'), ways('近3年', '近 3年')),
  department: fc.oneof(ways('JIA', '甲局', '甲局 '), ways('YI', '乙局')),
  departments: fc.oneof(ways('JIA', '甲局'), ways('JIA;YI', '乙局、甲局', '甲局/乙局', 'YI,JIA')),
  items: ways('I1;I2', 'I2，I1', 'I1\nI2'),
  inspector: fc.constant(exact('')),
  inspectors: ways('P1;P2', 'P2，P1', 'P1\nP2', 'P1/P2'),
  target: fc.constant(exact('')),
  named: fc.constant(exact('')),
  outcomes: fc.oneof(
    ways('1', '未发现问题'),
    ways('10'),
    ways('6;A', 'A,6', '通过登记的住所（经营场所）无法联系；发现问题待后续处理'),
    ways('1;C', '公示信息隐瞒真实情况、弄虚作假\n1'),
  ),
}

function cellOf({ type }: Field): fc.Arbitrary<Cell> {
  return typeof type === 'string'
    ? BY_TYPE[type]
    : fc.constantFrom(...type.choices).chain(words => ways(words[0], ...words))
}

/** Some fields of a library, and rows with values there; ids by the number of the row. */
function recordsOf(name: LibraryName): fc.Arbitrary<{ fields: readonly Field[]; rows: readonly Cells[] }> {
  const of: Library = library(name)
  const free = of.fields.filter(field => !field.column && !OURS.has(field.name))
  return fc.subarray(free).chain(some => {
    const fields = of.fields.filter(field => field.column || OURS.has(field.name) || some.includes(field))
    const cells = Object.fromEntries(
      fields.map(field => [
        field.name,
        field.needed ? cellOf(field) : fc.oneof(cellOf(field), fc.constant(exact(''))),
      ]),
    )
    return fc
      .array(fc.record(cells) as fc.Arbitrary<Cells>, { minLength: 1, maxLength: 8 })
      .chain(rows => fc.tuple(...rows.map((row, i) => identified(name, row, i))))
      .map(rows => ({ fields, rows }))
  })
}

/** Fields that a row needs, or that stand for each other: filled by `identified`. */
const OURS: ReadonlySet<string> = new Set([
  'code',
  'task',
  'uscc',
  'registration',
  'inspector',
  'target',
  'rate',
  'count',
  'rates',
  'partners',
  'lead',
])

function identified(name: LibraryName, row: Cells, i: number): fc.Arbitrary<Cells> {
  const number = `${2600 + i}`
  if (name === 'recusals') {
    const pair = { inspector: exact(`P${i + 1}`), target: exact(`T0${i + 1}`) }
    return fc.constant({ ...row, ...pair })
  }
  const code = asCode(`K${number}`)
  if (name === 'targets') {
    const body = `91141102MA0K3${number}`
    const uscc = body + usccCheckCharacter(body)
    const registered = `1411020000${number}`
    const blank = fc.constant(exact(''))
    return fc
      .tuple(
        fc.oneof(code, blank),
        fc.oneof(asCode(uscc), ways(uscc, uscc.toLowerCase()), blank),
        fc.oneof(asCode(registered + registrationCheckDigit(registered)), blank),
      )
      .map(([code, uscc, registration]) => {
        const none = code.value + uscc.value + registration.value === ''
        return { ...row, code: none ? exact(`K${number}`) : code, uscc, registration }
      })
  }
  if (name !== 'plan') return code.map(code => ({ ...row, code }))
  const size = fc.constantFrom<readonly string[]>(['count'], ['rate'], ['rates'], ['rate', 'rates'])
  return fc.tuple(code, size).map(([code, sizes]) => {
    const blanks = ['count', 'rate', 'rates'].filter(
      field => !sizes.includes(field) || row[field]!.value === '',
    )
    const filled = blanks.length === 3 ? { count: exact('5') } : {}
    const gone = Object.fromEntries(blanks.map(field => [field, exact('')]))
    return { ...row, code, lead: exact('JIA'), partners: exact('YI'), ...gone, ...filled }
  })
}

const dialect = fc.record({
  container: fc.constantFrom('csv', 'csv', 'csv', 'gz', 'xlsx'),
  encoding: fc.constantFrom<Encoding>('utf-8', 'gb18030', 'utf-16le', 'utf-16be'),
  bom: fc.boolean(),
  delimiter: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  lastLineEnd: fc.boolean(),
  quoteAll: fc.boolean(),
  titles: fc.subarray(['离石区名录库（2026年）', '填报单位：示例局', '']),
  blanks: fc.array(fc.nat(8), { maxLength: 2 }),
  order: fc.array(fc.nat(1000), { minLength: 50, maxLength: 50 }),
  variants: fc.array(fc.nat(1000), { minLength: 50, maxLength: 50 }),
  extra: fc.boolean(),
})

type Dialect = typeof dialect extends fc.Arbitrary<infer T> ? T : never

const EXTRA = '网格编号'

/** The file of these records: titles, headings in any order and any of their names, rows, blank rows among them. */
function bytesOf(name: LibraryName, fields: readonly Field[], rows: readonly Cells[], how: Dialect): Buffer {
  const ordered = [...fields].sort((a, b) => how.order[fields.indexOf(a)]! - how.order[fields.indexOf(b)]!)
  const withExtra = how.extra && library(name).extras
  const headings = ordered.map((field, i) => variantOf(name, field, how.variants[i]!))
  const width = ordered.length + (withExtra ? 1 : 0)
  const body = rows.map((row, i) => [
    ...ordered.map(field => row[field.name]!.written),
    ...(withExtra ? [`网格${i}`] : []),
  ])
  for (const at of how.blanks) body.splice(Math.min(at, body.length), 0, Array(width).fill(''))
  const heading = [...headings, ...(withExtra ? [EXTRA] : [])]
  const table = [...how.titles.map(title => [title, ...Array(width - 1).fill('')]), heading, ...body]
  if (how.container === 'xlsx') return workbookOf(table)
  const csv = textOf(table, how)
  const bom = how.bom || how.encoding.startsWith('utf-16')
  const bytes = Buffer.concat([bom ? BOM[how.encoding] : Buffer.alloc(0), encode(csv, how.encoding)])
  return how.container === 'gz' ? gzipSync(bytes) : bytes
}

function variantOf(name: LibraryName, field: Field, choice: number): string {
  const { fields }: Library = library(name)
  const meant = (heading: string) =>
    fields.find(other => other.name === heading || other.headings[0] === heading) ??
    fields.find(other => other.headings.includes(heading))
  const names = [field.name, ...field.headings].filter(heading => meant(heading) === field)
  const heading = names[choice % names.length]!
  return choice % 5 === 0 ? ` ${heading} ` : choice % 7 === 0 ? `*${heading}（必填）` : heading
}

function textOf(
  table: readonly (readonly string[])[],
  { delimiter, lineEnd, lastLineEnd, quoteAll }: Dialect,
) {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const needs = (cell: string) => quoteAll || /["\r\n]/.test(cell) || cell.includes(delimiter)
  const line = (cells: readonly string[]) =>
    cells.map(cell => (needs(cell) ? quoted(cell) : cell)).join(delimiter)
  return table.map(line).join(lineEnd) + (lastLineEnd ? lineEnd : '')
}

function workbookOf(table: readonly (readonly string[])[]): Buffer {
  const escaped = (cell: string) => cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const letters = (i: number) =>
    (i < 26 ? '' : String.fromCharCode(64 + Math.floor(i / 26))) + String.fromCharCode(65 + (i % 26))
  const xml = table.map((cells, row) => {
    const written = cells.map((cell, i) =>
      cell === '' ? '' : text(`${letters(i)}${row + 1}`, escaped(cell)),
    )
    return `<row r="${row + 1}">${written.join('')}</row>`
  })
  return workbook({ 名录: xml.join('') })
}

/** The records as `ssj list --json` shows them. */
function expected(name: LibraryName, rows: readonly Cells[], extra: boolean) {
  const of = library(name)
  return rows.map((row, i) => {
    const values = Object.fromEntries(of.fields.map(field => [field.name, row[field.name]?.value ?? '']))
    const ids = of.id.map(field => values[field]!)
    const year = name === 'plan' ? [values.period!.slice(0, 4) || NOW.slice(0, 4)] : []
    const id = of.idRule === 'all' ? [...year, ...ids].join('/') : ids.find(id => id !== '')
    const kept = of.extras ? { extra: extra ? { [EXTRA]: `网格${i}` } : {} } : {}
    return { id, ...values, ...kept }
  })
}

let registries: Office
let empty: Office
beforeAll(async () => {
  registries = await miniature({
    items: ['I1', 'I2'].map(code => ({ 事项编码: code, 抽查事项: `示例事项${code}` })),
    targets: targets(8),
    inspectors: inspectors(8),
  })
  empty = office()
  await empty.done('init')
})

test('ssj import: refused rows come back corrected, the column of reasons passed over', async () => {
  const here = registries.copy()
  const refused = async (name: string, content: string, right: readonly [string, string]) => {
    const path = here.file(`${name}.csv`, content)
    const kept = here.path(`${name}-rejects.csv`)
    expect((await here.ssj('import', name, path, '--skip-bad', '--rejects', kept)).code).toBe(0)
    const again = here.path(`${name}-again.csv`)
    expect((await here.ssj('import', name, kept, '--rejects', again)).code).toBe(1)
    expect(digestAt(again)).toBe(digestAt(kept))
    writeFileSync(kept, readFileSync(kept, 'utf8').replace(...right))
    const [file] = (await here.done('import', name, kept)).files
    expect(file).toMatchObject({ new: 1, extra: [], issueCount: 0 })
  }
  await refused('targets', '对象编号,名称,成立日期\nX1,甲,2026-02-30\nX2,乙,\n', ['2026-02-30', '2026-02-03'])
  await refused('recusals', '人员编号,对象编号,登记日期\nP1,T9,2026-02-03\nP2,T02,\n', ['T9', 'T01'])
  await refused('departments', '部门编码,部门名称\nBING,丙局\n"D;D",丁局\n', ['D;D', 'DING'])
})

describe('ssj import', () => {
  // A table of holidays is whole years, or refused; results are judged by a draw (test/commands/results).
  test.each(LIBRARIES.filter(name => name !== 'holidays' && name !== 'results'))(
    '%s: reads back what was written, in any dialect',
    async name => {
      const before = new Set<string>()
      const from = name === 'departments' ? empty : registries
      for (const { id } of (await from.done('list', name)).records) before.add(id)
      await fc.assert(
        fc.asyncProperty(recordsOf(name), dialect, async ({ fields, rows }, how) => {
          const here = from.copy()
          const path = here.file('random.csv', bytesOf(name, fields, rows, how))
          const ran = await here.ssj('import', name, path, '--json')
          const [file] = ran.json.files
          expect(file, JSON.stringify(ran.json, null, 1)).toMatchObject({
            outcome: 'written',
            new: rows.length,
            issueCount: 0,
          })
          const { records } = await here.done('list', name)
          const found = records.filter(({ id }: { id: string }) => !before.has(id))
          const byId = (a: { id?: string | undefined }, b: { id?: string | undefined }) =>
            a.id! < b.id! ? -1 : 1
          expect(found.sort(byId)).toEqual(expected(name, rows, how.extra).sort(byId))
          expect((await here.done('import', name, path)).files).toMatchObject([{ outcome: 'nothing' }])
        }),
        { numRuns: 40 },
      )
    },
  )
})

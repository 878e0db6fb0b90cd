import { COLUMNS } from './on-engine.ts'

/** An invented registry of any size: the same rows for a file and for an engine, row by row. */
export function* corpus(size: number): Generator<readonly string[]> {
  for (let i = 0; i < size; i++) yield COLUMNS.map(name => FIELDS[name]?.(i) ?? '')
}

/** The same as a file to import. */
export function corpusFile(size: number): string {
  return `${[...corpusLines(size)].join('\n')}\n`
}

/** Its lines. */
export function* corpusLines(size: number): Generator<string> {
  yield HEADINGS.map(([heading]) => heading).join(',')
  for (let i = 0; i < size; i++) yield HEADINGS.map(([, field]) => quoted(FIELDS[field]!(i))).join(',')
}

const HEADINGS = [
  ['对象编号', 'code'],
  ['名称', 'name'],
  ['登记状态', 'status'],
  ['信用风险等级', 'risk'],
  ['监管部门', 'departments'],
  ['管辖所', 'station'],
  ['成立日期', 'established'],
  ['地址', 'address'],
] as const

/** A number spread over the others, so that neighbours are not alike. */
function spread(i: number, salt: number): number {
  return Math.imul(i + salt, 2_654_435_761) >>> 8
}

const STATIONS = ['城关所', '西“关”所', '东,所', '', '𬭊业所', '北所']
const FIELDS: Readonly<Record<string, (i: number) => string>> = {
  // No digits that a million of them would make a telephone number of: those are not to be published.
  code: i =>
    `${i % 50 === 0 ? '𬭊' : i % 7 === 0 ? '企' : 'Q'}${String(spread(i, 1) % 997).padStart(3, '0')}N${i}`,
  name: i => `示例${i}号${i % 11 === 0 ? "（O'Neill）" : ''}店`,
  status: i =>
    ['存续', '存续', '存续', '存续', '在营', '注销', '吊销，未注销', '清算', '存续', ''][spread(i, 2) % 10]!,
  risk: i => ['A', 'B', 'B', 'C', 'D', ''][spread(i, 3) % 6]!,
  departments: i => ['JIA', 'JIA', 'JIA;YI', 'YI', '', 'JIA'][spread(i, 4) % 6]!,
  station: i => STATIONS[spread(i, 5) % STATIONS.length]!,
  established: i => `20${String(10 + (spread(i, 6) % 16)).padStart(2, '0')}-0${1 + (i % 9)}-1${i % 10}`,
  address: i => `示例市示例路${i}号`,
}

function quoted(field: string): string {
  return /[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}

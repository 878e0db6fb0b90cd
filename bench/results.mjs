/** A draw of many targets, its results imported, judged, reviewed, published and reported: processor time and memory of each. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { DATA, fresh, ratio, ssj, tell, timed } from './measure.mjs'

/** The year that it is, since nothing is frozen whose period is over; results are of today. */
const today = new Date().toISOString().slice(0, 10)
const year = today.slice(0, 4)
const CODES = ['1', '1', '1', 'E', 'A', '6', '7', '9']

export function benchResults(count) {
  mkdirSync(DATA, { recursive: true })
  const [db, folder] = [fresh('results.db'), `${DATA}/sheets`]
  const write = (name, lines) => {
    const path = fresh(name)
    writeFileSync(path, `${lines.join('\n')}\n`)
    return path
  }
  const made = (size, line) => Array.from({ length: size }, (_, i) => line(i + 1))
  timed(ssj(db, 'init'))
  const files = {
    departments: ['部门编码,部门名称', 'JIA,示例甲局', 'YI,示例乙局'],
    items: ['事项编码,抽查事项,检查依据,检查主体,参检部门,事项类别', 'S1,示例事项,《示例法》,JIA,YI,重点'],
    targets: [
      '对象编号,名称,监管部门,信用风险等级,管辖所',
      ...made(count * 2, i => `T${i},示例单位${i},JIA;YI,${'ABCD'[i % 4]},示例${i % 10}所`),
    ],
    inspectors: [
      '人员编号,姓名,所属部门,执法证号',
      ...made(600, i => `P${i},示例人${i},${i % 2 === 0 ? 'JIA' : 'YI'},1411${i}`),
    ],
  }
  for (const [name, lines] of Object.entries(files))
    timed(ssj(db, 'import', name, write(`${name}-results.csv`, lines)))
  const task = ['--id', 'B', '--lead', 'JIA', '--with', 'YI', '--items', 'S1', '--count', String(count / 2)]
  timed(ssj(db, 'draw', 'run', ...task, '--from', `${year}-01-01`, '--to', `${year}-12-31`, '--seed-machine'))
  rmSync(folder, { recursive: true, force: true })
  const step = (name, ...args) => tell(`ssj ${name}`, timed(ssj(db, ...args)))
  step(
    `results sheet, ${count} results due`,
    ...['results', 'sheet', '1', '--to', folder, '--format', 'csv', '--one-file'],
  )
  const file = write('filled.csv', filled(folder))
  step(`import results, ${count} rows`, 'import', 'results', file)
  step('import results, the same again', 'import', 'results', file)
  step('results review', 'results', 'review', '1', '--approver', '示例科长')
  step('results publish', 'results', 'publish', '1')
  const report = timed(ssj(db, 'report', 'results'))
  tell('ssj report results', report)
  for (const name of ['assessment', 'year', 'deadlines', 'coverage', 'workload', 'fairness'])
    step(`report ${name}`, 'report', name)
  const proposed = timed(ssj(db, 'propose', 'risk', '--to', fresh('proposals.csv')))
  tell('ssj propose risk', proposed, `${ratio(proposed, report)} of report results`)
}

/** The sheet with a day and an outcome in each row. */
function filled(folder) {
  const [name] = readdirSync(folder).filter(one => one.endsWith('.csv'))
  const [headings, ...rows] = parse(readFileSync(`${folder}/${name}`), { bom: true })
  const put = (row, i) =>
    headings.map((heading, k) => {
      if (heading === '检查日期') return today
      if (heading === '检查结果代码') return CODES[i % CODES.length]
      if (heading === '发现问题') return i % CODES.length > 2 && i % CODES.length < 6 ? '示例问题' : ''
      return row[k].trim()
    })
  return [headings, ...rows.map(put)].map(row => row.map(cell => `"${cell}"`).join(','))
}

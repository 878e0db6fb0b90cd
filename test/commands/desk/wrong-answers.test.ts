/** @module-tag campaign */
import { beforeAll, describe, expect, it } from 'vitest'
import { JOBS } from '../../../src/commands/desk/jobs/jobs.ts'
import { atDesk } from '../../../src/commands/desk/sit-down.ts'
import { signerKey, verifierKeyText } from '../../../src/core/ledger/keys.ts'
import { WentBack } from '../../../src/terminal/asked.ts'
import type { Asker, Choice } from '../../../src/terminal/asker.ts'
import type { JobName, QuestionName } from '../../../src/terminal/sentences/jobs/names.ts'
import type { Language } from '../../../src/terminal/sentences/load-sentences.ts'
import { onlyLooks, quietDesk } from '../../helpers/at-desk.ts'
import { csvFrom, targets } from '../../helpers/miniature.ts'
import { drawnOffice, LATER, standing } from '../../helpers/results.ts'
import { contentOf, type Office, office } from '../../helpers/ssj.ts'

/** What is no answer to each question; `picked` where nothing can be given but what is offered. */
const WRONG: Readonly<Record<QuestionName, readonly string[] | 'picked' | 'anything'>> = {
  actor: 'anything',
  departmentCode: ['A;B', 'A,B', '=A'],
  departmentName: ['\u0007'],
  file: 'picked',
  library: 'picked',
  mode: 'picked',
  rejects: ['plan.csv', '没有这里/x.csv'],
  department: 'picked',
  sheet: 'picked',
  headerRow: 'picked',
  encoding: 'picked',
  seats: 'picked',
  paperNumber: ['零', '三十五', '-1'],
  against: 'picked',
  map: 'picked',
  templateTo: ['plan.csv', '模板.doc', '没有这里/x.csv', 'plan.csv/x.csv'],
  record: 'picked',
  fields: 'anything',
  reason: [''],
  approver: ['测试员', '测 试员'],
  task: 'picked',
  announceTo: ['plan.csv', '没有这里/x'],
  draw: 'picked',
  draws: 'picked',
  fallen: 'picked',
  target: 'picked',
  inspector: 'picked',
  outcome: 'picked',
  evidence: 'picked',
  profile: 'picked',
  formats: 'picked',
  folder: ['plan.csv', '没有这里/x'],
  subject: 'anything',
  certificateTo: ['plan.csv', '证明.pdf', '没有这里/x.html'],
  year: ['今年', '26', '20266', '-2026'],
  list: 'picked',
  listTo: ['plan.csv', '清单.doc', '没有这里/x.csv'],
  checked: 'picked',
  sheetTo: ['plan.csv', '没有这里/x'],
  result: 'picked',
  publishTo: ['plan.csv', '没有这里/x'],
  reportName: 'picked',
  reportTo: ['plan.csv', '报表.pdf', '没有这里/x.html'],
  rule: 'picked',
  value: ['x y z'],
  date: ['昨天', '2026-02-31', '31/12/2026', '2030-01-01'],
  cause: 'picked',
  reference: [''],
  search: 'anything',
  visit: 'picked',
  taskName: [''],
  lead: 'picked',
  items: 'picked',
  size: ['两户', '0', '0%', '150%', '-3', '3.5'],
  from: ['明天', '2026-13-01', '03-01'],
  until: ['下月', '2026-02-30', '2020-01-01'],
  where: ['主体类型 企业', '没有这一项=1'],
  sources: ['骰子/0'],
  guest: 'picked',
  targets: 'picked',
  engine: 'picked',
  engineName: ['a b', '甲;乙'],
  engineUrl: ['10.0.0.1', 'oracle://u@h/d', 'postgres://u:secret@h/d', 'duckdb:'],
  engineTable: ['a b', 'select 1; drop table x'],
  engineColumns: ['名称', '名称=name', '对象编号=a，对象编号=b'],
  enginePassword: ['geheim', 'env:', 'file:'],
  paper: 'picked',
  certificate: 'picked',
  proposeTo: ['plan.csv', '建议.html', '没有这里/x.csv'],
  layout: 'anything',
  sendTo: ['plan.csv', '送出.doc', '没有这里/x.csv'],
  compareTo: ['plan.csv', '比对.xlsx', '没有这里/x.csv'],
  taskNumber: ['SJ 1', 'SJ=1', 'SJ;1'],
  setting: 'picked',
  settingValue: 'anything',
  keyFile: 'picked',
  key: 'picked',
  algorithm: 'picked',
  newKey: ['plan.csv', '没有这里/x.key'],
  publicKey: 'picked',
  keyName: ['13812345678', '甲'.repeat(101)],
  instead: 'picked',
  keysTo: ['plan.csv', '没有这里/x.json'],
  origin: ['a b', 'a+b'],
  checkpointTo: ['plan.csv', '没有这里/x.txt'],
  cosignedFile: 'picked',
  policy: 'picked',
  query: ['plan.csv', '没有这里/x.tsq'],
  token: 'picked',
  backupTo: ['plan.csv', '没有这里/x.db'],
  lent: 'picked',
  witnessName: ['a b', 'a+b'],
  logKey: ['x', 'x+00000000+AAAA'],
  request: 'picked',
  witnessTo: ['plan.csv', '没有这里/x.txt'],
}

/** Of which one is an answer to each question, once the wrong ones were told. */
const RIGHT = [
  ...['名称甲', 'SCJG', '2026年3月5日', '３０户', '２０２６年', 'env:X', 'a.b/c', 'new-1.csv', 'duckdb:x'],
  ...[
    '对象编号=id',
    'https://x',
    verifierKeyText(signerKey('a.example', 'note', new Uint8Array(32)).verifier),
  ],
]

/** Questions that are put as those of a record, by their headings. */
const AS_CELLS: Readonly<Partial<Record<QuestionName, string>>> = {
  taskName: '任务名称',
  sources: '随机源',
}

/** Reasons that the public reads: none may tell of a person. */
const TOLD: readonly JobName[] = ['void', 'freezeLent', 'clock', 'keyLost', 'return', 'correctResult']

let here: Office
let nothingYet: Office
beforeAll(async () => {
  const made = await drawnOffice()
  const plan = ['B', 'C', 'D'].map(任务编号 => ({
    ...{
      任务编号,
      任务名称: `任务${任务编号}`,
      发起部门: 'JIA',
      抽查数量: '2',
      随机源: `骰子 第${任务编号}次/30`,
    },
    起止时间: '2026-06-01~2026-08-31',
  }))
  await made.done('import', 'plan', made.file('plan.csv', csvFrom(plan)))
  const dice = '骰子 第B次=361245361245361245361245361245'
  await made.done('draw', 'freeze', 'B', '--sealed')
  await made.done('draw', 'run', 'B', '--seed', dice)
  await made.done('draw', 'freeze', 'C')
  const [target] = (await standing(made)).drawn
  const result = {
    任务编号: 'A',
    对象编号: target!,
    检查部门: '甲局',
    抽查事项: 'S1',
    检查日期: '2026-03-02',
  }
  await made.done('import', 'results', made.file('r.csv', csvFrom([{ ...result, 检查结果代码: '1' }])))
  const visit = ['--department', '甲局', '--date', '2026-05-02', '--cause', '转办交办', '--reference', '1']
  await made.done('visit', 'add', '--target', 'T04', ...visit)
  await made.done('engine', 'add', '省库', 'sql:mysql', '--registry', 'firms', '--column', '对象编号=id')
  await made.done('key', 'new', made.path('签名.key'), '--algorithm', 'sm2')
  await made.done('key', 'add', made.path('签名.key.pub'), '--name', '甲局签名')
  made.file('a.csv', csvFrom([...targets(1, {}, 50), { 对象编号: 'T51', 名称: '店', 监管部门: '没有' }]))
  made.file('folder/x.txt', 'x')
  made.file('证明.html', 'x')
  here = made
  nothingYet = office()
  nothingYet.file('plan.csv', 'x')
})

/**
 * Does a job as somebody who answers wrong first, in every way there is, then right; goes back at the summary. Of what is
 * offered the first or the last is taken. Gives the questions that were answered wrong.
 */
async function errsIn(
  job: JobName,
  language: Language,
  take: 'first' | 'last',
): Promise<readonly QuestionName[]> {
  const { desk, told } = await quietDesk(job === 'init' ? nothingYet : here, language, LATER)
  const { ask, jobs, whatNow, quit } = desk.say.desk
  const own = [...JOBS[job].questions.map(({ name }) => name), ...OF_FILES]
  const meant = (message: string) =>
    own
      .filter(name => message.startsWith(ask[name]) || message.includes(AS_CELLS[name] ?? '\0'))
      .sort((a, b) => ask[b].length - ask[a].length)[0]
  const erred = new Set<QuestionName>()
  let [turns, isOver, isBegun] = [0, false, false]
  const turn = () => {
    if (isOver || ++turns > 40) {
      isOver = true
      throw new WentBack()
    }
  }
  const taken = <T>(choices: readonly Choice<T>[]): T => {
    const choice = take === 'first' ? choices[0] : choices.at(-1)
    if (choice !== undefined) return choice.value
    isOver = true
    throw new WentBack()
  }
  const asker: Asker = {
    async text({ message, initial = '', check = () => null }) {
      turn()
      const name = meant(message)
      const wrong = name === undefined ? [] : WRONG[name]
      if (name !== undefined && wrong === 'picked') throw new Error(`${job}: ${name} is typed`)
      const told = name === 'reason' && TOLD.includes(job) ? [...wrong, '电话 13812345678'] : wrong
      for (const text of typeof told === 'string' ? [] : told) {
        const fault = await check(text)
        expect([job, name, text, fault]).toEqual([job, name, text, expect.stringMatching(/^(?!ssj:).*\S/u)])
        erred.add(name!)
      }
      for (const text of [initial, ...RIGHT]) if ((await check(text)) === null) return text
      throw new Error(`${job}: nothing answers ${message}`)
    },
    async choose(_message, choices) {
      turn()
      return taken(choices)
    },
    async find(message, find) {
      if (message === whatNow) {
        const wanted = isBegun ? quit : jobs[job]
        isBegun = true
        const named = async (wanted: string) => (await find(wanted)).find(({ name }) => name === wanted)
        // What there is nothing to do with is not offered.
        return ((await named(wanted)) ?? (await named(quit))!).value
      }
      turn()
      const name = meant(message)
      const wrong = name === undefined ? [] : WRONG[name]
      if (wrong === 'picked') {
        expect([job, name, await find('没有这样的 zzz')]).toEqual([job, name, []])
        erred.add(name!)
      } else if (typeof wrong !== 'string' && name !== undefined && !erred.has(name)) {
        erred.add(name)
        const [taken] = await find(wrong[0]!)
        // Of what is picked or typed nothing is found where it is none.
        if (taken !== undefined) return taken.value
      } else if (name === 'approver') {
        expect(told()).toMatch(/! .*测试员/)
        return (await find('王局长'))[0]!.value
      }
      const found = await find('')
      return taken(found.length > 0 ? found : await find('名称甲'))
    },
    async yes() {
      isOver = true
      throw new WentBack()
    },
  }
  const code = await atDesk(desk, onlyLooks, asker)
  expect([job, code, /(?:Error:|undefined)[\s\S]{0,400}/.exec(told())?.[0]]).toEqual([job, 0, undefined])
  return [...erred]
}

/** What a file that is to be read is asked about beside. */
const OF_FILES: readonly QuestionName[] = ['sheet', 'headerRow', 'map', 'encoding']

describe.each(['zh', 'en'] as const)('a wrong answer, in %s', language => {
  it('is told when it is given, at every question of every job, and the right one is taken after it', async () => {
    const before = contentOf(here.db)
    const erred = new Set<QuestionName>()
    for (const job of Object.keys(JOBS) as JobName[])
      for (const take of ['first', 'last'] as const)
        for (const name of await errsIn(job, language, take)) erred.add(name)
    expect(contentOf(here.db)).toBe(before)
    const typed = (Object.keys(WRONG) as QuestionName[]).filter(name => typeof WRONG[name] !== 'string')
    expect(typed.filter(name => !erred.has(name))).toEqual([])
  })
})

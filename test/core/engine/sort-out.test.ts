/** @module-tag slow */
import fc from 'fast-check'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Engine } from '../../../src/core/engine/engine.ts'
import { askedSql, groupsSql } from '../../../src/core/engine/freeze-sql.ts'
import { readRest } from '../../../src/core/engine/read-answers.ts'
import { sortOutSql } from '../../../src/core/engine/sort-out-sql.ts'
import { created, dropped, namesOf } from '../../../src/core/engine/tables.ts'
import { awaitedOf } from '../../../src/core/frame/awaited.ts'
import { frameColumns, frameOf } from '../../../src/core/frame/frame.ts'
import { withRest } from '../../../src/core/frame/rest.ts'
import { pastOf } from '../../../src/core/frame/visit-history.ts'
import { clausesOf } from '../../../src/core/registry/cells/condition.ts'
import { writeExtras } from '../../../src/core/registry/columns/extra-fields.ts'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { type Task, taskOf } from '../../../src/core/registry/task.ts'
import { NO_RULES, rulesOf } from '../../../src/core/rules/rules.ts'
import { allLines, type Session } from '../../../src/engine/drivers/session.ts'
import { lawOfMany } from '../../helpers/law-of-many.ts'
import { inMemory } from '../../helpers/on-engine.ts'

/** Frame, exclusions and counts of an engine are those of the plain path, for any registry without a past. */

const NAMES = namesOf('t')
const FIELDS = [
  'uscc',
  'name',
  'status',
  'risk',
  'departments',
  'libraries',
  'station',
  'established',
  'industry',
] as const
const ENGINE: Engine = {
  name: 'e',
  url: 'duckdb:',
  registry: 'registry',
  password: '',
  columns: new Map([...FIELDS.map(field => [field, field] as const), ['从业人数', 'staff']]),
}

let session: Session
beforeAll(async () => {
  session = await inMemory()
})
afterAll(() => session.close())

const of = (...words: string[]) => fc.constantFrom(...words)
const row = fc.record({
  name: of('东风饭店', '西 关 ”饭店"', 'O’Neill, 店', '店\\%_', '𬭊业'),
  status: of('', '存续', '注销', '吊销，未注销', '停业', '迁出', '存续（歇业）', '正常', '未吊销注销'),
  risk: of('', 'A', 'B', 'C', 'A+'),
  departments: of('', 'D1', 'D2', 'D1;D2', 'D1;D22', '监管所', 'D3'),
  libraries: of('', '餐饮', 'D1/餐饮', '餐饮;食品', 'D1/餐饮店;食品', 'x/y/餐饮'),
  station: of('', '城关所', '西“关", 所', 'a,b'),
  established: of('', '2019-05-01', '2026-01-15', '2026-02-28', '2024-02-29'),
  industry: of('', '6210', '621', '7', 'I'),
  staff: of('', '9', '10', '010', '9.50', '-3', '-0', '1000000000000000000000', '十人', '9.5'),
})

const CONDITIONS = [
  '',
  '分库=餐饮',
  '所属子库=餐*;登记状态!=注销',
  '所属子库!=餐饮,食品',
  '所属子库=(空)',
  '名称~饭店',
  '名称!~”,%_',
  '行业代码=62*,7',
  '从业人数>=9.5',
  '从业人数<=-0',
  '从业人数>=-5',
  '成立日期>=2024-02-29;成立日期<=2026-01-15',
  '信用风险等级!=(空)',
  '从业人数=(空),10',
  '所属子库~餐;管辖所=*',
] as const

const task = fc.record({
  condition: of(...CONDITIONS),
  strata: of('', '信用风险等级', '信用风险等级+行业代码', '从业人数'),
  joint: of('任一', '全部', '同往'),
  partners: of('', 'D2', 'D2;监管所'),
  rate: of('', '10%'),
  rates: of('', 'A=20%;B=5%', 'A+6210=20%;7=1%'),
  kind: of('不定向', '定向'),
})

lawOfMany('sorts a registry out as the plain path does', 2, async part => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 40 }),
      task,
      of('0', '30'),
      of('', '信用风险等级=A'),
      async (rows, asked, grace, exempt) => {
        const named = rows.map((one, i) => ({
          ...one,
          uscc: `91${String(i).padStart(3, '0')}${i % 3 === 0 ? '𬭊' : 'B'}`,
        }))
        const plan = planOf(asked)
        const rules = rulesOf({ ...NO_RULES, 'grace-days': grace, 'exempt-where': exempt })
        const bounds = { rules, ...nothing(plan, rules), items: [] }
        const wanted = frameOf(plan, named.map(cellsFor(plan, rules)), bounds)
        for (const name of ['registry', ...Object.values(NAMES)])
          await session.run({ sql: `drop table if exists ${name}` })
        await session.run({
          sql: `create table registry (${[...FIELDS, 'staff'].map(name => `${name} varchar`).join(', ')})`,
        })
        for (const one of named)
          await session.run({
            sql: `insert into registry values (${[...FIELDS, 'staff' as const].map(name => session.dialect.text(one[name])).join(', ')})`,
          })
        for (const step of created(session.dialect, NAMES, 'sorted')) await session.run(step)
        await session.run({ sql: sortOutSql(session.dialect, ENGINE, { task: plan, rules }, NAMES, false) })
        expect(await allLines(session, askedSql(session.dialect, NAMES))).toEqual([])
        const rest = readRest(await allLines(session, groupsSql(session.dialect, NAMES)))
        const found = withRest(frameOf(plan, [], bounds), rest)
        expect(found.waterfall).toEqual(wanted.waterfall)
        expect(found.inForce).toBe(wanted.inForce)
        const sorted = await allLines(
          session,
          `select concat_ws('\t', stratum, target, departments, area) from ${NAMES.sorted} where kind = 'f'`,
        )
        expect(sorted.sort()).toEqual(
          wanted.frame
            .map(one => [one.stratum, one.target, one.departments.join(';'), one.area].join('\t'))
            .sort(),
        )
        const out = await allLines(
          session,
          `select concat_ws('\t', target, reason) from ${NAMES.sorted} where kind in ('x', 'g')`,
        )
        expect(out.sort()).toEqual(
          wanted.exclusions.map(({ target, reason }) => `${target}\t${reason}`).sort(),
        )
        for (const step of dropped(session.dialect, NAMES, ['sorted'])) await session.run(step)
      },
    ),
    { numRuns: 60 / part },
  )
})

function planOf({ condition, strata, joint, partners, rate, rates, kind }: Record<string, string>): Task {
  const cells = ['2026/P', ...library('plan').fields.map(() => ''), '']
  const set = (name: string, value: string) => {
    cells[library('plan').fields.findIndex(field => field.name === name) + 1] = value
  }
  set('code', 'P')
  set('lead', 'D1')
  set('partners', partners!)
  set('joint', joint!)
  set('condition', condition!)
  set('strata', strata!)
  set('rate', rate!)
  set('rates', rates!)
  set('kind', kind!)
  expect(() => clausesOf(condition!)).not.toThrow()
  return taskOf(cells, '2026-02-03' as never)
}

function nothing(plan: Task, rules: ReturnType<typeof rulesOf>) {
  const past = pastOf(plan, rules, [], [], new Map())
  return { past, awaited: awaitedOf(plan, rules, [], past.firmOf) }
}

function cellsFor(plan: Task, rules: ReturnType<typeof rulesOf>) {
  const columns = frameColumns(plan, rules)
  return (one: Record<string, string>) =>
    columns.map(name =>
      name === 'id'
        ? one.uscc!
        : name === 'extra'
          ? writeExtras({ 从业人数: one.staff! })
          : (one[name] ?? ''),
    )
}

import { expect, it } from 'vitest'
import { DIGESTED_TABLES } from '../../src/store/schema/digested-tables.ts'
import { logZh } from '../../src/terminal/sentences/zh/log.ts'

const { done, rows } = logZh.words

it('has a Chinese word for the rows of every table', () => {
  const told = DIGESTED_TABLES.map(({ name }) => rows(name, 1, 0))
  expect(told.filter(text => /[a-z_]/.test(text))).toEqual([])
  expect(rows('target', 400, 0)).toBe('检查对象 400/0')
})

it('says what was done with which library, file or draw; what it does not know as it stands', () => {
  expect(done('import departments', '部门.csv')).toBe('导入部门 部门.csv')
  expect(done('retire targets', 'N2')).toBe('停用检查对象名录库 N2')
  expect(done('rules set', '')).toBe('设定规则')
  expect(done('freeze', '2026-0001')).toBe('冻结 2026-0001')
  expect(done('another thing', 'x')).toBe('another thing x')
})

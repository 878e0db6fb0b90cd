import { describe, expect, test } from 'vitest'
import { nextNumber } from '../../../src/core/office/next-number.ts'
import { officeValuesWith } from '../../../src/core/office/office-book.ts'
import { type OfficeInput, officeChanges } from '../../../src/core/office/office-changes.ts'
import { UserError } from '../../../src/core/refusal.ts'

const input = (values: Record<string, string> = {}, last = 0): OfficeInput => ({
  values: officeValuesWith(new Map(Object.entries(values))),
  people: new Set(),
  lastGiven: () => last,
  thisYear: 2026,
})
const reasonOf = (assignments: readonly string[], given = input()) => {
  try {
    officeChanges(assignments, given)
  } catch (error) {
    if (error instanceof UserError) return error.reason
    throw error
  }
  return null
}

describe('settings of the office', () => {
  test('a whole number sets mark, year and running number, in whatever brackets', () => {
    for (const [open, close] of ['〔〕', '[]', '（）', '【】'] as const)
      expect(officeChanges([`字号=示市监${open}2026${close}12号`], input())).toEqual([
        { setting: 'mark', was: '', value: '示市监' },
        { setting: 'year', was: '', value: '2026' },
        { setting: 'number', was: '', value: '12' },
      ])
    expect(
      officeChanges(['字号='], input({ mark: '示市监', number: '3' })).map(({ value }) => value),
    ).toEqual(['', ''])
  })

  test('what stands already is no change', () => {
    expect(officeChanges(['电话=0358-8222222'], input({ telephone: '0358-8222222' }))).toEqual([])
  })

  test.each([
    [['电话'], 'office-assignment'],
    [['=1'], 'office-assignment'],
    [['座机号=1'], 'unknown-office-setting'],
    [['电话=0358-8222222', 'telephone=0358-8222223'], 'office-setting-twice'],
    [['代字=示市监', '字号=另市监〔2026〕1号'], 'office-setting-twice'],
    [['序号=3'], 'conflicting-office-settings'],
    [['年份=2026'], 'conflicting-office-settings'],
    [['代字=示市监', '序号=3', '电话=13812341234'], 'invalid-office-setting'],
  ])('%j is refused: %s', (assignments, code) => {
    expect(reasonOf(assignments)?.code).toBe(code)
  })

  test('a running number that was given is refused, and the mark is not taken from under one', () => {
    const given = input({ mark: '示市监' }, 12)
    expect(reasonOf(['序号=12'], given)).toEqual({
      code: 'conflicting-office-settings',
      details: { conflict: { kind: 'number-given', number: 12, last: '示市监〔2026〕12号' } },
    })
    expect(officeChanges(['序号=13'], given)).toHaveLength(1)
    expect(reasonOf(['代字='], input({ mark: '示市监', number: '3' }))?.code).toBe(
      'conflicting-office-settings',
    )
  })

  test('the telephone of a person is not told again by the refusal', () => {
    expect(JSON.stringify(reasonOf(['电话=13812341234']))).not.toContain('12341234')
  })
})

describe('the next running number', () => {
  test('goes on from the last, or from where the office set it in that year', () => {
    expect(nextNumber(2026, { last: 0, from: null })).toBe(1)
    expect(nextNumber(2026, { last: 7, from: null })).toBe(8)
    expect(nextNumber(2026, { last: 0, from: { number: 35, year: 2026 } })).toBe(35)
    expect(nextNumber(2026, { last: 40, from: { number: 35, year: 2026 } })).toBe(41)
    expect(nextNumber(2027, { last: 0, from: { number: 35, year: 2026 } })).toBe(1)
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn } from '../../../src/core/dates.ts'
import { BEIJING } from '../../../src/core/office-time.ts'
import { chineseTime, chineseTimeOfSeconds } from '../../../src/core/publication/chinese-time.ts'
import { fileNames } from '../../../src/core/publication/file-names.ts'
import { sourceNote } from '../../../src/core/publication/papers/source-note.ts'

test('chineseTime: by the clock of the office, over the ends of days, months and years', () => {
  expect(chineseTime('2026-02-03T04:05:06Z', BEIJING)).toBe('2026年2月3日 12:05:06（北京时间）')
  expect(chineseTime('2026-12-31T16:00:00Z', BEIJING)).toBe('2027年1月1日 00:00:00（北京时间）')
  expect(chineseTime('2028-02-28T23:59:59Z', BEIJING)).toBe('2028年2月29日 07:59:59（北京时间）')
  expect(chineseTime('2026-02-03T04:05:06Z', '+06:00')).toBe('2026年2月3日 10:05:06（时区 +06:00）')
})

test('chineseTimeOfSeconds agrees with the clock of the system', () => {
  const clock = new Intl.DateTimeFormat('zh-CN-u-hc-h23', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'medium',
  })
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000_000, max: 250_000_000_000 }), seconds => {
      expect(chineseTimeOfSeconds(BigInt(seconds), BEIJING)).toBe(
        `${clock.format(seconds * 1000)}（北京时间）`,
      )
    }),
  )
})

test.each([
  ['福彩3D 2026-11-08', '预计产生日期：2026年11月8日'],
  ['2026年3月5日 上证综指收盘', '预计产生日期：2026年3月5日'],
  ['福彩3D 第2026312期', ''],
  ['2026-13-08', ''],
  ['骰子', ''],
  ['drand/quicknet/1', '预计产生时间：2023年8月23日 23:09:27（北京时间）'],
  ['drand/quicknet/18446744073709551615', ''],
  ['drand/quicknet/x', ''],
])('sourceNote: %s', (source, note) => {
  expect(sourceNote(source, BEIJING)).toBe(note)
})

test('dayIn: the first day that exists', () => {
  expect(dayIn('2026-02-30 或 2026/3/1')).toBe('2026-03-01')
  expect(dayIn('12026-03-01')).toBe(null)
})

test('fileNames: safe, no two alike, the same for the same ids', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1, unit: 'binary' })), ids => {
      const names = fileNames(ids)
      const values = [...names.values()]
      expect(new Set(values.map(name => name.toLowerCase())).size).toBe(ids.length)
      for (const name of values) expect(name).not.toMatch(/[/\\:*?"<>|.\s\p{Cc}]|^(?:con|nul)$/iu)
      expect(fileNames(ids.toReversed())).toEqual(names)
    }),
  )
  expect(fileNames(['a/b', 'a_b', 'A_B', 'con', '..']).get('con')).toBe('_con')
})

test('files are named after firms: whole, safe, cut by bytes, with the code where two firms have one name', () => {
  const firms = new Map([
    ['T1', '示例（集团）有限公司'],
    ['T2', '同名店'],
    ['T3', '同名店'],
    ['T4', 'CON'],
    ['T5', 'lpt1'],
    ['T6', '甲/乙:丙*店.'],
    ['T7', '𠮷'.repeat(100)],
    ['T8', `${'𠮷'.repeat(100)}二`],
    ['T9', ''],
    ['T10', 'ＡＢＣ店'],
    ['T11', 'abc店'],
  ])
  const names = fileNames(firms.keys(), id => firms.get(id)!)
  expect(Object.fromEntries(names)).toMatchObject({
    ...{ T1: '示例（集团）有限公司', T2: '同名店-T2', T3: '同名店-T3', T4: '_CON', T5: '_lpt1' },
    ...{ T6: '甲_乙_丙_店_', T9: 'T9', T10: 'ＡＢＣ店-T10', T11: 'abc店-T11' },
  })
  expect(names.get('T7')).not.toBe(names.get('T8'))
  for (const name of names.values()) {
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
    expect(name).not.toMatch(/\p{Cs}/u)
  }
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 90 }), { maxLength: 12 }), texts => {
      const made = fileNames(
        texts.map((_, i) => String(i)),
        id => texts[Number(id)]!,
      )
      const folded = [...made.values()].map(name => name.normalize('NFKC').toLowerCase())
      expect(new Set(folded).size).toBe(texts.length)
      for (const name of made.values()) {
        expect(name).not.toMatch(/[/\\:*?"<>|.\s]|^$/)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240)
      }
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OFFICE_BOOK } from '../../../src/core/office/office-book.ts'
import { officeSettingOf } from '../../../src/core/office/office-changes.ts'
import { readOfficeSetting } from '../../../src/core/office/read-office-setting.ts'

const PEOPLE = new Set(['欧阳示例', '钱示例', '示例'])
const read = (name: string, text: string) => readOfficeSetting(officeSettingOf(name), text, PEOPLE)
const flaw = (name: string, text: string) => {
  const reading = read(name, text)
  return 'flaw' in reading ? reading.flaw.kind : `value ${reading.value}`
}

describe('a setting of the office', () => {
  test.each([
    ['发文机关', '示例区市场监督管理局'],
    ['发文机关', '示例县人民政府办公室'],
    ['发文机关', '示例区“双随机、一公开”监管工作联席会议'],
    ['抬头', '示例区市场监督管理局文件'],
    ['落款', '县委'.concat('宣传部')],
    ['落款', '局长办公室'],
    ['代字', '示市监'],
    ['盖章处', '盖章'],
    ['盖章处', '双随机抽查专用章'],
    ['盖章处', '无'],
  ])('%s takes %s as it is', (name, text) => {
    expect(read(name, text)).toEqual({ value: text })
  })

  test.each([
    ['电话', '0358-8222222', '0358-8222222'],
    ['电话', '（0358）8222222', '0358-8222222'],
    ['电话', '０３５８　８２２２２２２', '0358-8222222'],
    ['电话', '010-65021234转801', '010-65021234转801'],
    ['电话', '+86 0351 702 1234-12', '0351-7021234转12'],
    ['电话', '12345', '12345'],
    ['电话', '400 123 4567', '400-123-4567'],
    ['年份', '2026年', '2026'],
    ['年份', '自动', ''],
    ['序号', '第012号', '12'],
    ['盖章处', '（盖章）', '盖章'],
    ['发文机关', ' 示例区\u200b市场监督管理局 ', '示例区市场监督管理局'],
  ])('%s reads %s as %s', (name, text, value) => {
    expect(read(name, text)).toEqual({ value })
  })

  test.each([
    ['电话', '13812341234', 'private'],
    ['电话', '１３８　１２３４　１２３４', 'private'],
    ['电话', '一三八一二三四一二三四', 'private'],
    ['电话', '+86 138-1234-1234', 'private'],
    ['电话', '0138 1234 1234', 'private'],
    ['电话', '11010519491231002X', 'private'],
    ['电话', '8222222', 'area'],
    ['电话', '0358-8222222 13812341234', 'private'],
    ['电话', '0358-8222222 王主任', 'form'],
    ['电话', 'office@example.invalid', 'private'],
    ['发文机关', '示例区市监局 11010519491231002X', 'private'],
    ['发文机关', '示例区市监局 0358-8222222', 'private'],
    ['发文机关', '张三', 'person'],
    ['发文机关', '王局', 'person'],
    ['落款', '示例区市场监督管理局 李大队', 'person'],
    ['落款', '局长 欧阳示例', 'person'],
    ['落款', '欧阳示例', 'person'],
    ['落款', '示例区局欧阳示例办公室', 'person'],
    ['落款', '示例区市场监督管理局（经办人：钱某）', 'person'],
    ['落款', '阿依古丽·买买提', 'person'],
    ['抬头', '钱示例同志', 'person'],
    ['盖章处', '张三章', 'person'],
    ['盖章处', '局长签名章', 'person'],
    ['盖章处', '王五私章', 'person'],
    ['盖章处', '在这里盖', 'form'],
    ['发文机关', '示例', 'person'],
    ['发文机关', 'SSJ Office', 'person'],
    ['发文机关', '示例区市场监督管理制度', 'form'],
    ['发文机关', '长'.repeat(60).concat('局'), 'long'],
    ['发文机关', '示例区\n市场监督管理局', 'character'],
    ['代字', '示市监〔2026〕', 'form'],
    ['代字', '欧阳示例', 'person'],
    ['年份', '26', 'form'],
    ['年份', '1999', 'form'],
    ['序号', '0', 'form'],
    ['序号', '100000', 'form'],
    ['序号', '-3', 'form'],
  ])('%s refuses %s: %s', (name, text, kind) => {
    expect(flaw(name, text)).toBe(kind)
  })

  test('is empty where it is taken back', () => {
    for (const setting of OFFICE_BOOK) expect(readOfficeSetting(setting, '  ', PEOPLE)).toEqual({ value: '' })
  })

  test('reads what it gave as the same again, and never holds a number of a person', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OFFICE_BOOK),
        fc.string({ unit: fc.constantFrom(...'0123456789138-转 （）示例区市监局章年号〔〕王欧阳') }),
        (setting, text) => {
          const reading = readOfficeSetting(setting, text, PEOPLE)
          if ('flaw' in reading) return
          expect(readOfficeSetting(setting, reading.value, PEOPLE)).toEqual(reading)
          expect(reading.value.replaceAll(/\D/g, '')).not.toMatch(/1[3-9]\d{9}/)
        },
      ),
    )
  })
})

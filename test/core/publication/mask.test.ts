import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskName, maskNumber } from '../../../src/core/publication/mask.ts'
import { isIdentityNumber } from '../../../src/core/registry/numbers/identity-number.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An identity number of nobody: the year is long past. */
function identity(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return body + '10X98765432'[sum % 11]
}

describe('maskName', () => {
  it.each([
    ['示例甲', '示**'],
    ['王五', '王*'],
    ['欧阳示例', '欧阳**'],
    ['歐陽示例', '歐陽**'],
    ['诸葛某', '诸葛*'],
    ['欧阳', '欧*'],
    ['司马某某', '司马**'],
    ['𬭊例', '𬭊*'],
    ['䶮示例', '䶮**'],
    ['羴', '*'],
    ['阿卜杜拉·示例', '阿***·**'],
    ['欧阳·示例', '欧*·**'],
    ['John Example', 'J*** *******'],
    ['J. R. Example-Doe', 'J. *. *******-***'],
    ['Пример Иванов', 'П***** ******'],
    ['山田例子', '山***'],
    ['葛\u{e0100}某', '葛\u{e0100}*'],
    [' 王五 ', '王*'],
    ['', ''],
  ])('%s is shown as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown)
  })

  it('shows at most a surname, and as many characters as there are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\p{Script=Han}{1,6}$/u), name => {
        const shown = [...maskName(name)]
        expect(shown).toHaveLength([...name].length)
        expect(shown.filter(character => character !== '*').length).toBeLessThanOrEqual(2)
        expect(shown.at(-1)).toBe('*')
      }),
    )
  })
})

describe('maskNumber', () => {
  it.each([
    [identity('11010518491231002'), /^110105\*{8}002.$/],
    ['110105491231002', /^110105\*{6}002$/],
    ['11010518491231002x', /^110105\*{8}002x$/],
    ['E12345678', /^E\*{6}78$/],
    ['AB1234567', /^A\*{6}67$/],
    ['1234', /^\*{4}$/],
    ['', /^$/],
  ])('%s is shown as %s', (number, shown) => {
    expect(maskNumber(number)).toMatch(shown)
    expect([...maskNumber(number)]).toHaveLength([...number].length)
  })
})

describe('isIdentityNumber', () => {
  it('knows the cards of both generations by province, birthday and check digit', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true) // the example of GB 11643
    expect(isIdentityNumber('11010519491231002x')).toBe(true)
    expect(isIdentityNumber('110105194912310021')).toBe(false)
    expect(isIdentityNumber(identity('99010518491231002'))).toBe(false)
    expect(isIdentityNumber(identity('11010518491331002'))).toBe(false)
    expect(isIdentityNumber('110105491231001')).toBe(true)
    expect(isIdentityNumber('110105491331002')).toBe(false)
  })

  it.each([
    '91141102MA0K3X7H5Y',
    '911411027000000449',
    '911411027000001087',
    '52141102MJ1234AB4X',
    '12141102407766120T',
    '141102000001231',
    '141102012345674',
    '141102400000885',
    '141102600987654',
    '110108000000016',
  ])('takes %s for the code of a firm', code => {
    expect(isIdentityNumber(code)).toBe(false)
  })
})

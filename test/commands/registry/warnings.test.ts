import { describe, expect, it } from 'vitest'
import { usccCheckCharacter } from '../../../src/core/registry/numbers/uscc.ts'
import { office } from '../../helpers/ssj.ts'

/** The organisation code of the first asks for H5; the check character of both holds. */
const GOOD = '91141102MA0K3X7H5Y'
const ODD = `91141102MA0K3X7H6${usccCheckCharacter('91141102MA0K3X7H6')}`

describe('a USCC whose organisation code does not hold', () => {
  it.each([
    [
      'zh',
      '  请核对：代码第 9—17 位（组织机构代码）校验不符，已照收 1: 第 3 行 A 列（信用代码）',
      '读法与写法不同 1 处',
    ],
    [
      'en',
      '  please check: characters 9–17 of the code are not a valid organisation code (kept as written) 1: row 3 column A',
      '1 value not read as written',
    ],
  ])('is taken, counted and told, beside how it was written (%s)', async (lang, told, differently) => {
    const here = office()
    await here.done('init')
    const file = here.file('t.csv', `信用代码,名称\n${GOOD},甲店\n${ODD.toLowerCase()},乙店\n`)
    const ran = await here.ssj('import', 'targets', file, '--lang', lang)
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain(told)
    expect(ran.out).toContain(differently)
    expect((await here.done('list', 'targets')).count).toBe(2)
  })

  it('is data for a script, apart from what was read differently', async () => {
    const here = office()
    await here.done('init')
    const { files } = await here.done('import', 'targets', here.file('t.csv', `信用代码,名称\n${ODD},乙店\n`))
    expect(files[0]).toMatchObject({ new: 1, normalised: [], issueCount: 0 })
    expect(files[0].doubts).toMatchObject([
      { code: 'organisation-check', count: 1, examples: [{ row: 2, column: 1, value: ODD }] },
    ])
  })
})

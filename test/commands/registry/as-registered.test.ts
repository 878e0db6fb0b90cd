import { describe, expect, it } from 'vitest'
import { usccCheckCharacter } from '../../../src/core/registry/numbers/uscc.ts'
import { office } from '../../helpers/ssj.ts'

const BODY = '91350203M0001AB12'
const GOOD = BODY + usccCheckCharacter(BODY)
const BAD = BODY + (GOOD.endsWith('C') ? 'D' : 'C')
const HEADING = '名称,统一社会信用代码/注册号'

/** What registers hold and no check confirms. */
const REGISTERED = [
  ['an old registration number', '1411021000123', 'old-registration'],
  ['a number of 15 digits filled up', '141102100012300', 'registration-check'],
  ['a foreign-invested firm', '企合晋吕总字第000112号', 'old-registration'],
  ['one wholly foreign', '企独晋吕总字第000221号', 'old-registration'],
  ['a household of the time before', '晋工商个字1411026001234号', 'old-registration'],
  ['one of few digits', '工商企合晋字第12号', 'old-registration'],
  ['a code whose check character does not hold', BAD, 'uscc-check'],
] as const

describe.each(REGISTERED)('%s', (_, number, code) => {
  it('is refused, in a sentence that names the way and invents no other number', async () => {
    const here = office()
    await here.done('init')
    const file = here.file('t.csv', `${HEADING}\n示例老厂,${number}\n`)
    for (const lang of ['zh', 'en']) {
      const ran = await here.ssj('import', 'targets', file, '--lang', lang)
      expect(ran.code).toBe(1)
      expect(ran.err).toContain('--as-registered')
      expect(ran.err).not.toContain(GOOD)
    }
    const ran = await here.ssj('import', 'targets', file, '--json')
    expect(ran.json.files[0].issues).toMatchObject([{ code, row: 2, column: 'B', value: number }])
  })

  it('is taken where the user says so: told as a doubt, counted in the ledger, and known by that number', async () => {
    const here = office()
    await here.done('init')
    const file = here.file('t.csv', `${HEADING}\n示例老厂,${number}\n`)
    const [told] = (await here.done('import', 'targets', file, '--as-registered')).files
    expect(told).toMatchObject({ new: 1, issueCount: 0 })
    expect(told.doubts).toMatchObject([{ code: 'as-registered', count: 1 }])
    expect((await here.done('show', 'targets', number)).id ?? number).toBe(number)
    const { entries } = await here.done('log')
    expect(JSON.stringify(entries.at(-1))).toContain('"asRegistered":1')
    const again = await here.ssj('import', 'targets', file, '--as-registered')
    expect(again.code).toBe(0)
  })
})

describe('what is no number of a firm', () => {
  it.each([
    ['nought over and over', '000000000000000000', 'no-code'],
    ['one over and over', '111111111111111111', 'no-code'],
    ['fifteen noughts', '000000000000000', 'no-code'],
    ['a letter for a digit', '91350203MOOO1AB12X', 'uscc-alphabet'],
    ['too short', '91350203M0001AB1', 'uscc-length'],
  ])('%s is not taken as registered either', async (_, number, code) => {
    const here = office()
    await here.done('init')
    const file = here.file('t.csv', `${HEADING}\n零,${number}\n`)
    const { json } = await here.ssj('import', 'targets', file, '--as-registered', '--json')
    expect(json.files[0].issues).toMatchObject([{ code }])
  })

  it('one number is entered by hand in the same way', async () => {
    const here = office()
    await here.done('init')
    const set = ['--set', '名称=示例老厂', '--set', '注册号=1411021000123']
    const refused = await here.ssj('add', 'targets', ...set)
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--as-registered')])
    await here.done('add', 'targets', ...set, '--as-registered')
    expect((await here.done('list', 'targets')).count).toBe(1)
  })
})

describe('l for 1', () => {
  it.each(['9l350203M0001AB12', '91350203M000lAB12', '9l350203MO00lAB12'])(
    '%s is a slip like O for 0',
    async body => {
      const here = office()
      await here.done('init')
      const file = here.file('t.csv', `${HEADING}\n甲店,${body}${GOOD.at(-1)}\n`)
      for (const option of [[], ['--as-registered']]) {
        const { json } = await here.ssj('import', 'targets', file, '--json', ...option)
        expect(json.files[0].issues).toMatchObject([{ code: 'uscc-alphabet', details: { suggestion: GOOD } }])
      }
    },
  )
})

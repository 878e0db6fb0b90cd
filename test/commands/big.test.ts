/** @module-tag campaign */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import seedrandom from 'seedrandom'
import { beforeAll, describe, expect, it } from 'vitest'
import { registrationCheckDigit } from '../../src/core/registry/numbers/registration-number.ts'
import { usccCheckCharacter } from '../../src/core/registry/numbers/uscc.ts'
import { DISTRICT, filesIn, type Office, office } from '../helpers/ssj.ts'

const COUNT = 10_000
/** Beyond one in every file of the specification. */
const FLIPS = 5

/** Targets of a district as CSV: the same for ever, no firm in them exists. */
function districtOf(count: number): string {
  const rng = seedrandom('district of the test')
  const below = (n: number) => Math.floor(rng() * n)
  const lines = [
    '对象编号,统一社会信用代码,注册号,名称,管辖所,主体类型,登记状态,信用风险等级,监管部门,所属子库\n',
  ]
  for (let i = 0; i < count; i++) {
    const body = `91141102MA${String(1_000_000 + i)}`
    const number = `1411026${String(1_000_000 + i)}`
    const old = below(25) === 0
    const catering = below(7) === 0
    lines.push(
      [
        `T${String(i).padStart(7, '0')}`,
        old ? '' : body + usccCheckCharacter(body),
        old ? number + registrationCheckDigit(number) : '',
        `示例${catering ? '餐饮' : '商贸'}店${i}`,
        `${'甲乙丙丁戊'[below(5)]}监管所`,
        below(4) === 0 ? '企业' : '个体工商户',
        below(12) === 0 ? '注销' : '存续',
        below(50) === 0 ? '' : 'AAAAABBC'[below(8)],
        catering ? '"LS-SCJG;LS-WJT"' : 'LS-SCJG',
        catering ? '餐饮' : '食品销售',
      ].join(','),
      '\n',
    )
  }
  return lines.join('')
}

let here: Office
let folder: string

beforeAll(async () => {
  here = office()
  await here.done('init')
  for (const library of ['departments', 'items', 'inspectors'])
    await here.done('import', library, join(DISTRICT, `${library}.csv`))
  const { files } = await here.done('import', 'targets', here.file('targets.csv', districtOf(COUNT)))
  expect(files[0]).toMatchObject({ outcome: 'written', new: COUNT, issueCount: 0 })
  const ran = await here.done(
    ...[
      'draw',
      'run',
      '--lead',
      '市监局',
      '--with',
      '区卫体局',
      '--items',
      'SP-03',
      '--rates',
      'A=1%;B=3%;C=10%;未分类=1%',
    ],
    ...[
      '--from',
      '2026-03-01',
      '--to',
      '2026-03-20',
      '--team',
      'LS-SCJG:组长,任意;LS-WJT:2',
      '--seed',
      '3 5 1',
    ],
  )
  expect(ran.drawn).toBeGreaterThan(125)
  folder = here.path('archive')
  await here.done('export', '1', '--to', folder, '--profile', 'archive')
}, 120_000)

describe('a district of 10 000 targets', () => {
  it('is drawn, exported and verified', async () => {
    const verdict = await here.done('verify', folder)
    expect(verdict).toMatchObject({ kind: 'agrees', notShown: [] })
    expect(verdict.targets).toBeGreaterThan(8_500)
    await here.done('draw', 'replay', '1')
    await here.done('log', '--verify')
  }, 60_000)

  it('differs, with a named place, after any single byte has changed', async () => {
    const files = filesIn(folder)
    const rng = seedrandom('bytes of the test')
    const below = (n: number) => Math.floor(rng() * n)
    // Every file of the specification at least once, sheets and lists by chance.
    const names = [...files.keys()].sort()
    const fixed = names.filter(name => /^(?:data\/)?[^/]+$/.test(name))
    expect(fixed.length).toBeGreaterThanOrEqual(15)
    for (let i = 0; i < fixed.length + FLIPS; i++) {
      const name = i < fixed.length ? fixed[i]! : names[below(names.length)]!
      const bytes = Buffer.from(files.get(name)!)
      const place = below(bytes.length)
      const was = bytes[place]!
      bytes[place] = was ^ (1 << below(8))
      writeFileSync(join(folder, name), bytes)
      const ran = await here.ssj('verify', folder, '--json')
      const what = `${name}, byte ${place}: ${was} → ${bytes[place]}`
      expect([ran.code, ran.err], what).toEqual([1, ''])
      const { difference } = ran.json
      expect(files.has(difference.file) || existsSync(join(folder, difference.file)), what).toBe(true)
      // The blame may fall on the sums that no longer hold, but then they name the file.
      // A digest changed in the sums blames the file, where nothing else proves it.
      if (difference.file !== name && !name.endsWith('SHA256SUMS'))
        expect(JSON.stringify(difference), what).toMatch(/SHA256SUMS|manifest-sha256/)
      writeFileSync(join(folder, name), files.get(name)!)
    }
    await here.done('verify', folder)
  }, 120_000)
})

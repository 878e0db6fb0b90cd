import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectors, miniature } from '../../helpers/miniature.ts'
import { DISTRICT, district, type Office } from '../../helpers/ssj.ts'

const USCC = '91141102058871239H'
const OLD = '141102000001231'

const office = () =>
  miniature({ targets: [{ 注册号: OLD, 名称: '甲店', 监管部门: 'JIA' }], inspectors: inspectors(2) })
const HEAD = '任务编号,统一社会信用代码/注册号,检查部门,检查人员,检查结果'
const file = (here: Office, ...rows: string[]) => here.file('results.csv', [HEAD, ...rows].join('\n'))

describe('results', () => {
  it('those of the district come in, targets by the number of the registry', async () => {
    const here = await district()
    const { files } = await here.done('import', 'results', join(DISTRICT, 'results.csv'))
    expect(files[0]).toMatchObject({ new: 3, issueCount: 0, extra: [] })
    const { records } = await here.done('list', 'results', '--where', '检查日期>=2025-05-15')
    expect(records.map(({ outcome }: { outcome: string }) => outcome).sort()).toEqual(['6;A', 'E'])
  })

  it('one for each task, target and department, with its history', async () => {
    const here = await office()
    await here.done('import', 'results', file(here, `A,${OLD},甲局,"P1,P2",A`, `A,${OLD},乙局,,1`))
    await here.done('import', 'results', file(here, `A,${OLD},甲局,"P1,P2","A,6"`))
    const { versions } = await here.done('show', 'results', `A/${OLD}/JIA`, '--history')
    expect(versions.map(({ outcome }: { outcome: string }) => outcome).sort()).toEqual(['6;A', 'A'])
    expect((await here.done('list', 'results', '--where', '检查结果代码=6')).count).toBe(1)
    expect((await here.done('list', 'results', '--where', '检查人员=P2')).count).toBe(1)
    await here.done('log', '--verify')
  })

  it('people who have left and firms that have closed are still known, strangers are not', async () => {
    const here = await office()
    await here.done('retire', 'inspectors', 'P1', '--reason', '调离')
    await here.done('retire', 'targets', OLD, '--reason', '注销')
    await here.done('import', 'results', file(here, `A,${OLD},甲局,P1,7`))
    for (const [row, lang, told] of [
      [`A,${USCC},甲局,P1,7`, 'zh', '检查对象名录库中没有'],
      [`A,${OLD},甲局,P9,7`, 'en', 'P9'],
    ] as const) {
      const ran = await here.ssj('import', 'results', file(here, row), '--lang', lang)
      expect(ran.code).toBe(1)
      expect(ran.err).toContain(told)
    }
  })

  it('follow a firm to its USCC, as recusals do', async () => {
    const here = await office()
    await here.done('import', 'results', file(here, `A,${OLD},甲局,P1,1`))
    const firm = here.file('t.csv', `统一社会信用代码,注册号,名称\n${USCC},${OLD},甲店\n`)
    await here.done('import', 'targets', firm)
    expect((await here.done('list', 'results')).records).toMatchObject([
      { id: `A/${USCC}/JIA`, target: USCC },
    ])
    const again = await here.done('import', 'results', file(here, `A,${OLD},甲局,P1,1`))
    expect(again.files[0]).toMatchObject({ unchanged: 1, new: 0 })
    await here.done('log', '--verify')
  })
})

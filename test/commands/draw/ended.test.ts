import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { sumsText } from '../../../src/core/draw/folder/sums.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, filesIn, type Office } from '../../helpers/ssj.ts'

const TASK = ['--lead', 'JIA', '--from', '2026-03-01', '--to', '2026-03-31']
const BY = ['--reason', '人员不足', '--approver', '示例局长']
const DICE = '骰子 2026-0001'
const thrown = (draw: string, sides: string) => ['--seed', `骰子 ${draw}=${sides.repeat(30)}`]

/** Sums of a folder as it is now. */
function resummed(folder: string): void {
  const files = filesIn(folder)
  files.delete('SHA256SUMS')
  writeFileSync(join(folder, 'SHA256SUMS'), sumsText(files))
}

/** Five targets and two people with two visits left each: three targets cannot be staffed, whoever is drawn. */
async function few(): Promise<Office> {
  const here = await miniature({ targets: targets(5), inspectors: inspectors(2, { 年度上限: '2' }) })
  await here.done('draw', 'freeze', '--id', 'A', ...TASK, '--count', '3')
  return here
}

describe('a seed that finds no teams', () => {
  let failed: Office
  let told: Awaited<ReturnType<Office['ssj']>>
  beforeAll(async () => {
    failed = await few()
    told = await failed.ssj('draw', 'run', 'A', ...thrown('2026-0001', '3'), '--witness', '见证甲')
  })

  it('goes into the ledger with exit code 1, and says what that means', async () => {
    expect(told.code).toBe(1)
    expect(told.out).toContain('种子已登记，按此种子组不成检查组；承诺已用掉，没有抽取结果')
    expect(told.out).toContain(`${DICE}=${'3'.repeat(30)}`)
    const en = await (await few()).ssj('draw', 'run', 'A', ...thrown('2026-0001', '3'), '--lang', 'en')
    expect([en.code, en.out]).toEqual([
      1,
      expect.stringContaining('the seed is on record and finds no teams'),
    ])
    const script = await (await few()).ssj('draw', 'run', 'A', ...thrown('2026-0001', '3'), '--json')
    expect(script.json).toMatchObject({
      draw: '2026-0001',
      state: 'failed',
      outcome: 'no-teams',
      department: 'JIA',
    })
    expect(script.json.blocking.causes.length).toBeGreaterThan(0)
    const [last] = (await failed.done('log')).entries.slice(-1)
    expect(last).toMatchObject({ action: 'run', subject: { draw: '2026-0001', outcome: 'no-teams' } })
    expect(await failed.done('log', '--verify')).toMatchObject({ holds: true })
  })

  it('is shown, and drawn again to the same end', async () => {
    expect((await failed.done('draw', 'list')).draws[0]).toMatchObject({ state: 'failed', drawn: 0 })
    const shown = await failed.done('draw', 'show', '1')
    expect(shown).toMatchObject({
      state: 'failed',
      ended: { how: 'failed', department: 'JIA' },
      witnesses: ['见证甲'],
    })
    expect((await failed.ssj('draw', 'show', '1')).out).toContain('部门甲局（JIA）组不成检查组；承诺已用掉')
    expect((await failed.ssj('draw', 'show', '1', '--lang', 'en')).out).toContain(
      'finds no teams in department 甲局 (JIA)',
    )
    expect(await failed.done('draw', 'replay', '1')).toMatchObject({ same: true })
    const other = await failed.ssj('draw', 'replay', '1', '--seed', `${DICE}=${'4'.repeat(30)}`, '--json')
    expect([other.code, other.json.same]).toEqual([1, false])
    expect((await failed.done('report', 'fairness')).ended).toEqual([
      { draw: '2026-0001', task: 'A', attempt: 1, how: 'failed' },
    ])
  })

  it('is the only one: no other seed, no void mark, no result, and nothing changed', async () => {
    const before = contentOf(failed.db)
    for (const [code, ...argv] of [
      ['attempt-ended', 'draw', 'run', 'A', ...thrown('2026-0001', '4')],
      ['attempt-ended', 'draw', 'freeze', 'A'],
      ['draw-failed', 'draw', 'void', '1', ...BY],
      ['draw-failed', 'draw', 'announce', '1', '--to', failed.path('no')],
      ['draw-failed', 'draw', 'substitute', '1', '--target', 'T01', '--reason', 'closed', '--approver', '甲'],
      ['draw-failed', 'certify', '1', 'T01'],
      ['source-is-known', 'draw', 'freeze', '--id', 'B', ...TASK, '--count', '1', '--source', `${DICE}/30`],
    ] as const) {
      const ran = await failed.ssj(...argv, '--json')
      expect([argv.join(' '), ran.code, ran.json.error?.code]).toEqual([argv.join(' '), 2, code])
    }
    expect(contentOf(failed.db)).toBe(before)
  })

  it('is followed by a freeze of its own, with a reason, that names it on every paper', async () => {
    const here = failed.copy()
    const more = here.file('more.csv', '人员编号,姓名,所属部门\nP8,示例人八,JIA\nP9,示例人九,JIA\n')
    await here.done('import', 'inspectors', more)
    const to = here.path('announced')
    await here.done('draw', 'freeze', 'A', '--again', ...BY, '--to', to)
    expect(readFileSync(join(to, '抽取公告.txt'), 'utf8')).toContain(
      '前一次 2026-0001 的种子组不成检查组，没有结果，记录保留',
    )
    expect(await here.done('verify', to)).toMatchObject({ kind: 'committed', papers: { laid: 'again' } })
    expect((await here.done('draw', 'run', 'A', '--seed', 'x')).drawn).toBe(3)
    await here.done('export', '2', '--to', here.path('pub'))
    const paper = readFileSync(here.path('pub/抽取情况说明.txt'), 'utf8')
    expect(paper).toContain('第1次抽取（2026-0001）的种子组不成检查组，没有结果。')
    expect(readFileSync(here.path('pub/年度抽取目录.csv'), 'utf8')).toContain('种子组不成检查组，无结果')
    expect(await here.done('verify', here.path('pub'))).toMatchObject({
      kind: 'agrees',
      papers: { laid: 'again' },
    })
    expect((await here.done('draw', 'list')).draws.map((draw: { state: string }) => draw.state)).toEqual([
      'failed',
      'drawn',
    ])
  })

  it.each(['public', 'archive'])('is published (%s), and verified as what it is', async profile => {
    const to = failed.path(profile)
    await failed.done('export', '1', '--to', to, '--profile', profile)
    const data = profile === 'archive' ? join(to, 'data') : to
    expect(await failed.done('verify', to)).toMatchObject({
      kind: 'failed',
      department: 'JIA',
      papers: { laid: 'again', unchecked: profile === 'public' ? [] : expect.any(Array) },
    })
    const names = [...filesIn(data).keys()]
    for (const file of [
      'seed.txt',
      'pool.csv',
      'recusals.csv',
      '抽取记录.html',
      '年度抽取目录.csv',
      'verify.html',
    ])
      expect(names).toContain(file)
    expect(names.filter(name => /selection|assignment|名单|任务公告/.test(name))).toEqual([])
    const minutes = readFileSync(join(data, '抽取记录.csv'), 'utf8')
    expect(minutes).toContain('按此种子甲局组不成检查组')
    expect(JSON.parse(readFileSync(join(data, 'record.json'), 'utf8'))).toMatchObject({ outcome: 'no-teams' })
  })

  it('is told by nobody who has teams, nor kept quiet by a paper', async () => {
    const to = failed.path('pub-forged')
    await failed.done('export', '1', '--to', to)
    const record = readFileSync(join(to, 'record.json'), 'utf8')
    writeFileSync(join(to, 'record.json'), record.replace('  "outcome": "no-teams",\n', ''))
    resummed(to)
    expect((await failed.ssj('verify', to)).code).toBe(1)
    writeFileSync(join(to, 'record.json'), record)
    rmSync(join(to, '抽取情况说明.txt'))
    resummed(to)
    expect((await failed.ssj('verify', to, '--json')).json.difference).toMatchObject({
      file: '抽取情况说明.txt',
      check: 'absent',
    })
  })

  it('of a draw under seal opens it: nobody is visited', async () => {
    const here = await miniature({ targets: targets(5), inspectors: inspectors(2, { 年度上限: '2' }) })
    await here.done('draw', 'freeze', '--id', 'A', ...TASK, '--count', '3', '--sealed')
    const ran = await here.ssj('draw', 'run', 'A', ...thrown('2026-0001', '3'), '--json')
    expect([ran.code, ran.json.seed.length]).toEqual([1, 2])
    expect((await here.done('draw', 'show', '1')).sealed.revealed).toBe(ran.json.entry)
    await here.done('export', '1', '--to', here.path('pub'))
    expect(await here.done('verify', here.path('pub'))).toMatchObject({ kind: 'failed' })
  })

  it('where frozen and drawn at once leaves nothing: no commitment stood before', async () => {
    const here = await miniature({ targets: targets(5), inspectors: inspectors(2, { 年度上限: '2' }) })
    const before = contentOf(here.db)
    const ran = await here.ssj('draw', 'run', '--id', 'A', ...TASK, '--count', '3', '--seed', 'x', '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'infeasible'])
    expect(contentOf(here.db)).toBe(before)
  })
})

describe('a draw that is not run in time', () => {
  /** Its dice are thrown on the third of February, thirty days after which are over on the fifth of March. */
  const LAST = { now: '2026-03-05T15:59:00Z' }
  const OVER = { now: '2026-03-05T16:00:00Z' }
  const some =
    (options: readonly string[] = []) =>
    async () => {
      const here = await miniature({ targets: targets(6), inspectors: inspectors(4) })
      await here.done('rules', 'set', 'usual-sources', '骰子/30')
      await here.done('draw', 'freeze', '--id', 'A', ...TASK, '--count', '2', ...options)
      return here
    }
  const small = some()

  it('may be run on its last day, which freeze, announcement and show name', async () => {
    const here = await small()
    expect((await here.done('draw', 'show', '1')).lastDay).toBe('2026-03-05')
    expect((await here.ssj('draw', 'show', '1')).out).toContain('最迟在 2026-03-05 抽取，逾期自行失效')
    await here.done('draw', 'announce', '1', '--to', here.path('ann'))
    expect(readFileSync(here.path('ann/抽取公告.txt'), 'utf8')).toContain(
      '抽取期限：2026年3月5日前（含当日）抽取',
    )
    expect(await here.done('verify', here.path('ann'))).toMatchObject({ papers: { laid: 'again' } })
    expect((await here.ssjIn(LAST, 'draw', 'run', 'A', ...thrown('2026-0001', '3'))).code).toBe(0)
  })

  it('lapses by an entry of its own, which the first command that writes after that day makes', async () => {
    const here = await small()
    const run = await here.ssjIn(OVER, 'draw', 'run', 'A', ...thrown('2026-0001', '3'), '--json')
    expect([run.code, run.json.error.code]).toEqual([2, 'attempt-ended'])
    const [last] = (await here.done('log')).entries.slice(-1)
    expect(last).toMatchObject({
      action: 'lapse',
      at: OVER.now,
      subject: { draws: [{ draw: '2026-0001', last: '2026-03-05' }] },
    })
    expect(await here.done('log', '--verify')).toMatchObject({ holds: true })
    expect((await here.done('draw', 'list')).draws[0]).toMatchObject({ state: 'lapsed' })
    expect((await here.ssj('draw', 'show', '1')).out).toContain('最迟应在 2026-03-05 抽取，逾期已失效')
    expect((await here.ssj('draw', 'show', '1', '--lang', 'en')).out).toContain(
      '2026-03-05 was the last day to run it',
    )
    for (const argv of [
      ['draw', 'void', '1', ...BY],
      ['export', '1', '--to', here.path('x')],
      ['draw', 'replay', '1'],
    ]) {
      const ran = await here.ssjIn(OVER, ...argv, '--json')
      expect([ran.code, ran.json.error.code]).toEqual([2, 'draw-lapsed'])
    }
  })

  it('lapses whatever the command is, and only once; one that only reads writes nothing', async () => {
    const here = await small()
    const before = contentOf(here.db)
    await here.ssjIn(OVER, 'draw', 'list')
    expect(contentOf(here.db)).toBe(before)
    await here.ssjIn(OVER, 'rules', 'set', 'cap-total', '3')
    await here.ssjIn(OVER, 'rules', 'set', 'cap-total', '4')
    const actions = (await here.done('log')).entries.map((entry: { action: string }) => entry.action)
    expect(actions.slice(-3).map((action: string) => action.split(' ')[0])).toEqual([
      'lapse',
      'rules',
      'rules',
    ])
  })

  it('counts for nothing any more, and stands in the list of the year with its day', async () => {
    const here = await small()
    await here.done('rules', 'set', 'cap-total', '1')
    const freeze = (world: { now?: string }, id: string) =>
      here.ssjIn(world, 'draw', 'freeze', '--id', id, ...TASK, '--count', '5', '--json')
    expect((await freeze({}, 'B')).json.error.code).toBe('waiting-leave-too-few')
    expect((await freeze(OVER, 'B')).json.draw).toBe('2026-0002')
    const ran = await here.ssjIn(OVER, 'draw', 'run', 'B', ...thrown('2026-0002', '3'), '--json')
    expect(ran.json.drawn).toBe(5)
    expect((await here.ssjIn(OVER, 'export', '2', '--to', here.path('pub'))).code).toBe(0)
    expect(readFileSync(here.path('pub/年度抽取目录.csv'), 'utf8')).toMatch(
      /2026-0001,.*逾期未抽取，已失效（可抽取至 2026-03-05）/,
    )
    expect(await here.done('verify', here.path('pub'))).toMatchObject({ papers: { laid: 'again' } })
    expect((await here.done('draw', 'replay', '2')).same).toBe(true)
  })

  it('is followed by a freeze with a reason, that says so', async () => {
    const here = await small()
    const plain = await here.ssjIn(OVER, 'draw', 'freeze', 'A', '--json')
    expect([plain.code, plain.json.error.code]).toEqual([2, 'attempt-ended'])
    const to = here.path('ann')
    const again = await here.ssjIn(OVER, 'draw', 'freeze', 'A', '--again', ...BY, '--to', to)
    expect([again.err, again.code]).toEqual(['', 0])
    expect(readFileSync(join(to, '抽取公告.txt'), 'utf8')).toContain(
      '前一次 2026-0001 逾期未抽取，已失效，记录保留',
    )
    expect((await here.done('draw', 'list')).draws.map((draw: { state: string }) => draw.state)).toEqual([
      'lapsed',
      'frozen',
    ])
  })

  it('opens what it kept under seal', async () => {
    const here = await some(['--sealed'])()
    await here.ssjIn(OVER, 'rules', 'set', 'cap-total', '3')
    const shown = await here.done('draw', 'show', '1')
    expect(shown).toMatchObject({ state: 'lapsed', sealed: { revealed: shown.ended.entry } })
  })

  it('waits as long as the rule said when it was frozen, whatever it says later', async () => {
    const here = await small()
    await here.done('rules', 'set', 'lapse-days', '5')
    await here.done('draw', 'freeze', '--id', 'B', ...TASK, '--count', '1', '--where', '对象编号=T01')
    expect((await here.done('draw', 'show', '1')).lastDay).toBe('2026-03-05')
    expect((await here.done('draw', 'show', '2')).lastDay).toBe('2026-02-08')
    await here.ssjIn({ now: '2026-02-10T01:00:00Z' }, 'rules', 'set', 'cap-total', '3')
    expect((await here.done('draw', 'list')).draws.map((draw: { state: string }) => draw.state)).toEqual([
      'frozen',
      'lapsed',
    ])
    for (const days of ['0', '367', '不限'])
      expect((await here.ssj('rules', 'set', 'lapse-days', days)).code).toBe(2)
  })
})

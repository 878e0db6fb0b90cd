import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sumsText } from '../../../src/core/draw/folder/sums.ts'
import { certificateText } from '../../../src/core/publication/certificate/certificate.ts'
import { statementOf } from '../../../src/core/publication/draw-facts.ts'
import { toldText } from '../../../src/core/publication/told/told-papers.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, filesIn, type Office } from '../../helpers/ssj.ts'

const LOTTERY = '福彩3D 第2026312期'
const TASK = [
  '--lead',
  'JIA',
  '--count',
  '2',
  '--team',
  '2',
  '--from',
  '2026-03-01',
  '--to',
  '2026-03-31',
] as const
const small = () => miniature({ targets: targets(12), inspectors: inspectors(6) })
const thrown = (sides = '3') => sides.repeat(30)

/** The code of a refusal that changed nothing, told in both languages. */
async function refused(here: Office, ...argv: string[]) {
  const before = contentOf(here.db)
  const [zh, en] = [await here.ssj(...argv), await here.ssj(...argv, '--lang', 'en')]
  const { error } = (await here.ssj(...argv, '--json')).json
  expect([zh.code, en.code, zh.out, en.out]).toEqual([2, 2, '', ''])
  expect(zh.err).toMatch(/[\u4e00-\u9fff]/)
  expect(contentOf(here.db)).toBe(before)
  return { ...error, zh: zh.err, en: en.err }
}
const freeze = (id: string, ...sources: string[]) => [
  ...['draw', 'freeze', ...TASK, '--id', id],
  ...sources.flatMap(source => ['--source', source]),
]

describe('a value before its time', () => {
  it('is nobody’s: a lottery, dice and a round that are ahead take none, however the task is called', async () => {
    const here = await small()
    const drand = 'drand/quicknet/100000000'
    for (const [id, source, seed] of [
      ['A', '福彩3D 2026-02-05', '福彩3D 2026-02-05=407'],
      ['B', '骰子/30@2026-02-03 12:30', `骰子=${thrown()}`],
      ['C', drand, `${drand}=${'0'.repeat(64)}`],
    ] as const) {
      const weak = ['--weak-seed', '--reason', '试', '--approver', '局领导']
      await here.done(...freeze(id, source), ...weak)
      const { code } = await refused(here, 'draw', 'run', id, '--seed', seed)
      expect([id, code]).toEqual([id, 'source-ahead'])
    }
  })
})

describe('sources that may be known', () => {
  it('are not announced: a round of the past, a day of the past, a minute of the past', async () => {
    const here = await small()
    for (const [source, code] of [
      ['drand/quicknet/1000', 'source-is-due'],
      ['福彩3D 2026-01-08', 'source-is-due'],
      ['骰子/30@2026-02-02', 'source-is-due'],
      ['骰子/30@2026-02-03 12:05', 'source-is-due'],
    ] as const)
      expect([source, (await refused(here, ...freeze('A', source))).code]).toEqual([source, code])
    await here.done(...freeze('A', '骰子/30@2026-02-03 12:06'))
    await here.done(...freeze('B', 'drand/quicknet/100000000'))
  })

  it('are not announced when a draw has their value, however the name is spelled', async () => {
    const here = await small()
    await here.done(...freeze('A', LOTTERY, '骰子/30'))
    await here.done('draw', 'run', 'A', '--seed', `${LOTTERY}=4 0 7`, '--seed', `骰子=${thrown()}`)
    for (const source of [LOTTERY, '福彩3d 2026312', '3D 26312']) {
      const { code, details } = await refused(here, ...freeze('B', source, '骰子 第2次/30'))
      expect([code, details.draw, details.value]).toEqual(['source-is-known', '2026-0001', '407'])
    }
    const again = ['--again', '--reason', '名单有误', '--approver', '局领导']
    expect((await refused(here, 'draw', 'freeze', 'A', ...again)).code).toBe('source-is-known')
    await here.done(...freeze('B', '福彩3D 第2026313期', '骰子 第2次/30'))
  })

  it('have one value in all draws that wait for them', async () => {
    const here = await small()
    for (const id of ['A', 'B']) await here.done(...freeze(id, LOTTERY, `骰子 ${id}/30`))
    const run = (id: string, value: string) => [
      ...['draw', 'run', id, '--seed', `${LOTTERY}=${value}`, '--seed', `骰子 ${id}=${thrown()}`],
    ]
    await here.done(...run('A', '4 0 7'))
    const { code, details } = await refused(here, ...run('B', '9 9 9'))
    expect([code, details.draw, details.value, details.given]).toEqual([
      'source-valued-otherwise',
      '2026-0001',
      '407',
      '999',
    ])
    await here.done(...run('B', '四〇七'))
    const atOnce = ['draw', 'run', ...TASK, '--id', 'C', '--source', LOTTERY, '--seed', `${LOTTERY}=9 9 9`]
    expect((await refused(here, ...atOnce)).code).toBe('source-valued-otherwise')
  })

  it('that are one drawing count once', async () => {
    const { code } = await refused(await small(), ...freeze('A', '排列三 26312', '排列五 26312', '骰子/30'))
    expect(code).toBe('one-event-twice')
  })

  it('that go by a number and by a day are not told apart, and count once', async () => {
    const here = await small()
    const twice = await refused(here, ...freeze('A', '福彩3D 2026-02-05', '福彩3D 第2026036期', '骰子/30'))
    expect([twice.code, twice.details.isCertain]).toEqual(['one-event-twice', false])
    expect([twice.zh, twice.en].join()).toMatch(/都写期号或都写日期.*by their numbers/s)
    expect((await refused(here, ...freeze('A', '3D 2026-2-5', '福彩3D 2026年2月5日', '骰子/30'))).code).toBe(
      'one-event-twice',
    )
    await here.done(...freeze('A', '福彩3D 第2026035期', '福彩3D 第2026036期', '骰子/30'))
  })

  it('have one value whether they go by the number or by the day of the drawing', async () => {
    const here = await small()
    const due = '2026-02-03 21:15'
    await here.done(...freeze('A', '福彩3D 2026-02-03', '骰子 A/30'))
    await here.done(...freeze('B', `福彩3D 第2026034期@${due}`, '骰子 B/30'))
    const twin = await refused(here, ...freeze('C', `福彩3D 第2026034期@${due}`, '骰子 A/30'))
    expect([twin.code, twin.details.draw]).toEqual(['twin-frozen', '2026-0001'])
    const evening = { now: '2026-02-03T13:20:00Z' }
    const run = (id: string, name: string, value: string) =>
      here.ssjIn(
        evening,
        ...['draw', 'run', id, '--seed', `${name}=${value}`, '--seed', `骰子 ${id}=${thrown()}`, '--json'],
      )
    expect((await run('A', '福彩3D 2026-02-03', '407')).code).toBe(0)
    expect((await run('B', '福彩3D 第2026034期', '999')).json.error.code).toBe('source-valued-otherwise')
    expect((await run('B', '福彩3D 第2026034期', '4 0 7')).code).toBe(0)
  })
})

describe('sources of the office alone', () => {
  it('are never all that is announced: a text, none, a seal', async () => {
    const here = await small()
    for (const more of [[], ['--source', '天气'], ['--sealed', '--source', '天气:text']])
      expect(
        (await refused(here, 'draw', 'freeze', ...TASK, '--id', 'A', '--source', '某文', ...more)).code,
      ).toBe('no-public-source')
    const weak = ['--weak-seed', '--reason', '无', '--approver', '局领导']
    expect((await refused(here, ...freeze('A', '某文'), ...weak)).code).toBe('no-public-source')
    for (const [said, example] of [
      ['骰子', '骰子/25'],
      ['骰子 第2次', '骰子 第2次/25'],
      ['骰子×12', '骰子/12'],
      ['30颗骰子', '骰子/30'],
      ['骰子20颗', '骰子/20'],
    ] as const) {
      const { code, details } = await refused(here, ...freeze('A', said))
      expect([said, code, details.example]).toEqual([said, 'source-without-form', example])
    }
  })

  it('the machine makes no public value', async () => {
    const here = await small()
    await here.done(...freeze('A', '骰子/30'))
    const { code, details, zh } = await refused(here, 'draw', 'run', 'A', '--seed-machine')
    expect([code, details.problem.kind]).toEqual(['invalid-seed', 'public'])
    expect(zh).toContain('不能由本机产生')
  })

  it('a draw at once takes any seed, a text too, and says so', async () => {
    const here = await small()
    await here.done('draw', 'run', ...TASK, '--id', 'A', '--seed', '随便')
    await here.done('draw', 'run', ...TASK, '--id', 'B', '--source', '骰子', '--seed', '骰子=1')
    for (const [draw, folder] of [
      ['1', 'a'],
      ['2', 'b'],
    ] as const) {
      await here.done('export', draw, '--to', here.path(folder), '--format', 'csv')
      const record = JSON.parse(readFileSync(here.path(`${folder}/record.json`), 'utf8'))
      expect(record.commitment).toBe('with-the-draw')
      expect(record.statement).toContain('冻结与抽取同时进行')
      expect(readFileSync(here.path(`${folder}/抽取记录.csv`), 'utf8')).toContain('冻结与抽取同时进行')
      const verified = await here.ssj('verify', here.path(folder))
      expect(verified.out).toContain('不防操纵')
      expect(verified.out).toContain('抽取之前没有公开固定过名单')
      expect((await here.ssj('verify', here.path(folder), '--lang', 'en')).out).toContain(
        'nothing was fixed in public before the draw',
      )
    }
  })

  it('is said on every paper that people read of a draw at once', async () => {
    const here = await small()
    await here.done('draw', 'run', ...TASK, '--id', 'A', '--seed', '随便')
    for (const profile of ['public', 'archive'] as const) {
      const options = ['--profile', profile, '--format', 'csv,html']
      await here.done('export', '1', '--to', here.path(profile), ...options)
      const papers = [...filesIn(here.path(profile))].filter(([file]) =>
        /\p{Script=Han}.*\.(?:html|txt)$/u.test(file),
      )
      const silent = papers.filter(([, bytes]) => !String(bytes).includes('冻结与抽取同时进行'))
      expect([profile, papers.length > 2, silent.map(([file]) => file)]).toEqual([profile, true, []])
    }
    // A text that the office wrote is no public event that was named beforehand.
    const [zh, en] = [
      await here.ssj('certify', '1', 'T01'),
      await here.ssj('certify', '1', 'T01', '--lang', 'en'),
    ]
    expect(zh.out).toContain('种子在抽取时填写，随机源没有事先公布')
    expect(zh.out).not.toContain('冻结时已写明的随机源')
    expect(en.out).toContain('The seed was entered when it was drawn')
    for (const file of ['公示名单', '年度抽取目录', '抽取记录'])
      expect(readFileSync(here.path(`public/${file}.csv`), 'utf8'), file).toContain('冻结与抽取同时进行')
  })
})

describe('a seed that can be steered', () => {
  // attacks.md, S2-11: with one lottery result, 25 seconds of trying task numbers free a chosen firm in all 1 000 outcomes.
  it('is refused at freeze, before anybody grinds: with what would be enough', async () => {
    const here = await small()
    const { code, details, zh, en } = await refused(here, ...freeze('A', LOTTERY))
    expect(code).toBe('weak-seed')
    expect(details).toMatchObject({
      outcomes: '1000',
      strata: ['all'],
      dice: 5,
      proposal: `骰子/5;${LOTTERY}`,
    })
    expect(zh).toContain('再加 5 颗骰子')
    expect(en).toContain('add 5 dice')
    expect((await refused(here, ...freeze('A', '骰子/2'))).details).toMatchObject({
      dice: 7,
      proposal: '骰子/9',
    })
    const told = await here.done(...freeze('A', ...details.proposal.split(';')))
    expect(told.chance).toMatchObject({ outcomes: '7776000', steerProof: true })
  })

  it('is enough with two lotteries or 25 dice at any usual rate', async () => {
    const here = await small()
    for (const [id, sources] of [
      ['A', ['双色球 2026135', '福彩3D 2026312']],
      ['B', ['骰子/25']],
    ] as const)
      expect((await here.done(...freeze(id, ...sources))).chance.steerProof).toBe(true)
  })

  it('is used for a reason and with an approval only, and every paper says so', async () => {
    const here = await small()
    const weak = [...freeze('A', LOTTERY), '--weak-seed']
    expect((await refused(here, ...weak)).code).toBe('missing-option')
    const said = await here.done(
      ...weak,
      '--reason',
      '骰子未到',
      '--approver',
      '局领导',
      '--to',
      here.path('announced'),
    )
    expect(said.weak).toEqual({ reason: '骰子未到', approver: '局领导' })
    await here.done('draw', 'run', 'A', '--seed', `${LOTTERY}=4 0 7`)
    await here.done('draw', 'replay', '1')
    await here.done('export', '1', '--to', here.path('public'))
    await here.done('export', '1', '--to', here.path('archive'), '--profile', 'archive')
    const papers = [...filesIn(here.folder)].filter(([file]) =>
      /^(?:announced|public|archive)\/.*\.(?:html|txt)$/.test(file),
    )
    const silent = papers.filter(
      ([file, bytes]) =>
        !/verify\.html|manifest|bag|seed\.txt/.test(file) && !/弱种子.*骰子未到.*批准人/s.test(String(bytes)),
    )
    expect([papers.length > 8, silent.map(([file]) => file)]).toEqual([true, []])
    for (const file of ['公示名单', '抽查任务公告', '抽取记录', '年度抽取目录'])
      expect(readFileSync(here.path(`public/${file}.csv`), 'utf8')).toContain('弱种子')
    await here.done('certify', '1', 'T01', '--to', here.path('t01.html'))
    const certificate = readFileSync(here.path('t01.html'), 'utf8')
    expect(certificate).toMatch(/弱种子.*骰子未到[\s\S]*A weak seed/)
    expect((await here.ssj('certify', '1', 'T01')).out).toContain('弱种子')
    const held = await here.done('verify', here.path('public'), '--certificate', here.path('t01.html'))
    expect(held.kind).toBe('holds')
    const checked = await here.done('verify', here.path('public'))
    expect(checked.papers).toMatchObject({ laid: 'again', weak: { reason: '骰子未到' } })
    expect((await here.ssj('verify', here.path('public'), '--lang', 'en')).out).toContain('a weak seed')
    const record = JSON.parse(readFileSync(here.path('public/record.json'), 'utf8'))
    expect(record.weakSeed.reason).toBe('骰子未到')
    expect(record.statement).toContain('不防操纵')
    const shown = await here.ssj('draw', 'show', '1')
    expect(shown.out).toContain('骰子未到')
    expect((await here.done('verify', here.path('public'))).chance.steerProof).toBe(false)
  })

  it('is kept quiet by no paper: what leaves it out differs', async () => {
    const here = await small()
    await here.done(...freeze('A', LOTTERY), '--weak-seed', '--reason', '骰子未到', '--approver', '局领导')
    await here.done('draw', 'run', 'A', '--seed', `${LOTTERY}=4 0 7`)
    await here.done('export', '1', '--to', here.path('public'))
    await here.done('certify', '1', 'T01', '--to', here.path('t01.json'))
    const certificate = JSON.parse(readFileSync(here.path('t01.json'), 'utf8'))
    const { weakSeed: _, ...quiet } = certificate.draw
    const { digest: _d, ...rest } = { ...certificate, draw: quiet }
    writeFileSync(here.path('quiet.json'), certificateText(rest))
    for (const path of ['public/commitment.json', 'public'])
      expect(
        (
          await here.ssj(
            'verify',
            '--certificate',
            here.path('quiet.json'),
            '--commitment',
            here.path(path),
            '--json',
          )
        ).json,
      ).toMatchObject({ kind: 'differs', difference: { column: 'draw.weakSeed' } })
    const told = JSON.parse(readFileSync(here.path('public/papers.json'), 'utf8'))
    const record = JSON.parse(readFileSync(here.path('public/record.json'), 'utf8'))
    told.facts.circumstances.weak = null
    for (const alsoRecord of [false, true]) {
      if (alsoRecord) record.weakSeed = undefined
      record.statement = statementOf(told.facts.circumstances)
      writeFileSync(here.path('public/papers.json'), toldText(told))
      writeFileSync(here.path('public/record.json'), `${JSON.stringify(record, null, 2)}\n`)
      const files = filesIn(here.path('public'))
      files.delete('SHA256SUMS')
      writeFileSync(here.path('public/SHA256SUMS'), sumsText(files))
      const { code, json } = await here.ssj('verify', here.path('public'), '--json')
      expect([code, json.difference.check]).toEqual([1, 'told'])
    }
  })

  it('needs no approval where it is strong', async () => {
    const here = await small()
    const strong = [...freeze('A', '骰子/30'), '--weak-seed', '--reason', '未用', '--approver', '局领导']
    expect((await here.done(...strong)).weak).toBeNull()
  })
})

describe('the usual sources of an office', () => {
  it('stand for those that a task does not name, each draw with names of its own', async () => {
    const here = await small()
    await here.done('rules', 'set', 'usual-sources', '骰子/20；福彩3D', '--reason', '惯例')
    const announced = async (id: string) => (await here.done('draw', 'freeze', ...TASK, '--id', id)).announced
    expect(await announced('A')).toEqual([
      { name: '骰子 2026-0001', form: 'dice/20', due: '2026-02-03', place: '' },
      {
        name: '福彩3D 2026-02-03',
        form: 'digits/3',
        due: '2026-02-03T21:15+08:00',
        place: '中国福利彩票发行管理中心',
      },
    ])
    expect((await announced('B'))[0].name).toBe('骰子 2026-0002')
    expect((await here.done(...freeze('C', '骰子 丙/30'))).sources).toEqual(['骰子 丙'])
    const dice = ['--seed', `骰子 2026-0001=${'1'.repeat(20)}`, '--seed', '福彩3D 2026-02-03=407']
    // Nobody knows the lottery's number before it is drawn in the evening.
    const early = await refused(here, 'draw', 'run', 'A', ...dice)
    expect([early.code, early.details.source]).toEqual(['source-ahead', '福彩3D 2026-02-03'])
    const evening = { now: '2026-02-03T13:15:00Z' }
    expect((await here.ssjIn(evening, 'draw', 'run', 'A', ...dice)).code).toBe(0)
    await here.done('draw', 'replay', '1')
    const trial = await here.ssjIn(evening, 'draw', 'run', ...TASK, '--id', 'D', '--seed', 'abc', '--json')
    expect(trial.json.seed).toEqual([{ source: 'seed', value: 'abc' }])
    const wrong = ['rules', 'set', 'usual-sources', '骰子/0', '--reason', '错', '--lang', 'en']
    expect((await here.ssjIn(evening, ...wrong)).err).toContain('骰子/0')
  })

  it('names the next drawing: after today’s, on the days of the game', async () => {
    const here = await small()
    await here.done('rules', 'set', 'usual-sources', '骰子/20;双色球', '--reason', '惯例')
    // Tuesday, Beijing, after 21:15.
    const ran = await here.ssjIn(
      { now: '2026-02-03T13:20:00Z' },
      'draw',
      'freeze',
      ...TASK,
      '--id',
      'A',
      '--json',
    )
    expect(ran.json.announced[1]).toMatchObject({ name: '双色球 2026-02-05', due: '2026-02-05T21:15+08:00' })
  })
})

// attacks.md, S2-8: the same thing frozen eight times, and the one that suits is run.
describe('twins', () => {
  it('are refused without a reason: the same frame, the same events, not run', async () => {
    const here = await small()
    await here.done(...freeze('A', LOTTERY, '骰子/30'))
    const { code, details, en } = await refused(here, ...freeze('B', '福彩3d 26312', '骰子/30'))
    expect([code, details.draw]).toEqual(['twin-frozen', '2026-0001'])
    expect(en).toContain('--reason')
    await here.done(...freeze('B', LOTTERY, '骰子 乙/30'))
    await here.done(...freeze('C', LOTTERY, '骰子/30'), '--where', '名称!=无此店', '--reason', '两组同日')
    await here.done('draw', 'void', '1', '--reason', '有误', '--approver', '局领导')
    await here.done('draw', 'void', '3', '--reason', '有误', '--approver', '局领导')
    await here.done(...freeze('D', LOTTERY, '骰子/30'))
  })
})

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { cellsOf, contentOf, DISTRICT, district, LIBRARIES, type Office, office } from '../helpers/ssj.ts'

const CATERING = '14110220261002'
const FIRMS = '14110220261001'
const CHEMICALS = '14110220261003'
const DICE = [
  '--seed',
  '骰子=3 5 1 3 5 1 3 5 1 3 5 1 3 5 1 3 5 1 3 5',
  '--seed',
  '福彩3D 第2026312期=7 0 2',
] as const
const AGAIN = ['--again', '--reason', '名单有误', '--approver', '局领导'] as const

let registries: Office
/** Frozen, then drawn. */
let drawn: Office

beforeAll(async () => {
  registries = await district()
  drawn = registries.copy()
  await drawn.done('draw', 'freeze', CATERING)
  await drawn.done('draw', 'run', CATERING, ...DICE)
})

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

async function archive(at: Office, draw = '1'): Promise<string> {
  const folder = at.path(`archive-${draw}`)
  await at.done('export', draw, '--to', folder, '--profile', 'archive')
  return join(folder, 'data')
}

/** What tells when it was done. */
const OF_THE_OCCASION =
  /^(?:record\.json|papers\.json|SHA256SUMS|verify\.html|抽取记录\..*|抽查任务公告\.html)$/

describe('the main job', () => {
  it('ends in golden values', async () => {
    const folder = await archive(drawn.copy())
    const sums = Object.fromEntries(
      ['commitment.json', 'seed.txt', 'selection.csv', 'assignment.csv'].map(name => [
        name,
        sha256(readFileSync(join(folder, name))),
      ]),
    )
    expect(sums).toMatchInlineSnapshot(`
      {
        "assignment.csv": "de9f11cd15a5cf8cc7c2b17469a45aab3b97b4f65ea8c6186e438a5f145b6e8e",
        "commitment.json": "edb07ddf44fd030aac270283239d53ff90ddb8d7102ab28e19f8b11c3aeaded1",
        "seed.txt": "997fbfa77aba5f64457d5fbd0a19cf876c803f1f8216b42af5b019136a87c9a9",
        "selection.csv": "4f50d60ab47ec404cab8a45469f3dee6a0f2deb35dac8a99d653a88f658f4097",
      }
    `)
  })

  it('gives the same bytes in another database, whatever the order of the rows', async () => {
    const other = office()
    await other.done('init')
    for (const library of LIBRARIES) {
      const [headings, ...lines] = readFileSync(join(DISTRICT, `${library}.csv`), 'utf8')
        .trimEnd()
        .split('\n')
      const file = other.file(`${library}.csv`, `${[headings, ...lines.reverse()].join('\n')}\n`)
      await other.done('import', library, file)
    }
    const now = '2026-02-03T05:05:05Z'
    await other.ssjIn({ now }, 'draw', 'freeze', CATERING)
    await other.ssjIn({ now }, 'draw', 'run', CATERING, ...DICE)
    const [here, there] = [await archive(drawn.copy()), await archive(other)]
    const names = readdirSync(here, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(here.length + 1))
      .filter(name => !OF_THE_OCCASION.test(name))
    expect(names.length).toBeGreaterThan(30)
    for (const name of names)
      expect(readFileSync(join(there, name), 'utf8'), name).toBe(readFileSync(join(here, name), 'utf8'))
  })

  it('lists and shows what was drawn', async () => {
    const { draws } = await drawn.done('draw', 'list')
    expect(draws).toMatchObject([{ draw: '2026-0001', task: CATERING, attempt: 1, state: 'drawn', drawn: 5 }])
    const shown = await drawn.done('draw', 'show', '2026-0001')
    expect(await drawn.done('draw', 'show', '1')).toEqual(shown)
    const seats = shown.selection.filter((row: { status: string }) => row.status === 'drawn')
    for (const { team } of seats) {
      expect(team.map((seat: { department: string }) => seat.department)).toEqual([
        'LS-SCJG',
        'LS-SCJG',
        'LS-SCJG',
        'LS-WJT',
        'LS-WJT',
      ])
      expect(new Set(team.map((seat: { inspector: string }) => seat.inspector)).size).toBe(5)
    }
    const text = await drawn.ssj('draw', 'show', '1', '--lang', 'en')
    expect(text.out).toContain('frame and commitment were frozen before the seed existed')
  })

  it('replays to the same, and names the place where another seed leads elsewhere', async () => {
    expect(await drawn.done('draw', 'replay', '1')).toEqual({
      draw: '2026-0001',
      same: true,
      difference: null,
    })
    const other = [
      '--seed',
      '骰子=3 5 1 3 5 1 3 5 1 3 5 1 3 5 1 3 5 1 3 6',
      '--seed',
      '福彩3D 第2026312期=7 0 2',
    ]
    const ran = await drawn.ssj('draw', 'replay', '1', ...other)
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('seed.txt 第 1 行')
    expect(ran.out).toContain('骰子=35135135135135135136')
  })

  it('replays after the registries have changed', async () => {
    const later = drawn.copy()
    await later.done('retire', 'inspectors', 'R0003', '--reason', '调离')
    const { selection } = await later.done('draw', 'show', '1')
    await later.done('retire', 'targets', selection[0].target, '--reason', '注销')
    await later.done('draw', 'replay', '1')
    const folder = await archive(later)
    await later.done('verify', folder)
  })

  it('records whether the commitment came before the seed, and a seed of the machine', async () => {
    const here = registries.copy()
    const atOnce = await here.done('draw', 'run', FIRMS, '--seed', 'abc')
    expect(atOnce).toMatchObject({ committed: 'at-once', machine: false })
    const machine = await here.done('draw', 'run', CHEMICALS, '--seed-machine')
    expect(machine).toMatchObject({ committed: 'at-once', machine: true })
    expect(machine.seed).toEqual([{ source: 'seed', value: expect.stringMatching(/^000102030405.{52}$/) }])
    const records = await Promise.all(
      [await archive(drawn.copy()), await archive(here, '1'), await archive(here, '2')].map(folder =>
        JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8')),
      ),
    )
    expect(records.map(record => [record.commitment, record.seedFrom])).toEqual([
      ['before-the-seed', 'announced-sources'],
      ['with-the-draw', 'announced-sources'],
      ['with-the-draw', 'this-machine'],
    ])
    const { entries } = await here.done('log')
    expect(entries.at(-1)).toMatchObject({ action: 'run', subject: { committed: 'at-once', machine: true } })
  })

  it('freezes the same task twice without a second draw', async () => {
    const here = registries.copy()
    const first = await here.done('draw', 'freeze', CATERING)
    const before = contentOf(here.db)
    const again = await here.done('draw', 'freeze', CATERING)
    expect(again).toMatchObject({ draw: '2026-0001', digest: first.digest })
    expect(contentOf(here.db)).toBe(before)
    await here.done('retire', 'inspectors', 'R0001', '--reason', '调离')
    const changed = await here.ssj('draw', 'freeze', CATERING)
    expect([changed.code, changed.err]).toEqual([2, expect.stringContaining('2026-0001')])
    expect(await here.done('draw', 'run', CATERING, ...DICE)).toMatchObject({ digest: first.digest })
  })

  it('writes what may be published before the seed', async () => {
    const here = registries.copy()
    const folder = here.path('公告')
    await here.done('draw', 'freeze', CATERING, '--to', folder)
    const names = ['SHA256SUMS', 'commitment.json', 'exclusions.csv', 'frame.csv', 'papers.json']
    const notices = ['抽取公告.csv', '抽取公告.html', '抽取公告.txt']
    const explained = ['draw-2.md', 'draw-2.zh.md', 'draw.md', 'draw.zh.md', 'verify.html', '核对说明.txt']
    expect(readdirSync(folder).sort()).toEqual([...names, ...notices, ...explained].sort())
    expectNobody(folder)
  })
})

describe('a second attempt', () => {
  it('is refused without --again, reason and approver, and by the actor himself', async () => {
    const here = drawn.copy()
    const before = contentOf(here.db)
    const refusals: [string[], string][] = [
      [[], 'task-already-drawn'],
      [['--again'], 'missing-option'],
      [['--again', '--reason', '有误'], 'missing-option'],
      [['--again', '--approver', '局领导'], 'missing-option'],
      [['--again', '--reason', '有误', '--approver', '测试员'], 'approver-is-actor'],
      [['--again', '--reason', ' ', '--approver', '局领导'], 'missing-option'],
    ]
    for (const [options, reason] of refusals) {
      const ran = await here.ssj('draw', 'run', CATERING, ...DICE, ...options, '--json')
      expect([ran.code, ran.json.error.code]).toEqual([2, reason])
      const frozen = await here.ssj('draw', 'freeze', CATERING, ...options, '--json')
      expect([frozen.code, frozen.json.error.code]).toEqual([2, reason])
    }
    const blank = ['--again', '--reason', '有误', '--approver', '测试员 ', '--actor', ' 测试员', '--json']
    const same = await here.ssj('draw', 'run', CATERING, ...DICE, ...blank)
    expect([same.code, same.json.error.code]).toEqual([2, 'approver-is-actor'])
    expect(contentOf(here.db)).toBe(before)
  })

  it('leaves the first, marked void, and gains nothing with the same seed', async () => {
    const here = drawn.copy()
    const again = await here.done('draw', 'run', CATERING, ...DICE, ...AGAIN)
    expect(again).toMatchObject({ draw: '2026-0002', attempt: 2 })
    const { draws } = await here.done('draw', 'list')
    expect(draws.map((draw: { state: string }) => draw.state)).toEqual(['void', 'drawn'])
    expect(draws[0].void).toMatchObject({ reason: '名单有误', approver: '局领导' })
    expect(draws[1].digest).toBe(draws[0].digest)
    const [first, second] = [await archive(here, '1'), await archive(here, '2')]
    for (const name of ['selection.csv', 'assignment.csv', 'commitment.json'])
      expect(readFileSync(join(second, name), 'utf8')).toBe(readFileSync(join(first, name), 'utf8'))
    const record = JSON.parse(readFileSync(join(second, 'record.json'), 'utf8'))
    expect(record.again).toEqual({ draw: '2026-0001', reason: '名单有误', approver: '局领导' })
    await here.done('draw', 'replay', '1')
    await here.done('draw', 'replay', '2')
    await here.done('log', '--verify')
  })

  it('is needed after a draw was voided too', async () => {
    const here = drawn.copy()
    const own = await here.ssj('draw', 'void', '1', '--reason', '有误', '--approver', '测试员')
    expect(own.code).toBe(2)
    await here.done('draw', 'void', '1', '--reason', '有误', '--approver', '局领导')
    const twice = await here.ssj('draw', 'void', '1', '--reason', '有误', '--approver', '局领导', '--json')
    expect([twice.code, twice.json.error.code]).toEqual([2, 'draw-void'])
    expect((await here.ssj('draw', 'run', CATERING, ...DICE)).code).toBe(2)
    expect(await here.done('draw', 'run', CATERING, ...DICE, ...AGAIN)).toMatchObject({ attempt: 2 })
    const shown = await here.ssj('draw', 'show', '1')
    expect(shown.out).toContain('有误')
    expect(shown.out).toContain('局领导')
  })
})

const people = cellsOf(join(DISTRICT, 'inspectors.csv'))
/** No file of a folder holds an inspector's number, name or certificate, nor a column for them. */
function expectNobody(folder: string): void {
  const [headings, ...rows] = people
  const at = ['人员编号', '姓名', '执法证号'].map(heading => headings!.indexOf(heading))
  expect(at.every(place => place >= 0)).toBe(true)
  const secrets = new Set(rows.flatMap(row => at.map(place => row[place]!)))
  expect(secrets.size).toBeGreaterThan(400)
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const text = readFileSync(join(folder, name), 'utf8')
    // The sentences of the page, the law and 核对说明 may say 检查人员; no name and no number stands in it.
    const words = [
      'verify.html',
      'draw.md',
      'draw-2.md',
      'draw.zh.md',
      'draw-2.zh.md',
      '核对说明.txt',
    ].includes(name)
      ? []
      : ['检查人员', '执法证', '联系电话', '手机']
    for (const secret of [...secrets, ...words])
      expect(name.includes(secret) || text.includes(secret), `${secret} in ${name}`).toBe(false)
  }
}

describe('the exported folder', () => {
  it('for the public names nobody', async () => {
    const here = drawn.copy()
    const folder = here.path('public')
    const { files } = await here.done('export', '1', '--to', folder)
    expect(readdirSync(folder).sort()).toEqual([...files].sort())
    for (const name of ['pool.csv', 'recusals.csv', 'assignment.csv', '检查任务表.csv', '检查人员'])
      expect(existsSync(join(folder, name)), name).toBe(false)
    expectNobody(folder)
    const list = readFileSync(join(folder, '公示名单.csv'))
    expect([...list.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = list.toString('utf8').slice(1).split('\r\n')
    expect(lines[0]).toBe('序号,统一社会信用代码/注册号,名称,抽查事项,检查部门')
    expect(lines).toHaveLength(7)
    const verdict = await here.done('verify', folder)
    expect(verdict).toMatchObject({ kind: 'agrees', drawn: 5, reserves: 1, targets: 47 })
    expect(verdict.notShown).toEqual(['pool', 'recusals', 'assignment'])
  })

  it('for the archive has every table, each target with its team, leaders first, a sheet for each inspector', async () => {
    const here = drawn.copy()
    const folder = await archive(here)
    const assignment = cellsOf(join(folder, 'assignment.csv')).slice(1)
    const sheets = readdirSync(join(folder, '检查人员'))
    const seated = [...new Set(assignment.map(row => row[3]!))]
    const codes = sheets.map(name => name.replace(/^[^（]+（(\w+)）\./, '$1.'))
    expect(codes.sort()).toEqual(seated.flatMap(id => [`${id}.csv`, `${id}.html`]).sort())
    const [headings, ...visits] = cellsOf(join(folder, '检查任务表.csv'))
    expect(visits).toHaveLength(10)
    const names = new Map(people.slice(1).map(row => [row[0]!, row]))
    for (const visit of visits) {
      const certificates = visit[headings!.indexOf('执法证号')]!.split('、').map(cell =>
        cell.replace(/^[\t'=" ]+|["\t]+$/g, ''),
      )
      const leaders = certificates.map(
        certificate => [...names.values()].find(row => row[7] === certificate)?.[11],
      )
      expect(leaders).toEqual([...leaders].sort((a, b) => Number(b === '是') - Number(a === '是')))
    }
    expect(await here.done('verify', folder)).toMatchObject({ kind: 'agrees', notShown: [] })
  })

  it('passes sha256sum -c --strict', async () => {
    const here = drawn.copy()
    const folder = here.path('公开 文件夹')
    await here.done('export', '1', '--to', folder)
    for (const each of [folder, await archive(here)]) {
      const check = spawnSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: each, encoding: 'utf8' })
      expect([check.status, check.stderr]).toEqual([0, ''])
      const lines = readFileSync(join(each, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
      const files = readdirSync(each, { recursive: true, withFileTypes: true }).filter(entry =>
        entry.isFile(),
      )
      expect(lines).toHaveLength(files.length - 1)
    }
  })

  it('lets a citizen check a ticket with printf and sha256sum', async () => {
    const here = drawn.copy()
    const folder = await archive(here)
    const { selectKey } = await here.done('verify', folder)
    const [, target, ticket] = [...cellsOf(join(folder, 'selection.csv'))[1]!.slice(1)]
    const shell = spawnSync('sh', ['-c', `printf '%s%s' ${selectKey} ${target} | sha256sum`])
    expect(String(shell.stdout).slice(0, 64)).toBe(ticket)
  })

  it('is refused for a draw that is only frozen or does not exist', async () => {
    const here = registries.copy()
    await here.done('draw', 'freeze', CATERING)
    for (const [draw, code] of [
      ['1', 'draw-not-run'],
      ['2026-0002', 'no-such-draw'],
    ] as const) {
      const ran = await here.ssj('export', draw, '--to', here.path('out'), '--json')
      expect([ran.code, ran.json.error.code]).toEqual([2, code])
    }
    expect(existsSync(here.path('out'))).toBe(false)
    expect((await here.ssj('draw', 'replay', '1')).code).toBe(2)
  })

  it('is refused where something lies, and nothing of it is written', async () => {
    const here = drawn.copy()
    const folder = here.path('out')
    here.file('out/mine.txt', 'mine')
    here.file('plain', 'a file')
    const before = readdirSync(here.folder).sort()
    for (const [to, code] of [
      [folder, 'folder-not-empty'],
      [here.path('plain'), 'file-exists'],
    ] as const) {
      const ran = await here.ssj('export', '1', '--to', to, '--json')
      expect([ran.code, ran.json.error.code]).toEqual([2, code])
    }
    expect(readdirSync(folder)).toEqual(['mine.txt'])
    expect(readdirSync(here.folder).sort()).toEqual(before)
    const beyond = await here.ssj('export', '1', '--to', join(here.path('plain'), 'deeper'), '--json')
    expect([beyond.code, beyond.json.error.code]).toEqual([2, 'write-failed'])
    expect(readdirSync(here.folder).sort()).toEqual(before)
  })

  it('for the public is refused where the list is not to be published', async () => {
    const here = registries.copy()
    const task = ['--lead', 'LS-SCJG', '--items', 'SP-03', '--count', '3', '--publish-list', '否']
    const options = [...task, '--seed', 'x']
    await here.done('draw', 'run', ...options)
    const ran = await here.ssj('export', '1', '--to', here.path('out'), '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'list-not-published'])
    await here.done('verify', await archive(here))
    const frozen = here.path('frozen')
    await here.done(
      'draw',
      'freeze',
      '--lead',
      'LS-SCJG',
      '--items',
      'SP-03',
      '--count',
      '3',
      '--publish-list',
      '否',
      '--to',
      frozen,
    )
    const notices = ['抽取公告.csv', '抽取公告.html', '抽取公告.txt']
    const explained = ['draw-2.md', 'draw-2.zh.md', 'draw.md', 'draw.zh.md', 'verify.html', '核对说明.txt']
    expect(readdirSync(frozen).sort()).toEqual(
      ['SHA256SUMS', 'commitment.json', 'papers.json', ...notices, ...explained].sort(),
    )
  })
})

describe('a task of the plan', () => {
  it('is what the plan says: options that describe ad-hoc tasks are refused', async () => {
    const here = registries.copy()
    const frozen = here.copy()
    await frozen.done('draw', 'freeze', CATERING)
    for (const option of [
      ['--rate', '50%'],
      ['--to', '2026-12-31'],
      ['--from', '2026-01-01'],
      ['--source', '骰子'],
      ['--team', '3'],
    ]) {
      for (const at of [here, frozen]) {
        const ran = await at.ssj('draw', 'run', CATERING, ...DICE, ...option, '--json')
        expect([ran.code, ran.json.error.details.option]).toEqual([2, option[0]])
      }
      const ran = await here.ssj('draw', 'freeze', CATERING, ...option, '--json')
      expect([ran.code, ran.json.error.details.option]).toEqual([2, option[0]])
    }
  })
})

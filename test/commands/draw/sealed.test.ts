import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../../src/core/hash.ts'
import { contentOf, district, filesIn, type Office } from '../../helpers/ssj.ts'

const CATERING = '14110220261002'
const DICE = [
  '--seed',
  '骰子=3 5 1 3 5 1 3 5 1 3 5 1 3 5 1 3 5 1 3 5',
  '--seed',
  '福彩3D 第2026312期=7 0 2',
] as const
/** What the world of the tests gives for 32 random bytes. */
const VALUE = Array.from({ length: 32 }, (_, i) => i.toString(16).padStart(2, '0')).join('')
const SOURCE = `secret/${sha256Hex(VALUE)}`

let registries: Office
/** Frozen under seal and drawn. */
let sealed: Office

beforeAll(async () => {
  registries = await district()
  sealed = registries.copy()
  await sealed.done('draw', 'freeze', CATERING, '--sealed', '--to', sealed.path('announced'))
  await sealed.done('draw', 'run', CATERING, ...DICE)
})

const exported = async (at: Office, name: string, ...options: string[]) => {
  await at.done('export', '1', '--to', at.path(name), ...options)
  return filesIn(at.path(name))
}

describe('a sealed draw', () => {
  it('announces one more source, the digest of a value that nobody is told', async () => {
    const here = registries.copy()
    const frozen = await here.ssj('draw', 'freeze', CATERING, '--sealed', '--to', here.path('a'))
    const ran = await here.ssj('draw', 'run', CATERING, ...DICE)
    const shown = await here.ssj('draw', 'show', '1')
    const log = await here.ssj('log', '--json')
    const announced = [...filesIn(here.path('a')).values()].map(String)
    for (const text of [frozen, ran, shown, log].map(({ out }) => out).concat(announced))
      expect(text).not.toContain(VALUE)
    const { seedSources } = JSON.parse(readFileSync(here.path('a/commitment.json'), 'utf8'))
    expect(seedSources.map(({ name }: { name: string }) => name)).toEqual([
      '骰子',
      '福彩3D 第2026312期',
      SOURCE,
    ])
    expect(seedSources[2]).toMatchObject({ form: SOURCE })
    expect(ran.out).toContain('骰子=35135135135135135135')
    expect(shown.out).toContain(SOURCE)
  })

  it('is frozen twice without a second value, and not sealed afterwards', async () => {
    const here = registries.copy()
    const first = await here.done('draw', 'freeze', CATERING, '--sealed')
    const before = contentOf(here.db)
    expect(await here.done('draw', 'freeze', CATERING, '--sealed')).toMatchObject({ digest: first.digest })
    expect(await here.done('draw', 'freeze', CATERING)).toMatchObject({ digest: first.digest })
    expect(contentOf(here.db)).toBe(before)
    const open = registries.copy()
    await open.done('draw', 'freeze', CATERING)
    const refused = await open.ssj('draw', 'freeze', CATERING, '--sealed', '--json')
    expect([refused.code, refused.json.error.code]).toEqual([2, 'task-not-sealed'])
    const again = ['--again', '--reason', '应封存', '--approver', '局领导']
    expect(await open.done('draw', 'freeze', CATERING, '--sealed', ...again)).toMatchObject({ attempt: 2 })
  })

  it('shows digests and announcement only, in the archive the team sheets too', async () => {
    const here = sealed.copy()
    const open = await exported(here, 'public')
    const archive = await exported(here, 'archive', '--profile', 'archive', '--format', 'csv,html,docx')
    expect([...open.keys()].sort()).toEqual(
      [
        'SHA256SUMS',
        'commitment.json',
        'papers.json',
        'record.json',
        ...['verify.html', 'draw.md', 'draw-2.md', 'draw.zh.md', 'draw-2.zh.md', '核对说明.txt'],
        ...['抽取公告.csv', '抽取公告.html', '抽取公告.txt', '抽取记录.csv', '抽取记录.html'],
        ...['年度抽取目录.csv', '年度抽取目录.html'],
      ].sort(),
    )
    const names = [...archive.keys()].map(name => name.replace(/^data\//, '').replace(/\/.*|\..*/, ''))
    expect([...new Set(names)].sort()).toEqual(
      [
        ...['SHA256SUMS', 'bag-info', 'bagit', 'manifest-sha256', 'tagmanifest-sha256'],
        ...['draw', 'draw-2', '核对说明'],
        ...['commitment', 'record', 'verify', '抽取公告', '抽取记录', '年度抽取目录'],
        ...['检查任务表', '检查人员', '检查通知书', '检查记录表'],
      ].sort(),
    )
    for (const bytes of [...open.values(), ...archive.values()]) expect(bytes.includes(VALUE)).toBe(false)
    const record = JSON.parse(String(open.get('record.json')))
    expect(record.sealed).toEqual({
      source: SOURCE,
      given: ['骰子=35135135135135135135', '福彩3D 第2026312期=702'],
      revealed: null,
    })
    for (const folder of ['public', 'archive']) {
      const verdict = await here.done('verify', here.path(folder), '--commitment', sealed.path('announced'))
      expect(verdict).toMatchObject({ kind: 'committed', state: 'sealed' })
    }
    for (const [language, words] of [
      ['zh', '封存中'],
      ['en', 'under seal'],
    ] as const) {
      const told = await here.ssj('verify', here.path('public'), '--lang', language)
      expect([told.code, told.out.includes(words)]).toEqual([0, true])
    }
  })

  it('shows no target of its list before it is opened', async () => {
    const here = sealed.copy()
    const { selection } = await here.done('draw', 'show', '1')
    const open = await exported(here, 'public', '--format', 'csv,html')
    for (const { target, name } of selection)
      for (const [file, bytes] of open)
        expect(bytes.includes(target) || bytes.includes(name), file).toBe(false)
  })

  it('replays before and after, with the value of its own', async () => {
    const here = sealed.copy()
    expect(await here.done('draw', 'replay', '1')).toMatchObject({ same: true })
    expect(await here.done('draw', 'replay', '1', ...DICE)).toMatchObject({ same: true })
    await here.done('draw', 'reveal', '1')
    expect(await here.done('draw', 'replay', '1')).toMatchObject({ same: true })
  })

  it('is a whole folder once opened: an entry of the ledger, and anybody draws it again', async () => {
    const here = sealed.copy()
    const opened = await here.done('draw', 'reveal', '1')
    expect(opened).toMatchObject({ draw: '2026-0001', source: SOURCE, value: VALUE })
    const { entries } = await here.done('log')
    expect(entries.at(-1)).toMatchObject({ action: 'reveal', subject: { draw: '2026-0001', source: SOURCE } })
    await here.done('log', '--verify')
    await exported(here, 'public')
    expect(readdirSync(here.path('public'))).toContain('公示名单.csv')
    expect(readFileSync(here.path('public/seed.txt'), 'utf8')).toContain(`${SOURCE}=${VALUE}\n`)
    expect(
      await here.done('verify', here.path('public'), '--commitment', sealed.path('announced')),
    ).toMatchObject({ kind: 'agrees', drawn: 5 })
    const record = JSON.parse(readFileSync(join(here.path('public'), 'record.json'), 'utf8'))
    expect(record.sealed.revealed.entry).toBe(opened.entry)
  })

  it('is not opened twice, nor before it is drawn, nor where nothing is sealed', async () => {
    const frozen = registries.copy()
    await frozen.done('draw', 'freeze', CATERING, '--sealed')
    const opened = sealed.copy()
    await opened.done('draw', 'reveal', '1')
    const plain = registries.copy()
    await plain.done('draw', 'run', CATERING, ...DICE)
    for (const [here, code] of [
      [frozen, 'draw-not-run'],
      [opened, 'already-revealed'],
      [plain, 'draw-not-sealed'],
    ] as const) {
      const before = contentOf(here.db)
      const ran = await here.ssj('draw', 'reveal', '1', '--json')
      expect([ran.code, ran.json.error.code]).toEqual([2, code])
      expect(contentOf(here.db)).toBe(before)
    }
    expect((await plain.ssj('draw', 'reveal', '9', '--json')).json.error.code).toBe('no-such-draw')
  })

  it('gives no certificate before it is opened', async () => {
    const here = sealed.copy()
    const { selection } = await here.done('draw', 'show', '1')
    for (const target of [selection[0].target, 'T99']) {
      const ran = await here.ssj('certify', '1', target, '--json')
      expect([ran.code, ran.json.error.code]).toEqual([2, 'draw-sealed'])
    }
    await here.done('draw', 'reveal', '1')
    await here.done('certify', '1', selection[0].target)
  })

  it('wants the other sources, and takes no value for its own', async () => {
    const here = registries.copy()
    await here.done('draw', 'freeze', CATERING, '--sealed')
    for (const [seeds, kind, source] of [
      [DICE.slice(0, 2), 'missing', '福彩3D 第2026312期'],
      [[...DICE, '--seed', `${SOURCE}=x`], 'doubled', SOURCE],
    ] as const) {
      const ran = await here.ssj('draw', 'run', CATERING, ...seeds, '--json')
      expect(ran.json.error.details.problem).toMatchObject({ kind, source })
      expect(ran.out + ran.err).not.toContain(VALUE)
    }
  })

  describe('is not given away', () => {
    /** A task on the same firms, whose rules look at the sealed draw where `options` or a rule say so. */
    const later = (...options: string[]) => [
      ...['--lead', 'LS-SCJG', '--items', 'SP-03', '--where', '分库=餐饮', '--count', '2'],
      ...['--from', '2026-07-01', ...options],
    ]
    const drawnIn = async (here: Office): Promise<string[]> => {
      const { selection } = await here.done('draw', 'show', '1')
      return selection
        .filter(({ status }: { status: string }) => status === 'drawn')
        .map(({ target }: { target: string }) => target)
    }
    /** Of each line of a frame, target and departments: who may be drawn, and which departments go. */
    const framed = (files: ReadonlyMap<string, Uint8Array>): string[][] =>
      String(files.get('frame.csv'))
        .split('\n')
        .slice(1, -1)
        .map(line => line.split(',').slice(1, 3))

    it.each([
      ['本年', [], ['--exclude-drawn', '本年'], []],
      ['本年同部门', [], ['--exclude-drawn', '本年同部门'], ['--with', 'LS-WJT']],
      ['近3年同事项', [], ['--exclude-drawn', '近3年同事项'], []],
      ['cap-total', ['cap-total', '1'], [], []],
      ['cap-department', ['cap-department', '1'], [], ['--with', 'LS-WJT']],
    ] as const)('by the difference of any two public folders: %s', async (_, rule, window, partners) => {
      const here = sealed.copy()
      const gone = await drawnIn(here)
      await here.done('rules', 'set', 'waiting-draws', '不计')
      const freeze = async (name: string, ...options: string[]) => {
        const task = later('--id', name, '--reason', '试', ...partners, ...options)
        return here.done('draw', 'freeze', ...task, '--to', here.path(name))
      }
      await freeze('blind')
      if (rule.length > 0) await here.done('rules', 'set', ...rule)
      const frozen = await freeze('seeing', ...window)
      const folders = [sealed.path('announced'), here.path('blind'), here.path('seeing')].map(filesIn)
      const sealedFrame = framed(folders[0]!).map(([target]) => target!)
      const lists = folders.filter(files => files.has('frame.csv')).map(framed)
      for (const one of lists)
        for (const other of lists) {
          const inOther = new Set(other.map(String))
          const only = new Set(one.filter(line => !inOther.has(String(line))).map(([target]) => target!))
          // All of those that could have been drawn, for some other reason, or none of those that were.
          const named = gone.filter(target => only.has(target))
          expect(named.length === 0 || sealedFrame.every(target => only.has(target)), named.join()).toBe(true)
        }
      expect(frozen.frameWithheld).toEqual(['2026-0001'])
      const verdict = await here.done('verify', here.path('seeing'))
      expect(verdict).toMatchObject({ kind: 'committed' })
      expect(verdict.notShown).toEqual(expect.arrayContaining(['frame', 'exclusions']))
    })

    it('by the folder or the certificate of a draw that looked at it, before it is opened', async () => {
      const here = sealed.copy()
      const [gone] = await drawnIn(here)
      await here.done('draw', 'run', ...later('--exclude-drawn', '本年'), '--seed', 'x')
      for (const [language, words] of [
        ['zh', '2026-0001（仍在封存）'],
        ['en', '2026-0001, still under seal'],
      ] as const) {
        const refused = await here.ssj('export', '2', '--to', here.path('before'), '--lang', language)
        expect([refused.code, refused.err.includes(words)], refused.err).toEqual([2, true])
      }
      const certified = await here.ssj('certify', '2', gone!, '--json')
      expect(certified.json.error).toMatchObject({
        code: 'gives-away-sealed',
        details: { draw: '2026-0002', sealed: ['2026-0001'] },
      })
      expect(readdirSync(here.folder)).not.toContain('before')
      await here.done('export', '2', '--to', here.path('archive'), '--profile', 'archive')
      await here.done('draw', 'reveal', '1')
      await here.done('export', '2', '--to', here.path('after'))
      expect(readFileSync(here.path('after/exclusions.csv'), 'utf8')).toContain(`${gone},drawn:2026-0001`)
      await here.done('certify', '2', gone!)
    })

    it('by a draw whose firms were not its own, or whose rules do not look back: those are published', async () => {
      const here = sealed.copy()
      await here.done('draw', 'run', ...later(), '--seed', 'x')
      await here.done('rules', 'set', 'cap-total', '1')
      await here.done('draw', 'run', ...later('--where', '分库=危化'), '--seed', 'x')
      for (const draw of ['2', '3'])
        expect((await here.done('export', draw, '--to', here.path(draw))).files).toContain('frame.csv')
    })
  })

  it.each([
    ['draw void', ['draw', 'void', '1', '--reason', '试', '--approver', '局领导']],
    [
      'a further attempt',
      ['draw', 'run', CATERING, '--again', '--reason', '试', '--approver', '局领导', ...DICE],
    ],
  ] as const)('is opened by %s: what displeased is seen all the same', async (_, argv) => {
    const here = sealed.copy()
    await here.done(...argv)
    expect(await here.done('draw', 'show', '1')).toMatchObject({ sealed: { revealed: expect.any(Number) } })
    const files = await exported(here, 'void')
    expect(String(files.get('seed.txt'))).toContain(VALUE)
    const verdict = await here.done('verify', here.path('void'), '--commitment', sealed.path('announced'))
    expect(verdict).toMatchObject({ kind: 'agrees' })
    await here.done('log', '--verify')
  })

  it('is opened by voiding it before it was run too, which says so', async () => {
    for (const language of ['zh', 'en']) {
      const here = registries.copy()
      await here.done('draw', 'freeze', CATERING, '--sealed')
      const argv = ['draw', 'void', '1', '--reason', '试', '--approver', '局领导', '--lang', language]
      const told = await here.ssj(...argv)
      expect([told.code, told.out.includes(`${SOURCE}=${VALUE}`)]).toEqual([0, true])
      const { entries } = await here.done('log')
      expect(entries.at(-1).subject.opened).toEqual({ source: SOURCE, value: VALUE })
    }
  })

  it('is not given away by a visit that an open draw has in common with it', async () => {
    const here = sealed.copy()
    const { selection } = await here.done('draw', 'show', '1')
    const gone = selection.find((row: { status: string }) => row.status === 'drawn').target
    const all = [
      '--lead',
      'LS-SCJG',
      '--items',
      'SP-03',
      '--rate',
      '全部',
      '--where',
      '分库=餐饮',
      '--from',
      '2026-05-01',
    ]
    await here.done('draw', 'run', ...all, '--seed', 'x')
    await here.done('draw', 'merge', '1', '2', '--target', gone, '--approver', '局领导')
    const common = async (folder: string, ...options: string[]) => {
      await here.done('export', '2', '--to', here.path(folder), ...options)
      return [...filesIn(here.path(folder)).keys()].some(name => name.includes('合并检查'))
    }
    expect(await common('before')).toBe(false)
    expect(await common('archive', '--profile', 'archive')).toBe(true)
    await here.done('draw', 'reveal', '1')
    expect(await common('after')).toBe(true)
  })

  it('takes substitutions: no list tells them before it is opened, replay and the opened folder agree', async () => {
    const here = sealed.copy()
    const { selection } = await here.done('draw', 'show', '1')
    const gone = selection.find((row: { status: string }) => row.status === 'drawn').target
    const reason = ['--reason', 'closed', '--approver', '局领导'] as const
    const { changes } = await here.done('draw', 'substitute', '1', '--target', gone, ...reason)
    const files = await exported(here, 'before')
    for (const [file, bytes] of files)
      for (const target of [gone, changes[0].in]) expect(bytes.includes(target), file).toBe(false)
    expect((await here.ssj('verify', here.path('before'))).code).toBe(0)
    await here.done('draw', 'replay', '1')
    await here.done('draw', 'reveal', '1')
    expect((await exported(here, 'after')).has('substitutions.csv')).toBe(true)
    expect((await here.done('verify', here.path('after'))).shown).toContain('substitutions')
  })
})

/** @module-tag slow */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { beforeAll, describe, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import { BIN, type Office, office } from '../helpers/ssj.ts'

let here: Office
beforeAll(async () => {
  here = await miniature({ targets: targets(6), inspectors: inspectors(6) })
  await here.done('draw', 'run', '--lead', 'JIA', '--count', '2', '--id', 'A', '--seed', 'x')
  await here.done('export', '1', '--to', here.path('public'))
  await here.done('export', '1', '--zip', '--to', here.path('public.zip'))
  await here.done('certify', '1', 'T01', '--to', here.path('T01.json'))
})

const STRAYS = ['.DS_Store', 'Thumbs.db', 'desktop.ini', '__MACOSX/._frame.csv']

describe('what a desktop leaves in a folder is named, and no difference', () => {
  test('beside the files', async () => {
    const folder = here.path('shown')
    cpSync(here.path('public'), folder, { recursive: true })
    mkdirSync(`${folder}/__MACOSX`)
    for (const name of STRAYS) writeFileSync(`${folder}/${name}`, 'x')
    const { kind, passedOver } = await here.done('verify', folder)
    expect([kind, passedOver.toSorted()]).toEqual(['agrees', STRAYS.toSorted()])
    expect((await here.ssj('verify', folder, '--lang', 'en')).out).toContain(
      'passed over, left behind by a file manager: ',
    )
    expect((await here.ssj('verify', folder, '--lang', 'zh')).out).toContain('略过（文件管理器留下的文件）')
  })

  test.skipIf(spawnSync('zip', ['-v']).status !== 0)('in a zip made on a Mac', async () => {
    const folder = here.path('mac')
    mkdirSync(`${folder}/__MACOSX/public`, { recursive: true })
    cpSync(here.path('public'), `${folder}/public`, { recursive: true })
    writeFileSync(`${folder}/__MACOSX/public/._frame.csv`, 'x')
    writeFileSync(`${folder}/public/.DS_Store`, 'x')
    execFileSync('zip', ['-q', '-r', 'mac.zip', 'public', '__MACOSX'], { cwd: folder })
    const { kind, passedOver } = await here.done('verify', `${folder}/mac.zip`)
    expect([kind, passedOver]).toEqual(['agrees', ['.DS_Store', '__MACOSX/public/._frame.csv']])
  })

  test('any other file is a difference', async () => {
    const folder = here.path('more')
    cpSync(here.path('public'), folder, { recursive: true })
    writeFileSync(`${folder}/DS_Store`, 'x')
    expect((await here.ssj('verify', folder)).code).toBe(1)
  })
})

test('a link to a folder is the folder; a link in it is not followed', async () => {
  symlinkSync(here.path('public'), here.path('link'))
  expect(await here.done('verify', here.path('link'))).toMatchObject({ kind: 'agrees' })
})

describe('a pipe where a file is expected is refused, and waited for by nobody:', () => {
  test.each([
    ['--certificate', (pipe: string) => ['verify', 'public', '--certificate', pipe]],
    ['--commitment', (pipe: string) => ['verify', 'public', '--commitment', pipe]],
    ['verify', (pipe: string) => ['verify', pipe]],
    ['--layout', (pipe: string) => ['export', '1', '--to', 'out', '--layout', pipe]],
    [
      '--evidence',
      (pipe: string) => [
        'draw',
        'substitute',
        '1',
        '--target',
        'T01',
        '--reason',
        '停业',
        '--approver',
        '丙',
        '--evidence',
        pipe,
      ],
    ],
  ])('%s', (_, line) => {
    const at = office()
    execFileSync('mkfifo', [at.path('pipe')])
    const ran = spawnSync(process.execPath, [BIN, ...line(at.path('pipe')), '--lang', 'en'], {
      cwd: here.folder,
      env: { ...process.env, SSJ_DB: here.db, SSJ_ACTOR: '甲' },
      encoding: 'utf8',
      timeout: 60_000,
    })
    expect([ran.signal, ran.status]).toEqual([null, 2])
    expect(ran.stderr).toMatch(/^ssj: (cannot read “.*”: it is a pipe|there is no (folder|layout or file))/)
  })
})

describe('JSON that nests without end is answered:', () => {
  const deep = ['['.repeat(200_000), '['.repeat(200_000) + ']'.repeat(200_000), '{"a":'.repeat(200_000)]

  test.each(deep.map((text, i) => [i, text] as const))('%i', async (_, text) => {
    const folder = here.path(`deep-${text.length}`)
    cpSync(here.path('public'), folder, { recursive: true })
    for (const name of ['commitment.json', 'record.json']) writeFileSync(`${folder}/${name}`, text)
    const file = here.file('deep.json', text)
    for (const [line, code] of [
      [['verify', folder], 1],
      [['verify', here.path('public'), '--certificate', file], 1],
      [['verify', here.path('public'), '--commitment', file], 1],
      [['export', '1', '--to', 'deep', '--layout', file], 2],
    ] as const) {
      const ran = await here.ssj(...line, '--lang', 'en')
      expect([ran.code, ran.err.includes('internal')], line.join(' ').slice(0, 80)).toEqual([code, false])
    }
  })
})

test.skipIf(userInfo().uid !== 0)('a user whose number has no name can work', () => {
  const at = office()
  execFileSync('chmod', ['777', at.folder])
  const env = { ...process.env, SSJ_DB: at.path('new.db'), HOME: at.folder }
  const as = (...argv: string[]) =>
    spawnSync(process.execPath, [BIN, ...argv], {
      env: { ...env, SSJ_ACTOR: '' },
      uid: 54_321,
      encoding: 'utf8',
    })
  expect(as('init').status).toBe(0)
  expect(as('rules', 'set', 'grace-days', '30').status).toBe(0)
  expect(JSON.parse(as('log', '--json').stdout).entries[0].actor).toBe('uid 54321')
})

describe('what is no file at the name of the database', () => {
  test.each(['folder', 'pipe', 'device'])('a %s is no database, and nothing waits for it', async kind => {
    const path = kind === 'device' ? '/dev/zero' : here.path(`not-${kind}`)
    if (kind === 'folder') mkdirSync(path)
    if (kind === 'pipe') execFileSync('mkfifo', [path])
    for (const line of [['log'], ['backup', here.path('never')], ['rules', 'set', 'grace-days', '9']]) {
      const ran = await here.ssj(...line, '--db', path, '--json')
      const reason = kind === 'folder' ? 'database-is-folder' : 'foreign-database'
      expect([ran.code, ran.json.error.code]).toEqual([2, reason])
    }
    const made = await here.ssj('init', '--db', path, '--json')
    expect([made.code, made.json.error.code]).toEqual([2, 'database-exists'])
  })

  test('nor does a folder take the name of a file', async () => {
    const taken = here.file('taken', 'x')
    const ran = await here.ssj('export', '1', '--to', taken, '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'file-exists'])
  })
})

describe('who acts', () => {
  test('is the user of the machine where the name is blank', async () => {
    for (const blank of ['', ' ', '\t', '\u3000']) {
      const actor = { env: { SSJ_DB: here.db, SSJ_ACTOR: blank } }
      expect((await here.ssjIn(actor, 'rules', 'set', 'grace-days', '31')).err).toBe('')
      expect((await here.done('log')).entries.at(-1).actor).toBe('nobody')
      await here.done('rules', 'set', 'grace-days', '32')
    }
  })

  test('has a name that can be read: no control characters go on record', async () => {
    const before = (await here.done('log')).entries.length
    for (const name of ['甲\u001b[31m', '甲\u0007']) {
      const ran = await here.ssj('rules', 'set', 'grace-days', '33', '--actor', name, '--json')
      expect([ran.code, ran.json.error.code]).toEqual([2, 'invalid-character'])
    }
    expect((await here.done('log')).entries).toHaveLength(before)
  })
})

describe('a machine that gives little', () => {
  const run = (script: string, env: Record<string, string> = {}) =>
    spawnSync('sh', ['-c', script, 'sh', process.execPath, BIN], {
      cwd: here.folder,
      env: { PATH: process.env.PATH, SSJ_DB: here.db, SSJ_ACTOR: '甲', SSJ_LANG: 'en', ...env },
      encoding: 'utf8',
    })

  test.each([20, 24])('%i open files: a sentence says how to allow more', files => {
    const { status, stderr } = run(`ulimit -n ${files}; "$1" "$2" export 1 --to few-${files}`)
    expect(stderr).not.toContain('internal error')
    expect(status === 0 || stderr.includes('ulimit -n 1024'), stderr).toBe(true)
  })

  test('no folder for what is kept for a while: it is named', () => {
    const { status, stderr } = run('echo 对象编号 | "$1" "$2" import targets -', { TMPDIR: '/nowhere' })
    expect(status).toBe(2)
    expect(stderr).toContain('cannot write “/nowhere”')
  })

  test.each(['+010000-01-01T00:00:00Z', '-000001-12-31T00:00:00Z', '9999-12-31T23:59:59Z'])(
    'a clock that shows %s: nothing is made or said by it',
    async now => {
      const fresh = office(now)
      const ran = await fresh.ssj('init', '--json')
      expect([ran.code, ran.json.error.code]).toEqual([2, 'clock-unusable'])
      expect((await fresh.ssj('init', '--lang', 'en')).err).toContain(`shows ${now}`)
      expect(existsSync(fresh.db)).toBe(false)
    },
  )

  test.each(['1970-01-01T00:00:00Z', '2100-02-28T23:59:59Z'])(
    'a clock that shows %s: a draw is made by it',
    async now => {
      const fresh = await miniature({ targets: targets(3), inspectors: inspectors(4) }, now)
      const task = ['--lead', 'JIA', '--count', '1', '--seed-machine', '--json']
      expect((await fresh.ssjIn({ now }, 'draw', 'run', ...task)).code).toBe(0)
      expect((await fresh.ssjIn({ now }, 'log', '--verify')).code).toBe(0)
    },
  )
})

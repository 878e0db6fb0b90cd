import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DISTRICT, LIBRARIES, type Office, office, type Ran } from '../helpers/ssj.ts'

const TASK = '14110220261002'
const DICE = ['--seed', '骰子=3 5 1 3 5 1 3 5 1 3 5 1 3 5 1 3 5 1 3 5', '--seed', '福彩3D 第2026312期=7 0 2']

/** An office whose clerk works in a folder of its own, and writes every path as it looks from there. */
function clerk(): { readonly at: Office; readonly ssj: (...argv: string[]) => Promise<Ran> } {
  const at = office()
  mkdirSync(at.path('desk'))
  const world = { cwd: at.path('desk'), env: { SSJ_DB: '../ssj.db' } }
  return { at, ssj: (...argv) => at.ssjIn(world, ...argv) }
}

describe('a relative path', () => {
  test('starts in the folder of the command, at every command that takes one', async () => {
    const { at, ssj } = clerk()
    const done = async (...argv: string[]) => {
      const ran = await ssj(...argv, '--json')
      expect([ran.code, ran.err], argv.join(' ')).toEqual([0, ''])
      return ran.json
    }
    cpSync(DISTRICT, at.path('registries'), { recursive: true })
    expect(await done('init')).toEqual({ database: '../ssj.db' })
    for (const name of LIBRARIES)
      expect(await done('import', name, `../registries/${name}.c*`)).toMatchObject({
        files: [{ file: `../registries/${name}.csv`, outcome: 'written' }],
      })
    at.file('desk/more.csv', '部门编码,部门名称\nX1,增补局\n,无编码局\n')
    await done('import', 'departments', 'more.csv', '--skip-bad', '--rejects', './bad.csv')
    expect(readFileSync(at.path('desk/bad.csv'), 'utf8')).toContain('无编码局')

    at.file('desk/rules.csv', '规则,值\ncap-total,9\n')
    await done('rules', 'import', 'rules.csv', '--reason', '通知')
    const { records } = await done('list', 'targets')
    at.file(
      'desk/visits.csv',
      `检查对象,部门,日期,原因,依据\n${records[0].id},LS-SCJG,2026-01-05,投诉举报,1\n`,
    )
    await done('visit', 'import', 'visits.csv')

    await done('draw', 'freeze', TASK, '--to', 'announced')
    await done('draw', 'run', TASK, ...DICE)
    const layout = JSON.stringify({ name: '我局', columns: [{ heading: '企业', field: '名称' }] })
    at.file('desk/own.json', layout)
    expect(await done('export', '1', '--to', 'public', '--layout', 'own.json')).toMatchObject({
      folder: 'public',
    })
    expect(readFileSync(at.path('desk/public/公示名单.csv'), 'utf8')).toMatch(/^\uFEFF企业\r\n/)
    await done('export', '1', '--to', 'out/../archive.zip', '--zip', '--profile', 'archive')
    await done('publish', 'items', '--to', 'items.csv')
    await done('certify', '1', records[0].id, '--to', 'one.json')
    for (const argv of [
      ['public', '--commitment', 'announced'],
      ['archive.zip', '--commitment', 'announced/commitment.json'],
      ['public', '--certificate', 'one.json', '--commitment', 'public'],
    ])
      await done('verify', ...argv)

    at.file('desk/photo.jpg', 'not a picture')
    const { selection } = await done('draw', 'show', '1')
    const { target } = selection.find(({ status }: { status: string }) => status === 'drawn')
    const why = ['--reason', '注销', '--approver', '局领导']
    await done('draw', 'substitute', '1', '--target', target, ...why, '--evidence', 'photo.jpg')

    expect(await done('backup', 'copy.db')).toEqual({ backup: 'copy.db' })
    expect(await done('log', '--verify', '--db', 'copy.db')).toMatchObject({ holds: true })
    expect(await done('demo')).toMatchObject({ folder: at.path('desk/ssj-demo') })
    expect(await done('demo')).toMatchObject({ folder: at.path('desk/ssj-demo-2') })
  }, 60_000)

  test.each([
    'import targets ./none.csv',
    'import targets ./none*.csv',
    'rules import ./none.csv',
    'visit import ./none.csv',
    'draw freeze x --to ./taken',
    'publish items --to ./taken/file.csv',
    'publish items --to ./no/where.csv',
    'verify ./none',
    'verify ./taken',
    'verify --certificate ./none.json --commitment x',
    'log --db ./none.db',
    'log --db ./taken/file.csv',
    'init --db ./taken/file.csv',
    'backup ./taken/file.csv',
  ])('is shown as it was written when it is refused: ssj %s', async line => {
    const { at, ssj } = clerk()
    await ssj('init')
    at.file('desk/taken/file.csv', 'mine')
    const argv = line.split(' ')
    const ran = await ssj(...argv)
    expect(ran.code).toBe(2)
    expect(ran.err).toContain(`“${argv.find(word => word.startsWith('./'))}”`)
  })

  test('that is an empty word leads nowhere', async () => {
    const { at, ssj } = clerk()
    await ssj('init')
    for (const argv of [
      ['verify', ''],
      ['import', 'targets', ''],
      ['log', '--db', ''],
      ['backup', ''],
    ])
      expect(await ssj(...argv), argv.join(' ')).toMatchObject({ code: 2, out: '' })
    expect(existsSync(join(at.folder, 'desk/ssj.db'))).toBe(false)
  })
})

import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import { choicesOfArgument } from '../../src/cli/choices.ts'
import { SHELLS } from '../../src/cli/shells.ts'
import { BIN, digestAt, district, type Office, office } from '../helpers/ssj.ts'

let here: Office
beforeAll(async () => {
  here = office()
  await here.done('init')
})

const run = (...words: string[]) =>
  spawnSync(process.execPath, [BIN, ...words], {
    encoding: 'utf8',
    cwd: here.folder,
    env: { SSJ_LANG: 'en' },
  })
/** What a shell is offered where these words stand before the cursor: values, without what is said of each. */
const offered = async (...words: string[]) =>
  (await here.ssjIn({ env: { SSJ_LANG: 'en' } }, 'complete', '--', ...words)).out
    .trimEnd()
    .split('\n')
    .slice(0, -1)
    .map(line => line.split('\t')[0])

describe('completion', () => {
  test.each([
    [['dra'], ['draw']],
    [
      ['draw', 'r'],
      ['run', 'replay', 'reveal'],
    ],
    [['draw', 'list', '--j'], ['--json']],
    [
      ['draw', 'run', 'P01', '--seed'],
      ['--seed', '--seed-machine'],
    ],
    [
      ['export', '1', '--profile', ''],
      ['public', 'archive'],
    ],
    [['import', 'tar'], ['targets']],
    [['report', 'co'], ['coverage']],
    [['rules', 'show', 'cap-tot'], ['cap-total']],
    [['help', 'witn'], []],
    [['completion', 'po'], ['powershell']],
  ])('of %j is %j', async (words, expected) => {
    expect(await offered(...words)).toEqual(expected)
  })

  test('is the same of the program as it is installed', async () => {
    const told = run('complete', '--', 'draw', 'r')
    expect([told.status, told.stdout]).toEqual([
      0,
      (await here.ssjIn({ env: { SSJ_LANG: 'en' } }, 'complete', '--', 'draw', 'r')).out,
    ])
  })

  test.each(SHELLS)('a script for %s is made, which asks the program', shell => {
    const told = run('completion', shell)
    expect([told.status, told.stderr]).toEqual([0, ''])
    expect(told.stdout).toMatch(/ssj complete '?--/)
  })

  test('offers what the database knows, which it only reads, and nothing that a shell would take apart', async () => {
    const at = await district()
    at.file('d.csv', '编码,名称\n$(touch x),甲局\n乙 局,乙局\nJIA,甲  局\n')
    await at.done('import', 'departments', 'd.csv')
    await at.done('draw', 'freeze', '14110220261002', '--reason', '试')
    const before = digestAt(at.db)
    const lines = async (...words: string[]) => (await at.ssj('complete', '--', ...words)).out.split('\n')
    expect(await lines('draw', 'run', '1411022026100')).toEqual([
      ...(await at.done('list', 'plan')).records
        .map(({ code, name }: Record<string, string>) => `${code}\t${name}`)
        .toReversed(),
      ':4',
      '',
    ])
    expect((await lines('draw', 'show', ''))[0]).toMatch(/^2026-0001\t/)
    expect((await lines('report', 'timeline', '--draw', '2026-'))[0]).toMatch(/^2026-0001\t/)
    expect(await lines('draw', 'freeze', '--lead', 'JI')).toEqual(['JIA\t甲 局', ':4', ''])
    expect((await lines('results', 'list', '--department', '')).join()).not.toMatch(/\$|乙/)
    expect(await lines('draw', 'run', '--db', 'none.db', '')).toEqual([':4', ''])
    expect(digestAt(at.db)).toBe(before)
  })

  test('leaves names of files to the shell, and knows a registry by either name', async () => {
    for (const words of [
      ['import', 'targets', ''],
      ['import', '检查对象', '名'],
      ['verify', ''],
      ['export', '1', '--to', ''],
      ['export', '1', '--sign', 'k'],
      ['list', 'targets', '--db', ''],
    ])
      expect((await here.ssj('complete', '--', ...words)).out, words.join(' ')).toBe(':0\n')
    expect(await offered('list', '检查对')).toEqual(['检查对象', '检查对象名录库'])
    expect(await offered('draw', 'freeze', '--avoid-station', '')).toEqual(['是', '否', 'yes', 'no'])
    expect(await offered('export', '1', '--profile=a')).toEqual(['archive'])
  })

  test('another shell is refused', () => {
    for (const [lang, sentence] of [
      ['en', 'option shell cannot be “tcsh”'],
      ['zh', '选项 shell 的值“tcsh”不对'],
    ] as const) {
      const told = run('completion', 'tcsh', '--lang', lang)
      expect([told.status, told.stdout, told.stderr]).toEqual([2, '', expect.stringContaining(sentence)])
    }
  })

  test('the words of arguments are those that the program takes', async () => {
    expect((await here.ssj('report', 'none', '--json')).json.error.details.known).toEqual(
      choicesOfArgument(['report'], 'name'),
    )
    for (const list of choicesOfArgument(['publish'], 'list'))
      expect((await here.ssj('publish', list, '--to', here.path(list), '--json')).json.error?.code).not.toBe(
        'unknown-list',
      )
  })
})

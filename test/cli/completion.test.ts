import { execFileSync, spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import { choicesOfArgument } from '../../src/cli/choices.ts'
import { SHELLS } from '../../src/cli/shells.ts'
import { BIN, type Office, office } from '../helpers/ssj.ts'

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
const offered = (...words: string[]) =>
  run('complete', '--', ...words)
    .stdout.trimEnd()
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
  ])('of %j is %j', (words, expected) => {
    expect(offered(...words)).toEqual(expected)
  })

  test.each(SHELLS)('a script for %s is made, which asks the program', shell => {
    const told = run('completion', shell)
    expect([told.status, told.stderr]).toEqual([0, ''])
    expect(told.stdout).toMatch(/ssj complete '?--/)
  })

  test('bash completes with it', () => {
    const script = `
      ssj() { '${process.execPath}' '${BIN}' "$@"; }
      # What the package bash-completion brings.
      _get_comp_words_by_ref() { words=("\${COMP_WORDS[@]}"); cword=$COMP_CWORD; cur=\${COMP_WORDS[COMP_CWORD]}; }
      source <(ssj completion bash)
      COMP_WORDS=(ssj draw rep); COMP_CWORD=2
      compopt() { :; }
      __ssj_complete
      printf '%s\\n' "\${COMPREPLY[@]}"`
    expect(execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8' })).toMatch(/^replay/)
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

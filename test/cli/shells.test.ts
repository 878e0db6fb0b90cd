/** @module-tag campaign */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshFolder } from '../helpers/scratch.ts'
import { BIN, district, type Office } from '../helpers/ssj.ts'
import { HAS_TERMINAL, pty } from '../helpers/terminal.ts'

/**
 * Somebody at each shell types a line, presses Tab and Enter; `ssj` then says what it was called with. Shells that are not
 * here are skipped by name (`.ci/run` installs those that it can).
 */
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

let here: Office
let asked: string
let env: Record<string, string>
beforeAll(async () => {
  here = await district()
  here.file('检查 名录.csv', '')
  here.file('人员.csv', '')
  await here.done('draw', 'freeze', '14110220261002', '--reason', '试')
  const bin = here.path('bin')
  mkdirSync(bin)
  asked = here.path('.asked')
  writeFileSync(
    join(bin, 'ssj'),
    `#!/bin/sh
case $1 in
completion) exec '${process.execPath}' '${BIN}' "$@";;
complete) '${process.execPath}' '${BIN}' "$@"; touch '${asked}';;
*) printf RAN; printf '<%s>' "$@"; echo;;
esac
`,
  )
  chmodSync(join(bin, 'ssj'), 0o755)
  env = {
    PATH: `${bin}:${process.env.PATH}`,
    HOME: freshFolder(),
    TERM: 'xterm',
    LANG: 'C.UTF-8',
    SSJ_LANG: 'zh',
    SSJ_DB: here.db,
  }
})

/** A line as it is typed, and the words that it is then run with. */
const LINES: readonly (readonly [typed: string, ...words: readonly string[]])[] = [
  ['ssj dem', 'demo'],
  ['ssj draw rep', 'draw', 'replay'],
  ['ssj draw run --seed-m', 'draw', 'run', '--seed-machine'],
  ['ssj export 1 --profile arc', 'export', '1', '--profile', 'archive'],
  ['ssj export 1 --profile=arc', 'export', '1', '--profile=archive'],
  ['ssj list insp', 'list', 'inspectors'],
  ['ssj list 检查人', 'list', '检查人员'],
  ['ssj draw show 2026-', 'draw', 'show', '2026-0001'],
  ['ssj draw run 14110220261003', 'draw', 'run', '14110220261003'],
  ['ssj results list --department LS-SC', 'results', 'list', '--department', 'LS-SCJG'],
  ['ssj import inspectors 人', 'import', 'inspectors', '人员.csv'],
  ['ssj verify 检', 'verify', '检查 名录.csv'],
]

const pause = () => new Promise(soon => setTimeout(soon, 500))

/** What `ssj` is run with by a shell in which `ready` was typed first. */
async function ran(shell: string, args: readonly string[], ready: string, typed: string): Promise<string> {
  const child = pty!.spawn(shell, [...args], { name: 'xterm', cols: 200, rows: 40, cwd: here.folder, env })
  let shown = ''
  child.onData(data => {
    shown += data
  })
  const until = async (is: () => boolean) => {
    for (let i = 0; i < 200; i++, await new Promise(soon => setTimeout(soon, 50))) if (is()) return
    throw new Error(`${shell} stayed with ${JSON.stringify(shown)}`)
  }
  try {
    child.write(`${ready}; echo rea'dy'\n`)
    await until(() => shown.includes('\nready'))
    // What is typed while a shell is not yet at its prompt, it does not hear.
    await pause()
    rmSync(asked, { force: true })
    child.write(`${typed}\t`)
    await until(() => existsSync(asked))
    await pause()
    child.write('\n')
    await until(() => /RAN<.*>\r?\n/.test(shown))
    return /RAN(<.*>)\r?\n/.exec(shown)![1]!
  } finally {
    child.kill('SIGKILL')
  }
}

describe.skipIf(!HAS_TERMINAL || !has('zsh'))('zsh (skipped where it is not installed)', () => {
  test.each(LINES)('%s', async (typed, ...words) => {
    const ready = 'autoload -U compinit; compinit -u -D; . <(ssj completion zsh)'
    expect(await ran('zsh', ['-f'], ready, typed)).toBe(words.map(word => `<${word}>`).join(''))
  })
})

/** The function that bash calls at a Tab, with what it then knows; names of files are left to bash by an empty reply. */
function repliesOfBash(before: string, typed: string): string {
  const words = typed.split(/ |(?<==)|(?==)/)
  const script = `${before}
    . <(ssj completion bash); . <(ssj completion bash)
    complete -p ssj
    compopt() { :; }
    COMP_LINE='${typed}' COMP_POINT=${Buffer.byteLength(typed)} COMP_CWORD=${words.length - 1} COMP_TYPE=9 COMP_KEY=9
    COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')})
    __ssj_complete
    echo "\${COMPREPLY[@]}"`
  const told = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8', cwd: here.folder, env })
  expect(told.stderr).toBe('')
  const [registered, reply] = told.stdout.split('\n')
  expect(registered).toBe('complete -o bashdefault -o default -F __ssj_complete ssj')
  return reply!
}

const isFile = (words: readonly string[]) => words.at(-1)!.endsWith('.csv')
for (const [named, before] of [
  ['with the package of completions', '. /usr/share/bash-completion/bash_completion'],
  ['alone', ''],
] as const)
  describe.skipIf(!has('bash') || (before !== '' && !existsSync(before.slice(2))))(
    `bash ${named} (skipped where it is not installed)`,
    () => {
      // Alone, bash takes an option and its value apart.
      test.each(LINES.filter(([typed]) => before !== '' || !typed.includes('=')))('%s', (typed, ...words) => {
        const value = words.at(-1)!.replace(/^--\w+=/, '')
        expect(repliesOfBash(before, typed)).toBe(isFile(words) ? '' : value)
      })
    },
  )

describe.skipIf(!has('fish'))('fish (skipped where it is not installed)', () => {
  test.each(LINES)('%s', (typed, ...words) => {
    const script = `ssj completion fish | source; complete -C '${typed}'`
    const told = spawnSync('fish', ['--no-config', '-c', script], { encoding: 'utf8', cwd: here.folder, env })
    const [word] = told.stdout.split(/[\t\n]/)
    expect([told.stderr, word!.replaceAll('\\ ', ' ')]).toEqual(['', words.at(-1)])
  })
})

describe.skipIf(!has('pwsh'))('PowerShell (skipped where it is not installed)', () => {
  test.each(LINES.slice(0, 9))('%s', (typed, ...words) => {
    const script = `ssj completion powershell | Out-String | Invoke-Expression
([System.Management.Automation.CommandCompletion]::CompleteInput('${typed}', ${typed.length}, $null)).CompletionMatches[0].CompletionText`
    const told = spawnSync('pwsh', ['-NoProfile', '-Command', script], {
      encoding: 'utf8',
      cwd: here.folder,
      env,
    })
    expect(told.stdout.trim()).toBe(words.at(-1))
  })
})

import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { everyCommand } from '../../src/cli/every-command.ts'
import { manPage } from '../../src/cli/man.ts'
import { surface } from '../../src/cli/surface.ts'
import { loadSentences } from '../../src/terminal/sentences/load-sentences.ts'
import { freshFolder } from '../helpers/scratch.ts'
import { office } from '../helpers/ssj.ts'

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

describe.each(['zh', 'en'] as const)('the manual page (%s)', language => {
  test('has every command with what it says of itself and every option', async () => {
    const page = (await manPage(language))
      .replaceAll('\\-', '-')
      .replaceAll('\\(dq', '"')
      .replaceAll('\\&', '')
    const { help } = await loadSentences(language)
    for (const [words, command] of everyCommand(surface(help, async () => {}))) {
      if (command.commands.length > 0 && command.options.length === 0) continue
      expect(page).toContain(`\n.SS ssj ${words.join(' ')} `)
      expect(page).toContain(`\n${command.description()}\n`)
      for (const { flags } of command.options) expect(page).toContain(`\n.B ${flags}\n`)
    }
  })

  test('ends with the exit codes, environment and files, as the help of the program does', async () => {
    const page = (await manPage(language)).replaceAll('\\-', '-').replaceAll('\\&', '')
    const asked = await office().ssj('--help', '--lang', language)
    const { help } = await loadSentences(language)
    for (const [heading, ...lines] of help.common.notes) {
      expect(page).toContain(`\n.SH ${heading.slice(0, -1)}\n`)
      for (const [word, meaning] of lines) {
        expect(page).toContain(`\n.TP\n.B ${word}\n${meaning}\n`)
        expect(asked.out).toMatch(new RegExp(`^  ${word.replace('.', '\\.')} +\\S`, 'm'))
      }
    }
    const codes = help.common.notes[0]!.slice(1).map(([code]) => code)
    const table = readFileSync(join(import.meta.dirname, '../../docs/cli.md'), 'utf8')
    expect([...table.matchAll(/^\| (\d+) \| /gm)].map(([, code]) => code)).toEqual(codes)
  })

  test.skipIf(!has('mandoc'))(
    'is one that mandoc takes without a warning (skipped where it is not installed)',
    async () => {
      const path = join(freshFolder(), 'ssj.1')
      writeFileSync(path, await manPage(language))
      const told = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', path], { encoding: 'utf8' })
      expect([told.status, told.stdout, told.stderr]).toEqual([0, '', ''])
      const shown = spawnSync('mandoc', ['-T', 'utf8', path], { encoding: 'utf8' }).stdout
      const overstruck = new RegExp(`.${String.fromCharCode(8)}`, 'gu')
      expect(shown.replaceAll(overstruck, '')).toContain('ssj draw run')
    },
  )

  test.skipIf(!has('groff'))(
    'is one that groff takes without a word (skipped where it is not installed)',
    async () => {
      const path = join(freshFolder(), 'ssj.1')
      writeFileSync(path, await manPage(language))
      const told = spawnSync('groff', ['-man', '-Tutf8', '-k', '-ww', path], { encoding: 'utf8' })
      // What a page cannot do about lines without blanks is no fault of it.
      const faults = told.stderr
        .split('\n')
        .filter(line => !/^$|can't break line$|cannot adjust line$/.test(line))
      expect([told.status, faults]).toEqual([0, []])
      expect(told.stdout).toContain('ssj draw run')
    },
  )
})

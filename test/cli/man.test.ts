import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { everyCommand } from '../../src/cli/every-command.ts'
import { manPage } from '../../src/cli/man.ts'
import { surface } from '../../src/cli/surface.ts'
import { loadSentences } from '../../src/terminal/sentences/load-sentences.ts'
import { freshFolder } from '../helpers/scratch.ts'

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

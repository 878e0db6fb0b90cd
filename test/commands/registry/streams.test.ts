/** @module-tag slow */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { office } from '../../helpers/ssj.ts'

/** A stream is read once, however often the import has to look at its rows. */

const HEADINGS = '部门编码,部门名称\n'
const FILES = {
  'one row twice': `${HEADINGS}A,甲局\nA,甲局\nB,乙局\n`,
  'two rows of one code that differ': `${HEADINGS}A,甲局\nA,丙局\nB,乙局\n`,
} as const

const BIN = join(import.meta.dirname, '../../../bin/ssj.js')

for (const [name, content] of Object.entries(FILES)) {
  describe(name, () => {
    for (const filled of [false, true]) {
      test(`gives the same from a file, the standard input, a FIFO${filled ? ', beside records' : ''}`, async () => {
        const outcomes = []
        for (const way of ['file', 'stdin', 'fifo']) {
          const here = office()
          await here.done('init')
          if (filled) await here.done('import', 'departments', here.file('0.csv', `${HEADINGS}Z,末局\n`))
          const path = here.file('a.csv', content)
          const ran = await {
            file: () => here.ssj('import', 'departments', path, '--json'),
            stdin: () => here.ssjIn({ stdin: content }, 'import', 'departments', '-', '--json'),
            async fifo() {
              const fifo = here.path('fifo')
              execFileSync('mkfifo', [fifo])
              const reading = here.ssj('import', 'departments', fifo, '--json')
              execFileSync('sh', ['-c', `(cat '${path}' > '${fifo}') &`], { stdio: 'ignore' })
              return reading
            },
          }[way]!()
          const { code, json } = ran
          const { file: _, digest: _digest, ...told } = json.files[0]
          outcomes.push({ code, told, list: await here.done('list', 'departments') })
        }
        expect(outcomes[1]).toEqual(outcomes[0])
        expect(outcomes[2]).toEqual(outcomes[0])
      })
    }
  })
}

test('a large change that is not agreed to, from a stream: refused, and with --yes done', async () => {
  const here = office()
  await here.done('init')
  await here.done('import', 'departments', here.file('0.csv', `${HEADINGS}A,甲局\nB,乙局\nC,丙局\n`))
  const stdin = `${HEADINGS}A,甲局\nA,甲局\n`
  const replace = (...more: string[]) =>
    here.ssjIn({ stdin }, 'import', 'departments', '-', '--replace', '--json', ...more)
  expect((await replace()).json.error.code).toBe('large-removal')
  expect((await replace('--yes')).json.files[0]).toMatchObject({ retired: 2 })
})

test('a pipe and a process substitution, through the program', () => {
  const { folder, path } = office()
  writeFileSync(path('a.csv'), FILES['one row twice'])
  const shell = (line: string) =>
    JSON.parse(execFileSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' }))
  const ssj = (db: string) => `'${process.execPath}' '${BIN}' --db ${db} --json`
  for (const [db, source] of [
    ['1.db', `cat a.csv | ${ssj('1.db')} import departments -`],
    ['2.db', `${ssj('2.db')} import departments <(cat a.csv)`],
    ['3.db', `gzip -c a.csv | ${ssj('3.db')} import departments -`],
  ] as const) {
    shell(`${ssj(db)} init`)
    expect(shell(source).files[0]).toMatchObject({ outcome: 'written', new: 2, read: 3 })
  }
})

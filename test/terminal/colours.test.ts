import { beforeAll, describe, expect, test } from 'vitest'
import { coloursOn, shownLine } from '../../src/terminal/colours.ts'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import type { Office, Ran } from '../helpers/ssj.ts'

const red = (text: string) => `\u001b[31m${text}\u001b[39m`
const green = (text: string) => `\u001b[32m${text}\u001b[39m`
const cyan = (text: string) => `\u001b[36m${text}\u001b[39m`

const TERMINAL = { terminal: ['stdout', 'stderr'], env: { SSJ_LANG: 'en' } } as const

let here: Office
beforeAll(async () => {
  here = await miniature({ targets: targets(6), inspectors: inspectors(3) })
  const task = ['--id', 'A1', '--lead', 'JIA', '--count', '2', '--team', '2', '--source', '骰子']
  await here.done('draw', 'run', ...task, '--seed', '骰子=1')
  await here.done('export', '1', '--to', here.path('public'))
  await here.done('export', '1', '--to', here.path('other'))
  here.file('other/selection.csv', 'not a selection\n')
  here.file('bad.csv', '对象编号,名称,成立日期\nT90,示例店,2026-13-01\n')
})

/** Commands that say everything that has a colour. */
const SAYS: readonly (readonly [argv: readonly string[], stream: 'out' | 'err', coloured: string])[] = [
  [['show', 'library', '1'], 'err', `${red('ssj:')} `],
  [['draw', 'show', '7'], 'err', cyan('ssj: hint: ')],
  [['import', 'targets', 'bad.csv'], 'err', '\u001b[33mrow 2'],
  [['import', 'targets', 'bad.csv', '--skip-bad', '--dry-run'], 'out', '\u001b[33mrow 2'],
  [['import', 'targets', 'none.csv', 'bad.csv'], 'err', `${red('ssj:')} `],
  [['verify', 'public'], 'out', '\u001b[32m'],
  [['verify', 'other'], 'out', '\u001b[31m'],
  [['draw', 'replay', '1'], 'out', '\u001b[32m'],
  [['log', '--verify'], 'out', '\u001b[32m'],
]

describe('colours', () => {
  test.each(SAYS)('%j: on a terminal', async (argv, stream, coloured) => {
    expect((await here.ssjIn(TERMINAL, ...argv))[stream]).toContain(coloured)
  })

  test.each(SAYS)('%j: the same words without them, in a pipe, with NO_COLOR, with --json', async argv => {
    const plain = await here.ssjIn({ env: { SSJ_LANG: 'en' } }, ...argv)
    expect(plain.out + plain.err).not.toContain('\u001b')
    expect(withoutColours(await here.ssjIn(TERMINAL, ...argv))).toEqual(withoutColours(plain))
    const env = { SSJ_LANG: 'en', NO_COLOR: '1', FORCE_COLOR: '1' }
    expect(withoutColours(await here.ssjIn({ ...TERMINAL, env }, ...argv))).toEqual(withoutColours(plain))
    const json = await here.ssjIn(TERMINAL, ...argv, '--json')
    expect(json.out + json.err).not.toContain('\u001b')
  })

  test('are decided for each stream', async () => {
    for (const [argv, stream] of SAYS) {
      const other = stream === 'out' ? 'stderr' : 'stdout'
      const ran = await here.ssjIn({ ...TERMINAL, terminal: [other] }, ...argv)
      expect(ran[stream], argv.join(' ')).not.toContain('\u001b')
    }
  })

  test('follow NO_COLOR, then FORCE_COLOR, then the terminal', () => {
    const coloured = (isTTY: boolean, env: Record<string, string>) =>
      shownLine(coloursOn({ isTTY }, env).agrees('yes')) === green('yes')
    expect(coloured(true, {})).toBe(true)
    expect(coloured(false, {})).toBe(false)
    expect(coloured(true, { TERM: 'dumb' })).toBe(false)
    expect(coloured(true, { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false)
    expect(coloured(true, { NO_COLOR: '' })).toBe(true)
    expect(coloured(false, { FORCE_COLOR: '1' })).toBe(true)
    expect(coloured(true, { FORCE_COLOR: '0' })).toBe(false)
    expect(coloured(true, { FORCE_COLOR: 'false' })).toBe(false)
  })
})

function withoutColours({ code, out, err }: Ran): object {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal takes for a colour
  const plain = (text: string) => text.replaceAll(/\u001b\[\d+m/g, '')
  return { code, out: plain(out), err: plain(err) }
}

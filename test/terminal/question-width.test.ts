import { PassThrough, Writable } from 'node:stream'
import headless from '@xterm/headless'
import { expect, it } from 'vitest'
import type { Desk } from '../../src/terminal/desk.ts'
import { keyedAskerAt } from '../../src/terminal/keyed-asker.ts'
import { loadSentences } from '../../src/terminal/sentences/load-sentences.ts'

it('leaves the last column of a window free, so that no empty line comes between a question and its answer', async () => {
  const stdin = Object.assign(new PassThrough(), { isTTY: true })
  const shown = new headless.Terminal({ cols: 40, rows: 60, convertEol: true, allowProposedApi: true })
  const stderr = Object.assign(
    new Writable({
      write(piece, _, done) {
        shown.write(String(piece), done)
      },
    }),
    { isTTY: true, columns: 40, rows: 24, end: () => undefined },
  )
  const world = { stdin, stderr, env: { TERM: 'xterm', NO_COLOR: '1' } }
  const asker = keyedAskerAt({ world, say: await loadSentences('en') } as unknown as Desk)
  const pause = () => new Promise(resolve => setTimeout(resolve, 40))
  // 36 to 40 signs, with the mark before them.
  for (const length of [34, 35, 36, 37, 38]) {
    const answer = asker.text({
      message: `${'abcd '.repeat(7)}abc`.slice(0, length).trim().padEnd(length, 'x'),
    })
    await pause()
    stdin.write('y')
    await pause()
    stdin.write('\r')
    expect(await answer).toBe('y')
  }
  const lines = Array.from({ length: 60 }, (_, i) => shown.buffer.active.getLine(i)!.translateToString(true))
  const written = lines.slice(0, lines.findLastIndex(line => line.trim() !== '') + 1)
  expect(written.length).toBeGreaterThanOrEqual(5)
  expect(written.filter(line => line.trim() === '')).toEqual([])
})

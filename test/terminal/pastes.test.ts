import { PassThrough, Writable } from 'node:stream'
import { expect, it } from 'vitest'
import type { Asker } from '../../src/terminal/asker.ts'
import type { Desk } from '../../src/terminal/desk.ts'
import { keyedAskerAt } from '../../src/terminal/keyed-asker.ts'
import { lineAskerAt } from '../../src/terminal/line-asker.ts'
import { loadSentences } from '../../src/terminal/sentences/load-sentences.ts'

/** Somebody who is asked at a terminal of this kind, and what they write. */
async function terminal(term: string) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true })
  let said = ''
  const stderr = Object.assign(
    new Writable({
      write(piece, _, done) {
        said += String(piece)
        done()
      },
    }),
    { isTTY: true, columns: 80, rows: 24, end: () => undefined },
  )
  const world = { stdin, stderr, env: { TERM: term, NO_COLOR: '1' } }
  const desk = { world, say: await loadSentences('zh') } as unknown as Desk
  const asker: Asker = term === 'dumb' ? lineAskerAt(desk) : keyedAskerAt(desk)
  const write = async (text: string, wait = 60) => {
    stdin.write(text)
    await new Promise(resolve => setTimeout(resolve, wait))
  }
  return { asker, write, said: () => said }
}

const marked = (text: string) => `\u001b[200~${text}\u001b[201~`

it.each([
  ['marked by the terminal', marked('甲\r乙\r\r丙\r')],
  ['not marked', '甲\r乙\r\r丙\r'],
  ['with the line ends of Windows', '甲\r\n乙\r\n丙\r\n'],
  ['in two pieces', '甲\r乙\r', '丙\r'],
])('a paste of several lines, %s, is one answer and none to what is asked next', async (_, ...pieces) => {
  const { asker, write } = await terminal('xterm')
  const answers: string[] = []
  const asking = (async () => {
    for (const message of ['一', '二']) answers.push(await asker.text({ message }))
  })()
  await write('')
  for (const [i, piece] of pieces.entries()) await write(piece, i === pieces.length - 1 ? 60 : 1)
  expect(answers).toEqual([])
  await write('\r')
  expect(answers).toEqual(['甲 乙 丙'])
  await write('丁\r')
  await asking
  expect(answers).toEqual(['甲 乙 丙', '丁'])
})

it('agrees to nothing and picks nothing by a paste', async () => {
  const { asker, write } = await terminal('xterm')
  const yes = asker.yes('确认？')
  await write(marked('y\ry\r'))
  await write('\r')
  expect(await yes).toBe(false)
  let picked = ''
  const choice = asker.choose('选', [
    { name: '甲', value: '甲' },
    { name: '乙', value: '乙' },
  ])
  void choice.then(value => (picked = value))
  await write('x\ry\rz\r')
  expect(picked).toBe('')
  await write('\r')
  expect(await choice).toBe('甲')
})

it('takes what is typed as it comes: each Enter is one', async () => {
  const { asker, write } = await terminal('xterm')
  const first = asker.text({ message: '一', initial: '照旧' })
  await write('')
  await write('\r')
  expect(await first).toBe('照旧')
  const second = asker.text({ message: '二' })
  await write('')
  await write('甲', 30)
  await write('\r')
  expect(await second).toBe('甲')
})

it('shows lines that came at once as one where a terminal can only write, and takes them by Enter', async () => {
  const { asker, write, said } = await terminal('dumb')
  const first = asker.text({ message: '一' })
  await write('甲\n乙\n丙\n')
  expect(said()).toContain('一次来了 3 行')
  await write('\n')
  expect(await first).toBe('甲 乙 丙')
  const second = asker.text({ message: '二' })
  await write('丁\n戊\n')
  await write('己\n')
  expect(await second).toBe('己')
})

import { PassThrough, Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { main } from '../../src/main.ts'
import { NOW, type Office } from './ssj.ts'

/** A question at the terminal, by a part of its words, and what is typed. */
export type Typed = readonly [question: string, answer: string]

/** Runs a command at a terminal where somebody answers these questions, each when it is asked; Ctrl-C after the last one. */
export async function typing(at: Office, answers: readonly Typed[], ...argv: string[]) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true })
  let shown = ''
  let [from, next, isTyping, saysRefused] = [0, 0, false, false]
  const stderr = new Writable({
    write(chunk, _, done) {
      const drawn = stripVTControlCharacters(String(chunk))
      shown += drawn
      const [question, answer] = answers[next] ?? ['? ', null]
      // The line is drawn again with every key, and once more when it is answered; what was no answer stays in it.
      const wasRefused = saysRefused
      saysRefused = drawn.includes('\n! ')
      const isRefused = isTyping && saysRefused && !wasRefused
      const found = shown.indexOf(isTyping ? '√' : question, from)
      if (isRefused || found >= 0) {
        from = shown.length
        if (!isTyping || isRefused) {
          next++
          const text = answer === null ? '\u0003' : `${isRefused ? '\u0015' : ''}${answer}\r`
          setTimeout(() => stdin.write(text), 5)
        }
        isTyping = isRefused || !isTyping
      }
      done()
    },
  })
  let out = ''
  const stdout = new Writable({
    write(chunk, _, done) {
      out += String(chunk)
      done()
    },
  })
  const code = await main(argv, {
    // A terminal does not end with the question that was asked there.
    ...{ stdin, stdout, stderr: Object.assign(stderr, { isTTY: true, end: () => stderr }) },
    ...{ cwd: at.folder, patience: 100 },
    env: { SSJ_DB: at.db, SSJ_ACTOR: '测试员', NO_COLOR: '1' },
    now: () => NOW,
    randomBytes: count => new Uint8Array(count),
    systemUser: () => 'nobody',
  })
  return { code, out, err: shown, asked: next }
}

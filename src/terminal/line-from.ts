import { StringDecoder } from 'node:string_decoder'
import { Left } from './asked.ts'
import type { World } from './desk.ts'

interface Heard {
  readonly decoder: StringDecoder
  rest: string
  endsCr: boolean
  isOver: boolean
}

/** What has come of a stream and was not taken yet: several ask on the same one, one after the other. */
const heard = new WeakMap<object, Heard>()

/** The next line that somebody writes; at the end of the stream nobody answers any more. */
export async function lineFrom(stdin: World['stdin']): Promise<string> {
  return (await nextLine(stdin, null))!
}

/** As long, in milliseconds, the rest of a paste is awaited: it comes at once. */
const FOLLOWS = 25

/** The lines that come right behind one that was read, without anybody having been asked again: the rest of a paste. */
export async function linesBehind(stdin: World['stdin']): Promise<readonly string[]> {
  const lines: string[] = []
  for (;;) {
    const line = await nextLine(stdin, FOLLOWS).catch(() => null)
    if (line === null) return lines
    lines.push(line)
  }
}

/** The next line; null where none comes within so many milliseconds. */
function nextLine(stdin: World['stdin'], within: number | null): Promise<string | null> {
  const known = heard.get(stdin) ?? {
    decoder: new StringDecoder('utf8'),
    rest: '',
    endsCr: false,
    isOver: false,
  }
  heard.set(stdin, known)
  return new Promise((resolve, reject) => {
    const done = (end: () => void) => {
      clearTimeout(timer)
      stdin.removeListener('data', onData)
      stdin.removeListener('end', onEnd)
      stdin.pause()
      end()
    }
    const isThere = () => {
      if (known.endsCr && known.rest !== '') {
        known.rest = known.rest.replace(/^\n/, '')
        known.endsCr = false
      }
      const at = known.rest.search(/[\r\n]/)
      if (at < 0) return false
      const line = known.rest.slice(0, at)
      // What ends a line may be two signs, and the second may come later.
      known.endsCr = known.rest[at] === '\r'
      known.rest = known.rest.slice(at + 1)
      done(() => resolve(line))
      return true
    }
    const onData = (piece: Uint8Array | string) => {
      known.rest += typeof piece === 'string' ? piece : known.decoder.write(Buffer.from(piece))
      isThere()
    }
    const onEnd = () => {
      known.isOver = true
      done(() => reject(new Left()))
    }
    const timer = within === null ? undefined : setTimeout(() => done(() => resolve(null)), within)
    if (isThere()) return
    if (known.isOver) return onEnd()
    stdin.on('data', onData)
    stdin.on('end', onEnd)
    stdin.resume()
  })
}

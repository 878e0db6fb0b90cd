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
export function lineFrom(stdin: World['stdin']): Promise<string> {
  const known = heard.get(stdin) ?? {
    decoder: new StringDecoder('utf8'),
    rest: '',
    endsCr: false,
    isOver: false,
  }
  heard.set(stdin, known)
  return new Promise((resolve, reject) => {
    const done = (end: () => void) => {
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
    if (isThere()) return
    if (known.isOver) return onEnd()
    stdin.on('data', onData)
    stdin.on('end', onEnd)
    stdin.resume()
  })
}

import type { Key } from 'node:readline'

/** As long, in milliseconds, a line end that comes together with a text waits for what may follow it: a paste comes at once. */
const FOLLOWS = 25
/** What a person types is further apart. */
const TOGETHER = 10

/**
 * Takes what is pasted as one answer: line ends within it become blanks, and the last is left to the person, who sees the
 * whole before Enter. So nothing of it is lost, and no later question is answered by it. Terminals that mark a paste are
 * believed (bracketed paste); of others, lines that come at once are one. Gives what ends it.
 */
export function joiningPastes(stdin: NodeJS.EventEmitter): () => void {
  const emit = stdin.emit
  const pass = (text: string | undefined, key: Key) => emit.call(stdin, 'keypress', text, key)
  let waiting: { readonly text: string | undefined; readonly key: Key } | null = null
  let timer: NodeJS.Timeout | undefined
  let isMarked = false
  let isPaste = false
  let last = 0
  const letGo = () => {
    clearTimeout(timer)
    const held = waiting
    waiting = null
    return held
  }
  const end = (text: string | undefined, key: Key) => {
    const isTogether = isMarked || isPaste || Date.now() - last < TOGETHER
    letGo()
    waiting = { text, key }
    if (isMarked) return
    timer = setTimeout(
      () => {
        letGo()
        // The last line end of a paste is nobody's Enter.
        if (isPaste) isPaste = false
        else pass(text, key)
      },
      isTogether ? FOLLOWS : 0,
    )
  }
  const heard = (text: string | undefined, key: Key) => {
    if (key.name === 'paste-start' || key.name === 'paste-end') {
      isMarked = key.name === 'paste-start'
      letGo()
      isPaste = false
    } else if (isEnter(key)) end(text, key)
    else if (isText(text, key)) {
      last = Date.now()
      if (letGo() !== null) {
        isPaste = true
        pass(' ', { sequence: ' ', name: 'space', ctrl: false, meta: false, shift: false })
      }
      pass(text, key)
    } else {
      const held = letGo()
      if (held !== null && !isMarked && !isPaste) pass(held.text, held.key)
      isPaste = false
      pass(text, key)
    }
    return true
  }
  stdin.emit = ((event: string | symbol, ...args: unknown[]) =>
    event === 'keypress'
      ? heard(args[0] as string | undefined, (args[1] ?? {}) as Key)
      : emit.call(stdin, event, ...args)) as typeof stdin.emit
  return () => {
    letGo()
    stdin.emit = emit
  }
}

function isEnter({ name }: Key): boolean {
  return name === 'return' || name === 'enter'
}

/** A sign that is written where it is typed. */
function isText(text: string | undefined, { ctrl, meta }: Key): boolean {
  return text !== undefined && ctrl !== true && meta !== true && !/[\p{Cc}]/u.test(text)
}

/** Asks a terminal to mark what is pasted, and not to any more. */
export const MARKS_PASTES = { on: '\u001b[?2004h', off: '\u001b[?2004l' } as const

import { emitKeypressEvents, type Interface } from 'node:readline'
import { createPromptModule } from 'inquirer'
import type { World } from './desk.ts'
import { joiningPastes, MARKS_PASTES } from './joining-pastes.ts'

/** Escape: back to where one was before the question. Away from the desk that ends the command, as Ctrl-C does. */
export class WentBack extends Error {
  override readonly name = 'ExitPromptError'
}

/** What is answered, or `before` where the person goes back. */
export async function orBack<T, Before>(before: Before, answer: Promise<T>): Promise<T | Before> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof WentBack) return before
    throw error
  }
}

/** Ctrl-D, or a terminal that is gone: nobody answers any more. */
export class Left extends Error {
  override readonly name = 'ExitPromptError'
}

/** The window has another size: what was laid out for the former one is put again. */
class Resized extends Error {}

/** What a question that looks things up says while it looks, and what it does when that cannot be done. */
export interface Patience {
  isLooking: boolean
  /** Called with each answer of the search that was last put, and with what made it fail. */
  found: () => void
  failed: (error: unknown) => void
}

/** A search that tells its {@link Patience} whether it is under way. */
export function patiently<T>(find: (term: string, signal?: AbortSignal) => Promise<readonly T[]>) {
  const patience: Patience = { isLooking: false, found: () => {}, failed: () => {} }
  let last = 0
  const source = async (
    term = '',
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<readonly T[]> => {
    const mine = ++last
    patience.isLooking = true
    try {
      return await find(term, signal)
    } catch (error) {
      patience.failed(error)
      return []
    } finally {
      if (mine === last) {
        patience.isLooking = false
        setImmediate(() => patience.found())
      }
    }
  }
  return { source, patience }
}

/**
 * Puts one question. Escape and the end of the terminal are heard beside what the prompt itself listens to; an Enter that
 * comes while a search is under way is kept until it has found, unless another key follows. Where the window changes its
 * size, the question is put again below, as `questionNow` gives it then.
 */
export async function asked<T>(
  world: Pick<World, 'stdin' | 'stderr'>,
  questionNow: () => object,
  patience?: Patience,
): Promise<T> {
  for (;;) {
    try {
      return await askedOnce(world, questionNow(), patience)
    } catch (error) {
      if (!(error instanceof Resized)) throw error
    }
  }
}

/** How long a window that is being resized is waited for, in milliseconds. */
const SETTLES = 120

async function askedOnce<T>(
  { stdin, stderr }: Pick<World, 'stdin' | 'stderr'>,
  question: object,
  patience: Patience | undefined,
): Promise<T> {
  // A lone Escape is told from the beginning of an arrow key by the time that passes: the first who asks says how long.
  emitKeypressEvents(stdin, { escapeCodeTimeout: 100 } as unknown as Interface)
  const going = new AbortController()
  let how: typeof WentBack | typeof Left | typeof Resized = Left
  const go = (as: typeof how) => {
    how = as
    going.abort()
  }
  let enters = false
  const onKey = (_text: string, { name, ctrl }: { readonly name?: string; readonly ctrl?: boolean }) => {
    if (name === 'escape') go(WentBack)
    else if (name === 'd' && ctrl === true) go(Left)
    enters = patience?.isLooking === true && (name === 'return' || name === 'enter')
  }
  let failure: unknown
  if (patience !== undefined) {
    patience.found = () => {
      if (enters && !patience.isLooking) stdin.emit('keypress', '\r', { name: 'return', sequence: '\r' })
    }
    patience.failed = error => {
      failure ??= error
      going.abort()
    }
  }
  const onEnd = () => go(Left)
  let settling: NodeJS.Timeout | undefined
  const onResize = () => {
    clearTimeout(settling)
    settling = setTimeout(() => go(Resized), SETTLES)
  }
  const release = joiningPastes(stdin)
  stderr.write(MARKS_PASTES.on)
  stdin.on('keypress', onKey)
  stdin.on('end', onEnd)
  stderr.on('resize', onResize)
  try {
    const prompt = createPromptModule({ input: stdin, output: stderr, signal: going.signal })
    const { answer } = await prompt([{ ...question, name: 'answer' } as never])
    return answer as T
  } catch (error) {
    throw failure ?? (going.signal.aborted ? new how() : error)
  } finally {
    clearTimeout(settling)
    release()
    stderr.write(MARKS_PASTES.off)
    stdin.removeListener('keypress', onKey)
    stdin.removeListener('end', onEnd)
    stderr.removeListener('resize', onResize)
  }
}

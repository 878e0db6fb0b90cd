import type { Engine } from '../../core/engine/engine.ts'
import type { EngineReasons } from '../../core/engine/reasons.ts'
import { UserError } from '../../core/refusal.ts'
import type { Session } from '../../engine/drivers/session.ts'
import { withEngine } from '../../engine/open-engine.ts'
import type { Desk } from '../../terminal/desk.ts'
import { openedWith, RESULTS } from './engine-named.ts'

/**
 * Works with an engine. Where nobody here can speak to it and a file of answers lacks some, what is to be asked goes to stdout
 * before the refusal, so that whoever can ask it does.
 */
export async function withEngineOf<T>(
  desk: Desk,
  engine: Engine,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  try {
    return await withEngine(engine, openedWith(desk, engine), work)
  } catch (error) {
    const open = unansweredIn(error)
    if (open !== null && !desk.json && desk.world.env[RESULTS] !== undefined)
      await desk.resultPieces(piecesOf(open.statements))
    throw error
  }
}

/** What is to be asked of an engine before anything can go on, if that is why it did not. */
export function unansweredIn(error: unknown): EngineReasons['engine-unanswered'] | null {
  return error instanceof UserError && error.reason.code === 'engine-unanswered'
    ? (error.reason.details as EngineReasons['engine-unanswered'])
    : null
}

/** Statements hold tabs, which must come out as they are. */
async function* piecesOf(statements: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const sql of statements) yield new TextEncoder().encode(`${sql}\n`)
}

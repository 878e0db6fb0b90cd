import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { pid } from 'node:process'
import type { FilePath } from '../core/file-path.ts'
import { isObject } from '../core/json.ts'
import { isRunning, remove, thisHost } from './beside.ts'

/** What the desk is about, kept beside the database while it lasts: what broke off is known to whoever sits down next. */
export interface DeskNote {
  /** What a sitting that is no more has left; null where there is nothing, or where it is still at work. */
  readonly left: unknown
  /** Puts down what this sitting is about; null takes it away. What cannot be written is not kept. */
  readonly put: (what: object | null) => void
}

/**
 * The note beside a database, for its owner's eyes only. One sitting at a time keeps one: another that sits at the same
 * database meanwhile, here or on another machine, keeps none.
 */
export function deskNote({ full }: FilePath): DeskNote {
  const path = `${full}-desk.json`
  const standing = read(path)
  const isOthers = standing !== null && (standing.host !== thisHost() || isRunning(Number(standing.run)))
  if (isOthers && standing.run !== pid) return { left: null, put: () => {} }
  return {
    left: standing?.what ?? null,
    put(what) {
      try {
        if (what === null) return remove(path)
        writeFileSync(`${path}.${pid}`, JSON.stringify({ host: thisHost(), run: pid, what }), { mode: 0o600 })
        renameSync(`${path}.${pid}`, path)
      } catch {
        // A folder that cannot be written to: then nothing is kept.
      }
    },
  }
}

function read(path: string): Readonly<Record<string, unknown>> | null {
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isObject(found) ? found : null
  } catch {
    return null
  }
}

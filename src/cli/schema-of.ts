import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { wordsOf } from './help-command.ts'

/**
 * What the answer of a command with `--json` is made after, which it names itself: `docs/schemas/draw-list.json`, and the
 * version of it. A version goes up where a field goes or means something else, not where one is added.
 */
export function schemaOf(command: CommandUnknownOpts): string {
  const name = wordsOf(command).slice(1).join('-')
  return `${name}/${VERSIONS[name] ?? 1}`
}

/** The answers whose version is no longer the first. */
const VERSIONS: Readonly<Record<string, number>> = {}

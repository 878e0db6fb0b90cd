import type { Command, CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Desk, World } from '../../terminal/desk.ts'
import type { Sentences } from '../../terminal/sentences/sentences.ts'

/** What every group of commands is defined with. */
export interface Surface {
  readonly program: Pick<Command, 'command' | 'commands'>
  readonly help: Help
  readonly does: Does
}

export type Help = Sentences['help']

/** A command as its module exports it: asks for its arguments and then its options. */
export type Work<Asked extends unknown[]> = (desk: Desk, ...asked: Asked) => Promise<number>

/** Ends the definition of a command: says whose work it is, in a module that is loaded only when it is asked for. */
export type Does = <Asked extends unknown[], Given extends unknown[]>(
  load: (() => Promise<Work<Asked>>) & Fits<Asked, Given>,
) => (...given: Given) => Promise<void>

/** What becomes of a command line that was understood. */
export type Perform = <Asked extends unknown[]>(
  load: () => Promise<Work<Asked>>,
  asked: Asked,
  command: CommandUnknownOpts,
) => Promise<void>

/** Runs a command line in a world. */
export type Execute = (line: readonly string[], world: World) => Promise<number>

/** `does` for a program that performs its commands so. */
export function doesWith(perform: Perform): Does {
  return load =>
    // The last thing commander gives is the command itself; what stands before is `Asked`, as `Fits` has made sure.
    async (...given) =>
      perform(load, given.slice(0, -1) as never, given.at(-1) as CommandUnknownOpts)
}

/**
 * Adds nothing where a command asks for what its definition gives: the same arguments, and options of the same names.
 * Else what differs stands in the compiler's error. Options may be left out, so that a name spelled in two ways would fit
 * without it.
 */
type Fits<Asked extends unknown[], Given extends unknown[]> = Given extends [
  ...infer Arguments,
  infer Defined,
  unknown,
]
  ? [...Arguments, Defined] extends [...Asked, ...unknown[]]
    ? [Unshared<OptionsIn<Asked, Arguments>, Defined>] extends [never]
      ? unknown
      : { readonly onlyAskedOrOnlyDefined: Unshared<OptionsIn<Asked, Arguments>, Defined> }
    : { readonly asked: Asked; readonly defined: [...Arguments, Defined] }
  : never

type OptionsIn<Asked extends unknown[], Arguments extends unknown[]> = Asked extends [
  ...{ [K in keyof Arguments]: unknown },
  infer Options,
]
  ? Options
  : object

type Unshared<A, B> = Exclude<keyof A, keyof B> | Exclude<keyof B, keyof A>

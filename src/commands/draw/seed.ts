import type { DrawReasons } from '../../core/draw/reasons.ts'
import { parseSeedLines, type Seed, type SeedProblem } from '../../core/draw/seed/seed.ts'
import { kindOfSource } from '../../core/draw/seed/seed-source.ts'
import { signatureProblem } from '../../core/draw/seed/signatures.ts'
import { hexOfBytes } from '../../core/hex.ts'
import { refusal, type UserError } from '../../core/refusal.ts'
import type { Desk } from '../../terminal/desk.ts'

const refuse = refusal<DrawReasons>()

export interface SeedOptions {
  readonly seed?: readonly string[]
  readonly seedMachine?: boolean
  readonly signature?: readonly string[]
}

export interface GivenSeed {
  readonly seed: Seed
  readonly machine: boolean
  readonly signatures: Readonly<Record<string, string>>
}

/** The seed the user gave for the announced sources, checked; with --seed-machine this machine fills what is missing.
 * `kept` are lines that the store holds under seal. */
export async function seedGiven(
  desk: Desk,
  sources: readonly string[],
  options: SeedOptions,
  kept: readonly string[] = [],
): Promise<GivenSeed> {
  const given = [...(options.seed ?? []), ...kept]
  const machine = options.seedMachine === true ? machineLines(desk, sources, given) : []
  const reading = parseSeedLines(sources, [...given, ...machine])
  if (reading.kind === 'problems') throw seedReason(reading.problems[0], sources)
  const hidden = reading.seed.lines.find(({ value }) => UNSEEN.test(value))
  if (hidden !== undefined) throw seedReason({ kind: 'illegible', source: hidden.source }, sources)
  const signatures = Object.fromEntries(
    (options.signature ?? []).map(pair => [
      pair.slice(0, pair.lastIndexOf('=')),
      pair.slice(pair.lastIndexOf('=') + 1),
    ]),
  )
  const problem = await signatureProblem(reading.seed, signatures)
  if (problem !== undefined) throw seedReason(problem, sources)
  return { seed: reading.seed, machine: machine.length > 0, signatures }
}

/**
 * Characters that do not show in print. Two seeds that look alike must be alike, or an operator could try one after
 * the other; a folder that holds one is still verified as the law has it.
 */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u

/** 32 bytes of the system for every plain source that has no value yet. */
function machineLines(desk: Desk, sources: readonly string[], given: readonly string[]): string[] {
  const reading = parseSeedLines(sources, given)
  const missing = reading.kind === 'problems' ? reading.problems.filter(({ kind }) => kind === 'missing') : []
  return missing
    .filter(({ source }) => kindOfSource(source).kind === 'plain')
    .map(({ source }) => `${source}=${hexOfBytes(desk.world.randomBytes(32))}`)
}

function seedReason(problem: SeedProblem, sources: readonly string[]): UserError {
  return refuse('invalid-seed', { problem, sources })
}

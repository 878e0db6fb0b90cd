import { hexOfBytes } from '../../hex.ts'
import { type AnnouncedSource, sourceOf } from './announced-source.ts'
import { parseSeedLines, type Seed, type SeedProblem } from './seed.ts'
import { signatureProblem } from './signatures.ts'

/** What is entered for the announced sources of a draw. */
export interface Entered {
  /** `source=value`, in any order. */
  readonly given: readonly string[]
  /** `source=hex` of drand rounds. */
  readonly signatures: readonly string[]
  /** Lines that the store keeps under seal. */
  readonly sealed: readonly string[]
  /** Fills plain sources, of free text in version 2, that have no value with 32 bytes of the system; null where that was not asked for. */
  readonly machine: ((count: number) => Uint8Array) | null
}

export type EnteredSeed =
  | {
      readonly kind: 'seed'
      readonly seed: Seed
      /** True where the system filled a source. */
      readonly machine: boolean
      readonly signatures: Readonly<Record<string, string>>
    }
  | { readonly kind: 'problem'; readonly problem: SeedProblem }

/** The seed of what was entered, its signatures checked, or what is wrong with it (draw.md, section 4). */
export async function enteredSeed(
  sources: readonly AnnouncedSource[],
  entered: Entered,
): Promise<EnteredSeed> {
  const given = [...entered.given, ...entered.sealed]
  const machine = entered.machine === null ? [] : machineLines(sources, given, entered.machine)
  const reading = parseSeedLines(sources, [...given, ...machine])
  if (reading.kind === 'problems') {
    const [problem] = reading.problems
    const isPublic = entered.machine !== null && problem.kind === 'missing'
    return { kind: 'problem', problem: isPublic ? { kind: 'public', source: problem.source } : problem }
  }
  const { seed } = reading
  const hidden = seed.lines.find(({ value }) => UNSEEN.test(value))
  if (hidden !== undefined) return { kind: 'problem', problem: { kind: 'illegible', source: hidden.source } }
  const signatures = Object.fromEntries(entered.signatures.map(splitSignature))
  const problem = await signatureProblem(sources, seed, signatures)
  if (problem !== undefined) return { kind: 'problem', problem }
  return { kind: 'seed', seed, machine: machine.length > 0, signatures }
}

/**
 * Characters that do not show in print. Two seeds that look alike must be alike, or an operator could try one after
 * the other; a folder that holds one is still verified as the law has it.
 */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u

/** A line of the system's chance for every plain source that has no value yet. */
function machineLines(
  sources: readonly AnnouncedSource[],
  given: readonly string[],
  randomBytes: (count: number) => Uint8Array,
): string[] {
  const reading = parseSeedLines(sources, given)
  const missing = reading.kind === 'problems' ? reading.problems.filter(({ kind }) => kind === 'missing') : []
  const plain = sources.map(sourceOf).filter(({ form }) => form.kind === 'plain' || form.kind === 'text')
  return missing
    .filter(({ source }) => plain.some(({ name }) => name === source))
    .map(({ source }) => `${source}=${hexOfBytes(randomBytes(32))}`)
}

/** The hex has no `=`; the name of a source may. */
function splitSignature(pair: string): [source: string, hex: string] {
  const cut = pair.lastIndexOf('=')
  return [pair.slice(0, cut), pair.slice(cut + 1)]
}

import { sha256Hex } from '../../hash.ts'
import { isDigest } from '../../hex.ts'
import type { DepartmentCode, Digest } from '../../ids.ts'
import type { AssignmentRow } from '../folder/rows.ts'
import type { Spec } from '../folder/spec.ts'
import { type AnnouncedSource, formOf, type SeedSource, sourceOf } from './announced-source.ts'
import { isValueOf } from './form.ts'
import { isLegible, kindOfSource, normalise } from './seed-source.ts'
import { valueAsSaid } from './value-as-said.ts'

/** One value for each announced source, in the order of the commitment. Only this file makes a seed. */
export interface Seed {
  readonly lines: readonly SeedLine[]
}

/** Both normalised. */
export interface SeedLine {
  readonly source: string
  readonly value: string
}

export type SeedProblem =
  /** A source's value was not given, was given twice, or was given for a source that nobody announced. */
  | { readonly kind: 'missing' | 'doubled' | 'unknown'; readonly source: string }
  /** The machine was to make the value of a public event. */
  | { readonly kind: 'public'; readonly source: string }
  /** The value is empty, or holds characters that programs may read differently. */
  | { readonly kind: 'empty' | 'illegible'; readonly source: string }
  /** The source's name begins like a checked kind but is not one. */
  | { readonly kind: 'malformed-source'; readonly source: string }
  /** The value is not one of the announced form, in its one spelling (version 2). */
  | { readonly kind: 'form'; readonly source: string; readonly form: string; readonly found: string }
  /** A sealed value has this digest, not the announced one. */
  | { readonly kind: 'secret'; readonly source: string; readonly found: string }
  /** The value of a drand round is not 64 hexadecimal digits. */
  | { readonly kind: 'not-randomness'; readonly source: string; readonly found: string }
  /** The signature of a drand round is absent, does not verify, or has a digest other than the value. */
  | { readonly kind: 'signature-missing' | 'signature-wrong' | 'signature-other'; readonly source: string }

export type SeedReading =
  | { readonly kind: 'seed'; readonly seed: Seed }
  | { readonly kind: 'problems'; readonly problems: readonly [SeedProblem, ...SeedProblem[]] }

/**
 * Assigns the entries given, `source=value` in any order, to the announced sources (draw.md, section 4) and checks
 * the sealed kinds. A bare value has the source `seed`; under version 2 values are reduced to the one spelling of their
 * form. Signatures are checked by `signatureProblem`.
 */
export function parseSeedLines(sources: readonly AnnouncedSource[], given: readonly string[]): SeedReading {
  const announced = sources.map(source => sourceOf(source).name)
  const entries = given.map(text => splitEntry(announced, text))
  const strangers = entries.filter(({ source }) => !announced.includes(source))
  const placed = announced.map((source, i) => spelled(sources[i]!, onlyLine(source, entries)))
  const problems = [
    ...strangers.map(({ source }): SeedProblem => ({ kind: 'unknown', source })),
    ...placed.map((line, i) => ('kind' in line ? line : lineProblem(sources[i]!, line))),
  ]
  return seedUnless(
    problems,
    placed.filter(line => 'value' in line),
  )
}

/** The seed of these lines, which stand in the order of the announced sources. */
export function seedOfLines(sources: readonly AnnouncedSource[], lines: readonly SeedLine[]): SeedReading {
  return seedUnless(
    lines.map((line, i) => lineProblem(sources[i]!, line)),
    lines,
  )
}

function seedUnless(found: readonly (SeedProblem | undefined)[], lines: readonly SeedLine[]): SeedReading {
  const [first, ...others] = found.filter(problem => problem !== undefined)
  return first ? { kind: 'problems', problems: [first, ...others] } : { kind: 'seed', seed: { lines } }
}

/** At the `=` after an announced source, the longest that fits; else at the first `=`. */
function splitEntry(announced: readonly string[], text: string): SeedLine {
  const whole = normalise(text)
  const splits = [...whole.matchAll(/=/g)].map(({ index }) => ({
    source: normalise(whole.slice(0, index)),
    value: normalise(whole.slice(index + 1)),
  }))
  const known = splits.findLast(({ source }) => announced.includes(source))
  return known ?? splits[0] ?? { source: BARE, value: whole }
}

const BARE = 'seed'

function onlyLine(source: string, entries: readonly SeedLine[]): SeedLine | SeedProblem {
  const own = entries.filter(entry => entry.source === source)
  if (own.length > 1) return { kind: 'doubled', source }
  return own[0] ?? { kind: 'missing', source }
}

/** What cannot be reduced stays as it was said, and is told so. */
function spelled(announced: AnnouncedSource, line: SeedLine | SeedProblem): SeedLine | SeedProblem {
  if ('kind' in line || typeof announced === 'string') return line
  return { ...line, value: valueAsSaid(formOf(announced), line.value) ?? line.value }
}

function lineProblem(announced: AnnouncedSource, line: SeedLine): SeedProblem | undefined {
  if (line.value === '') return { kind: 'empty', source: line.source }
  return typeof announced === 'string' ? namedProblem(line) : formedProblem(announced, line)
}

/** Version 1: the name of a source may say what its value must be. */
function namedProblem({ source, value }: SeedLine): SeedProblem | undefined {
  if (!isLegible(value) || !isLegible(`${source}=${value}`)) return { kind: 'illegible', source }
  const named = kindOfSource(source)
  switch (named.kind) {
    case 'plain':
      return undefined
    case 'malformed':
      return { kind: 'malformed-source', source }
    case 'drand':
      return isDigest(value) ? undefined : { kind: 'not-randomness', source, found: value }
    case 'secret':
      return otherDigest(named.digest, { source, value })
    default:
      return named satisfies never
  }
}

/** Version 2: a value is exactly of its source's form, or no seed. */
function formedProblem(announced: SeedSource, { source, value }: SeedLine): SeedProblem | undefined {
  const form = formOf(announced)
  if (isValueOf(form, value)) return undefined
  if (form.kind === 'secret' && isDigest(value)) return otherDigest(form.digest, { source, value })
  return { kind: 'form', source, form: announced.form, found: value }
}

function otherDigest(digest: string, { source, value }: SeedLine): SeedProblem | undefined {
  const found = sha256Hex(value)
  return found === digest ? undefined : { kind: 'secret', source, found }
}

/** `seed.txt`: the lines l1 … lm, each with its line end. */
export function seedText({ lines }: Seed): string {
  return lines.map(({ source, value }) => `${source}=${value}\n`).join('')
}

/** H(spec + "\n" + C + "\n" + l1 + "\n" + … + lm + "\n"), where C is the digest of the commitment. */
export function drawKeyOf(spec: Spec, commitmentDigest: Digest, seed: Seed): Digest {
  return sha256Hex(`${spec}\n${commitmentDigest}\n${seedText(seed)}`)
}

/** Keys the tickets of section 5. */
export function selectKeyOf(drawKey: Digest): Digest {
  return sha256Hex(`${drawKey}/select`)
}

/** Keys a department's hat in section 6. */
export function matchKeyOf(drawKey: Digest, department: DepartmentCode): Digest {
  return sha256Hex(`${drawKey}/match/${department}`)
}

/** Keys the hat of one seat that is filled for the `times`-th time again, section 7 of version 2. */
export function seatKeyOf(drawKey: Digest, slot: Omit<AssignmentRow, 'inspector'>, times: number): Digest {
  const { target, department, seat } = slot
  return sha256Hex(`${drawKey}/seat\n${target}\n${department}\n${seat}\n${times}`)
}

/** Keys a department's hat for a substitution, section 7 of version 1. */
export function substituteKeyOf(drawKey: Digest, number: number, department: DepartmentCode): Digest {
  return sha256Hex(`${drawKey}/substitute/${number}/${department}`)
}

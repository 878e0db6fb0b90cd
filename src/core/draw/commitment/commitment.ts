import { sha256Hex } from '../../hash.ts'
import type { Digest } from '../../ids.ts'
import type { Stratum, Team } from '../folder/rows.ts'
import type { SeedSource } from '../seed/announced-source.ts'

/** Where a draw folder keeps its commitment. */
export const COMMITMENT_FILE = 'commitment.json'

/** What decides a draw, fixed before its seed exists (draw.md and draw-2.md, section 3); `spec` says under which law. */
export type Commitment = FirstCommitment | SecondCommitment

interface CommonCommitment {
  readonly task: { readonly id: string; readonly name: string }
  readonly frame: FixedFile
  readonly exclusions: FixedFile
  readonly pool: FixedFile
  readonly recusals: FixedFile
  readonly strata: readonly Stratum[]
  readonly teams: readonly Team[]
  readonly avoidSameArea: boolean
}

/** Version 1: one tree over the frame, sources by name. */
export interface FirstCommitment extends CommonCommitment {
  readonly spec: 'ssj-draw/1'
  readonly frame: RootedFile
  readonly seedSources: readonly string[]
}

/** Version 2: the terms in words, a tree for each stratum and one over the exclusions, sources by form. */
export interface SecondCommitment extends CommonCommitment {
  readonly spec: 'ssj-draw/2'
  readonly terms: Terms
  readonly exclusions: RootedFile
  readonly strata: readonly RootedStratum[]
  readonly seedSources: readonly SeedSource[]
}

/** All that decided who is in the frame, who is excluded and how many are drawn; keys in byte order. */
export type Terms = Readonly<Record<string, string>>

/** A file's digest and how many data lines it has. */
export interface FixedFile {
  readonly sha256: Digest
  readonly rows: number
}

export interface RootedFile extends FixedFile {
  readonly root: Digest
}

export interface RootedStratum extends Stratum {
  readonly root: Digest
}

/** The bytes as published: keys in the order of the law, two-space JSON, last line ended. */
export function commitmentText(commitment: Commitment): string {
  return `${JSON.stringify(inOrder(commitment), null, 2)}\n`
}

function inOrder(commitment: Commitment): Commitment {
  const { task, frame, exclusions, pool, recusals, teams, avoidSameArea } = commitment
  const id = { id: task.id, name: task.name }
  const people = { pool: fixed(pool), recusals: fixed(recusals) }
  const seats = teams.map(({ department, seats: tags }) => ({ department, seats: tags }))
  switch (commitment.spec) {
    case 'ssj-draw/1':
      return {
        spec: commitment.spec,
        task: id,
        frame: rooted(commitment.frame),
        exclusions: fixed(exclusions),
        ...people,
        strata: commitment.strata.map(sizes),
        teams: seats,
        avoidSameArea,
        seedSources: commitment.seedSources,
      }
    case 'ssj-draw/2':
      return {
        spec: commitment.spec,
        task: id,
        terms: commitment.terms,
        frame: fixed(frame),
        exclusions: rooted(commitment.exclusions),
        ...people,
        strata: commitment.strata.map(stratum => ({ ...sizes(stratum), root: stratum.root })),
        teams: seats,
        avoidSameArea,
        seedSources: commitment.seedSources.map(({ name, form, due, place }) => ({ name, form, due, place })),
      }
    default:
      return commitment satisfies never
  }
}

function fixed({ sha256, rows }: FixedFile): FixedFile {
  return { sha256, rows }
}

function rooted({ sha256, rows, root }: RootedFile): RootedFile {
  return { sha256, rows, root }
}

function sizes({ stratum, size, take, reserve }: Stratum): Stratum {
  return { stratum, size, take, reserve }
}

/** C, which is published before the seed is known. */
export function commitmentDigest(commitment: Commitment): Digest {
  return sha256Hex(commitmentText(commitment))
}

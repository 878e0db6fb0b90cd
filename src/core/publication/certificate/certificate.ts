import type { SelectionRow } from '../../draw/folder/rows.ts'
import type { Spec } from '../../draw/folder/spec.ts'
import { withoutDirections } from '../../escape-controls.ts'
import { sha256Hex } from '../../hash.ts'
import type { Digest, TargetId } from '../../ids.ts'
import type { CertifiedInspection } from '../followed/inspection.ts'

/** What a draw did with one target, and the digits that prove it without anybody else's row (docs/certificate.md). */
export interface Certificate {
  readonly spec: CertificateSpec
  /** The law that the draw follows; papers of before the third version tell it by their own. */
  readonly law?: Spec
  readonly draw: CertifiedDraw
  readonly task: { readonly id: string; readonly name: string }
  /** C, the digest of `commitment.json`. */
  readonly commitment: Digest
  readonly seed: readonly CertifiedSeed[]
  readonly drawKey: Digest
  readonly selectKey: Digest
  /** SHA-256 of `selection.csv`, to compare with the published list. */
  readonly selection: Digest
  readonly target: { readonly id: string; readonly name: string }
  readonly finding: Finding
  /** Substitutions that this target fell out by or came in by. */
  readonly substitutions: readonly CertifiedSubstitution[]
  /** The third version: what followed at the target by the office's record; null where nothing was due and nothing is on record. */
  readonly inspection?: CertifiedInspection | null
  /** The third version: who issues the paper, as far as the office has set it. */
  readonly issuer?: Issuer
  readonly program: string
}

/** What the office has set to be printed of it on papers; each is empty where it has not said so. */
export interface Issuer {
  readonly office: string
  readonly telephone: string
  /** What stands in the place for the seal; `无` where there is none. */
  readonly seal: string
}

/** Papers of the first and the second version were given under one law each; those of the third name theirs. */
export const CERTIFICATE_SPECS = ['ssj-certificate/1', 'ssj-certificate/2', 'ssj-certificate/3'] as const

export type CertificateSpec = (typeof CERTIFICATE_SPECS)[number]

/** Which law a certificate is under: it proves by the trees that the commitments of that law have. */
export function lawOf({ spec, law }: Pick<Certificate, 'spec' | 'law'>): Spec {
  return law ?? (spec === 'ssj-certificate/1' ? 'ssj-draw/1' : 'ssj-draw/2')
}

/**
 * What a certificate under the second law shows of the draw is never larger; what does not fit is proven by the folder of the
 * draw. What followed the draw comes on top.
 */
export const MOST_BYTES = 4000

/** The occasion of the draw, as `record.json` tells it. */
export interface CertifiedDraw {
  readonly number: string
  readonly attempt: number
  /** With the offset of the office's clock; certificates of before, in UTC. */
  readonly frozen: string
  readonly drawn: string
  readonly commitment: 'before-the-seed' | 'with-the-draw'
  readonly seedFrom: 'announced-sources' | 'this-machine'
  readonly void: { readonly reason: string; readonly approver: string } | null
  /** Why its seed may be one that can be steered, and who approved; not there where it cannot. */
  readonly weakSeed?: { readonly reason: string; readonly approver: string }
}

export interface CertifiedSeed {
  readonly source: string
  readonly value: string
  /** Of a drand source. */
  readonly signature: string | null
}

export interface CertifiedSubstitution {
  readonly number: number
  readonly out: string
  readonly in: string
  readonly reason: string
}

export type Finding = InFrame | Excluded | Unknown

export interface InFrame {
  readonly verdict: SelectionRow['status'] | 'not-drawn'
  readonly stratum: string
  readonly size: number
  readonly take: number
  readonly reserve: number
  /** Among the whole stratum by (ticket, target), from 1. */
  readonly rank: number
  readonly ticket: string
  readonly row: FramedRow
  /** Whose ticket is the cut-off; null where nobody is drawn. */
  readonly lastDrawn: Boundary | null
  /** Null where there are no reserves. */
  readonly lastReserve: Boundary | null
}

/**
 * A data line of a fixed file, its place from 0, and its audit path (RFC 6962): of the frame, under version 2 among the lines
 * of its stratum, or of the exclusions.
 */
export interface FramedRow {
  readonly line: string
  readonly index: number
  readonly proof: readonly string[]
}

export interface Boundary {
  readonly target: TargetId
  readonly ticket: string
  /** Version 1. Under version 2 the published selection says where the cut-off is. */
  readonly row?: FramedRow
}

export interface Excluded {
  readonly verdict: 'excluded'
  readonly reason: string
  /** The line of `exclusions.csv`, the heading being line 1. */
  readonly line: number
  /** Version 2: the line itself, under the root of the exclusions. */
  readonly row?: FramedRow
}

/** Neither in the frame nor excluded: outside the task, or (`registered` false) in no registry at all. */
export interface Unknown {
  readonly verdict: 'unknown'
  readonly registered: boolean
  /** Version 2: for every stratum, and then for the exclusions if there are any, where it would stand; null where that is too much for one paper. */
  readonly absence?: readonly Gap[] | null
}

/** Two neighbouring lines of a sorted list, or its first or last one: what would stand between them is not there. */
export interface Gap {
  /** Null: the exclusions. */
  readonly stratum: string | null
  readonly lines: readonly string[]
  /** The place of the first line, from 0. */
  readonly index: number
  /** The digests of {@link neighbourProver}, one after the other, in base64. */
  readonly proof: string
}

/** The bytes of a certificate: two-space JSON, keys in order, and last the digest of the same text without it. */
export function certificateText(certificate: Certificate): string {
  return jsonText({ ...certificate, digest: certificateDigest(certificate) })
}

export function certificateDigest(certificate: Certificate): string {
  return sha256Hex(jsonText(certificate))
}

/** JSON in which no mark of direction hides. */
export function jsonText(value: unknown): string {
  return `${withoutDirections(JSON.stringify(value, null, 2))}\n`
}

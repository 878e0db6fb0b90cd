import type { SelectionRow } from '../../draw/folder/rows.ts'
import { withoutDirections } from '../../escape-controls.ts'
import { sha256Hex } from '../../hash.ts'
import type { Digest, TargetId } from '../../ids.ts'

/** What a draw did with one target, and the digits that prove it without anybody else's row (docs/certificate.md). */
export interface Certificate {
  readonly spec: typeof CERTIFICATE
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
  readonly program: string
}

export const CERTIFICATE = 'ssj-certificate/1'

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

/** A data line of `frame.csv`, its place from 0, and its audit path (RFC 6962). */
export interface FramedRow {
  readonly line: string
  readonly index: number
  readonly proof: readonly string[]
}

export interface Boundary {
  readonly target: TargetId
  readonly ticket: string
  readonly row: FramedRow
}

export interface Excluded {
  readonly verdict: 'excluded'
  readonly reason: string
  /** The line of `exclusions.csv`, the heading being line 1. */
  readonly line: number
}

/** Neither in the frame nor excluded: outside the task, or (`registered` false) in no registry at all. */
export interface Unknown {
  readonly verdict: 'unknown'
  readonly registered: boolean
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

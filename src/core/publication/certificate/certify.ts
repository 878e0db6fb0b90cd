import { digestOf } from '../../draw/folder/content.ts'
import { SELECTION } from '../../draw/folder/tables.ts'
import type { TargetId } from '../../ids.ts'
import { BEIJING, officeMoment } from '../../office-time.ts'
import type { DrawOccasion } from '../export/record.ts'
import type { CertifiedInspection } from '../followed/inspection.ts'
import { maskText } from '../private-data.ts'
import {
  type Certificate,
  type CertifiedSubstitution,
  certificateText,
  type Issuer,
  MOST_BYTES,
} from './certificate.ts'
import { findInLists } from './find-in-lists.ts'
import type { Find } from './finding.ts'
import type { OpenLists } from './open-lists.ts'

/** A target as the registry had it when the draw was frozen. */
export interface Certified {
  readonly id: string
  /** Empty where nobody knows it. */
  readonly name: string
  readonly registered: boolean
}

/** What a certificate tells beside what the draw did. */
export interface Beside {
  readonly inspection: CertifiedInspection | null
  readonly issuer: Issuer
}

const NOTHING_BESIDE: Beside = { inspection: null, issuer: { office: '', telephone: '', seal: '' } }

/** Certifies targets of one draw, one after the other; its lists pass for each. */
export function certifier(
  draw: OpenLists,
  occasion: DrawOccasion,
  find: Find = findInLists(draw),
): (target: Certified, beside?: Beside) => Certificate {
  const { commitment, digest, seed, drawKey, selectKey, folder } = draw
  const selection = digestOf(folder.get(SELECTION.file)!)
  return ({ id, name, registered }, { inspection, issuer } = NOTHING_BESIDE) => {
    const shown = withinSize({
      spec: 'ssj-certificate/3',
      law: commitment.spec,
      draw: certifiedDraw(occasion),
      task: { id: commitment.task.id, name: commitment.task.name },
      commitment: digest,
      seed: seed.lines.map(({ source, value }) => ({
        source,
        value,
        signature: occasion.signatures[source] ?? null,
      })),
      drawKey,
      selectKey,
      selection,
      target: { id, name },
      finding: find(id, registered),
      substitutions: substitutionsOf(draw, id).map(shownSubstitution),
      ...NOTHING_BESIDE,
      program: occasion.program,
    })
    return { ...shown, inspection, issuer }
  }
}

/** Without the proof of an absence where that makes the paper too large. */
function withinSize(certificate: Certificate): Certificate {
  const { finding } = certificate
  if (finding.verdict !== 'unknown' || finding.absence == null) return certificate
  if (new TextEncoder().encode(certificateText(certificate)).length <= MOST_BYTES) return certificate
  return { ...certificate, finding: { ...finding, absence: null } }
}

function certifiedDraw(occasion: DrawOccasion): Certificate['draw'] {
  const { draw, attempt, frozen, drawn, commitment, seedFrom, void: voided, rules, weakSeed } = occasion
  const offset = rules?.['utc-offset'] ?? BEIJING
  return {
    number: draw,
    attempt,
    frozen: officeMoment(frozen.at, offset),
    drawn: officeMoment(drawn.at, offset),
    commitment,
    seedFrom,
    void: voided && { reason: voided.reason, approver: voided.approver },
    ...(weakSeed === undefined
      ? {}
      : { weakSeed: { reason: shortened(weakSeed.reason), approver: weakSeed.approver } }),
  }
}

/** A reason that would make the paper too large is told as far as it fits; `record.json` has the whole. */
function shortened(reason: string): string {
  const characters = [...reason]
  return characters.length <= MOST_OF_REASON ? reason : `${characters.slice(0, MOST_OF_REASON).join('')}…`
}

const MOST_OF_REASON = 80

/** The substitutions by which a target fell out or came in. */
export function substitutionsOf(
  { substitutions }: Pick<OpenLists, 'substitutions'>,
  target: TargetId,
): CertifiedSubstitution[] {
  return substitutions
    .filter(row => row.kind === 'target' && (row.out === target || row.in === target))
    .map(row => ({ number: row.number, out: row.out, in: row.in, reason: row.reason }))
}

/** The same, in the words that the public reads. */
export function shownSubstitution(substitution: CertifiedSubstitution): CertifiedSubstitution {
  return { ...substitution, reason: maskText(substitution.reason) }
}

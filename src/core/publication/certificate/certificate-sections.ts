import type { TargetId } from '../../ids.ts'
import { asOfSentence, doneSentence, followedVisits } from '../followed/followed-rows.ts'
import { timeText } from '../followed/time-text.ts'
import type { Words } from '../words/words.ts'
import { type Certificate, certificateDigest, type InFrame, lawOf } from './certificate.ts'
import { claimsOf } from './claims.ts'

/** A part of a certificate as people read it: values, a line for a shell, sentences, lists; in this order. */
export interface Section {
  readonly heading: string
  readonly values: readonly (readonly [label: string, value: string])[]
  readonly commands: readonly { readonly lead: string; readonly line: string }[]
  readonly sentences: readonly string[]
  readonly lists: readonly { readonly lead: string; readonly items: readonly string[] }[]
}

const NOTHING = { values: [], commands: [], sentences: [], lists: [] } as const

/** The one sentence that a certificate is for. */
export function verdictSentence(
  { target, finding }: Pick<Certificate, 'target' | 'finding'>,
  { certificate: say }: Words,
): string {
  const named = say.named(target.id, target.name)
  switch (finding.verdict) {
    case 'reserve':
      return say.verdict.reserve(named, finding.rank - finding.take)
    case 'unknown':
      return say.verdict[finding.registered ? 'outside' : 'unregistered'](named)
    default:
      return say.verdict[finding.verdict](named)
  }
}

/** What must be read with the verdict, which alone misleads: the draw is void, its seed weak, the target fell out or came in. */
export function sinceThen(
  { target, draw, substitutions }: Certificate,
  { certificate: say, fellOutFor }: Words,
): readonly string[] {
  return [
    ...(draw.void === null ? [] : [say.voided(draw.void.reason, draw.void.approver)]),
    ...(draw.weakSeed === undefined ? [] : [say.weak(draw.weakSeed.reason, draw.weakSeed.approver)]),
    ...substitutions.map(({ number, out, in: into, reason }) =>
      out === target.id
        ? say.fellOut(number, into, fellOutFor(reason))
        : say.cameIn(number, out, fellOutFor(reason)),
    ),
  ]
}

/** All that a certificate says, in order, in the language of these words. */
export function certificateSections(certificate: Certificate, words: Words): readonly Section[] {
  return [
    findingSection(certificate, words),
    ...followedSection(certificate, words),
    effectSection(certificate, words),
    drawSection(certificate, words),
    checkSection(certificate, words),
    meaningSection(certificate, words),
  ]
}

function findingSection(certificate: Certificate, words: Words): Section {
  const { labels, headings, named } = words.certificate
  const { finding, target } = certificate
  return {
    ...NOTHING,
    heading: headings.finding,
    values: [
      [labels.target, named(target.id, target.name)],
      ...(finding.verdict === 'excluded'
        ? ([[labels.reason, reasonText(finding.reason, words)]] as const)
        : finding.verdict === 'unknown'
          ? []
          : frameValues(finding, words, isOfBefore(certificate) ? stratum => stratum : words.stratumNamed)),
    ],
  }
}

/** What followed the draw, where the certificate tells it. */
function followedSection({ inspection }: Certificate, words: Words): readonly Section[] {
  if (inspection == null) return []
  const { followed } = words
  const values = followedVisits(inspection, words).flatMap(({ department, team, items }) => [
    [department, team.join('; ')] as const,
    ...items.map(({ item, about, result }) => [item, [...about, ...result].join('; ')] as const),
  ])
  return [{ ...NOTHING, heading: followed.heading, values, sentences: [asOfSentence(inspection, words)] }]
}

/** What a finding says of a target that could be drawn. */
export function frameValues(
  finding: InFrame,
  { certificate: say }: Words,
  stratumNamed: Words['stratumNamed'],
): (readonly [string, string])[] {
  const { stratum, size, take, reserve, ticket, rank, lastDrawn, lastReserve } = finding
  const { labels } = say
  return [
    [labels.stratum, stratumNamed(stratum)],
    [labels.sizes, say.sizes(size, take, reserve)],
    [labels.ticket, ticket],
    [labels.rank, say.rank(rank, size)],
    ...(lastDrawn === null ? [] : [[labels.cutOff, say.holder(lastDrawn.ticket, lastDrawn.target)] as const]),
    ...(lastReserve === null
      ? []
      : [[labels.reserveCutOff, say.holder(lastReserve.ticket, lastReserve.target)] as const]),
  ]
}

/** A reason of `exclusions.csv` in words; what follows the colon is its detail. */
export function reasonText(reason: string, { excluded, certificate: { holder } }: Words): string {
  const [code, ...detail] = reason.split(':')
  const told = excluded[code!] ?? code!
  return detail.length === 0 ? told : holder(told, detail.join(':'))
}

/** Where the seed is from: what was drawn at once had no source that was named before. Papers of version 1 are as they were printed. */
function seedOf({ spec, draw: { commitment, seedFrom } }: Certificate) {
  if (spec === 'ssj-certificate/1' || seedFrom !== 'announced-sources') return seedFrom
  return commitment === 'with-the-draw' ? commitment : seedFrom
}

function effectSection(certificate: Certificate, words: Words): Section {
  const { finding, draw, substitutions, target, inspection } = certificate
  const { effect, headings, committed, seedFrom } = words.certificate
  const stood = draw.void === null && substitutions.length === 0
  // Who came in may fall out again: the last change stands.
  const toInspect = substitutions.at(-1)?.in === target.id
  const own = stood ? [effect[finding.verdict]] : toInspect && draw.void === null ? [effect.drawn] : []
  const done = inspection == null ? undefined : doneSentence(inspection, words)
  return {
    ...NOTHING,
    heading: headings.effect,
    sentences: [
      effect.unchosen,
      committed[draw.commitment],
      seedFrom[seedOf(certificate)],
      ...own,
      ...(done === undefined ? [] : [done]),
      effect.limits,
    ],
  }
}

function drawSection(certificate: Certificate, words: Words): Section {
  const { certificate: say } = words
  const { draw, task, commitment, seed, selectKey, selection, program } = certificate
  const { labels } = say
  return {
    ...NOTHING,
    heading: say.headings.draw,
    values: [
      [labels.number, say.attempt(draw.number, draw.attempt)],
      [labels.task, say.named(task.id, task.name)],
      [labels.frozen, timeText(draw.frozen, words)],
      [labels.drawn, timeText(draw.drawn, words)],
      [labels.commitment, commitment],
      ...seed.map(({ source, value }) => [labels.seed, `${source}=${value}`] as const),
      [labels.selectKey, selectKey],
      [labels.list, selection],
      [labels.program, program],
      [labels.digest, certificateDigest(certificate)],
    ],
  }
}

function checkSection(certificate: Certificate, words: Words): Section {
  const { certificate: say } = words
  const { finding } = certificate
  const framed = 'ticket' in finding
  return {
    ...NOTHING,
    heading: say.headings.check,
    commands: framed ? commandsOf(certificate, words) : [],
    sentences: [...proofSentence(certificate, say), say.byProgram],
  }
}

/** How the ticket is recomputed by hand; on Windows too, but for papers of before, which are as they were printed. */
function commandsOf(certificate: Certificate, words: Words): Section['commands'] {
  const { selectKey, target } = certificate
  const plain = { lead: words.certificate.byHand, line: shellLine(selectKey, target.id) }
  if (isOfBefore(certificate)) return [plain]
  return [plain, { lead: words.followed.onWindows, line: powershellLine(selectKey, target.id) }]
}

/** A certificate of the first or the second version. */
function isOfBefore({ spec }: Certificate): boolean {
  return spec !== 'ssj-certificate/3'
}

/** Which digits prove the finding; under version 2 each stratum has a tree of its own, and so have the exclusions. */
function proofSentence(certificate: Certificate, say: Words['certificate']): readonly string[] {
  const { finding } = certificate
  switch (finding.verdict) {
    case 'excluded':
      return finding.row === undefined
        ? []
        : [say.exclusionProof(finding.row.index + 1, finding.row.proof.length)]
    case 'unknown':
      return finding.absence == null ? [] : [say.absenceProof(finding.absence.length)]
    default: {
      const { index, proof } = finding.row
      const prove = lawOf(certificate) === 'ssj-draw/1' ? say.inclusion : say.inclusionInStratum
      return [prove(index + 1, proof.length)]
    }
  }
}

function meaningSection({ finding, inspection }: Certificate, { certificate: say }: Words): Section {
  const { alone, folder, office } = claimsOf(finding, inspection)
  const lists = [
    { lead: say.proves, claims: alone },
    { lead: say.needsFolder, claims: folder },
    { lead: say.others, claims: office },
  ]
  return {
    ...NOTHING,
    heading: say.headings.meaning,
    lists: lists.map(({ lead, claims }) => ({ lead, items: claims.map(claim => say.claims[claim]) })),
  }
}

/** The one shell line that recomputes a ticket, with coreutils alone. */
export function shellLine(selectKey: string, target: TargetId): string {
  const word = /^[\w.-]+$/.test(target) ? target : `'${target.replaceAll("'", "'\\''")}'`
  return `printf '%s%s' ${selectKey} ${word} | sha256sum`
}

/** The same for the PowerShell that every Windows has (5.1). */
export function powershellLine(selectKey: string, target: TargetId): string {
  const bytes = `[Text.Encoding]::UTF8.GetBytes('${selectKey}' + '${target.replaceAll("'", "''")}')`
  return `-join ([Security.Cryptography.SHA256]::Create().ComputeHash(${bytes}) | % { $_.ToString('x2') })`
}

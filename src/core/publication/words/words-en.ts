import { reasonOfCell } from '../../draw/substitution/substitution-cause.ts'
import { zoneEn } from '../chinese-time.ts'
import { stratumNamedEn } from '../stratum-name.ts'
import { EXCLUDED } from './excluded.ts'
import { FALLEN_EN } from './fallen-en.ts'
import { followedEn } from './followed-en.ts'
import type { Words } from './words.ts'

/** What published documents say in English. */
export const wordsEn: Words = {
  stratumNamed: stratumNamedEn,
  followed: followedEn,
  between: ': ',
  time: (clock, offset) => `${clock} (${zoneEn(offset)})`,
  checks: {
    line: 'not what the recomputed draw gives',
    digest: 'its SHA-256 is different',
    rows: 'its number of rows is different',
    root: 'its Merkle root is different',
    size: 'the size of the stratum is different',
    absent: 'the file is missing',
    unlisted: 'the file is not listed in SHA256SUMS',
    'sum-form': 'the checksum line is not in canonical form',
    'sum-name': 'the checksum line names another file',
    spec: 'unknown version of the specification',
    commitment: 'not a valid commitment',
    infeasible: 'no admissible teams exist for this department',
    'teams-exist': 'the record says that the seed finds no teams, but it does',
    reason: 'not a reason that the specification has for this',
    approver: 'no approver',
    announced: 'not what was announced',
    'not-standing': 'what was replaced is not in the original result',
    'seed-source': 'not the announced source',
    'seed-missing': 'a source has no value',
    'seed-doubled': 'a source occurs twice',
    'seed-unknown': 'a source was not announced',
    'seed-empty': 'a source has an empty value',
    'seed-illegible': 'a value contains invisible characters',
    'seed-public': 'a public source without a value',
    'seed-malformed-source': 'not a valid source',
    'seed-form': 'not a value of the announced form',
    'seed-secret': 'not the value of the sealed source',
    'seed-not-randomness': 'not 64 hexadecimal digits',
    'seed-signature-missing': 'the signature is missing',
    'seed-signature-wrong': 'the signature does not verify',
    'seed-signature-other': 'the value is not the SHA-256 of the signature',
    columns: 'wrong number of columns',
    field: 'a field is not written as the specification requires',
    order: 'not in the order the specification requires',
    once: 'the same thing occurs twice',
    utf8: 'not UTF-8 text',
    heading: 'wrong heading',
    'line-end': 'wrong line ending',
    quotes: 'quotes not as the specification requires',
    certificate: 'not a certificate of a draw',
    'certificate-form': 'not a valid certificate',
    'certificate-digest': 'its own digest does not match: it was altered',
    'other-draw': 'belongs to another draw',
    key: 'not the key derived from the seed',
    ticket: 'not the ticket derived from the key',
    inclusion: 'not in the frame committed to: the inclusion proof does not hold',
    finding: 'does not follow from the numbers',
    followed: 'not what the papers of the draw or the published results have',
    'corrected-since': 'corrected after the certificate was issued: have it issued again',
    'results-form': 'not results as this program publishes them',
    'told-form': 'not the facts of papers as this program writes them',
    told: 'record.json and papers.json tell different things',
    paper: 'not what the files of the draw and papers.json give when laid out again',
    embedded: 'the page holds this file with another content than the folder',
  },
  parts: {
    frame: 'frame',
    seed: 'seed',
    selection: 'selection',
    exclusions: 'exclusions',
    pool: 'pool',
    recusals: 'recusals',
    assignment: 'teams',
    substitutions: 'substitutions',
    substitutes: 'people of the substitutions',
  },
  given: (by, proof) =>
    `the list was drawn by ${by} and handed down; only who inspects was drawn here. How the list was drawn is not checked here${proof === '' ? ', and nothing was given to show it' : `: the commitment of that draw is ${proof}, to be checked by itself`}`,
  chance: (outcomes, bits) => `the seed has ${outcomes} possible values (a number of ${bits} bits)`,
  steerProof:
    'steer-proof: trying out commitments beforehand moves no target’s chance by more than a hundredth of itself',
  notSteerProof: strata =>
    `not steer-proof: too few values for stratum ${strata}, so trying out commitments beforehand could have moved a target’s chance`,
  failed: department =>
    `with this seed no admissible teams exist for ${department}; the commitment is used up, and another attempt needs one of its own`,
  papers: {
    void: reason => `this draw is void (so record.json says), because: ${reason}`,
    atOnce: 'frozen and drawn at once (so record.json says): nothing was fixed in public before the draw',
    weak: (reason, approver) =>
      `a weak seed, which can be steered, was used all the same, because: ${reason} (approved by ${approver})`,
    checked: files =>
      `${files} file${files === 1 ? '' : 's'} for people to read, laid out again from the draw: byte for byte the same`,
    word: 'names, addresses, times, operators and witnesses are the office’s word (papers.json, record.json): all files say the same; whether it is true, no folder shows',
    otherLaying:
      'what people read was laid out by another version of the program, and is not checked by this one',
    unchecked: files => `not checked: ${files}`,
  },
  passedOver: files => `passed over, left behind by a file manager: ${files}`,
  excluded: EXCLUDED.en,
  fellOutFor(cell) {
    const { code, text } = reasonOfCell(cell)
    return code === 'other' && text !== '' ? text : `${FALLEN_EN[code]}${text === '' ? '' : `: ${text}`}`
  },
  place: (file, line, column) =>
    `${file}${line === null ? '' : ` line ${line}`}${column === null ? '' : ` ${column}`}`,
  expectedFound: (expected, found) => `; expected “${expected}”, found “${found}”`,
  certificate: {
    title: 'Certificate of the result of a random draw',
    data: 'Data to check',
    seal: 'Issued by (seal), on (date)',
    headings: {
      draw: 'The draw',
      finding: 'The result',
      check: 'How to check it',
      meaning: 'What it proves, and what it does not',
      effect: 'Use',
    },
    labels: {
      number: 'draw',
      task: 'task',
      frozen: 'frame frozen',
      drawn: 'drawn',
      commitment: 'commitment digest (SHA-256)',
      seed: 'seed',
      selectKey: 'select key',
      target: 'target',
      stratum: 'stratum',
      sizes: 'sizes of the stratum',
      ticket: 'ticket',
      rank: 'rank',
      cutOff: 'highest ticket drawn in the stratum',
      reserveCutOff: 'highest ticket among the reserves',
      reason: 'reason of the exclusion',
      list: 'selection.csv (SHA-256)',
      program: 'program',
      digest: 'digest of this certificate (SHA-256)',
    },
    attempt: (number, attempt) => `${number} (attempt ${attempt})`,
    sizes: (size, take, reserve) => `${size} targets, ${take} drawn, ${reserve} reserves`,
    rank: (rank, size) => `${rank} of ${size}, lowest ticket first`,
    holder: (ticket, target) => `${ticket} (${target})`,
    named: (id, name) => (name === '' ? id : `${name} (${id})`),
    verdict: {
      drawn: target => `${target} was drawn.`,
      reserve: (target, place) => `${target} was not drawn; it is reserve number ${place} of its stratum.`,
      'not-drawn': target => `${target} was not drawn and is not a reserve.`,
      excluded: target =>
        `${target} was not in the sampling frame of this draw; it is on the list of exclusions.`,
      outside: target =>
        `${target} is outside the scope of this task: neither in the sampling frame nor among the exclusions.`,
      unregistered: target =>
        `${target} was not in the registry of targets when the frame was frozen, and is neither in the frame nor among the exclusions.`,
    },
    weak: (reason, approver) =>
      `A weak seed: its sources have so few outcomes that it can be steered; it was used all the same (reason: ${reason}; approved by ${approver}).`,
    voided: (reason, approver) =>
      `This draw has been declared void (reason: ${reason}; approved by ${approver}) and its result is no ground for an inspection. The digits below can still be checked.`,
    fellOut: (number, into, reason) =>
      `Substitution ${number} after the draw: this target fell out (reason: ${reason}); ${into === '' ? 'no reserve was left in the stratum' : `${into} took its place`}.`,
    cameIn: (number, out, reason) =>
      `Substitution ${number} after the draw: ${out} fell out (reason: ${reason}) and this target took its place; it is therefore to be inspected.`,
    committed: {
      'before-the-seed':
        'Frame, exclusions, people and sizes were frozen and entered in the ledger first, and the seed came after. Whether the digest was published before the seed existed is shown by the announcement of that time.',
      'with-the-draw':
        'The frame was frozen and drawn at once: the digest was not published before the seed existed. So this certificate alone does not rule out trials beforehand; the ledger shows how many draws there were.',
    },
    seedFrom: {
      'announced-sources': 'The seed comes from the sources named when the frame was frozen.',
      'with-the-draw':
        'The seed was entered when it was drawn, and no source was announced beforehand: a public event can be compared with what was published of it; a text was written by the office, and nobody else can check it.',
      'this-machine':
        'The seed was made by the computer that drew, not by a source the public can see; that it was random is for the witnesses to say.',
    },
    byHand: 'Any computer with coreutils recomputes the ticket; it must be the one above:',
    inclusion: (place, digests) =>
      `The target is line ${place} of the sampling frame, the heading not counted. The data of this certificate hold ${digests} digests that lead from that line to the root in the commitment (RFC 6962); no other target need be shown.`,
    inclusionInStratum: (place, digests) =>
      `The target is line ${place} of its stratum in the frame. The data of this certificate hold ${digests} digests that lead from this line to the stratum's root in the commitment (RFC 6962); nobody else need be shown. The last place is in the published selection.`,
    exclusionProof: (place, digests) =>
      `The target is line ${place} of the exclusions, the heading not counted. The data of this certificate hold ${digests} digests that lead from this line to the root of the exclusions in the commitment (RFC 6962).`,
    absenceProof: lists =>
      `The lists are sorted by code. The data of this certificate show, for each of ${lists} lists (the strata and the exclusions), the neighbouring lines between which the code would stand, and lead from them to the roots in the commitment (RFC 6962): nothing stands between them.`,
    byProgram:
      'By program: ssj verify --certificate THIS --commitment commitment.json; with the folder of the draw, ssj verify FOLDER --certificate THIS. Or drop it on verify.html.',
    proves: 'With the published commitment.json this certificate alone proves that:',
    provesWithFolder: 'With the folder of the draw it is proven that:',
    needsFolder: 'The published folder of the draw is needed to check that:',
    others: 'These are on the record of the office, or are checked by other means:',
    claims: {
      commitment: 'it belongs to the commitment with the digest above, and to the same task',
      keys: 'the keys follow from the commitment and the seed listed, by the published rules',
      'in-frame':
        'the target was in the fixed frame, in the stratum named, whose sizes are as stated, before the seed was used',
      ticket: 'the ticket follows from the select key and the code of the target and from nothing else',
      boundary:
        'the last target drawn is in the same stratum of the frame, has the ticket named, and stands before or after this target as stated',
      'cut-off':
        'the last target drawn is exactly the last place of the stratum by ticket, and the rank is as stated',
      exclusion:
        'the target is on the list of exclusions for the reason named (the digest of the list is in the commitment)',
      absence:
        'the target is neither in the frame nor among the exclusions (both digests are in the commitment)',
      list: 'the published result is the one whose digest is named',
      occasion: 'number, attempt, times, whether void, substitutions (ledger and record.json)',
      name: 'the name belongs to the code (the registration authority says)',
      'public-seed': 'the seed is what the public event gave (compare with what was published then)',
      items:
        'the items named are those that the draw was frozen with, as its papers have them (which of them a department checks at the target is the record of the office)',
      team: 'the team named is the one that was drawn and stands after substitutions (checked with the archive)',
      results:
        'the results named are those that were published (checked with the folder of published results: --results)',
    },
    effect: {
      unchosen:
        'Who is drawn is computed from a list fixed beforehand and a seed, by published rules; no official chooses. Whoever computes it again from the same list and seed gets the same result.',
      'not-drawn':
        'In this draw the target was not drawn, and the inspectors had no task to inspect it. An official who did their duty by the list drawn may show by this certificate that not inspecting this target was no neglect (尽职照单免责).',
      reserve:
        'The target is a reserve and is to be inspected only when a place before it falls free. Until then the inspectors had no task to inspect it, and may show so by this certificate (尽职照单免责).',
      excluded:
        'The target was excluded for the reason named before the draw and could not be drawn. An official who did their duty by the list drawn may show by this certificate that not inspecting this target was no neglect (尽职照单免责); whether the exclusion was right is for its grounds to show.',
      unknown:
        'The target could not be drawn, and the inspectors had no task to inspect it under this draw, as this certificate shows (尽职照单免责); whether it should have been registered, or within the task, is not for this certificate to say.',
      limits:
        'This certificate does not say whether the target obeys the law, does not touch inspections on complaint, referral or special campaign, and does not excuse leaving a known lead unpursued.',
      drawn: 'The target is to be inspected under this task. Being drawn is chance and implies no suspicion.',
    },
  },
}

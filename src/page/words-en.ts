import { signedEn } from '../core/publication/words/signed-en.ts'
import { wordsEn } from '../core/publication/words/words-en.ts'
import type { PageWords } from './words-zh.ts'

export const pageEn: PageWords = {
  shared: wordsEn,
  code: 'en',
  title: 'Random inspection · check a draw',
  other: '中文',
  skip: 'Skip to one firm',
  intro: 'This page computes the draw again in your browser. It uses no network and sends nothing anywhere.',
  listed: names => names.join(', '),
  check: {
    unchecked: 'Not checked yet',
    uncheckedText:
      'Below is the result as published. “Compute again” makes the draw anew by the published rules and compares it byte by byte.',
    run: 'Compute again',
    again: 'Once more',
    running: 'Computing',
    agrees: 'It agrees',
    agreesText: (targets, drawn, reserves) =>
      `Drawn again from ${targets} targets: ${drawn} drawn, ${reserves} reserves, exactly as published.`,
    differs: 'It does not agree',
    differsText: 'Something was changed or is missing. The first difference: ',
    failed: 'The draw failed',
    committed: {
      announced: 'Committed, not yet drawn',
      sealed: 'Committed and drawn, under seal',
    },
    committedText: (targets, take, reserve) =>
      `Only a commitment is here: ${targets} targets in the frame, ${take} to be drawn, ${reserve} reserves, all fixed by its digest.`,
    committedDigest: digest => `Commitment digest ${digest}`,
    changed: files => `Files that are not what SHA256SUMS says: ${files}`,
    brought: (name, files) => `${name} (${files} files)`,
    took: seconds => `took ${seconds} s`,
    parts: parts => `checked: ${parts}`,
    notShown: parts => `not published, not checked: ${parts}`,
    embedded:
      'This was the data inside the page. To check every file of the folder, drop the whole folder on this page.',
    steps: {
      sums: 'file digests',
      commitment: 'commitment',
      frame: 'frame',
      seed: 'seed',
      selection: 'selection',
      teams: 'teams',
    },
  },
  none: {
    heading: 'No draw yet',
    text: 'Drop an exported folder on this page, or choose one.',
    tooLarge:
      'The data of this draw are too large to be in the page. Drop the folder it lies in here, or choose it.',
    unreadable: 'No draw can be read from this folder; the reason is above.',
  },
  draw: {
    heading: 'The draw',
    item: 'inspection item',
    before: 'Committed before the seed',
    beforeText:
      'Frame, exclusions, people and sizes were frozen and entered in the ledger first; the seed came after. Whether the digest was published beforehand is for the announcement of that time to show.',
    atOnce: 'Frozen and drawn at once',
    atOnceText: 'The digest was not published before the seed existed; the ledger numbers every attempt.',
    machine: 'Seed from the office’s computer',
    machineText:
      'The seed was made by the computer that drew, not by a source the public can see; witnesses vouch for it.',
    announced: 'Seed from announced sources',
    announcedText: 'The sources were named when the frame was frozen; compare with what was published then.',
    unannounced: 'Seed entered when it was drawn',
    unannouncedText:
      'No source was announced beforehand: a public event can be compared with what was published of it; a text was written by the office, and nobody else can check it.',
    sealedText:
      ' The sealed source (secret/…) was made by the office when the frame was frozen and its digest is in the commitment; its value is opened after the visits and checked here.',
    fixed: 'The commitment as published',
    usedUp:
      'The seed is on record and, so the folder says, finds no teams: there is no result, and the commitment is used up. Compute again to check this.',
    source: 'seed source',
    noRecord: 'There is no record.json in the folder: number, times and attempt are not shown.',
    again: (draw, reason, approver) =>
      `This is not the first attempt: ${draw} before it is void. Reason: ${reason}; approved by ${approver}.`,
    voided: (reason, approver) =>
      `This draw is void. Reason: ${reason}; approved by ${approver}. The result is for reading only.`,
  },
  pictures: {
    heading: 'From registry to selection',
    registry: 'registry of targets',
    elsewhere: 'of other departments',
    outside: 'outside the task’s conditions',
    scope: 'meet the task’s conditions',
    excluded: reason => `excluded: ${reason}`,
    frame: 'sampling frame',
    drawn: 'drawn',
    reserve: 'reserves',
    exclusionsHidden: 'the exclusions are not published',
    strata: 'Strata',
    stratum: 'stratum',
    size: 'targets',
    share: 'inclusion probability',
    of: (take, size, share) => `${take} of ${size} (${share})`,
    more: count => `${count} more strata in the table`,
    count: count => String(count),
  },
  firm: {
    heading: 'One firm',
    label: 'Social credit code, registration number or name',
    ask: 'Look up',
    hint: 'The published folder names only the firms drawn; for others type the code.',
    mistyped:
      'The check character of this code does not hold: no firm has it. Compare it character by character.',
    none: 'Not found. Check the code; the published folder names only the firms drawn.',
    several: count => `${count} match, choose one:`,
    absent: target => `${target} is neither in the frame of this draw nor among the published exclusions.`,
    absentHidden: target => `${target} is not in the frame of this draw; the exclusions are not published.`,
    why: {
      drawn: 'Its ticket is not above the highest ticket drawn in the stratum, so it was drawn.',
      reserve:
        'Its ticket comes right after those drawn, so it is a reserve: it moves up when a place falls free.',
      'not-drawn': 'Its ticket is above the highest ticket drawn in the stratum, so it was not drawn.',
    },
    reason: 'reason of the exclusion',
    byHand: 'Compute its ticket yourself with one line:',
    picture: 'where the ticket stands in its stratum',
    own: 'this firm',
    cutOff: 'cut-off',
    low: '0000…',
    high: 'ffff…',
    voided: 'This draw is void. The result is for reading only.',
    fellOut: 'After the draw this target fell out and was replaced; see the substitutions below the list.',
    cameIn: 'After the draw this target moved up; see the substitutions below the list.',
  },
  list: {
    heading: 'The list',
    search: 'Search the list',
    columns: {
      stratum: 'stratum',
      rank: 'rank',
      target: 'code',
      name: 'name',
      departments: 'departments',
      ticket: 'ticket',
      status: 'result',
    },
    drawn: 'drawn',
    reserve: 'reserve',
    since: { out: 'fell out', in: 'moved up' },
    shown: (shown, all) => `${shown} of ${all} shown`,
    more: 'Show 200 more',
    substitutions: 'Substitutions after the draw',
    substituted: (out, into, reason) =>
      `${out} fell out (${reason}); ${into === '' ? 'no reserve was left' : `${into} took its place`}`,
  },
  certificate: {
    heading: 'Check a certificate',
    text: 'Drop a certificate (.json or .html) on this page, or choose it. It must be of the draw above.',
    choose: 'Choose a certificate',
    holds: 'The certificate holds',
    soFar: 'The certificate holds as far as it goes, which is not all the way',
    soFarHint:
      'The commitment alone shows no cut-off, no exclusion and no absence, and a forged “not drawn” agrees with it too: open the folder of the draw and check again.',
    showsNothing: 'The certificate shows nothing: it is about neither a code nor a target of the registry',
    showsNothingHint:
      'Frame and exclusions list codes only, so that no name ever stands in them. Have it issued again for the code.',
    resultsText:
      'Where it tells results of inspections, drop the folder of published results or its zip too: they are checked with it.',
    chooseResults: 'Choose the folder of published results',
    resultsFrom: (name, files) => `Results are checked by the folder “${name}” (${files} files).`,
    resultsHint:
      'The draw is checked all the way; the folder of published results does not hold all that the certificate names: it may be of another draw, department or day, or they were taken down.',
    resultsFail: 'The folder of published results does not agree: it cannot check a certificate',
    fails: 'The certificate does not hold',
    folderFails: 'The folder does not agree: it cannot check a certificate',
    noDraw: 'Open the folder of its draw first, or a folder with its commitment.json.',
  },
  folder: {
    heading: 'Check a folder',
    text: 'Drop the whole folder or its zip anywhere on this page, or choose it. Files are read on this computer only.',
    choose: 'Choose a folder',
    chooseZip: 'Choose a zip',
    drop: 'Let go to check it',
    refused: {
      'too-many': 'Too many files (more than 20000); nothing was read. Choose only the folder of the draw.',
      'too-large': 'Too large (more than 1.5 GB in all); nothing was read. Use ssj verify.',
      unreadable: 'The browser could not read these files. Use “Choose a folder” instead.',
      empty: 'The folder is empty.',
      zip: 'This zip cannot be read: it is damaged, locked, or holds names that lead elsewhere. Ask its publisher, or unpack it and choose the folder.',
    },
  },
  signatures: {
    heading: 'Who signed it',
    text: 'Signatures lie beside the folder, certificate or results that were signed: NAME.signatures. Drop that here, then the list of keys that the office publishes, or a public key; this page judges signatures of SM2 and Ed25519.',
    choose: 'Choose the folder of signatures',
    chooseKeys: 'Choose public keys or a list of keys',
    of: {
      folder: 'What was signed is this folder.',
      certificate: 'What was signed is this certificate.',
      papers: 'What was signed are these published results or certificates.',
    },
    noFolder:
      'Drop the whole folder, the certificate or the published results that were signed here first: a signature is over each file.',
    noKey: (file: string) => `“${file}” holds no public key or list of keys that can be read.`,
    nameKeys:
      'They hold by the keys that lie beside them. Whose those are nobody has said: drop the list that the office publishes, or a key that you trust.',
    place: 'what was dropped',
    verdict: signedEn,
  },
  byHand: {
    heading: 'Without this page',
    sums: 'Whether a file was changed. On Linux (on macOS: shasum -a 256 -c SHA256SUMS):',
    windows: 'On Windows (PowerShell, in the folder):',
    commitment:
      'The commitment digest, which is the SHA-256 of commitment.json. On Linux: sha256sum commitment.json; on Windows (command prompt):',
    whole: 'The whole draw (ssj):',
    folder: 'FOLDER',
  },
  law: 'Rules: ssj-draw/1 and ssj-draw/2. Names and other texts are for reading; what is checked are the codes.',
  failed: message => `The page failed and reached no verdict: ${message}`,
}

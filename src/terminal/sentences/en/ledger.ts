import { escapeControls } from '../../../core/escape-controls.ts'
import type { PolicyFlaw } from '../../../core/ledger/policy.ts'
import type { LedgerSentences } from '../topics/ledger.ts'
import { counted, listed, momentText } from './phrases.ts'

const USE = { note: 'a ledger', cosignature: 'a witness' } as const

export const ledgerEn: LedgerSentences = {
  reasons: {
    'clock-unusable': ({ now }) => [`the clock of this machine shows ${now}`, 'set the clock and try again'],
    'clock-behind': ({ now, last, entry }) => [
      `the clock of this machine shows ${momentText(now)}, but entry ${entry}, the last of the ledger, was written at ${momentText(last)}`,
      'set the clock; if it was wrong then and is right now, put that on record with ssj log clock',
    ],
    'clock-not-behind': ({ now, last }) => [
      `the clock shows ${momentText(now)}, which is not before the last entry of the ledger (${momentText(last)}): there is nothing to correct`,
    ],
    'frozen-later': ({ draw, frozenAt, now }) => [
      `draw ${draw} was frozen at ${momentText(frozenAt)} by a clock that was wrong, and it is ${momentText(now)} now: nobody could believe that it was frozen first`,
      'freeze it again with --again --reason TEXT --approver NAME',
    ],
    'key-seen-by-others': ({ path }) => [
      `cannot use the key in “${path}”: others on this machine may read it, and may have copied it`,
      `allow its owner alone: chmod 600 “${path}”`,
    ],
    'no-key': ({ path, command }) => [
      `there is no key in “${path}”`,
      command === 'log'
        ? 'name its file with --key, or let a new one be made: ssj log checkpoint --origin NAME'
        : 'name its file with --key, or let a new one be made: ssj witness init NAME --log KEY',
    ],
    'not-a-key': ({ path, use }) => [
      `“${path}” does not hold the key of ${USE[use]}`,
      'it should be one line, PRIVATE+KEY+NAME+ID+…, as ssj wrote it',
    ],
    'not-a-key-line': ({ option, value, use }) => [
      `option ${option} cannot be “${value}”: expected the public key of ${USE[use]}, NAME+ID+…`,
      'ssj log checkpoint prints it',
    ],
    'not-a-key-name': ({ option, value }) => [
      `${option} cannot be “${value}”: a name has no spaces and no +`,
      'such as lishi.gov.cn/ssj, or 离石区市场监管局/ssj',
    ],
    'key-of-other-name': ({ path, found, name }) => [
      `the key in “${path}” is that of “${found}”, not of “${name}”`,
      'leave the name as it is, or name another file with --key',
    ],
    'other-key-on-record': ({ path, found, known }) => [
      `the key in “${path}” (${found}) is not the one that signed the last checkpoint on record (${known})`,
      'use that key; if it is lost, --reason and --approver put a new one on record, and witnesses have to be told',
    ],
    'signed-otherwise': ({ path, signed, entries }) => [
      `this ledger (${counted(entries, 'entry', 'entries')}) does not begin with the ${signed} that its key has signed (${path}): it is an older copy, or another database`,
      'use the database that was signed; if it is lost, --reason and --approver of ssj log checkpoint put that on record, and witnesses have to be told',
    ],
    'not-a-checkpoint': ({ path }) => [
      `“${path}” is not a checkpoint`,
      'it should be a file that ssj log checkpoint --to wrote: the name of the ledger, its size, its hash, an empty line, a line that begins with —',
    ],
    'not-a-policy': ({ path, flaw }) => [
      `“${path}” is not a policy: ${flaw.line === 0 ? '' : `line ${flaw.line}: `}${POLICY[flaw.problem]}`,
      'it should have a line “log KEY”, a line “witness NAME KEY” for each witness, and “quorum NAME”',
    ],
    'nothing-published': ({ path }) => [
      `“${path}” shows nothing of a ledger that a database could be compared with`,
      'name a record.json, an announcement, a checkpoint, or the folder or zip that holds one',
    ],
    'published-of-other-log': ({ path, found, log }) => [
      `“${path}” was published of the ledger “${found}”, and this is “${log}”`,
      'name the database of that ledger with --db, or a file that was published of this one',
    ],
    'no-cosignature': ({ path }) => [
      `there is no line of a witness in “${path}”`,
      'it should hold the line, beginning with —, that ssj witness sign gave',
    ],
    'no-checkpoint': () => ['no checkpoint of this ledger is on record', 'make one: ssj log checkpoint'],
    'no-such-tree': ({ option, size, entries }) => [
      `option ${option} cannot be “${size}”: the ledger has ${counted(entries, 'entry', 'entries')}`,
      'name a size that the witness has signed',
    ],
    'cosigner-unknown': ({ path, name, policy }) => [
      `“${path}” has a line by “${name}”, whose key is not in “${policy}”`,
      'add the line “witness NAME KEY” to the policy, with the key that the witness told you',
    ],
    'cosignature-of-other-checkpoint': ({ path, name }) => [
      `the line by “${name}” in “${path}” is for none of this ledger's checkpoints, or was altered`,
      'ask the witness for the line again, for a file of ssj log checkpoint --to',
    ],
    'not-a-time-stamp': ({ path }) => [
      `“${path}” is not a time stamp (RFC 3161) over a SHA-256`,
      'it should be what the authority answered to the file of ssj log stamp --query',
    ],
    'time-stamp-of-something-else': ({ path, digest }) => [
      `the time stamp in “${path}” is over ${digest}, which is none of this ledger's checkpoints`,
      'ask for one with the file of ssj log stamp --query',
    ],
    'time-stamp-fails': ({ path, authority }) => [
      `the time stamp in “${path}” does not hold by the certificates in “${authority}”`,
      'name the certificates of the authority that made it, as PEM',
    ],
    'not-a-witness-state': ({ path }) => [
      `“${path}” is not the state of a witness`,
      'it should have three lines: the key of the ledger, the size and the hash that were signed last',
    ],
    'checkpoint-of-other-log': ({ path, found, log }) => [
      `“${path}” is a checkpoint of “${found}”; this witness watches “${log}”`,
      'name the state for that ledger with --state, or begin one: ssj witness init',
    ],
    'checkpoint-unsigned': ({ path, log, how }) => [
      how === 'absent'
        ? `the checkpoint in “${path}” is not signed with the key of “${log}” that this witness knows`
        : `the signature of “${log}” in “${path}” does not hold: the file was altered`,
      'ask the office for the file again; if it has a new key, ask why before you begin a new state',
    ],
    'witness-elsewhere': ({ path, asked, signed }) => [
      `the proof in “${path}” begins at ${counted(asked, 'entry', 'entries')}, but this witness has signed ${signed}`,
      `ask the office for: ssj log checkpoint --since ${signed} --to FILE`,
    ],
  },
  words: {
    newKey: path =>
      `wrote the office's new key to ${path}: keep a copy in a safe place; whoever has it signs for the office`,
    publicKey: line => `public key: ${line}`,
    checkpoint: entries => `checkpoint over ${counted(entries, 'entry', 'entries')}:`,
    requestWritten: (path, since) =>
      since === 0
        ? `wrote ${path} for the witness, to be signed for the first time`
        : `wrote ${path} for the witness, with the proof from ${counted(since, 'entry', 'entries')} on`,
    cosigned: (witnesses, sizes) =>
      `on record: cosigned by ${witnesses}, ${sizes.map(size => counted(size, 'entry', 'entries')).join(', ')}`,
    cosignedBefore: 'these cosignatures are on record already',
    asPublished: (path, entries) => `as published in ${path}, up to entry ${entries}`,
    otherThanPublished: {
      changed: (path, from, to) => `other than published in ${path}: ${firstOf(from, to)} has been changed`,
      missing: (path, from, to, shown) =>
        `other than published in ${path}: ${firstOf(from, to)} is missing (published up to entry ${shown})`,
      new: (path, from, to) => `other than published in ${path}: ${firstOf(from, to)} is new`,
    },
    agreement: {
      agree: (path, entries) => `of one ledger with ${path}, up to entry ${entries}`,
      nothingCommon: path =>
        `nothing to compare: the folder and ${path} show no part of the ledger in common`,
      contradict: (path, from, to) =>
        from === to
          ? `contradicts ${path}: entry ${from} is another one there`
          : `contradicts ${path}: one of entries ${from} to ${to} is another one there`,
    },
    queryWritten: (path, entries) =>
      `wrote ${path}: send it to a time stamping authority (curl -H 'Content-Type: application/timestamp-query' --data-binary @${path} URL > answer.tsr); it is over the checkpoint of ${counted(entries, 'entry', 'entries')}`,
    stamped: (entries, at) =>
      `on record: the checkpoint of ${counted(entries, 'entry', 'entries')} existed at ${momentText(at)}`,
    stampUnchecked: unnamed =>
      unnamed
        ? "the authority's signature was not checked: name its certificates with --authority"
        : "the authority's signature was not checked: there is no openssl on this machine",
    clockCorrected: at => `on record: the clock was wrong; it is ${momentText(at)} now`,
    witnessReady: (log, key, state) =>
      `this witness watches ${log}; its key is in ${key}, what it has signed in ${state}: keep both`,
    signed: (entries, before) =>
      before === 0
        ? `signed for the first time: ${counted(entries, 'entry', 'entries')}`
        : before === entries
          ? `signed again: ${counted(entries, 'entry', 'entries')}`
          : `signed: ${counted(entries, 'entry', 'entries')}, the first ${before} as signed before`,
    refuses: {
      behind: (entries, signed) =>
        `not signed: this checkpoint has ${counted(entries, 'entry', 'entries')}, and ${signed} have been signed. The file is an old one, or the ledger was cut or replaced by a backup`,
      departs: (entries, signed) =>
        `not signed: the first ${signed} of these ${counted(entries, 'entry', 'entries')} are not those that have been signed. The ledger was rewritten, or there are two of them`,
    },
    waiting: (draw, digest) => `draw ${draw} waits for its seed: commitment ${digest}`,
    witnessed: {
      holds: (log, entries) =>
        `witnessed as the policy asks: ledger ${log}, ${counted(entries, 'entry', 'entries')}`,
      by: (name, time) => `${name} at ${time}`,
      cosigned: witnesses => `signed by ${witnesses}`,
      announced: witnesses => `this commitment had been announced when signed by ${witnesses}`,
      unannounced: 'not shown: that this commitment had been witnessed before the draw',
      stamp: (time, checked) =>
        `time stamp of ${time}: ${checked === null ? 'its authority was not checked (--authority, openssl)' : checked ? 'its authority holds' : 'not of this authority'}`,
      not: why => `not witnessed as the policy asks: ${why}`,
      why: {
        'no-checkpoint': () => 'the folder carries no checkpoint of the ledger',
        malformed: ({ path }) => `${path} is not written as ssj writes it`,
        'not-included': ({ entry }) => `the checkpoint does not hold entry ${entry} as the folder shows it`,
        'too-early': ({ size, entry }) =>
          `the checkpoint has ${counted(size, 'entry', 'entries')}, and the draw is entry ${entry}`,
        stamp: ({ size }) =>
          `a time stamp is not over the checkpoint of ${counted(size, 'entry', 'entries')}`,
        'unknown-log': ({ found }) => `the policy knows no ledger “${escapeControls(found)}”`,
        unsigned: ({ log, how }) =>
          how === 'absent'
            ? `not signed with the key that the policy has for “${escapeControls(log)}”`
            : `the signature of “${escapeControls(log)}” does not hold`,
        'cosignature-fails': ({ name }) => `the line of “${escapeControls(name)}” does not hold`,
        'too-few': ({ missing }) => `not signed by ${listed(missing.map(escapeControls))}`,
      },
    },
    evidence: 'keep this file: with what was signed before it shows what happened',
  },
  help: {
    agreement:
      'compare the ledger of the folder with another published record, announcement or checkpoint; may be repeated',
    against:
      'compare the ledger with what was published of it: a record, an announcement, a checkpoint, a folder or zip; may be repeated',
    checkpoint: 'sign how far the ledger goes, for outsiders to hold',
    origin: "the ledger's name; makes the office's key where there is none",
    key: "the office's key (default: $SSJ_KEY, then the database's name with .key)",
    to: 'write the checkpoint with its proof, for a witness',
    since: 'how many entries the witness has signed (default: those last known to be cosigned)',
    keyReason: 'why a new key signs from now on',
    cosigned: 'put the line that a witness sent back on record',
    policy: 'a file with the keys of the ledger and its witnesses, and how many must have signed',
    stamp: 'ask a time stamping authority (RFC 3161), or put its answer on record',
    query: 'write the request over the last checkpoint',
    token: "the authority's answer",
    authority: "the authority's certificates (PEM), to check its signature with openssl",
    clock: 'put on record that the clock was wrong when the last entry was written',
    witness: 'what a witness of the ledger does; needs no database',
    witnessInit: 'make the key and the state of a witness',
    witnessLog: "the ledger's public key, as ssj log checkpoint prints it",
    witnessKey: "the witness's key (default: witness.key)",
    witnessState: 'what the witness has signed (default: witness.state)',
    witnessSign: 'sign a checkpoint if it extends what was signed before',
    witnessTo: 'write the cosigned checkpoint',
  },
}

/** The entry, or between which two it lies. */
function firstOf(from: number, to: number): string {
  return from === to ? `entry ${from}` : `the first such entry, one of ${from} to ${to},`
}

const POLICY: Readonly<Record<PolicyFlaw['problem'], string>> = {
  characters: 'a control character',
  line: 'neither log, witness, group nor quorum as they are written',
  'log-key': 'not the public key of a ledger',
  'witness-key': 'not the public key of a witness',
  'key-twice': 'this key stands in another line already',
  'name-taken': 'this name is taken already',
  'name-unknown': 'a name that no line before has defined',
  'member-twice': 'a member that is in a group already',
  threshold: 'neither all, any nor a number of its members',
  'quorum-twice': 'a second quorum',
  'no-quorum': 'the line “quorum …” is missing',
  'no-log': 'the line “log …” is missing',
}

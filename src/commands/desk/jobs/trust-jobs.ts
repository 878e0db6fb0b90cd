import { basename } from 'node:path'
import { ALGORITHMS } from '../../../core/signing/algorithm.ts'
import { signersOn } from '../../../store/signing-keys.ts'
import { signerName } from '../../key/register-key.ts'
import { keyName } from '../../ledger/office-key.ts'
import { ledgerKey } from '../../ledger/witness.ts'
import { existing, fresh } from '../work/files.ts'
import type { Answers, Job, Sitting } from '../work/job.ts'
import { option } from '../work/job.ts'
import { isThere } from '../work/offered.ts'
import { approver, picked, publicReason, typed } from '../work/questions.ts'
import { judged } from '../work/readings.ts'

const anyKey = ({ keys }: { readonly keys: boolean }) => keys

/** A key of the office: those that sign, or all that are not lost. */
const keyOnRecord = (isMeant: (how: string) => boolean) =>
  picked('key', async ({ desk, read }) => {
    const signers = await read(signersOn)
    return signers
      .filter(({ ended }) => isMeant(ended?.how ?? ''))
      .map(({ id, name, ended }) => ({
        name: `${name ?? ''}  ${id.slice(0, 16)}${ended === null ? '' : `  ${desk.say.signing.ended[ended.how]}`}`,
        value: id,
      }))
  })

const none = { name: 'none' as const, value: '' }

/** The key that a new one takes the place of, or none. */
const instead = {
  name: 'instead' as const,
  async ask({ desk, asker, read }: Sitting) {
    const signers = (await read(signersOn)).filter(({ ended }) => ended === null)
    return asker.choose(desk.say.desk.ask.instead, [
      { ...none, name: desk.say.desk.options.none },
      ...signers.map(({ id, name }) => ({ name: `${name ?? ''}  ${id.slice(0, 16)}`, value: id })),
    ])
  },
}
/** A name that a key may have. */
const keyNameRead = (of: 'origin' | 'witnessName') =>
  judged((name, { desk }) => keyName(desk.say.desk.labels[of], name))
const isExchanged = ({ instead = '' }: Answers) => instead !== ''

export const TRUST_JOBS = {
  sign: {
    group: 'trust',
    questions: [existing('folder', 'folder'), existing('keyFile', 'file', { matching: /./ })],
    lines: ({ folder, keyFile }) => [['key', 'sign', folder!, '--key', keyFile!]],
    binding: true,
  },
  keys: { group: 'trust', offered: anyKey, questions: [], lines: () => [['key', 'list']] },
  keyList: {
    group: 'trust',
    offered: anyKey,
    questions: [fresh('keysTo', ({ desk }) => desk.say.desk.keysName)],
    lines: ({ keysTo }) => [['key', 'list', '--to', keysTo!]],
  },
  keyNew: {
    group: 'trust',
    questions: [
      picked('algorithm', async () => ALGORITHMS.map(value => ({ name: value.toUpperCase(), value }))),
      fresh('newKey', ({ desk }) => desk.say.desk.keyName),
    ],
    lines: ({ algorithm, newKey }) => [['key', 'new', newKey!, '--algorithm', algorithm!]],
  },
  keyAdd: {
    group: 'trust',
    offered: isThere,
    questions: [
      existing('publicKey', 'file', { matching: /\.(?:pub|pem|key)$/i }),
      typed('keyName', { read: judged((name, { desk }) => signerName(desk.say.desk.labels.keyName, name)) }),
      { ...instead, when: () => true },
      { ...publicReason, when: isExchanged },
      { ...approver, when: isExchanged },
    ],
    lines: ({ publicKey, keyName, instead, reason, approver }) => [
      [
        ...['key', 'add', publicKey!, '--name', keyName!, ...option('--instead', instead)],
        ...option('--reason', reason),
        ...option('--approver', approver),
      ],
    ],
    binding: true,
  },
  keyLost: {
    group: 'trust',
    offered: anyKey,
    questions: [keyOnRecord(how => how !== 'lost'), publicReason, approver],
    lines: ({ key, reason, approver }) => [
      ['key', 'lost', key!, '--reason', reason!, '--approver', approver!],
    ],
    binding: true,
  },
  checkpoint: {
    group: 'trust',
    offered: isThere,
    questions: [
      typed('origin', { free: true, read: keyNameRead('origin') }),
      fresh('checkpointTo', ({ desk, state }) => desk.say.desk.checkpointName(state.today)),
    ],
    lines: ({ origin, checkpointTo }) => [
      ['log', 'checkpoint', ...option('--origin', origin), '--to', checkpointTo!],
    ],
    binding: true,
  },
  cosigned: {
    group: 'trust',
    offered: isThere,
    questions: [
      existing('cosignedFile', 'file', { matching: /./ }),
      existing('policy', 'file', { matching: /./ }),
    ],
    lines: ({ cosignedFile, policy }) => [['log', 'cosigned', cosignedFile!, '--policy', policy!]],
    binding: true,
  },
  witnessInit: {
    group: 'trust',
    questions: [
      typed('witnessName', { read: keyNameRead('witnessName') }),
      typed('logKey', {
        read: judged((line, { desk }) => ledgerKey(desk.say.desk.labels.logKey, line).line),
      }),
    ],
    lines: ({ witnessName, logKey }) => [['witness', 'init', witnessName!, '--log', logKey!]],
  },
  witnessSign: {
    group: 'trust',
    questions: [
      existing('request', 'file', { matching: /./ }),
      fresh('witnessTo', ({ desk }, { request = '' }) =>
        desk.say.desk.signedName(basename(request).replace(/\.[a-z]+$/i, '')),
      ),
    ],
    lines: ({ request, witnessTo }) => [['witness', 'sign', request!, '--to', witnessTo!]],
    binding: true,
  },
  stampQuery: {
    group: 'trust',
    offered: isThere,
    questions: [fresh('query', ({ desk, state }) => desk.say.desk.stampName(state.today))],
    lines: ({ query }) => [['log', 'stamp', '--query', query!]],
  },
  stampToken: {
    group: 'trust',
    offered: isThere,
    questions: [existing('token', 'file', { matching: /./ })],
    lines: ({ token }) => [['log', 'stamp', '--token', token!]],
    binding: true,
  },
  clock: {
    group: 'trust',
    offered: isThere,
    questions: [publicReason, approver],
    lines: ({ reason, approver }) => [['log', 'clock', '--reason', reason!, '--approver', approver!]],
    binding: true,
  },
} as const satisfies Record<string, Job>

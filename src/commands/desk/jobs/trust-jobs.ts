import { basename } from 'node:path'
import { ALGORITHMS } from '../../../core/signing/algorithm.ts'
import { signersOn } from '../../../store/signing-keys.ts'
import type { Answers, Job, Sitting } from '../work/job.ts'
import { option } from '../work/job.ts'
import { isThere } from '../work/offered.ts'
import { approver, existing, fresh, picked, reason, typed } from '../work/questions.ts'

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
      typed('keyName'),
      { ...instead, when: () => true },
      { ...reason, when: isExchanged },
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
    questions: [keyOnRecord(how => how !== 'lost'), reason, approver],
    lines: ({ key, reason, approver }) => [
      ['key', 'lost', key!, '--reason', reason!, '--approver', approver!],
    ],
    binding: true,
  },
  checkpoint: {
    group: 'trust',
    offered: isThere,
    questions: [
      typed('origin', { free: true }),
      fresh('checkpointTo', ({ desk }) => desk.say.desk.checkpointName(desk.now.slice(0, 10))),
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
    questions: [typed('witnessName'), typed('logKey')],
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
    questions: [fresh('query', ({ desk }) => desk.say.desk.stampName(desk.now.slice(0, 10)))],
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
    questions: [reason, approver],
    lines: ({ reason, approver }) => [['log', 'clock', '--reason', reason!, '--approver', approver!]],
    binding: true,
  },
} as const satisfies Record<string, Job>

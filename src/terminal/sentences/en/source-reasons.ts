import type { FreezeSentences } from '../topics/freeze.ts'
import { listed } from './phrases.ts'

/** What is wrong with the sources of a draw that is announced. */
export const SOURCE_REASONS: Pick<
  FreezeSentences['reasons'],
  | 'no-public-source'
  | 'source-without-form'
  | 'one-event-twice'
  | 'source-is-due'
  | 'source-is-known'
  | 'weak-seed'
  | 'twin-frozen'
  | 'unreadable-source'
> = {
  'no-public-source': ({ task, sources }) => [
    `task “${task}” cannot be frozen: the office knows or writes the value of every seed source (${listed(sources)}); none is a public event that nobody knows beforehand`,
    'add a public source, such as --source 骰子/25, 福彩3D 第2026312期 or drand/quicknet/ROUND; those of all tasks are set by the rule usual-sources. For a mere trial freeze and draw at once with ssj draw run',
  ],
  'source-without-form': ({ task, source }) => [
    `task “${task}” cannot be frozen: the seed source “${source}” does not say how many dice are thrown`,
    `write ${source}/25`,
  ],
  'one-event-twice': ({ task, sources }) => [
    `task “${task}” cannot be frozen: its seed sources (${listed(sources)}) are one drawing`,
    'keep one of them, and add dice or another lottery',
  ],
  'source-is-due': ({ task, source, due, now }) => [
    `task “${task}” cannot be frozen: the value of the seed source “${source}” was known at ${due}, and it is ${now}`,
    'freezing comes before the seed: announce a later drawing, round or day',
  ],
  'source-is-known': ({ task, source, draw, value }) => [
    `task “${task}” cannot be frozen: the value of the seed source “${source}” is known already; draw ${draw} has “${value}” on record`,
    `announce another source, or name this event otherwise, such as ${source} 第2次`,
  ],
  'weak-seed': ({ task, outcomes, strata, dice, proposal }) => [
    `task “${task}” cannot be frozen: its seed has only ${outcomes} possible values, too few for ${listed(strata)}; trying out commitments beforehand could decide who is drawn`,
    `add ${dice} dice: --source '${proposal}'; where it must be so, give --weak-seed --reason TEXT --approver NAME, and every paper will say so`,
  ],
  'twin-frozen': ({ task, draw }) => [
    `task “${task}” cannot be frozen: draw ${draw} is frozen with the same frame and the same seed sources and has not been run; afterwards one could be chosen`,
    'run it or void it with ssj draw void first, or announce other sources; where both are needed, say why with --reason, which goes into the ledger',
  ],
  'unreadable-source': ({ task, source }) => [
    `task “${task}” cannot be frozen: its seed source “${source}” cannot be announced`,
    'write it anew, as 骰子/25, 福彩3D 第2026312期, NAME:digits/5@2026-11-20 10:00#PLACE or drand/quicknet/ROUND',
  ],
}

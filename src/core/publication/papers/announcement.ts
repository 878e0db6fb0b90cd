import type { Day } from '../../dates.ts'
import type { Commitment } from '../../draw/commitment/commitment.ts'
import { nameOfSource } from '../../draw/seed/announced-source.ts'
import type { Digest } from '../../ids.ts'
import { sumOf } from '../../tally.ts'
import { chineseDay, chineseDayOf } from '../chinese-time.ts'
import { type Document, type Fact, factTable } from '../document.ts'
import { type Again, attemptText, type SeedOrigin, weakSentence } from '../draw-facts.ts'
import type { OfficeFacts } from '../office-facts.ts'
import { stratumNamed } from '../stratum-name.ts'
import { chanceText } from './chance-text.ts'
import { type LedgerShown, ledgerFacts } from './ledger-facts.ts'
import { announcedNote } from './source-note.ts'
import { strataFacts, strataTable, stratumSizes } from './strata-sizes.ts'
import { type NamedCodes, termFacts, termNames } from './terms.ts'
import { TELEPHONE } from './under-office.ts'

/** A draw that is fixed and has no seed yet. */
export interface Announced {
  readonly number: string
  readonly attempt: number
  readonly again: Again | null
  /** Why its seed may be one that can be steered, and who approved. */
  readonly weak: SeedOrigin['weak']
  readonly commitment: Commitment
  readonly digest: Digest
  /** The office that announces. */
  readonly lead: string
  readonly frozenAt: string
  /** The last day on which it may be run; not there where it does not lapse, or was run. */
  readonly lastDay?: Day
  /** Null where `record.json` lies beside it, which says more. */
  readonly ledger: LedgerShown | null
  /** How far the office's clock is from UTC. */
  readonly offset: string
  /** What papers print of the office that issues them; not there where it has set nothing. */
  readonly office?: OfficeFacts
  /** The names of the codes in its terms; not there in what earlier programs announced. */
  readonly names?: NamedCodes
}

/** Where the announcement stands in a folder, without its ending. */
export const ANNOUNCEMENT = '抽取公告'

/** The text for a notice board that fixes a draw before its seed exists: digest, sizes and the sources to come. */
export function announcement(announced: Announced): string {
  const { number, attempt, again, commitment, digest, offset } = announced
  const { task, strata } = commitment
  const seedSources = commitment.seedSources.map(nameOfSource)
  const notes = commitment.seedSources
    .map(source => [nameOfSource(source), announcedNote(source, offset)] as const)
    .filter(([, note]) => note !== '')
  return [
    '双随机抽查抽取公告',
    ...(announced.office?.numbers.announcement === undefined ? [] : [announced.office.numbers.announcement]),
    '',
    `抽取编号：${number}（第${attempt}次抽取）`,
    ...(again === null ? [] : [`${attemptText(attempt, again)}。`]),
    `抽查任务：${task.name}（${task.id}）`,
    sizesText(commitment),
    ...strata.map(stratum => `  ${stratumNamed(stratum.stratum)}：${stratumSizes(stratum)}`),
    `随机源（依次）：${seedSources.join('；')}`,
    ...notes.map(([source, note]) => `  ${shortened(source)}：${note}`),
    ...chanceText(commitment),
    ...(announced.weak === null ? [] : [weakSentence(announced.weak)]),
    ...lapseFacts(announced).map(({ label, value }) => `${label}：${value}`),
    ...termLines(announced),
    `承诺摘要（SHA-256）：${digest}`,
    ...ledgerFacts(announced.ledger).map(({ label, value }) => `${label}：${value}`),
    '',
    FIXED,
    ...officeLines(announced),
    '',
  ].join('\n')
}

/** The same for print and for a spreadsheet. */
export function announcementDocument(announced: Announced): Document {
  const { number, attempt, again, commitment, digest, lead, frozenAt, offset } = announced
  const { task, strata } = commitment
  const head: Fact[] = [
    { label: '抽取编号', value: number },
    { label: '抽取次数', value: attemptText(attempt, again) },
    { label: '抽查任务', value: task.name },
    { label: '任务编号', value: task.id },
    { label: '规模', value: sizesText(commitment) },
    ...lapseFacts(announced),
  ]
  const sources = commitment.seedSources.map((source, i): Fact => {
    const [name, note] = [nameOfSource(source), announcedNote(source, offset)]
    return { label: `随机源${i + 1}`, value: note === '' ? name : `${name}\n${note}` }
  })
  const chance = chanceText(commitment).map((value): Fact => ({ label: '种子的可能结果', value }))
  if (announced.weak !== null) chance.push({ label: '种子的批准', value: weakSentence(announced.weak) })
  const terms = termFacts(commitment, termNames(announced.names))
  const ledger = ledgerFacts(announced.ledger)
  const fingerprint: Fact = { label: '承诺摘要（SHA-256）', value: digest }
  return {
    file: ANNOUNCEMENT,
    title: '双随机抽查抽取公告',
    subtitle: `抽取编号：${number}`,
    data: factTable([
      ...head,
      ...terms,
      ...strataFacts(strata),
      ...sources,
      ...chance,
      fingerprint,
      ...ledger,
    ]),
    blocks: [
      { kind: 'facts', pairs: 1, facts: head },
      ...(terms.length === 0
        ? []
        : ([
            { kind: 'heading', text: '条件和规则' },
            { kind: 'facts', pairs: 1, facts: terms },
          ] as const)),
      { kind: 'heading', text: '抽取数量' },
      strataTable(strata),
      { kind: 'heading', text: '随机源和承诺摘要' },
      { kind: 'facts', pairs: 1, facts: [...sources, ...chance, fingerprint, ...ledger] },
      { kind: 'text', text: FIXED },
      { kind: 'signature', lines: [lead, chineseDayOf(frozenAt, offset)] },
    ],
    notice: true,
    wide: false,
    number: announced.office?.numbers.announcement,
    telephoned: true,
  }
}

/** Who issues it and where anybody may ask. */
function officeLines({ office }: Announced): string[] {
  if (office === undefined) return []
  const { organ, signature, telephone } = office
  const who = signature || organ
  return [
    ...(who === '' ? [] : [`发文机关：${who}`]),
    ...(telephone === '' ? [] : [`${TELEPHONE}：${telephone}`]),
  ]
}

/** Until when a draw waits: one that is not run by then is on record as lapsed. */
function lapseFacts({ lastDay }: Announced): Fact[] {
  return lastDay === undefined
    ? []
    : [{ label: '抽取期限', value: `${chineseDay(lastDay)}前（含当日）抽取，逾期失效并记入台账` }]
}

function termLines({ commitment, names }: Announced): string[] {
  const terms = termFacts(commitment, termNames(names)).map(({ label, value }) => `  ${label}：${value}`)
  return terms.length === 0 ? [] : ['条件和规则：', ...terms]
}

/** A sealed source is its digest; the line above has the whole of it. */
function shortened(source: string): string {
  return source.length > 40 ? `${source.slice(0, 16)}…` : source
}

function sizesText({ frame, exclusions, strata }: Commitment): string {
  return `抽样框：${frame.rows} 户；排除：${exclusions.rows} 户；拟抽取：${sumOf(strata, 'take')} 户；替补：${sumOf(strata, 'reserve')} 户`
}

const FIXED =
  '抽样框、可匹配人员、回避关系和抽取数量已由上述摘要固定。随机源产生后，任何人都可据此重新计算并核对抽取结果。'

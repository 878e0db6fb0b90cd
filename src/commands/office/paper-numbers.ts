import { officeSettingOf } from '../../core/office/office-changes.ts'
import { readOfficeSetting } from '../../core/office/read-office-setting.ts'
import type { OfficeReasons } from '../../core/office/reasons.ts'
import { NUMBERED_PAPERS, type NumberedPaper, paperNumber } from '../../core/publication/office-facts.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { inEntry } from '../../store/entry.ts'
import { numbersOf, numberToCome, paperWithNumber, writeNumber } from '../../store/office.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { drawNamed } from '../lookup.ts'
import { inOneState, occasionOf, withStore } from '../session.ts'

const refuse = refusal<OfficeReasons & OptionReasons>()

export interface NumberOptions {
  readonly paper?: string
  readonly number?: string
}

/** office number — which 发文字号 the papers of a draw have; `--paper` gives one, the next or the one of `--number`. */
export async function paperNumbers(desk: Desk, name: string, options: NumberOptions): Promise<number> {
  if (options.paper === undefined) {
    if (options.number !== undefined) throw refuse('missing-option', { option: '--paper' })
    return inOneState(desk, store => told(desk, store, name))
  }
  const paper = paperNamed(options.paper)
  const wished = options.number === undefined ? null : numberNamed(options.number)
  return withStore(desk, async store => {
    await inEntry(store, occasionOf(desk), 'office number', writer => {
      const draw = drawNamed(store, desk, name).number
      const next = numberToCome(store, desk.now)
      if (next === null) throw refuse('no-office-mark', { draw })
      const given = { draw, paper, ...next, number: wished ?? next.number }
      const taken = paperWithNumber(store, given.mark, given.year, given.number)
      if (taken !== undefined && (taken.draw !== draw || taken.paper !== paper))
        throw refuse('paper-number-given', {
          ...taken,
          number: paperNumber(given.mark, given.year, given.number),
        })
      const has = numbersOf(store, draw).get(paper)
      const isSame =
        has !== undefined && has.mark === given.mark && has.year === given.year && has.number === given.number
      if (!isSame) writeNumber(writer, given)
      return { subject: { draw, numbers: [given] }, result: null }
    })
    return told(desk, store, name)
  })
}

function told(desk: Desk, store: Store, name: string): number {
  const draw = drawNamed(store, desk, name).number
  const numbers = [...numbersOf(store, draw).values()].map(({ paper, mark, year, number }) => ({
    ...{ paper, mark, year, number },
    text: paperNumber(mark, year, number),
  }))
  const { office: say } = desk.say
  desk.result({ draw, numbers }, () =>
    numbers.length === 0
      ? [say.unnumbered(draw)]
      : numbers.map(({ paper, text }) => say.numbered(say.papers[paper], text)),
  )
  return 0
}

/** The paper that was meant, by its name in either language. */
function paperNamed(name: string): NumberedPaper {
  const paper = NUMBERED_PAPERS.find(one => one === name || PAPERS[one].includes(name))
  if (paper !== undefined) return paper
  throw refuse('unknown-paper', { name, known: NUMBERED_PAPERS.map(one => PAPERS[one][0]!) })
}

const PAPERS: Readonly<Record<NumberedPaper, readonly string[]>> = {
  announcement: ['抽取公告'],
  notice: ['抽查任务公告', '任务公告'],
  visits: ['检查通知书', '抽查通知书', '通知书'],
}

function numberNamed(text: string): number {
  const reading = readOfficeSetting(officeSettingOf('number'), text, new Set())
  if ('value' in reading && reading.value !== '') return Number(reading.value)
  throw refuse('invalid-option', { option: '--number', value: text, expected: '1-99999' })
}

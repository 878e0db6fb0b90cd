import { approved, sameName } from '../../core/approval/approval.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { differences } from '../../core/registry/differences.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { columnOf, idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { type Judged, judgeResult } from '../../core/results/judge.ts'
import type { JudgingInput } from '../../core/results/judging-input.ts'
import { settledBy } from '../../core/results/outcome-of-result.ts'
import { placeOfResult } from '../../core/results/place-of-result.ts'
import type { ResultReasons } from '../../core/results/reasons.ts'
import type { Result } from '../../core/results/result.ts'
import { resultId } from '../../core/results/result-key.ts'
import { saidBy } from '../../core/results/said.ts'
import { inEntry } from '../../store/entry.ts'
import { judgingInput } from '../../store/inputs/judging-input.ts'
import { endRecord, recordOf, writeRecord } from '../../store/registry/registry.ts'
import { carrySteps, writeStep } from '../../store/results/result-steps.ts'
import { writersIn } from '../../store/results/result-writers.ts'
import { resultWith } from '../../store/results/results.ts'
import type { Desk } from '../../terminal/desk.ts'
import { officeToday } from '../office-today.ts'
import { pairsOf } from '../registry/add.ts'
import { faultOf, readOne } from '../registry/write-one.ts'
import { occasionOf, withStore } from '../session.ts'

const refuse = refusal<OptionReasons & ResultReasons>()

/**
 * results correct — a published result says something else, for a reason and with an approver who did not enter it; what
 * it said stays in its history, and the correction is published with it.
 */
export function correctResult(
  desk: Desk,
  id: string,
  options: { readonly set?: readonly string[]; readonly reason?: string; readonly approver?: string },
): Promise<number> {
  const { reason, approver } = approved(desk.actor, options)
  if (options.set === undefined) throw refuse('missing-option', { option: '--set' })
  const texts = pairsOf(options.set)
  return withStore(desk, async store => {
    const of = library('results')
    const { entry, result } = await inEntry(store, occasionOf(desk), 'results correct', writer => {
      const found = resultWith(store, id)
      if (found === null) throw refuse('no-such-result', { result: id, nearest: null })
      if (found.state !== 'published') {
        const states = [{ state: found.state, count: 1 }]
        throw refuse('results-not-ready', { step: 'correct', states, example: id })
      }
      if (writersIn(store)(found).some(writer => sameName(writer, approver)))
        throw refuse('approver-entered-result', { approver, count: 1, example: id })
      const before = recordOf(store, of, id)!
      const keys = {
        task: found.occasion || found.task,
        target: found.target,
        department: found.department,
        抽查事项: found.item,
      }
      const given = new Map([...Object.entries(keys).filter(([, value]) => value !== ''), ...texts])
      const { row } = readOne(desk, store, of, given, () => withoutDerivedEnd(before.row))
      const today = officeToday(desk, store)
      const judged = judgedCorrection(
        judgingInput(store, today, desk.actor, (_, made) => made),
        found,
        {
          before: withoutState(before.row),
          row: withoutState(row),
        },
      )
      if (judged.kind === 'issue') throw faultOf(desk, of, judged.issue)
      if (judged.kind === 'unfilled' || same(judged.row, withoutState(before.row)))
        throw refuse('nothing-corrected', { result: id })
      endRecord(writer, of, before.version)
      writeRecord(writer, of, withStateOf(before.row, judged.row))
      if (idOf(judged.row) !== found.id) carrySteps(store, writer, found.id, idOf(judged.row))
      writeStep(writer, idOf(judged.row), { step: 'corrected', day: today, approver, reason })
      const fields = differences(of, before.row, judged.row)
      return { subject: { id, reason, approver }, result: { id, day: today, reason, approver, fields } }
    })
    desk.result({ ...result, entry: entry!.number, digest: entry!.digest }, () => [
      desk.say.results.corrected(result.id, result.day),
      ...result.fields.map(
        ({ field, was, becomes }) => `  ${desk.say.import.changedTo(field, was, becomes)}`,
      ),
      `  ${desk.say.log.entry(entry!.number, entry!.digest)}`,
    ])
    return 0
  })
}

/**
 * A correction judged as if what stands were still to be reviewed, so that nothing speaks against its change; its team and
 * its place are those that it was entered with, whatever became of the draw since.
 */
function judgedCorrection(
  input: JudgingInput,
  found: Result,
  { before, row }: { readonly before: RecordCells; readonly row: RecordCells },
): Judged {
  const { id } = found
  // A row of version 0.1.0 gets its key by being written again.
  const isCarried = id !== resultId(found)
  const standing = { row: before, state: 'entered', keptAs: id } as const
  const own = { ...input, standing: (key: string) => (isCarried || key === id ? standing : null) }
  const place = placeOfResult(saidBy(row, 1), own)
  const becomes = 'found' in place ? resultId(place.found.key) : id
  if (becomes !== id && !isCarried) throw refuse('correction-elsewhere', { result: id, becomes })
  return judgeResult(row, 1, own)
}

/** 完结状态 that followed by itself follows anew from what is corrected; one that somebody had to state stays. */
function withoutDerivedEnd(row: RecordCells): RecordCells {
  const settled = columnOf(library('results'), 'settled')
  const open = row.with(settled, '')
  return row[settled] === settledBy(saidBy(open, 1)) ? open : row
}

/** What version 0.1.0 kept of a state is taken over by the steps. */
function withoutState(row: RecordCells): RecordCells {
  return row
    .with(columnOf(library('results'), 'review'), '')
    .with(columnOf(library('results'), 'published'), '')
}

function withStateOf(before: RecordCells, row: RecordCells): RecordCells {
  const [review, published] = [
    columnOf(library('results'), 'review'),
    columnOf(library('results'), 'published'),
  ]
  return row.with(review, before[review]!).with(published, before[published]!)
}

function same(one: RecordCells, other: RecordCells): boolean {
  return one.every((cell, place) => cell === other[place])
}

import { escapeControls } from '../core/escape-controls.ts'
import { officeTime } from '../core/office-time.ts'
import { officeOffset } from '../store/rules.ts'
import { entryCount, ledger } from '../store/views/log.ts'
import { type Break, verifyLedger } from '../store/views/verify-ledger.ts'
import type { Desk } from '../terminal/desk.ts'
import { table } from '../terminal/table.ts'
import { inOneState } from './session.ts'

/** log — the ledger, or the check of every digest in it. */
export async function log(desk: Desk, options: { readonly verify?: boolean }): Promise<number> {
  const { say, colours } = desk
  return inOneState(desk, store => {
    if (options.verify === true) {
      const broken = verifyLedger(store)
      const count = entryCount(store)
      desk.result({ holds: broken === null, entries: count, ...(broken === null ? {} : broken) }, () => {
        if (broken === null) return [colours.out.agrees(say.log.holds(count))]
        return [colours.out.differs(brokenSentence(say.log, broken))]
      })
      return broken === null ? 0 : 1
    }
    const entries = ledger(store)
    const columns = say.log.columns
    const offset = officeOffset(store)
    desk.result({ entries }, () =>
      table(
        [columns.entry, columns.at(offset), columns.actor, columns.action, columns.rows, columns.digest],
        entries.map(entry => [
          String(entry.number),
          officeTime(entry.at, offset),
          escapeControls(entry.actor),
          `${entry.action} ${escapeControls(String(entry.subject.file ?? entry.subject.draw ?? entry.subject.id ?? ''))}`,
          entry.rows.map(({ table: name, written, ended }) => `${name} ${written}/${ended}`).join(' '),
          entry.digest.slice(0, 16),
        ]),
        ['right'],
      ),
    )
    return 0
  })
}

function brokenSentence(say: Desk['say']['log'], broken: Break): string {
  const { problems } = say
  switch (broken.problem) {
    case 'schema':
      return say.misbuilt(problems.schema[broken.how](escapeControls(broken.object)))
    case 'integrity':
      return say.misbuilt(problems.integrity(escapeControls(broken.message)))
    case 'rows':
    case 'orphan':
      return say.broken(broken.entry, problems[broken.problem](broken.table))
    case 'chain':
    case 'digest':
    case 'seal':
    case 'time':
      return say.broken(broken.entry, problems[broken.problem])
    default:
      return broken satisfies never
  }
}

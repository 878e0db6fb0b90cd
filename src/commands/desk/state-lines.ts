import { officeTime } from '../../core/office-time.ts'
import { DUTIES, type OwedSum } from '../../core/report/deadlines.ts'
import type { OfficeState } from '../../store/desk/office-state.ts'
import type { Desk } from '../../terminal/desk.ts'
import { deskWindow } from '../../terminal/desk-window.ts'
import { widthOf } from '../../terminal/width.ts'
import { hanging } from '../../terminal/wrapped.ts'
import { lackingIn } from './comes-next.ts'

/** How the office's work stands, as the first thing that is seen at the desk, in lines of its window. */
export function stateLines(
  desk: Desk,
  state: OfficeState,
  owed: readonly OwedSum[],
  offset: string,
): string[] {
  const { columns } = deskWindow(desk.world)
  return linesOf(desk, state, owed, offset).flatMap(line => hanging(line, columns))
}

function linesOf(desk: Desk, state: OfficeState, owed: readonly OwedSum[], offset: string): string[] {
  const { title, state: say } = desk.say.desk
  const rule = '-'.repeat(Math.min(deskWindow(desk.world).columns, 60) - 1)
  if (state.entry < 0) return ['', title, rule, say.noDatabase(desk.db.written), say.actor(desk.actor), rule]
  const { last } = state
  const lacking = lackingIn(state).map(name => desk.say.registry.libraries[name])
  return [
    '',
    title,
    rule,
    say.database(desk.db.written),
    ...(state.office === '' ? [] : [say.office(state.office)]),
    say.actor(desk.actor),
    ...(last === null
      ? []
      : [
          say.last(
            officeTime(last.at, offset).slice(0, 16),
            last.actor,
            desk.say.log.done(last.action, desk.say.published.certificate.named(last.what, last.name)),
          ),
        ]),
    ...(lacking.length === 0 ? [] : [say.lacking(lacking)]),
    say.tasks(state.ahead.length, state.waiting.length, state.drawn.length),
    ...owedLines(desk, owed),
    rule,
  ]
}

/** What is owed of each kind, and since when what is too late: as many to a line as fit. */
function owedLines({ say, world }: Desk, owed: readonly OwedSum[]): string[] {
  const words = say.desk.state
  const parts = DUTIES.flatMap(duty => {
    const sums = owed.filter(sum => sum.duty === duty)
    const count = sums.reduce((sum, { owed }) => sum + owed, 0)
    const overdue = sums.reduce((sum, { overdue }) => sum + overdue, 0)
    const [since = ''] = sums.flatMap(({ firstDue }) => firstDue ?? []).sort()
    return count === 0 ? [] : [words.duty(duty, count, overdue, since)]
  })
  if (parts.length === 0) return [words.nothingOwed]
  const lines: string[] = []
  let line = words.owed
  const indent = ' '.repeat(widthOf(words.owed))
  for (const part of parts) {
    const longer = line.trim() === words.owed.trim() || line === indent ? line + part : `${line}  ${part}`
    if (widthOf(longer) < deskWindow(world).columns) line = longer
    else {
      lines.push(line)
      line = indent + part
    }
  }
  return [...lines, line]
}

import { isStanding } from '../../../core/draw/substitution/standing.ts'
import { codesFor, labelOf } from '../../../core/draw/substitution/substitution-cause.ts'
import { readRecord } from '../../../store/registry/registry.ts'
import { drawnOf } from '../../../store/views/drawn.ts'
import { targetName } from '../../../store/views/names.ts'
import { changedIn } from '../../../store/views/standing-draw.ts'
import { orBack } from '../../../terminal/asked.ts'
import type { Choice } from '../../../terminal/asker.ts'
import { drawNamed } from '../../lookup.ts'
import { recordSearch } from '../../registry/record-search.ts'
import type { Answers, Sitting } from '../work/job.ts'
import { holding } from '../work/questions.ts'

/** The targets of a draw that will be inspected as it stands. */
export function targetsStanding(
  { desk, read }: Sitting,
  { draw }: Answers,
): Promise<readonly Choice<string>[]> {
  return read(store => {
    const { number, since } = drawNamed(store, desk, draw!)
    const { standing } = changedIn(store, number)
    return drawnOf(store, number)
      .filter(row => isStanding(row, standing))
      .map(({ target }) => ({ name: `${target}  ${targetName(store, target, since)}`, value: target }))
  })
}

/** The people who have a seat in a draw as it stands. */
export function inspectorsSeated(
  { desk, read }: Sitting,
  { draw }: Answers,
): Promise<readonly Choice<string>[]> {
  return read(store => {
    const { number, since } = drawNamed(store, desk, draw!)
    const { seats } = changedIn(store, number).standing
    const ids = [...new Set(seats.map(({ inspector }) => inspector))].filter(id => id !== '').sort()
    return ids.map(id => {
      const name =
        readRecord(store, 'inspectors', id, since)?.get('name') ??
        readRecord(store, 'experts', id, since)?.get('name')
      return { name: `${id}  ${name ?? ''}`, value: id }
    })
  })
}

/** The visits of somebody in a draw as it stands: all of them, or one. */
export function visitsOfInspector(
  { desk, read }: Sitting,
  { draw, inspector }: Answers,
): Promise<readonly Choice<string>[]> {
  return read(store => {
    const { number, since } = drawNamed(store, desk, draw!)
    const { seats } = changedIn(store, number).standing
    const targets = [
      ...new Set(seats.filter(seat => seat.inspector === inspector).map(({ target }) => target)),
    ]
    return [
      { name: desk.say.desk.options.everything, value: '' },
      ...targets.map(target => ({ name: `${target}  ${targetName(store, target, since)}`, value: target })),
    ]
  })
}

/** Why a target or an inspector may fall out, as offices say it. */
export async function causesOfFall({ asker, desk }: Sitting, { fallen }: Answers): Promise<string> {
  const codes = codesFor(fallen === 'target' ? 'target' : 'inspector')
  const cause = await asker.choose(
    desk.say.desk.ask.outcome,
    codes.map(code => ({ name: labelOf(code), value: code })),
  )
  const check = (text: string) => (text === '' && cause === 'other' ? desk.say.desk.needed : null)
  const words = await asker.text({ message: desk.say.desk.ask.reason, check })
  return words === '' ? cause : `${cause}:${words}`
}

/** The targets at which two draws meet, one after the other until that is all; one to a line. */
export async function targetsInBoth(sitting: Sitting, { draw, guest }: Answers): Promise<string> {
  const { desk, asker } = sitting
  const theirs = new Set((await targetsStanding(sitting, { draw: guest! })).map(({ value }) => value))
  const common = (await targetsStanding(sitting, { draw: draw! })).filter(({ value }) => theirs.has(value))
  const taken: string[] = []
  for (;;) {
    const left = common.filter(({ value }) => !taken.includes(value))
    if (left.length === 0 && taken.length > 0) return taken.join('\n')
    const end = taken.length === 0 ? [] : [{ name: desk.say.desk.record.enough(taken.length), value: '' }]
    const target = await asker.find(desk.say.desk.ask.targets, async term => holding([...end, ...left], term))
    if (target === '') return taken.join('\n')
    taken.push(target)
  }
}

/** Inspectors and the departments that they are lent to, one pair to a line, until that is all. */
export async function whoIsLent({ desk, asker, read }: Sitting): Promise<string> {
  const { ask, record } = desk.say.desk
  const people = recordSearch(desk, 'inspectors')
  const departments = recordSearch(desk, 'departments')
  const pairs: string[] = []
  for (;;) {
    const end = pairs.length === 0 ? [] : [{ name: record.enough(pairs.length), value: '' }]
    const inspector = await asker.find(ask.lent, async (term, signal) => {
      const found = await people(term, signal)
      return [
        ...(term === '' ? end : []),
        ...found.filter(({ value }) => !pairs.some(pair => pair.startsWith(`${value}=`))),
      ]
    })
    if (inspector === '') return pairs.join('\n')
    const own = await read(store => readRecord(store, 'inspectors', inspector)?.get('department') ?? '')
    const department = await orBack(
      null,
      asker.find(ask.department, async (term, signal) =>
        (await departments(term, signal)).filter(({ value }) => value !== own),
      ),
    )
    if (department !== null) pairs.push(`${inspector}=${department}`)
  }
}

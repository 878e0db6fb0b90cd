import { approvedFor, sameName } from '../../../core/approval/approval.ts'
import type { LibraryName } from '../../../core/registry/libraries/field.ts'
import { approversUsed } from '../../../store/desk/names-used.ts'
import { type DrawAt, drawsAt } from '../../../store/desk/office-state.ts'
import type { Choice } from '../../../terminal/asker.ts'
import type { QuestionName } from '../../../terminal/sentences/jobs/names.ts'
import type { OptionName } from '../../../terminal/sentences/topics/desk.ts'
import { IN_SIGHT, recordSearch } from '../../registry/record-search.ts'
import type { Answers, Question, Sitting } from './job.ts'
import { judged, plainWords, publicWords, type Read, type Reading, yearRead } from './readings.ts'

export type When = Pick<Question, 'when'>

interface Typed extends When {
  readonly initial?: (sitting: Sitting, answers: Answers) => string | Promise<string>
  /** May stay empty. */
  readonly free?: true
  /** As words of the ledger where nothing else is said. */
  readonly read?: Read
}

/**
 * A line of text, checked as it is given; what was answered before, else `initial`, is what Enter alone means. The answer is
 * what was understood.
 */
export function typed(
  name: QuestionName,
  { initial, free, read = plainWords(name), when }: Typed = {},
): Question {
  return {
    name,
    ...(when === undefined ? {} : { when }),
    async ask(sitting, answers) {
      const { say } = sitting.desk
      const nothing: Reading = free === true ? { value: '' } : { fault: say.desk.needed }
      const reading = async (text: string) => (text === '' ? nothing : read(text, sitting, answers))
      const text = await sitting.asker.text({
        message: say.desk.ask[name],
        initial: answers[name] ?? (await initial?.(sitting, answers)) ?? '',
        async check(text) {
          const read = await reading(text)
          return 'fault' in read ? read.fault : null
        },
      })
      const understood = await reading(text)
      return 'value' in understood ? understood.value : text
    },
  }
}

/** One of a few answers, which stand for themselves. */
export function oneOf(name: QuestionName, options: readonly OptionName[], more: When = {}): Question {
  return {
    name,
    ...more,
    ask: ({ desk: { say }, asker }, answers) =>
      asker.choose(
        say.desk.ask[name],
        options.map(option => ({ name: say.desk.options[option], value: option })),
        answers[name] as OptionName | undefined,
      ),
  }
}

/** One of those that are there. */
export function picked(
  name: QuestionName,
  choices: (sitting: Sitting, answers: Answers) => Promise<readonly Choice<string>[]>,
  more: When = {},
): Question {
  return {
    name,
    ...more,
    async ask(sitting, answers) {
      const all = await choices(sitting, answers)
      return sitting.asker.find(sitting.desk.say.desk.ask[name], async term =>
        holding(all, term).slice(0, IN_SIGHT),
      )
    },
  }
}

/** Those whose text holds what was typed. */
export function holding(choices: readonly Choice<string>[], term: string): Choice<string>[] {
  const wanted = term.toUpperCase()
  return choices.filter(({ name }) => name.toUpperCase().includes(wanted))
}

/** One record of a registry. */
export function recordIn(
  name: QuestionName,
  library: (answers: Answers) => LibraryName,
  more: When = {},
): Question {
  return {
    name,
    ...more,
    ask: ({ desk, asker }, answers) =>
      asker.find(desk.say.desk.ask[name], recordSearch(desk, library(answers))),
  }
}

/** One draw in one of these states, the last first. */
export function drawIn(name: QuestionName, isMeant: (draw: DrawAt) => boolean = () => true): Question {
  return picked(name, async sitting => drawChoices(sitting, isMeant))
}

export async function drawChoices(
  { desk, read }: Sitting,
  isMeant: (draw: DrawAt) => boolean,
): Promise<Choice<string>[]> {
  const draws = await read(drawsAt)
  return draws.filter(isMeant).map(({ number, taskId, name, state }) => ({
    name: `${number}  ${taskId} ${name}  ${desk.say.desk.states[state]}`,
    value: number,
  }))
}

/** Whoever approves: one who did before, or another who is typed; never the one who acts. */
export const approver: Question = {
  name: 'approver',
  async ask(sitting) {
    const { desk, asker, read } = sitting
    const used = (await read(approversUsed)).filter(name => !sameName(name, desk.actor))
    const another = judged(name => approvedFor(desk.actor, name))
    for (;;) {
      const name = await askName(asker, desk.say.desk.ask.approver, used)
      const reading = await another(name, sitting, {})
      if ('value' in reading) return reading.value
      desk.remark(`! ${reading.fault}`)
    }
  },
}

/** A name that was used before, or another that is typed. */
export function askName(asker: Sitting['asker'], message: string, used: readonly string[]): Promise<string> {
  return asker.find(message, async term => {
    const found = used.filter(name => name.includes(term))
    const typed = term !== '' && !found.includes(term) ? [term] : []
    return [...typed, ...found].map(name => ({ name, value: name }))
  })
}

/** A reason that the public will read. */
export const publicReason = typed('reason', { read: publicWords('reason') })

/** A reason that stays in the ledger. */
export const reason = typed('reason')

/** A year, this one unless another is typed. */
export function year(more: When = {}): Question {
  return typed('year', { initial: ({ state }) => state.today.slice(0, 4), read: yearRead, ...more })
}

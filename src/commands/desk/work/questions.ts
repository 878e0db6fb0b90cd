import { type Dirent, existsSync, readdirSync } from 'node:fs'
import { sameName } from '../../../core/approval/approval.ts'
import { isDay } from '../../../core/dates.ts'
import type { LibraryName } from '../../../core/registry/libraries/field.ts'
import { approversUsed } from '../../../store/desk/names-used.ts'
import { type DrawAt, drawsAt } from '../../../store/desk/office-state.ts'
import type { Choice } from '../../../terminal/asker.ts'
import type { Desk } from '../../../terminal/desk.ts'
import type { QuestionName } from '../../../terminal/sentences/jobs/names.ts'
import type { OptionName } from '../../../terminal/sentences/topics/desk.ts'
import { IN_SIGHT, recordSearch } from '../../registry/record-search.ts'
import type { Answers, Question, Sitting } from './job.ts'

type When = Pick<Question, 'when'>

interface Typed extends When {
  readonly initial?: (sitting: Sitting, answers: Answers) => string | Promise<string>
  /** May stay empty. */
  readonly free?: true
  readonly check?: (text: string, sitting: Sitting, answers: Answers) => string | null
}

/** A line of text; what was answered before, else `initial`, is what Enter alone means. */
export function typed(name: QuestionName, { initial, free, check, when }: Typed = {}): Question {
  return {
    name,
    ...(when === undefined ? {} : { when }),
    async ask(sitting, answers) {
      const { say } = sitting.desk
      return sitting.asker.text({
        message: say.desk.ask[name],
        initial: answers[name] ?? (await initial?.(sitting, answers)) ?? '',
        check(text) {
          if (text === '') return free === true ? null : say.desk.needed
          return check?.(text, sitting, answers) ?? null
        },
      })
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
  async ask({ desk, asker, read }) {
    const used = (await read(approversUsed)).filter(name => !sameName(name, desk.actor))
    return askName(asker, desk.say.desk.ask.approver, used, name => !sameName(name, desk.actor))
  },
}

/** A name that was used before, or another that is typed. */
export function askName(
  asker: Sitting['asker'],
  message: string,
  used: readonly string[],
  isMeant: (name: string) => boolean = () => true,
): Promise<string> {
  return asker.find(message, async term => {
    const found = used.filter(name => name.includes(term))
    const typed = term !== '' && !found.includes(term) && isMeant(term) ? [term] : []
    return [...typed, ...found].map(name => ({ name, value: name }))
  })
}

export const reason = typed('reason')

/** A day as it is written, today unless another is typed. */
export const day = typed('date', {
  initial: ({ desk }) => desk.now.slice(0, 10),
  check: (text, { desk }) => (isDay(text) ? null : desk.say.desk.badDay),
})

/** A file or folder that is there: those of the folder one is in, or a path that is typed. */
export function existing(
  name: QuestionName,
  of: 'file' | 'folder',
  { matching = TABLES, ...more }: When & { readonly matching?: RegExp } = {},
): Question {
  const isMeant = (entry: Dirent) =>
    of === 'folder' ? entry.isDirectory() : entry.isFile() && matching.test(entry.name)
  return {
    name,
    ...more,
    ask: ({ desk, asker }) =>
      asker.find(desk.say.desk.ask[name], async term => entriesAt(desk, isMeant, unquoted(term))),
  }
}

/** What a path is that was dragged into the terminal. */
function unquoted(term: string): string {
  return term.replace(/^(["'])(.*)\1$/, '$2')
}

const TABLES = /\.(?:csv|txt|xlsx|gz|tsv)$/i

/** The entries of a folder that go on as was typed; first the very one that was typed. */
function entriesAt(desk: Desk, isMeant: (entry: Dirent) => boolean, term: string): Choice<string>[] {
  const cut = Math.max(term.lastIndexOf('/'), term.lastIndexOf('\\')) + 1
  const [folder, start] = [term.slice(0, cut), term.slice(cut)]
  const found = listed(desk.path(folder === '' ? '.' : folder).full)
    .filter(isMeant)
    .map(entry => folder + entry.name)
    .filter(path => !path.slice(cut).startsWith('.') && path.slice(cut).includes(start))
    .sort()
  const exact = term !== '' && existsSync(desk.path(term).full) ? [term] : []
  return [...new Set([...exact, ...found])].slice(0, IN_SIGHT).map(path => ({ name: path, value: path }))
}

function listed(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** A file or folder that is to be written: a name that is free, as it stands or as it is typed. */
export function fresh(
  name: QuestionName,
  initial: (sitting: Sitting, answers: Answers) => string | Promise<string>,
  more: When & { readonly free?: true } = {},
): Question {
  return typed(name, {
    ...more,
    initial: async (sitting, answers) => {
      const wanted = await initial(sitting, answers)
      return wanted === '' ? '' : freeName(sitting.desk, wanted)
    },
    check: (text, { desk }) => (existsSync(desk.path(text).full) ? desk.say.desk.taken(text) : null),
  })
}

/** The name, or with a number where it is taken. */
export function freeName(desk: Desk, wanted: string): string {
  const [, stem, ending] = /^(.*?)(\.[a-z]+)?$/.exec(wanted)!
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${stem}-${number}${ending ?? ''}`
    if (!existsSync(desk.path(name).full)) return name
  }
}

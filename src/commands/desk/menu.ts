import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { LIBRARIES, type LibraryName } from '../../core/registry/libraries/field.ts'
import { taskOf } from '../../core/registry/task.ts'
import { attemptsAt } from '../../store/draws/draws.ts'
import type { Desk } from '../../terminal/desk.ts'
import { taskRow } from '../draw/task-row.ts'
import { taskNamed } from '../lookup.ts'
import { officeToday } from '../office-today.ts'
import { inOneState } from '../session.ts'

const refuse = refusal<OptionReasons>()

/** `ssj` alone — the menu that leads a clerk through it. Off a terminal the help is what is wanted. */
export async function menu(desk: Desk): Promise<number> {
  if (!desk.interactive) throw refuse('usage', { message: desk.say.common.menuNeedsTerminal, of: 'ssj' })
  for (const line of await (await import('../report/deadlines.ts')).dueFirst(desk)) desk.remark(line)
  const { askChoice, askText } = await import('../../terminal/ask.ts')
  const words = desk.say.common.menu
  const verb = await askChoice<Verb | 'quit'>(
    desk.world,
    words.title,
    [...VERBS, 'quit' as const].map(value => ({ name: words[value], value })),
  )
  if (verb === 'quit') return 0
  const ask = (what: string) => askText(desk.world, desk.say.registry.ask(what))
  const askLibrary = () =>
    askChoice<LibraryName>(
      desk.world,
      words.library,
      LIBRARIES.map(value => ({ name: desk.say.registry.libraries[value], value })),
    )
  return DOES[verb](desk, { ask, askLibrary, words })
}

interface Questions {
  readonly ask: (what: string) => Promise<string>
  readonly askLibrary: () => Promise<LibraryName>
  readonly words: Desk['say']['common']['menu']
}

/** In the order in which a year needs them. */
const VERBS = ['import', 'add', 'freeze', 'run', 'substitute', 'export', 'certify', 'verify', 'log'] as const
type Verb = (typeof VERBS)[number]

/** What each verb asks before its command does it; what an option would say is asked only where it is needed. */
const DOES: Readonly<Record<Verb, (desk: Desk, questions: Questions) => Promise<number>>> = {
  async import(desk, { ask, askLibrary, words }) {
    const library = await askLibrary()
    return (await import('../registry/import.ts')).importFiles(desk, library, [await ask(words.file)], {})
  },
  async add(desk, { askLibrary }) {
    return (await import('../registry/add.ts')).add(desk, await askLibrary(), {})
  },
  async freeze(desk, { ask, words }) {
    return (await import('../draw/freeze.ts')).freeze(desk, await ask(words.task), {})
  },
  async run(desk, { ask, words }) {
    const task = await ask(words.task)
    const { runDraw } = await import('../draw/run.ts')
    const { awaitsDice } = await import('../draw/guided-seed.ts')
    if (await awaitsDice(desk, task)) return runDraw(desk, task, {})
    const seed: string[] = []
    for (const source of await sourcesOf(desk, task)) seed.push(`${source}=${await ask(words.seed(source))}`)
    return runDraw(desk, task, { seed })
  },
  async substitute(desk, { ask, words }) {
    const draw = await ask(words.draw)
    const target = await ask(words.targetOut)
    const who = target === '' ? { inspector: await ask(words.inspectorOut) } : { target }
    const reason = await ask(words.reason)
    const approver = await ask(words.approver)
    return (await import('../draw/substitute.ts')).substitute(desk, draw, { ...who, reason, approver })
  },
  async export(desk, { ask, words }) {
    const draw = await ask(words.draw)
    return (await import('../publish/export.ts')).exportDraw(desk, draw, { to: await ask(words.folder) })
  },
  async certify(desk, { ask, words }) {
    const draw = await ask(words.draw)
    return (await import('../publish/certify.ts')).certify(desk, draw, await ask(words.target), {})
  },
  async verify(desk, { ask, words }) {
    return (await import('../publish/verify.ts')).verifyDraw(desk, await ask(words.folder))
  },
  async log(desk) {
    return (await import('../ledger/log.ts')).log(desk, {})
  },
}

/** The sources to ask for: those of the frozen commitment, else of the plan. */
async function sourcesOf(desk: Desk, task: string): Promise<readonly string[]> {
  return inOneState(desk, store => {
    const standing = attemptsAt(store, taskNamed(store, desk, task) ?? task).find(
      attempt => attempt.void === null,
    )
    return taskOf([...(standing?.detail.row ?? taskRow(desk, store, task, {}).row)], officeToday(desk, store))
      .sources
  })
}

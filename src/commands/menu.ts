import { UserError } from '../core/reason.ts'
import { LIBRARIES, type LibraryName } from '../core/registry/library.ts'
import { taskOf } from '../core/registry/task.ts'
import { attemptsAt } from '../store/draws.ts'
import type { Desk } from '../terminal/desk.ts'
import { withStore } from './shared.ts'
import { taskRow } from './task-row.ts'

/** `ssj` alone — the menu that leads a clerk through it. Off a terminal the help is what is wanted. */
export async function menu(desk: Desk): Promise<number> {
  if (!desk.interactive) throw new UserError('usage', { message: desk.say.menuNeedsTerminal })
  const { askChoice, askText } = await import('../terminal/ask.ts')
  const words = desk.say.menu
  const verbs = ['import', 'freeze', 'run', 'export', 'verify', 'log', 'quit'] as const
  const verb = await askChoice(
    words.title,
    verbs.map(value => ({ name: words[value], value })),
  )
  switch (verb) {
    case 'import': {
      const library = await askChoice<LibraryName>(
        words.library,
        LIBRARIES.map(value => ({ name: desk.say.libraries[value], value })),
      )
      return (await import('./import.ts')).importFiles(
        desk,
        library,
        [await askText(desk.say.ask(words.file))],
        {},
      )
    }
    case 'freeze':
      return (await import('./freeze.ts')).freeze(desk, await askText(desk.say.ask(words.task)), {})
    case 'run': {
      const task = await askText(desk.say.ask(words.task))
      const seed: string[] = []
      for (const source of await sourcesOf(desk, task))
        seed.push(`${source}=${await askText(desk.say.ask(words.seed(source)))}`)
      return (await import('./run.ts')).runDraw(desk, task, { seed })
    }
    case 'export': {
      const draw = await askText(desk.say.ask(words.draw))
      return (await import('./export.ts')).exportDraw(desk, draw, {
        to: await askText(desk.say.ask(words.folder)),
      })
    }
    case 'verify':
      return (await import('./verify.ts')).verifyDraw(desk, await askText(desk.say.ask(words.folder)))
    case 'log':
      return (await import('./log.ts')).log(desk, {})
    case 'quit':
      return 0
    default:
      return verb satisfies never
  }
}

/** The sources to ask for: those of the frozen commitment, else of the plan. */
async function sourcesOf(desk: Desk, task: string): Promise<readonly string[]> {
  return withStore(desk, store => {
    const standing = attemptsAt(store, task).find(attempt => attempt.void === null)
    return taskOf([...(standing?.detail.row ?? taskRow(desk, store, task, {}).row)], desk.now.slice(0, 10))
      .sources
  })
}

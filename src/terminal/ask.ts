import { createPromptModule } from 'inquirer'
import { escapeControls } from '../core/escape-controls.ts'
import type { World } from './desk.ts'

/** One line of text from the person at the terminal. The question goes to stderr, so that stdout holds results only. */
export async function askText(world: World, message: string): Promise<string> {
  const { answer } = await asking(world)([
    { type: 'input', name: 'answer', message: escapeControls(message) },
  ])
  return String(answer).trim()
}

/** The same, covered up once it is answered, so that whoever is asked next answers for themselves. */
export async function askCovered(world: World, message: string): Promise<string> {
  const transformer = (text: string, { isFinal }: { readonly isFinal: boolean }) =>
    isFinal ? '•'.repeat([...text].length) : text
  const { answer } = await asking(world)([
    { type: 'input', name: 'answer', message: escapeControls(message), transformer },
  ])
  return String(answer).trim()
}

/** One of several choices. */
export async function askChoice<T extends string>(
  world: World,
  message: string,
  choices: readonly { name: string; value: T }[],
): Promise<T> {
  const { answer } = await asking(world)([
    { type: 'select', name: 'answer', message: escapeControls(message), choices: [...choices] },
  ])
  return answer as T
}

/** Yes or no; Enter alone means no. */
export async function askYes(world: World, message: string): Promise<boolean> {
  const { answer } = await asking(world)([
    { type: 'confirm', name: 'answer', message: escapeControls(message), default: false },
  ])
  return answer === true
}

function asking({ stdin, stderr }: World) {
  return createPromptModule({ input: stdin, output: stderr })
}

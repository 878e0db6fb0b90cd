import inquirer from 'inquirer'

const ask = inquirer.createPromptModule({ output: process.stderr })

/** One line of text from the person at the terminal. Asked on stderr, so that stdout holds results only. */
export async function askText(message: string): Promise<string> {
  const { answer } = await ask([{ type: 'input', name: 'answer', message }])
  return String(answer).trim()
}

/** One of several choices. */
export async function askChoice<T extends string>(
  message: string,
  choices: readonly { name: string; value: T }[],
): Promise<T> {
  const { answer } = await ask([{ type: 'select', name: 'answer', message, choices: [...choices] }])
  return answer as T
}

/** Yes or no; no when Enter is pressed. */
export async function askYes(message: string): Promise<boolean> {
  const { answer } = await ask([{ type: 'confirm', name: 'answer', message, default: false }])
  return answer === true
}

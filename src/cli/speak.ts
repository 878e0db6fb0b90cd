import { type CommandUnknownOpts, Help as Layout } from '@commander-js/extra-typings'
import type { World } from '../terminal/desk.ts'
import { widthOf } from '../terminal/width.ts'
import { EXAMPLES } from './examples.ts'
import type { Help } from './groups/command.ts'
import { wordsOf } from './help-command.ts'
import { Misuse } from './misuse.ts'

/**
 * Help in the user's language, with columns that count Chinese characters as two, what cannot be left out marked, and
 * examples below; what cannot be understood as exceptions that know their command.
 */
export function speak(
  command: CommandUnknownOpts,
  world: Pick<World, 'stdout' | 'stderr'>,
  help: Help,
): void {
  const { titles, required, examples } = help.common
  command.exitOverride(error => {
    throw new Misuse(command, error)
  })
  command.configureOutput({
    writeOut: text => world.stdout.write(text),
    writeErr: text => world.stderr.write(text),
    getOutHelpWidth: () => columnsOf(world.stdout),
    getErrHelpWidth: () => columnsOf(world.stderr),
    outputError: () => {},
  })
  command.configureHelp({
    displayWidth: widthOf,
    styleTitle: title => titles[title.replace(/:$/, '')] ?? title,
    optionDescription: option => option.description + (option.mandatory ? required : ''),
    groupItems: (all, shown, of) => {
      // What is of the command itself comes first.
      const groups = [...new Layout().groupItems(all, shown, of)]
      return new Map(groups.toSorted(([a], [b]) => Number(b === OPTIONS) - Number(a === OPTIONS)))
    },
    visibleGlobalOptions: cmd =>
      cmd.parent === null ? [] : new Layout().visibleGlobalOptions.call({ showGlobalOptions: true }, cmd),
  })
  const shown = EXAMPLES[wordsOf(command).slice(1).join(' ')] ?? []
  if (shown.length > 0)
    command.addHelpText('after', () => [`\n${examples}`, ...shown.map(line => `  ${line}`)].join('\n'))
  if (command.parent === null)
    command.addHelpText('after', () => help.common.notes.map(note => `\n${noteLines(note)}`).join('\n'))
  for (const child of command.commands) speak(child, world, help)
}

function noteLines([heading, ...lines]: Help['common']['notes'][number]): string {
  const width = Math.max(...lines.map(([word]) => widthOf(word)))
  return [heading, ...lines.map(([word, meaning]) => `  ${word.padEnd(width)}  ${meaning}`)].join('\n')
}

/** The group of options that have no other. */
const OPTIONS = 'Options:'

function columnsOf({ isTTY, columns }: World['stdout']): number {
  return isTTY === true && columns !== undefined ? columns : 80
}

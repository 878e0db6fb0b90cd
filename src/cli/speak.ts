import { type CommandUnknownOpts, Help } from '@commander-js/extra-typings'
import type { World } from '../terminal/desk.ts'
import { widthOf } from '../terminal/width.ts'

/** Titles of the help in the user's language, columns that count Chinese characters as two, errors as exceptions. */
export function speak(
  command: CommandUnknownOpts,
  world: Pick<World, 'stdout' | 'stderr'>,
  titles: Readonly<Record<string, string>>,
): void {
  command.exitOverride()
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
    visibleGlobalOptions: cmd =>
      cmd.parent === null ? [] : new Help().visibleGlobalOptions.call({ showGlobalOptions: true }, cmd),
  })
  for (const child of command.commands) speak(child, world, titles)
}

function columnsOf({ isTTY, columns }: World['stdout']): number {
  return isTTY === true && columns !== undefined ? columns : 80
}

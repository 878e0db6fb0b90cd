import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Settings } from '../core/settings.ts'
import { wordsOf } from './help-command.ts'

/** The commands of which an option of this name is meant by `ssj.json`: `--encoding` of an import is another one. */
const OF: Readonly<Record<string, readonly string[]>> = {
  encoding: ['template', 'export', 'publish', 'results sheet'],
  headings: ['template'],
  format: ['export'],
  layout: ['export'],
  officers: ['export', 'certify'],
  profile: ['export'],
}

/** Gives a command the values that nobody wrote on its line. */
export function settle(command: CommandUnknownOpts, { options }: Settings): void {
  const words = wordsOf(command).slice(1).join(' ')
  for (const [name, value] of Object.entries(options))
    if (OF[name]?.includes(words) && command.getOptionValue(name) === undefined)
      command.setOptionValueWithSource(name, value, 'config')
}

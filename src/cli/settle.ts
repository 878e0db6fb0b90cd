import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { OPTION_SETTINGS } from '../core/settings/in-force.ts'
import type { Settings } from '../core/settings/settings.ts'
import { wordsOf } from './help-command.ts'

/** Gives a command the values that nobody wrote on its line. */
export function settle(command: CommandUnknownOpts, { options }: Settings): void {
  const words = wordsOf(command).slice(1).join(' ')
  for (const [name, value] of Object.entries(options))
    if (OPTION_SETTINGS[name]?.[1].includes(words) && command.getOptionValue(name) === undefined)
      command.setOptionValueWithSource(name, value, 'config')
}

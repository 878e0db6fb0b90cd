import { RootCommand } from '@bomb.sh/tab'
import type { Command } from '@commander-js/extra-typings'
import type { Desk } from '../terminal/desk.ts'
import { type Place, placeOfArgument, placeOfOption } from './choices.ts'
import { everyCommand } from './every-command.ts'
import { wordOf } from './word-of.ts'

/** completion — the script that a shell needs. */
export function completionFor(program: Command) {
  return async (desk: Desk, shell: string): Promise<number> => {
    const script = printedBy(() => completionsOf(program, () => {}).setup('ssj', 'ssj', shell))
    desk.world.stdout.write(`${shell === 'bash' ? forBash(script) : script}\n`)
    return 0
  }
}

/**
 * complete — what may stand at the end of a command line, for those scripts: a line each, with what it stands for; last `:4`,
 * or `:0` where the shell itself completes the name of a file. Nothing is written, and what cannot be read is left out.
 */
export function completeIn(program: Command) {
  return async (desk: Desk, words: readonly string[]): Promise<number> => {
    const at: { place?: Place } = {}
    const root = completionsOf(program, place => {
      at.place = place
    })
    const typed = (words.at(-1) ?? '').replace(/^--[^=]*=/, '')
    const offered = printedBy(() => root.parse([...words]))
      .split('\n')
      .slice(0, -1)
    const { place } = at
    const known =
      place !== undefined && 'known' in place
        ? (await import('../commands/words-known.ts')).wordsKnownAt(desk, wordOf('--db', words), place.known)
        : []
    const fitting = known.filter(([word]) => word.startsWith(typed)).map(row => row.join('\t'))
    const isPath = place !== undefined && 'path' in place && offered.length === 0
    for (const line of [...offered, ...fitting, isPath ? ':0' : ':4']) desk.world.stdout.write(`${line}\n`)
    return 0
  }
}

/**
 * The surface as the library of completions knows it: commands, their options, and the words that either may be. `asked` is
 * told of the place that is completed.
 */
function completionsOf(program: Command, asked: (place: Place) => void): RootCommand {
  const root = new RootCommand()
  const offer = (place: Place) => (complete: (word: string, what: string) => void) => {
    asked(place)
    if ('words' in place) for (const word of place.words) complete(word, '')
  }
  for (const [words, command] of [[[], program] as const, ...everyCommand(program)]) {
    const own = words.length === 0 ? root : root.command(words.join(' '), command.description())
    for (const option of new Set([...command.options, ...program.options])) {
      const name = option.long!.slice('--'.length)
      if (!option.required && !option.optional) own.option(name, option.description)
      else own.option(name, option.description, offer(placeOfOption(option)))
    }
    for (const argument of command.registeredArguments)
      own.argument(argument.name(), offer(placeOfArgument(words, argument.name())), argument.variadic)
  }
  return root
}

/** What the library prints, which it does by itself. */
function printedBy(work: () => void): string {
  const lines: string[] = []
  const { log } = console
  console.log = (line: unknown) => void lines.push(String(line))
  try {
    work()
  } finally {
    console.log = log
  }
  return lines.join('\n')
}

/**
 * The library's script for bash, which may be read twice in one shell, completes names of files where nothing else is to
 * be completed, and values behind `--option=`; it also works where the package bash-completion is not installed.
 */
function forBash(script: string): string {
  return script
    .replaceAll(/^readonly /gm, '')
    .replace('_get_comp_words_by_ref -n "=:" cur prev words cword', WORDS_OF_BASH)
    .replace('[*]}" -- "$cur"', `[*]}" -- "\${cur#--*=}"`)
    .replace('complete -F __ssj_complete', 'complete -o bashdefault -o default -F __ssj_complete')
}

const WORDS_OF_BASH = `if declare -F _get_comp_words_by_ref > /dev/null; then
        _get_comp_words_by_ref -n "=:" cur prev words cword
    else
        words=("\${COMP_WORDS[@]:0:COMP_CWORD+1}") cword=$COMP_CWORD cur=\${COMP_WORDS[COMP_CWORD]}
    fi`

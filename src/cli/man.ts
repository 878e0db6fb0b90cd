import type { CommandUnknownOpts, Option } from '@commander-js/extra-typings'
import { RELEASED, VERSION } from '../core/version.ts'
import { loadSentences } from '../terminal/sentences/load-sentences.ts'
import { everyCommand } from './every-command.ts'
import { EXAMPLES } from './examples.ts'
import { surface } from './surface.ts'

/**
 * The manual page `ssj(1)` in a language, in the macros of man(7): every command as its help shows it. It follows from
 * the surface alone, and has the day of its release, so that one version has one page.
 */
export async function manPage(language: 'zh' | 'en'): Promise<string> {
  const { help } = await loadSentences(language)
  const program = surface(help, async () => {})
  const { titles, required, examples, notes } = help.common
  const title = (name: string) => (titles[name] ?? name).replace(/[:：]$/, '')
  const optionsOf = (options: readonly Option[]) =>
    options.flatMap(({ flags, description, mandatory }) => [
      '.TP',
      `.B ${roff(flags)}`,
      roff(description + (mandatory ? required : '')),
    ])
  return [
    `.TH SSJ 1 "${RELEASED}" "ssj ${VERSION}" "${roff(title('Commands'))}"`,
    `.SH NAME`,
    `ssj \\- ${roff(program.description())}`,
    `.SH ${roff(title('Usage'))}`,
    `.B ssj`,
    roff(program.usage()),
    `.SH ${roff(title('Options'))}`,
    ...optionsOf(program.options),
    `.SH ${roff(title('Commands'))}`,
    ...everyCommand(program)
      .filter(([, command]) => command.commands.length === 0 || command.options.length > 0)
      .flatMap(([words, command]) => [
        `.SS ${roff(synopsis(words, command))}`,
        roff(command.description()),
        ...optionsOf(command.options),
        ...(EXAMPLES[words.join(' ')] ?? []).flatMap((line, i) => [
          ...(i === 0 ? ['.PP', roff(examples)] : []),
          '.PP',
          '.RS',
          '.nf',
          roff(line),
          '.fi',
          '.RE',
        ]),
      ]),
    ...notes.flatMap(([heading, ...lines]) => [
      `.SH ${roff(heading.replace(/[:：]$/, ''))}`,
      ...lines.flatMap(([word, meaning]) => ['.TP', `.B ${roff(word)}`, roff(meaning)]),
    ]),
    '',
  ].join('\n')
}

function synopsis(words: readonly string[], command: CommandUnknownOpts): string {
  return ['ssj', ...words, command.usage()].join(' ')
}

/** A text as roff shows it: nothing of it is a macro, a hyphen stays the one that is typed. */
function roff(text: string): string {
  const escaped = text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('"', '\\(dq')
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped
}

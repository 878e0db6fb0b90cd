import type { Option } from '@commander-js/extra-typings'
import { everyCommand } from '../../src/cli/every-command.ts'
import { EXAMPLES } from '../../src/cli/examples.ts'
import { surface } from '../../src/cli/surface.ts'
import { loadSentences } from '../../src/terminal/sentences/load-sentences.ts'

/** 命令.md: every command as the help and the man page have it, group by group, from the same source. */
export async function commandPage(): Promise<string> {
  const { help } = await loadSentences('zh')
  const program = surface(help, async () => {})
  const { required, examples } = help.common
  const rows = (options: readonly Option[]) =>
    options.map(
      ({ flags, description, mandatory }) =>
        `| \`${cell(flags)}\` | ${cell(description + (mandatory ? required : ''))} |`,
    )
  const table = (options: readonly Option[]) =>
    options.length === 0 ? [] : ['| 选项 | 含义 |', '|---|---|', ...rows(options), '']
  const lines: string[] = []
  let group = ''
  for (const [words, command] of everyCommand(program)) {
    if (words.length === 1 && command.helpGroup() !== group) {
      group = command.helpGroup() ?? ''
      lines.push(`## ${group.replace(/[:：]$/, '')}`, '')
    }
    if (command.commands.length > 0 && command.options.length === 0) {
      lines.push(`### \`ssj ${words.join(' ')}\``, '', `${command.description()}。`, '')
      continue
    }
    const shown = EXAMPLES[words.join(' ')] ?? []
    lines.push(
      `${'#'.repeat(Math.min(words.length, 2) + 2)} \`ssj ${[...words, command.usage()].join(' ')}\``,
      '',
      `${command.description()}。`,
      '',
      ...table(command.options.filter(({ hidden }) => !hidden)),
      ...(shown.length === 0 ? [] : [examples, '', ...shown.map(line => `    ${line}`), '']),
    )
  }
  return [
    '# 命令',
    '',
    '全部命令和选项。工作台做的每件事都是其中的一条；`ssj help 命令` 在屏幕上显示同样的内容。本页由程序的帮助生成，由测试核对。',
    '',
    '## 每条命令都可用的选项',
    '',
    ...table(program.options),
    ...lines,
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

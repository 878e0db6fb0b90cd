import { expect, it } from 'vitest'
import { everyCommand } from '../../../src/cli/every-command.ts'
import { surface } from '../../../src/cli/surface.ts'
import { JOBS } from '../../../src/commands/desk/jobs/jobs.ts'
import type { Answers, Sitting } from '../../../src/commands/desk/work/job.ts'
import { loadSentences } from '../../../src/terminal/sentences/load-sentences.ts'

/** What the desk leaves to the command line, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  completion: 'for whoever types command lines',
  help: 'for whoever types command lines',
  'engine change': 'where a database lies by now, for whoever runs it',
  'engine sql': 'statements for whoever runs the database by hand; the desk freezes and draws there itself',
  'rules show': 'a rule is shown, with its value, where it is set and in the list of rules',
}

it('reaches every command there is', async () => {
  const { help } = await loadSentences('zh')
  const all = everyCommand(surface(help, async () => {}))
  const isGroup = (words: readonly string[]) =>
    all.some(([others]) => others.length > words.length && words.every((word, i) => others[i] === word))
  const commands = all
    .map(([words]) => words)
    .filter(words => !isGroup(words) || words[0] === 'log')
    .map(words => words.join(' '))
  const desk = {
    say: await loadSentences('zh'),
    path: (written: string) => ({ written, full: `/nowhere/${written}` }),
    now: '2026-02-03T04:05:06Z',
  }
  const sitting = { desk, state: { waiting: [], ahead: [] } } as unknown as Sitting
  const lines = Object.values(JOBS).flatMap(({ lines }) =>
    ['target', '', 'results\n--replace'].flatMap(answer =>
      lines(new Proxy({}, { get: () => answer }) as Answers, sitting),
    ),
  )
  const reached = (command: string) =>
    lines.some(line => command.split(' ').every((word, i) => line[i] === word))
  expect(commands.filter(command => !reached(command)).sort()).toEqual(Object.keys(ELSEWHERE).sort())
})

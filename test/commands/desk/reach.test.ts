import { expect, it } from 'vitest'
import { everyCommand } from '../../../src/cli/every-command.ts'
import { surface } from '../../../src/cli/surface.ts'
import { JOBS } from '../../../src/commands/desk/jobs/jobs.ts'
import type { Answers, Sitting } from '../../../src/commands/desk/work/job.ts'
import { loadSentences } from '../../../src/terminal/sentences/load-sentences.ts'
import { ELSEWHERE } from './elsewhere.ts'

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

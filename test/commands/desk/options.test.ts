import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { everyCommand } from '../../../src/cli/every-command.ts'
import { surface } from '../../../src/cli/surface.ts'
import { optionsOf } from '../../../src/commands/desk/jobs/import-mode.ts'
import { JOBS } from '../../../src/commands/desk/jobs/jobs.ts'
import { FLAGS_OF_REMEDIES } from '../../../src/commands/desk/remedies.ts'
import type { Answers, Line, Sitting } from '../../../src/commands/desk/work/job.ts'
import type { JobName } from '../../../src/terminal/sentences/jobs/names.ts'
import { loadSentences } from '../../../src/terminal/sentences/load-sentences.ts'
import { ELSEWHERE } from './elsewhere.ts'

const PAGE = join(import.meta.dirname, '../../../docs/desk-options.md')

/** How a file can be read otherwise, and what settles its rows: picked where a look at it asks for that. */
const ON_LOOKING: Line = [
  ...[
    '--sheet',
    '--header-row',
    '--encoding',
    '--map',
    '--department',
    '--replace',
    '--skip-bad',
    '--dry-run',
  ],
  ...(['asRegistered', 'takeNewest'] as const).flatMap(optionsOf),
]
const LOOKED: Readonly<Record<string, readonly string[]>> = {
  import: ON_LOOKING,
  'exchange in': ['--sheet', '--header-row', '--encoding', '--skip-bad', '--dry-run', '--as-registered'],
  'exchange take': ['--sheet', '--header-row', '--encoding', '--skip-bad', '--dry-run', '--as-registered'],
  add: ['--as-registered'],
}

/** Asked for by the command itself, at the terminal at which the desk stands. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  import: ['--yes'],
  'exchange in': ['--yes'],
  'draw run': ['--seed', '--signature', '--witness'],
}

/** Why an option of a command is left to the command line; of all its options, or of all commands, under `*`. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'import --delimiter':
    'found by itself; a file that is read wrongly is saved anew by the program that made it',
  'import --save-map': 'headings that are meant are picked for each file',
  'import --reason': 'asked for where the ledger needs one',
  'add --where': 'recusals of many firms at once come in as a file',
  'add --reason': 'asked for where the ledger needs one',
  'exchange in --delimiter': 'found by itself',
  'exchange in --department': 'the other side names its departments',
  'exchange in --on-conflict': 'the other side says a thing once',
  'exchange in --reason': 'asked for where the ledger needs one',
  'template *': 'in the language and encoding of the office',
  'list *': 'the desk searches; who sorts and filters wants a file of it',
  '* --at': 'how things stood once is looked up by whoever audits',
  '* --encoding': 'UTF-8 with its mark, which every spreadsheet opens',
  'visit add --remark': 'what it was about stands in 依据文号或线索',
  'visit list --target': 'a target is looked up with its history',
  'office set --reason': 'what papers print needs none',
  'draw freeze *':
    'a task with more to it is entered as a line of the plan (单户录入), and frozen from there',
  'draw run *': 'at the desk a draw is run after its freeze: what a task is was fixed there',
  'draw simulate *': 'at the desk tasks of the plan are simulated, as often as is usual',
  'draw replay --seed': 'whoever asks what another seed would have drawn is no clerk',
  'draw substitute --department': 'only compares what was typed: at the desk people are picked',
  'results sheet *': 'one workbook for each department, which is how they are handed out',
  'results list *': 'all of a draw, with its states',
  'results review *': 'a draw or a department at once, today',
  'results return *': 'one result, which is picked',
  'results publish *': 'what is reviewed of a draw, today',
  'results takedown --department': 'what is over is over in all departments',
  'export --zip': 'folders are what the office publishes from',
  'export --layout': 'what another platform asks for goes out by a layout of the exchange',
  'export --officers': 'nobody is named to the public unless the office decides so for all its papers',
  '* --sign': 'a folder is signed by a job of its own',
  'publish *': 'lists whole; results of a draw, or all',
  'certify --officers': 'nobody is named unless the office decides so for all its papers',
  'verify *': 'for whoever checks from outside; 核验 says how',
  'key sign --signatures': 'beside the folder, where others look for it',
  'exchange in --codes': 'the tables lie beside the layout',
  'exchange check --codes': 'the tables lie beside the layout',
  'exchange out *': 'a draw or all; parts of it are for a script',
  'exchange diff *': 'a draw or all; parts of it are for a script',
  'log checkpoint *': 'with the key beside the database; another key is for whoever runs it',
  'log stamp --authority': 'for whoever checks from outside',
  'witness init *': 'beside the database',
  'witness sign *': 'beside the database',
  'demo --to': 'in a folder of its own',
}

it('gives every option of every command, asks for it, or says why not', async () => {
  const { help } = await loadSentences('en')
  const all = everyCommand(surface(help, async () => {}))
  const lines = await linesOfJobs()
  const rows: string[] = []
  const used = new Set<string>()
  const unexplained: string[] = []
  for (const [words, command] of all) {
    const name = words.join(' ')
    if (ELSEWHERE[name] !== undefined) continue
    for (const { long, hidden } of command.options) {
      if (hidden === true || long == null) continue
      const jobs = jobsWith(lines, words, long)
      const reason = [`${name} ${long}`, `* ${long}`, `${name} *`].find(key => LEFT_OUT[key] !== undefined)
      const how =
        jobs.length > 0
          ? jobs.join(', ')
          : LOOKED[name]?.includes(long)
            ? 'picked after a look at what is given'
            : ASKED[name]?.includes(long)
              ? 'asked by the command itself'
              : FLAGS_OF_REMEDIES.includes(long) && name.startsWith('draw ')
                ? 'offered where it is refused without'
                : null
      if (how === null && reason === undefined) unexplained.push(`${name} ${long}`)
      if (how === null && reason !== undefined) used.add(reason)
      rows.push(`| \`${name}\` | \`${long}\` | ${how ?? `left out: ${LEFT_OUT[reason!]}`} |`)
    }
  }
  expect(unexplained).toEqual([])
  expect(Object.keys(LEFT_OUT).filter(key => !used.has(key))).toEqual([])
  const page = `${HEAD}\n| command | option | at the desk |\n|---|---|---|\n${rows.join('\n')}\n`
  if (process.env.UPDATE_TRANSCRIPTS === '1') writeFileSync(PAGE, page)
  else expect(readFileSync(PAGE, 'utf8')).toBe(page)
})

const HEAD = `# What the desk gives of the command line

Every option of every command that the desk reaches, with the job that gives it, or why it is left to the command line. The
table is made by a test (\`test/commands/desk/options.test.ts\`), which fails where an option is in neither.
`

type JobLine = readonly [job: JobName, line: Line]

async function linesOfJobs(): Promise<readonly JobLine[]> {
  const desk = {
    say: await loadSentences('zh'),
    path: (written: string) => ({ written, full: `/nowhere/${written}` }),
    now: '2026-02-03T04:05:06Z',
  }
  const ahead = [{ id: 'target', number: 'target', hasSources: false }]
  const sitting = { desk, state: { waiting: [], ahead, today: '2026-02-03' } } as unknown as Sitting
  const answers = [
    'target',
    '',
    '5%',
    '3',
    'public',
    'archive',
    'timeline',
    'results',
    'targets',
    'x.zip',
    'csv,html,docx',
  ]
  return (Object.keys(JOBS) as JobName[]).flatMap(job =>
    answers.flatMap(answer =>
      JOBS[job]
        .lines(new Proxy({}, { get: () => answer }) as Answers, sitting)
        .map((line): JobLine => [job, line]),
    ),
  )
}

function jobsWith(lines: readonly JobLine[], words: Line, option: string): readonly JobName[] {
  const found = lines.filter(
    ([, line]) => words.every((word, i) => line[i] === word) && line.includes(option),
  )
  return [...new Set(found.map(([job]) => job))]
}

import { UserError } from '../../core/refusal.ts'
import { WentBack } from '../../terminal/asked.ts'
import { shownLine } from '../../terminal/colours.ts'
import { sentenceOf } from '../../terminal/desk.ts'
import type { JobName, QuestionName } from '../../terminal/sentences/jobs/names.ts'
import { type Asked, answerAll } from './answer-all.ts'
import { commandLine } from './command-line.ts'
import { askRemedy } from './remedies.ts'
import { agreedTo } from './summary.ts'
import type { Answers, Job, Line, Sitting } from './work/job.ts'

/**
 * Does one job: asks, sums up, has its command lines run. What is declined is told, and can be tried again with the answers
 * kept, or with what the refusal asks for; one that broke off is `resumed` at the question that was put last. Gives the answers, or null where nothing was done; Escape at the first question
 * throws {@link WentBack}.
 */
export async function perform(
  sitting: Sitting,
  name: JobName,
  job: Job,
  given: Answers,
  resumed: Asked = { answers: given, back: [] },
): Promise<Answers | null> {
  let from = resumed
  for (;;) {
    const { how, asked } = await settled(
      sitting,
      name,
      job,
      await answerAll(sitting, job.questions, given, from),
    )
    if (how === 'done') {
      job.done?.(asked.answers, sitting)
      return asked.answers
    }
    if (how === 'left' || asked.back.length === 0) return null
    from = how === 'again' ? await rewound(sitting, job, asked) : asked
  }
}

/** How a try ended: `back` at the summary, `again` after a refusal that the person wants to answer; and with which answers. */
interface Outcome {
  readonly how: 'done' | 'left' | 'back' | 'again'
  readonly asked: Asked
}

/** Sums up, has a yes and runs; where another answer is the way out of a refusal, with that. */
async function settled(sitting: Sitting, name: JobName, job: Job, given: Asked): Promise<Outcome> {
  let asked = given
  for (;;) {
    const attempt = await tried(sitting, name, job, asked)
    if (typeof attempt === 'string') return { how: attempt, asked }
    const { question, answer } = attempt
    asked = { ...asked, answers: { ...asked.answers, [question]: answer } }
    sitting.isAt('asking', asked.answers, asked.back)
  }
}

/** Another answer to one of the questions. */
interface OtherAnswer {
  readonly question: QuestionName
  readonly answer: string
}

async function tried(
  sitting: Sitting,
  name: JobName,
  job: Job,
  { answers, back }: Asked,
): Promise<Outcome['how'] | OtherAnswer> {
  const lines = job.lines(answers, sitting)
  const trial: Trial = { job, answers, added: lines.map(() => []) }
  const { added } = trial
  try {
    if (isBinding(job, answers)) {
      let figures: readonly string[] = []
      const seen = await insisted(sitting, trial, async () => {
        const foretold = await foretoldBy(sitting, trial)
        if ('refused' in foretold) return foretold.refused
        figures = foretold.told
        return null
      })
      if (seen !== 'done') return seen === 'left' ? await againOrLeft(sitting, name, job) : seen
      if (!(await agreedTo(sitting, name, job, answers, figures))) return 'left'
    }
  } catch (error) {
    if (error instanceof WentBack) return 'back'
    throw error
  }
  sitting.isAt('running', answers, back)
  try {
    const run = await insisted(sitting, trial, () => refusalIn(sitting, withAdded(lines, added)))
    return run === 'left' ? await againOrLeft(sitting, name, job) : run
  } catch (error) {
    // What a command itself asks was gone back from: nothing is done yet.
    if (error instanceof WentBack) return 'back'
    throw error
  }
}

/** A job that is being tried, and what each of its lines was given beside the answers, since it was refused without. */
interface Trial {
  readonly job: Job
  readonly answers: Answers
  readonly added: Line[]
}

function withAdded(lines: readonly Line[], added: readonly Line[]): readonly Line[] {
  return lines.map((line, i) => [...line, ...(added[i] ?? [])])
}

/** What was refused, and in which of the lines. */
interface Refused {
  readonly reason: UserError['reason']
  readonly at: number
}

/**
 * Tries until nothing is refused; what a refusal asks for is asked for, and given from then on. `left` where that is not
 * meant; another answer where one is the way out.
 */
async function insisted(
  sitting: Sitting,
  { job, answers, added }: Trial,
  attempt: () => Promise<Refused | null>,
): Promise<'done' | 'left' | OtherAnswer> {
  for (;;) {
    const refused = await attempt()
    if (refused === null) return 'done'
    const remedied = await askRemedy(sitting, job, answers, refused.reason, added[refused.at] ?? [])
    if (remedied === null) return 'left'
    if (remedied.kind === 'answered') return { question: remedied.question.name, answer: remedied.answer }
    added[refused.at] = remedied.line
  }
}

/** What the job would come to, in lines for people, or why it would be declined. */
async function foretoldBy(
  sitting: Sitting,
  { job: { figures }, answers, added }: Trial,
): Promise<{ readonly told: readonly string[] } | { readonly refused: Refused }> {
  if (figures === undefined) return { told: [] }
  const found = await sitting.foresee(withAdded(figures.lines(answers, sitting), added))
  const said: unknown[] = []
  for (const [at, line] of found.entries()) {
    if ('refused' in line) {
      tellRefused(sitting, line.refused)
      return { refused: { reason: line.refused, at } }
    }
    said.push(line.said)
  }
  return { told: await figures.told(said, sitting, answers) }
}

function tellRefused({ desk: { say, remark, colours } }: Sitting, reason: UserError['reason']): void {
  for (const line of sentenceOf(say, reason, colours.err)) remark(line)
}

/** Back to the question whose answer is to be another. */
async function rewound({ desk, asker }: Sitting, { questions }: Job, asked: Asked): Promise<Asked> {
  const { back, answers } = asked
  if (back.length < 2) return asked
  const { say } = desk
  const choices = back.map((question, i) => {
    const { name } = questions[question]!
    return { name: say.desk.labelled(say.desk.labels[name], answers[name] ?? '').trim(), value: i }
  })
  const at = await asker.choose(say.desk.options.again, choices.toReversed())
  return { answers, back: back.slice(0, at + 1) }
}

function isBinding({ binding }: Job, answers: Answers): boolean {
  return typeof binding === 'function' ? binding(answers) : binding === true
}

/** Runs lines until one does not end well; what was refused is told and given back. */
async function refusalIn(sitting: Sitting, lines: readonly Line[]): Promise<Refused | null> {
  const { desk, run } = sitting
  for (const [at, line] of lines.entries()) {
    // Whole, however narrow the window: it is to be copied.
    desk.world.stderr.write(`${shownLine(desk.say.desk.line(commandLine(desk, line)))}\n`)
    try {
      if ((await run(line)) !== 0) break
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      tellRefused(sitting, error.reason)
      return { reason: error.reason, at }
    }
  }
  return null
}

/** Asked only where another answer could help. */
async function againOrLeft(
  { desk: { say }, asker }: Sitting,
  name: JobName,
  { questions }: Job,
): Promise<'again' | 'left'> {
  if (questions.length === 0) return 'left'
  return asker.choose<'again' | 'left'>(say.desk.again(say.desk.jobs[name]), [
    { name: say.desk.options.again, value: 'again' },
    { name: say.desk.options.leave, value: 'left' },
  ])
}

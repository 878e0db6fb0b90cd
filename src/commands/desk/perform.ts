import { UserError } from '../../core/refusal.ts'
import { WentBack } from '../../terminal/asked.ts'
import { shownLine } from '../../terminal/colours.ts'
import { sentenceOf } from '../../terminal/desk.ts'
import type { JobName } from '../../terminal/sentences/jobs/names.ts'
import { type Asked, answerAll } from './answer-all.ts'
import { commandLine } from './command-line.ts'
import { askRemedy } from './remedies.ts'
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
    const asked = await answerAll(sitting, job.questions, given, from)
    const outcome = await settled(sitting, name, job, asked)
    if (outcome === 'done') {
      job.done?.(asked.answers, sitting)
      return asked.answers
    }
    if (outcome === 'left' || asked.back.length === 0) return null
    from = outcome === 'again' ? await rewound(sitting, job, asked) : asked
  }
}

/** How a try ended: `back` at the summary, `again` after a refusal that the person wants to answer. */
type Outcome = 'done' | 'left' | 'back' | 'again'

async function settled(
  sitting: Sitting,
  name: JobName,
  job: Job,
  { answers, back }: Asked,
): Promise<Outcome> {
  try {
    if (isBinding(job, answers) && !(await agreedTo(sitting, name, job, answers))) return 'left'
  } catch (error) {
    if (error instanceof WentBack) return 'back'
    throw error
  }
  sitting.isAt('running', answers, back)
  try {
    return await runAll(sitting, name, job, answers)
  } catch (error) {
    if (error instanceof WentBack) return 'left'
    throw error
  }
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

/** Sums up what is about to be done; true after a yes. */
async function agreedTo(sitting: Sitting, name: JobName, job: Job, answers: Answers): Promise<boolean> {
  const { desk, asker } = sitting
  const { say, remark } = desk
  remark('')
  remark(`${say.desk.summary}${say.desk.jobs[name]}`)
  for (const { name: question } of job.questions) {
    const answer = answers[question]
    if (answer !== undefined && answer !== '')
      remark(say.desk.labelled(say.desk.labels[question], shownAnswer(sitting, answer)))
  }
  const binding = say.desk.binding[name]
  if (binding !== undefined) remark(`  ${binding}`)
  return asker.yes(say.desk.sure)
}

/** Answers that were picked are shown as they were picked. */
function shownAnswer({ desk, names }: Sitting, answer: string): string {
  const options: Readonly<Record<string, string>> = desk.say.desk.options
  if (Object.hasOwn(options, answer)) return options[answer]!
  // A cause may be followed by words of one's own.
  const [first, ...words] = answer.split(':')
  const cause = words.length > 0 ? names.get(first!) : undefined
  if (cause !== undefined) return `${cause}: ${words.join(':')}`
  const called = (word: string) => names.get(word) ?? word
  const parts = names.has(answer) ? [answer] : answer.split('\n')
  return parts.map(part => pairShown(part, names) ?? called(part)).join(desk.say.desk.between)
}

/** Of two that were picked as a pair: who goes where. */
function pairShown(part: string, names: Sitting['names']): string | null {
  const [one = '', other = ''] = part.split('=').map(word => names.get(word))
  return one === '' || other === '' ? null : `${one} → ${other}`
}

/** Runs the lines of a job, the first with what a refusal asked for. */
async function runAll(sitting: Sitting, name: JobName, job: Job, answers: Answers): Promise<Outcome> {
  const [first = [], ...others] = job.lines(answers, sitting)
  for (let extra: Line = []; ; ) {
    const refused = await refusalIn(sitting, [[...first, ...extra], ...others])
    if (refused === null) return 'done'
    const more = await askRemedy(sitting, refused, extra)
    if (more === null) return againOrLeft(sitting, name, job)
    extra = more
  }
}

/** Runs lines until one does not end well; what was refused is told and given back. */
async function refusalIn(
  { desk, run }: Sitting,
  lines: readonly Line[],
): Promise<UserError['reason'] | null> {
  const { say, remark, colours } = desk
  try {
    for (const line of lines) {
      // Whole, however narrow the window: it is to be copied.
      desk.world.stderr.write(`${shownLine(say.desk.line(commandLine(desk, line)))}\n`)
      if ((await run(line)) !== 0) break
    }
    return null
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    for (const line of sentenceOf(say, error.reason, colours.err)) remark(line)
    return error.reason
  }
}

/** Asked only where another answer could help. */
async function againOrLeft(
  { desk: { say }, asker }: Sitting,
  name: JobName,
  { questions }: Job,
): Promise<Outcome> {
  if (questions.length === 0) return 'left'
  return asker.choose<Outcome>(say.desk.again(say.desk.jobs[name]), [
    { name: say.desk.options.again, value: 'again' },
    { name: say.desk.options.leave, value: 'left' },
  ])
}

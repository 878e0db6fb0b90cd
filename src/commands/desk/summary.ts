import type { JobName } from '../../terminal/sentences/jobs/names.ts'
import type { Answers, Job, Sitting } from './work/job.ts'

/** Sums up what is about to be done; true after a yes. */
export async function agreedTo(
  sitting: Sitting,
  name: JobName,
  job: Job,
  answers: Answers,
  figures: readonly string[],
): Promise<boolean> {
  const { desk, asker } = sitting
  const { say, remark } = desk
  remark('')
  remark(`${say.desk.summary}${say.desk.jobs[name]}`)
  for (const { name: question } of job.questions) {
    const answer = answers[question]
    if (answer !== undefined && answer !== '')
      remark(say.desk.labelled(say.desk.labels[question], shownAnswer(sitting, answer)))
  }
  figures.forEach(remark)
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
  const called = (word: string) =>
    word === '--as-registered' ? options.asRegistered! : (names.get(word) ?? word)
  const parts = names.has(answer) ? [answer] : answer.split('\n')
  return parts.map(part => pairShown(part, names) ?? called(part)).join(desk.say.desk.between)
}

/** Of two that were picked as a pair: who goes where. */
function pairShown(part: string, names: Sitting['names']): string | null {
  const [one = '', other = ''] = part.split('=').map(word => names.get(word))
  return one === '' || other === '' ? null : `${one} → ${other}`
}

import { WentBack } from '../../terminal/asked.ts'
import type { Answers, Question, Sitting } from './work/job.ts'

/** What was answered, and the questions that were put, in their order: the way back. */
export interface Asked {
  readonly answers: Answers
  readonly back: readonly number[]
}

/**
 * Puts the questions that have no answer yet, one after the other. Escape goes back by one, with the answers kept; from the
 * first it goes away. `from` is what was asked before: its last question is put again.
 */
export async function answerAll(
  sitting: Sitting,
  questions: readonly Question[],
  given: Answers,
  from: Asked = { answers: given, back: [] },
): Promise<Asked> {
  let { answers } = from
  const back = [...from.back]
  // Whoever comes back from the end stands at the question that was put last.
  let at = back.pop() ?? 0
  while (at < questions.length) {
    const question = questions[at]!
    if (question.name in given || question.when?.(answers, sitting) === false) {
      at++
      continue
    }
    try {
      const answer = await question.ask(sitting, answers)
      answers = { ...answers, [question.name]: answer }
      back.push(at++)
      sitting.isAt('asking', answers, back)
    } catch (error) {
      const before = back.pop()
      if (!(error instanceof WentBack) || before === undefined) throw error
      at = before
    }
  }
  return { answers, back }
}

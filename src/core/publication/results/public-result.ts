import type { Day } from '../../dates.ts'
import type { TargetId } from '../../ids.ts'
import type { DueResult } from '../../results/due.ts'
import type { Result } from '../../results/result.ts'
import type { TargetsById } from '../people.ts'
import { maskText } from '../private-data.ts'
import { publicTarget, publicText, type Showing } from '../public-facts.ts'
import { outcomeText } from './outcome-text.ts'

/** What the public reads of one item that one department checked, or is still to check, at one firm of a draw. */
export interface PublicResult {
  /** The draw, or the case. */
  readonly draw: string
  readonly task: string
  /** Of a case its cause, without what follows it: that may name whoever complained. */
  readonly taskName: string
  readonly kind: string
  /** The day of the draw, or of the visit that was not drawn. */
  readonly drawnOn: Day
  readonly isCase: boolean
  readonly code: string
  /** Masked where it is a person's. */
  readonly name: string
  readonly authority: string
  readonly department: string
  readonly item: string
  /** Null where nothing is public yet. */
  readonly found: PublicFinding | null
}

export interface PublicFinding {
  readonly id: string
  readonly inspected: Day | ''
  readonly outcomes: readonly string[]
  /** 未发现问题, 查无此项, or what was found. */
  readonly text: string
  readonly published: Day
  readonly remark: string
  /** Each correction with its day and reason, oldest first. */
  readonly corrections: readonly { readonly day: Day; readonly reason: string }[]
}

/** A draw or a case as results are shown beside it. */
export interface DrawOfResults {
  readonly draw: string
  readonly task: string
  readonly taskName: string
  readonly kind: string
  readonly drawnOn: Day
  /** A visit that was not drawn, in the place of a draw. */
  readonly isCase: boolean
  readonly void: boolean
  readonly target: TargetsById
  readonly department: (code: string) => string
  readonly item: (code: string) => string
}

/** Whether a result may be shown, and on which days it was published. */
export type IsShown = (result: Result) => boolean

/** The results of a draw as the public reads them: those that are due and not public stand there without what was found. */
export function* publicResults(
  results: Iterable<DueResult>,
  draw: DrawOfResults,
  isShown: IsShown,
  showing: Showing,
): Generator<PublicResult> {
  for (const one of results) {
    const { target, department, item } = one.kind === 'due' ? one.due : one.result
    const result = one.result !== null && isShown(one.result) ? one.result : null
    // What is due no more is shown only where it was found.
    if (one.kind === 'stray' && result === null) continue
    const known = draw.target(target as TargetId)
    const facts = publicTarget(known, showing)
    const text = (written: string) => publicText(written, known, showing)
    yield {
      draw: draw.draw,
      task: maskText(draw.task),
      taskName: maskText(draw.taskName),
      kind: draw.kind,
      drawnOn: draw.drawnOn,
      isCase: draw.isCase,
      code: facts.code,
      name: facts.name,
      authority: facts.authority,
      department: maskText(draw.department(department)),
      item: item === '' ? '' : maskText(draw.item(item)),
      found: result === null ? null : findingOf(result, draw.isCase ? 'due' : one.kind, draw.void, text),
    }
  }
}

function findingOf(
  result: Result,
  kind: DueResult['kind'],
  isVoid: boolean,
  shown: (text: string) => string,
): PublicFinding {
  const corrections = result.steps.flatMap(({ step, day, reason }) =>
    step === 'corrected' ? [{ day, reason: shown(reason) }] : [],
  )
  const remarks = [
    ...(isVoid ? ['本次抽取已作废，检查已经进行'] : kind === 'stray' ? ['该对象已被替换，检查已经进行'] : []),
    ...corrections.map(({ day, reason }) => `${day}更正：${reason}`),
  ]
  return {
    id: result.id,
    inspected: result.inspected,
    outcomes: result.outcomes,
    text: outcomeText(result.outcomes, shown(result.found)),
    published: result.published as Day,
    remark: remarks.join('；'),
    corrections,
  }
}

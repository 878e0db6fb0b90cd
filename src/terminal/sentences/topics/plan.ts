import type { PlanFindingCode, PlanFindings } from '../../../core/plan/finding.ts'
import type { PlanReasons } from '../../../core/plan/reasons.ts'
import type { SentencesOf, Texts } from './message.ts'

/** The annual plan and what a check of it finds. */
export interface PlanSentences {
  readonly reasons: SentencesOf<PlanReasons>
  readonly words: {
    readonly findings: { readonly [K in PlanFindingCode]: (details: PlanFindings[K]) => string }
    readonly notFiled: (departments: readonly string[], day: string) => string
    readonly head: (year: string, tasks: number, ahead: number) => string
    readonly noBars: string
    readonly bars: (count: number) => string
    readonly notes: (count: number) => string
    readonly needs: string
    readonly needColumns: Texts<'department' | 'month' | 'tag' | 'needed' | 'capacity' | 'all'>
    /** Why lines of the plan stand again that a later year's lines had taken the place of. */
    readonly split: string
    readonly because: (at: string, actor: string, reason: string) => string
  }
  readonly help: Texts<'plan' | 'check' | 'changeReason'>
}

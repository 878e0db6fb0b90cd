/** What can be wrong with a result, judged against the draw and the calendar. */
export interface ResultIssues {
  /** No draw, task or case goes by this. */
  'result-unknown-occasion': { nearest: string | null }
  /** The task waits for its draw. */
  'result-not-drawn-yet': { draws: readonly string[] }
  'result-draw-void': { draw: string }
  'result-visit-struck': { visit: string }
  /** Several draws may be meant. */
  'result-ambiguous-draw': { draws: readonly string[] }
  /** 任务编号 and 抽取编号 speak of two tasks. */
  'result-other-task': { draw: string; task: string }
  /** The target was held in reserve and not called in. */
  'result-reserve': { draw: string }
  /** The target fell out; `instead` came in for it, or nobody did. */
  'result-fallen': { draw: string; instead: string }
  'result-stranger': { draw: string }
  /** Number and name are of two targets of the draw: of a sheet of which one column was sorted by itself. */
  'result-two-targets': { draw: string; numbered: string; named: string }
  /** The same of an item. */
  'result-two-items': { numbered: string; named: string }
  'result-ambiguous-target': { draw: string; targets: readonly string[] }
  /** A case is of one target and one department. */
  'result-other-visit': { visit: string; expected: string }
  'result-not-their-turn': { draw: string; departments: readonly string[] }
  'result-not-their-item': { department: string; items: readonly string[] }
  'result-item-needed': { department: string; items: readonly string[] }
  /** Others than the seated team, without 实际检查人员. */
  'result-other-team': { seated: readonly string[] }
  'result-team-unexplained': { seated: readonly string[] }
  'ambiguous-inspector': { ids: readonly string[] }
  'result-day-ahead': { today: string }
  'result-before-draw': { draw: string; day: string }
  'result-other-day': { visit: string; day: string }
  /** A day that comes after the inspection stands before it. */
  'result-day-order': { inspected: string }
  'result-outcomes-exclude': { alone: string; others: readonly string[] }
  'result-measures-exclude': { alone: string; others: readonly string[] }
  'result-open-without-need': { measure: string }
  /** 未完结 beside a day on which it was settled. */
  'result-open-though-closed': { closed: string }
  'result-closed-without-end': { expected: readonly string[] }
  'result-private-data': { masked: string }
  /** A state that only a verb gives. */
  'result-state-by-verb': { state: string }
  'result-published-before-inspected': { inspected: string }
  'result-published': { id: string }
  'result-not-your-department': { actor: string; departments: readonly string[] }
}

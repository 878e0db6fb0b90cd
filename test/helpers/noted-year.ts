/** A year as the tests note it down, beside the program: from what was put in, never from what the program counts. */
export interface NotedYear {
  readonly registry: ReadonlyMap<string, NotedTarget>
  readonly tasks: readonly NotedTask[]
  readonly draws: readonly NotedDraw[]
  readonly cases: readonly NotedCase[]
  readonly results: readonly NotedResult[]
  readonly substitutions: readonly { readonly draw: string; readonly kind: 'target' | 'inspector' }[]
}

export interface NotedTarget {
  readonly departments: readonly string[]
  readonly risk: string
  readonly isPerson: boolean
}

/** A line of the plan. */
export interface NotedTask {
  readonly id: string
  readonly lead: string
  readonly filed: string
  readonly from: string
}

/** A draw as it stands: targets with the people of each department; at common visits those who would go without them. */
export interface NotedDraw {
  readonly draw: string
  readonly task: string
  readonly lead: string
  readonly items: readonly string[]
  readonly runOn: string
  readonly to: string
  readonly void: boolean
  readonly teams: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>
  /** Classes of risk when it was frozen. */
  readonly risks: ReadonlyMap<string, string>
  /** The draw with which a target is visited together. */
  readonly hosts: ReadonlyMap<string, string>
  /** Who was in the pool. */
  readonly pool: readonly string[]
}

/** A visit that was not drawn: a case, or a 复查. */
export interface NotedCase {
  readonly id: string
  readonly target: string
  readonly department: string
  readonly day: string
}

/** A result with the steps it took. */
export interface NotedResult {
  readonly draw: string
  readonly target: string
  readonly department: string
  readonly item: string
  readonly inspected: string
  readonly outcomes: readonly string[]
  readonly methods: readonly string[]
  readonly settled: '已完结' | '未完结'
  readonly deadline: string
  readonly closed: string
  readonly recheck: string
  readonly caseNumber: string
  readonly receiver: string
  readonly penalty: string
  readonly state: 'entered' | 'reviewed' | 'returned' | 'published' | 'taken-down'
  /** The day of the last step; `''` before the first. */
  readonly stepped: string
  readonly published: string | null
  readonly corrected: boolean
  /** Who was to go when it was entered; nobody of a case. */
  readonly people: readonly string[]
}

export function keyOf({
  draw,
  target,
  department,
  item,
}: Pick<NotedResult, 'draw' | 'target' | 'department' | 'item'>): string {
  return `${draw}/${target}/${department}/${item}`
}

/** True for the result of a draw that does not ask for it: of a void draw, or of a target that fell out; null of a case. */
export function isStray({ draws }: Pick<NotedYear, 'draws'>, result: NotedResult): boolean | null {
  const of = draws.find(({ draw }) => draw === result.draw)
  if (of === undefined) return null
  return of.void || of.teams.get(result.target)?.has(result.department) !== true
}

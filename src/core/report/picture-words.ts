/** The words of the three pictures of a year and of a draw, in one language. */
export interface PictureWords {
  readonly calendar: {
    readonly title: (year: string) => string
    readonly months: string
    readonly month: (month: number) => string
    readonly columns: Readonly<Record<CalendarColumn, string>>
    readonly weekdays: readonly string[]
    /** A cell of a day off without a visit, and the sign behind a number of one with. */
    readonly off: string
    readonly offSign: string
    readonly works: (is: boolean | null) => string
    readonly byMonth: string
    readonly visits: string
    readonly due: string
    readonly owed: string
    readonly spans: string
    readonly states: Readonly<Record<'open' | 'frozen', string>>
    readonly done: (done: number, due: number) => string
    readonly firm: string
    readonly times: string
    readonly firms: (shown: number, all: number) => string
    readonly unknownYear: (year: string) => string
    readonly formulas: readonly string[]
  }
  readonly matrix: {
    readonly title: (year: string) => string
    readonly inner: string
    readonly person: string
    readonly visits: string
    readonly times: string
    readonly columns: Readonly<Record<'department' | 'first' | 'second' | 'target' | 'draws', string>>
    readonly pairs: (department: string, shown: number, all: number) => string
    readonly joint: string
    readonly targets: (shown: number, all: number) => string
    readonly noneTwice: string
    readonly formulas: readonly string[]
  }
  readonly timeline: {
    readonly title: (draw: string) => string
    readonly subtitle: (task: string, attempt: number) => string
    readonly kinds: Readonly<Record<TimelineKind, string>>
    readonly columns: Readonly<
      Record<'entry' | 'day' | 'at' | 'what' | 'count' | 'detail' | 'actor' | 'approver', string>
    >
    readonly picture: string
    readonly times: (count: number) => string
    readonly states: Readonly<Record<'frozen' | 'drawn' | 'void' | 'failed' | 'lapsed', string>>
    readonly state: string
    readonly planned: string
    readonly rows: string
    readonly notes: readonly string[]
  }
}

export type CalendarColumn =
  | 'month'
  | 'day'
  | 'weekday'
  | 'works'
  | 'holiday'
  | 'workingDays'
  | 'due'
  | 'done'
  | 'drawn'
  | 'cases'
  | 'visits'
  | 'owed'

/** What happened to a draw, and the days that were fixed for it beforehand. */
export type TimelineKind =
  | 'frozen'
  | 'numbered'
  | 'checkpoint'
  | 'stamped'
  | 'drawn'
  | 'failed'
  | 'lapsed'
  | 'revealed'
  | 'merged'
  | 'substituted'
  | 'coded'
  | 'entered'
  | 'withdrawn'
  | 'reviewed'
  | 'returned'
  | 'published'
  | 'corrected'
  | 'taken-down'
  | 'void'
  | 'again'
  | 'seed-due'
  | 'last-run'
  | 'period'

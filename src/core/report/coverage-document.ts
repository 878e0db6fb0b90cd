import type { Day } from '../dates.ts'
import { percent } from '../fraction.ts'
import type { DepartmentCode } from '../ids.ts'
import type { Block, Document } from '../publication/document.ts'
import type { Coverage } from './coverage.ts'
import type { FigureWords } from './figure-words.ts'

/** What a table of reach is headed with, and the lines above it. */
export interface CoverageWords {
  readonly figures: FigureWords
  readonly lines: readonly string[]
  readonly none: string
  readonly headings: Readonly<
    Record<
      | 'department'
      | 'group'
      | 'registered'
      | 'reached'
      | 'share'
      | 'closed'
      | 'drew'
      | 'went'
      | 'cases'
      | 'class'
      | 'station',
      string
    >
  >
}

/** 抽查覆盖情况: how far the draws of a year reach, by department, class and station, as tables and pictures. */
export function coverageDocument(
  { year, today, told }: { readonly year: string; readonly today: Day; readonly told: Coverage },
  words: CoverageWords,
  departmentName: (code: DepartmentCode) => string,
): Document {
  const { headings, figures, none } = words
  const own = figures.pictures.coverage
  const table = [headings.registered, headings.reached, headings.share, headings.closed]
  const rowsOf = (groups: Coverage['byClass']) =>
    groups.map(({ name, registered, reached, closed }) => [
      ...[name || none, String(registered), String(reached)],
      ...[percent(reached, registered), String(closed)],
    ])
  const departments = told.byDepartment.map(({ name, registered, reached, drew, went, cases }) => [
    ...[name === '' ? none : departmentName(name), String(drew), String(went), String(cases)],
    ...[String(registered), String(reached), percent(reached, registered)],
  ])
  const picture = (of: string, groups: readonly { name: string; registered: number; reached: number }[]) => ({
    kind: 'bars' as const,
    caption: own.reached(of),
    bars: groups.map(({ name, registered, reached }) => ({
      label: name || none,
      value: registered === 0 ? 0 : Math.floor((100 * reached) / registered),
      shown: `${percent(reached, registered)}（${reached}/${registered}）`,
    })),
  })
  const named = told.byDepartment.map(one => ({ ...one, name: one.name && departmentName(one.name) }))
  const blocks: Block[] = [
    ...words.lines.map(text => ({ kind: 'text', text }) as const),
    { kind: 'heading', text: headings.department },
    {
      kind: 'table',
      figures: true,
      headings: [headings.department, headings.drew, headings.went, headings.cases, ...table.slice(0, 3)],
      rows: departments,
    },
    picture(headings.department, named),
    ...(['class', 'station'] as const).flatMap((of): Block[] => {
      const groups = of === 'class' ? told.byClass : told.byStation
      return [
        { kind: 'heading', text: headings[of] },
        { kind: 'table', figures: true, headings: [headings.group, ...table], rows: rowsOf(groups) },
        picture(headings[of], groups),
      ]
    }),
    {
      kind: 'bars',
      caption: own.times,
      bars: told.byTimes.map(({ times, targets }) => ({
        ...{ label: own.timesOf(times), value: targets, shown: String(targets) },
      })),
    },
  ]
  return {
    ...{ file: own.title(year), title: own.title(year), subtitle: figures.results.subtitle(today) },
    data: {
      headings: [figures.group, figures.columns.name, ...table, headings.drew, headings.went, headings.cases],
      rows: [
        ...departments.map(([name, drew, went, cases, ...reach]) => [
          ...[headings.department, name!, ...reach, '', drew!, went!, cases!],
        ]),
        ...rowsOf(told.byClass).map(row => [headings.class, ...row, '', '', '']),
        ...rowsOf(told.byStation).map(row => [headings.station, ...row, '', '', '']),
      ],
    },
    ...{ blocks, notice: true, wide: true },
  }
}

import type { SubstitutionRow } from '../../../core/draw/folder/tables.ts'
import type { ResultState } from '../../../core/results/result-state.ts'
import { sumOf } from '../../../core/tally.ts'
import { stateOf } from '../../../store/draws/draw-record.ts'
import { drawnOf } from '../../../store/views/drawn.ts'
import { commitmentOf } from '../../../store/views/kept-files.ts'
import { type NamedVisit, visitLines } from '../../../terminal/reports/merge-report.ts'
import { changeLines } from '../../../terminal/reports/substitution-report.ts'
import { drawNamed } from '../../lookup.ts'
import { naming } from '../../naming.ts'
import type { Figures, Job } from '../work/job.ts'

/** Who would fall out, and who would come in. */
export function fallFigures(lines: Job['lines']): Figures {
  return {
    lines,
    told([said], { desk, read }) {
      const { changes } = said as { readonly changes: readonly SubstitutionRow[] }
      return read(store => changeLines(naming(desk, store), changes))
    },
  }
}

/** Where two departments would go together, and who. */
export function mergeFigures(lines: Job['lines']): Figures {
  return {
    lines,
    told([said], { desk, read }) {
      const { visits } = said as { readonly visits: readonly NamedVisit[] }
      return read(store => visits.flatMap(visit => visitLines(naming(desk, store), visit)))
    },
  }
}

/** What would be void: how large the draw is, how far it came, what stands of it. */
export function voidFigures(lines: Job['lines']): Figures {
  return {
    lines,
    told([said], { desk, read }, { draw: name = '' }) {
      const { results = 0 } = said as { readonly results?: number }
      return read(store => {
        const words = desk.say.desk.figures
        const draw = drawNamed(store, desk, name)
        const { strata } = commitmentOf(store, draw.number)
        if (stateOf(draw) === 'frozen')
          return [`  ${words.waits(sumOf(strata, 'size'), sumOf(strata, 'take'), sumOf(strata, 'reserve'))}`]
        const drawn = drawnOf(store, draw.number)
        const count = (status: string) => drawn.filter(row => row.status === status).length
        return [
          `  ${words.wasDrawn(sumOf(strata, 'size'), count('drawn'), count('reserve'))}`,
          ...(results === 0 ? [] : [`  ${words.resultsStand(results)}`]),
        ]
      })
    },
  }
}

/** How many results would take a step, and how many would stay as they are. */
export function stepFigures(lines: Job['lines']): Figures {
  return {
    lines,
    told([said], { desk: { say } }) {
      const { taken, passed = {} } = said as {
        readonly taken: number
        readonly passed?: Readonly<Record<string, number>>
      }
      const others = Object.entries(passed) as [ResultState, number][]
      return [`  ${say.desk.figures.results(taken)}`, ...say.results.passed(others)]
    },
  }
}

import { escapeControls } from '../../../core/escape-controls.ts'
import type { Waterfall } from '../../../core/frame/waterfall.ts'
import { sumOf } from '../../../core/tally.ts'
import { naming } from '../../naming.ts'
import type { Answers, Figures, Job, Sitting } from '../work/job.ts'

/** What the answer of `draw freeze` has of figures. */
interface Frozen {
  readonly waterfall: Waterfall
  readonly wanted: number | null
  readonly strata: readonly {
    readonly stratum: string
    readonly size: number
    readonly take: number
    readonly reserve: number
  }[]
  readonly pool: readonly {
    readonly department: string
    readonly seats: readonly string[]
    readonly size: number
  }[]
  readonly leftOut: readonly { readonly inspector: string; readonly department: string }[]
  readonly unstaffable: {
    readonly excluded: boolean
    readonly departments: readonly {
      readonly department: string
      readonly count: number
      readonly targets: readonly string[]
    }[]
  }
  readonly sources: readonly string[]
  readonly chance: { readonly steerProof: boolean } | null
}

/** So many strata are told one by one. */
const STRATA = 10

/** What a freeze would fix: how many targets there are and why others are not among them, how many are drawn, who could go. */
export function freezeFigures(lines: Job['lines']): Figures {
  return {
    // The announcement is written, and what is written is not taken back.
    lines: ({ announceTo: _, ...answers }: Answers, sitting) => lines(answers, sitting),
    told: (said, sitting) => freezeLines(said.at(-1) as Frozen, sitting),
  }
}

function freezeLines(frozen: Frozen, { desk, read }: Sitting): Promise<readonly string[]> {
  return read(store => {
    const { say, named } = naming(desk, store)
    const words = say.desk.figures
    const { waterfall, strata, unstaffable, pool, sources, chance } = frozen
    const out = outsideOf(waterfall, say)
    return [
      words.frame(waterfall.registry, waterfall.frame),
      ...(out.length === 0 ? [] : [words.outside(out)]),
      ...unstaffable.departments.map(({ department, count, targets }) =>
        say.freeze[unstaffable.excluded ? 'unstaffable' : 'unstaffableKept'](
          named('departments', department),
          count,
          `${say.common.listed(targets.map(target => named('targets', target)))}${count > targets.length ? ' …' : ''}`,
        ),
      ),
      ...(strata.length < 2
        ? []
        : strata
            .slice(0, STRATA)
            .map(({ stratum, size, take, reserve }) =>
              words.stratum(escapeControls(say.published.stratumNamed(stratum)), size, take, reserve),
            )),
      ...(strata.length > STRATA ? [words.moreStrata(strata.length - STRATA)] : []),
      words.drawn(sumOf(strata, 'take'), sumOf(strata, 'reserve')),
      ...pool.map(({ department, seats, size }) =>
        words.people(
          named('departments', department),
          size,
          seats.length,
          frozen.leftOut.filter(row => row.department === department).length,
        ),
      ),
      say.freeze.sourcesAre(say.common.listed(sources)),
      ...(chance === null || chance.steerProof ? [] : [words.steerable]),
    ].map(line => `  ${line.trimStart()}`)
  })
}

/** What is not in the frame, and why: only what there is. */
function outsideOf(
  { elsewhere, outside, excluded }: Waterfall,
  { freeze, published }: Sitting['desk']['say'],
) {
  const { waterfall } = freeze
  return [
    [waterfall.elsewhere, elsewhere] as const,
    [waterfall.outside, outside] as const,
    ...Object.entries(excluded).map(
      ([reason, count]) => [waterfall.excluded(published.excluded[reason] ?? reason), count] as const,
    ),
  ].filter(([, count]) => count > 0)
}

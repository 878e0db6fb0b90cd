import type { Texts } from './message.ts'

/** Trial draws before anything is frozen. */
export interface SimulationSentences {
  readonly words: {
    readonly running: string
    readonly title: (task: string, runs: number, seed: string) => string
    readonly notTheDraw: string
    readonly infeasible: (count: number, runs: number) => string
    readonly inclusion: string
    readonly visits: string
    readonly inspector: string
    readonly department: string
    readonly mean: string
    readonly deviation: string
    readonly range: string
    readonly between: (count: number) => string
    readonly pairs: (met: number, possible: number) => string
    readonly pair: string
    readonly perDraw: string
    readonly nextSame: string
    readonly nextWithout: string
  }
  readonly help: Texts<'simulate' | 'runs' | 'seed'>
}

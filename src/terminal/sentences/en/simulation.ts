import type { SimulationSentences } from '../topics/simulation.ts'
import { counted } from './phrases.ts'

export const simulationEn: SimulationSentences = {
  words: {
    running: 'simulating',
    title: (task, runs, seed) => `${counted(runs, 'trial draw')} of ${task} (trial seed “${seed}”)`,
    notTheDraw:
      'This is not the draw: nothing is frozen or written, and these seeds are never used for a real draw',
    infeasible: (count, runs) => `${count} of ${runs} could not be matched; reason for the first:`,
    inclusion: 'Exact inclusion probability of each stratum',
    visits: 'Visits of each inspector in one draw',
    inspector: 'inspector',
    department: 'department',
    mean: 'mean',
    deviation: 'std. dev.',
    range: 'min–max',
    between: count => `… ${count} in between omitted`,
    pairs: (met, possible) => `Teams: ${met} of ${possible} possible pairs occurred; most often together:`,
    pair: 'pair',
    perDraw: 'targets together per draw',
    nextSame: 'Frame of the next draw (the task does not exclude targets already drawn: the same)',
    nextWithout: 'Frame of the next draw (without the targets drawn in this one)',
  },
  help: {
    simulate:
      'try many draws before anything is frozen: visits, pairs, inclusion probabilities; nothing is written',
    runs: 'number of trial draws (default: 200)',
    seed: 'seed for the trials, any text (default: 1)',
  },
}

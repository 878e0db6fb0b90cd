import type { SimulationSentences } from '../topics/simulation.ts'

export const simulationEn: SimulationSentences = {
  words: {
    running: 'simulating',
    title: (task, runs, seed) => `${runs} trial draws of ${task} (trial seed “${seed}”)`,
    notTheDraw:
      'This is not the draw: nothing is fixed, nothing is written, and these seeds are never used for one',
    infeasible: (count, runs) => `${count} of ${runs} could not be matched; the first because:`,
    inclusion: 'Inclusion probability of each stratum, exactly',
    visits: 'Visits of each inspector in one draw',
    inspector: 'inspector',
    department: 'department',
    mean: 'mean',
    deviation: 'std. dev.',
    range: 'least–most',
    between: count => `… ${count} between them left out`,
    pairs: (met, possible) => `Teams: ${met} pairs met, ${possible} are possible; most often together:`,
    pair: 'two people',
    perDraw: 'targets together in a draw',
    nextSame: 'The frame of the next draw (the task leaves nobody out who was drawn: the same)',
    nextWithout: 'The frame of the next draw (without the targets drawn in this one)',
  },
  help: {
    simulate: 'draw many times before anything is fixed: visits, pairs, inclusion; writes nothing',
    runs: 'how many trial draws (200)',
    seed: 'seed of the trials, any text (1)',
  },
}

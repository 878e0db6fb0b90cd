import type { FiguresWords } from '../jobs/figures.ts'

const of = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`
const withReserves = (reserve: number) => (reserve === 0 ? '' : `, ${of(reserve, 'reserve')}`)

export const figuresEn: FiguresWords = {
  frame: (registry, frame) => `registry: ${of(registry, 'target')}; can be drawn (sampling frame): ${frame}`,
  outside: parts => `not among them: ${parts.map(([reason, count]) => `${reason} ${count}`).join(', ')}`,
  stratum: (name, size, take, reserve) => `${name}: ${take} of ${size} drawn${withReserves(reserve)}`,
  moreStrata: count => `and ${of(count, 'stratum', 'strata')} more, all listed once it is frozen`,
  drawn: (take, reserve) =>
    `to be drawn: ${of(take, 'target')}${reserve === 0 ? ', no reserves' : withReserves(reserve)}`,
  people: (department, size, seats, out) =>
    `${department}: ${size} can be sent, ${seats} to each target${out === 0 ? '' : `; ${out} cannot be sent`}`,
  steerable:
    'the seed has few possible values, and could be steered by trying them out: every paper will say so',
  waits: (frame, take, reserve) =>
    `frozen, waits for its seed: ${take} of ${of(frame, 'target')} to be drawn${withReserves(reserve)}`,
  wasDrawn: (frame, drawn, reserves) => `drawn: ${drawn} of ${of(frame, 'target')}${withReserves(reserves)}`,
  resultsStand: count => `${of(count, 'result')} of it stay on record`,
  results: count => `${of(count, 'result')} in all`,
}

/** What the desk tells of a job before the yes to it. */
export interface FiguresWords {
  readonly frame: (registry: number, frame: number) => string
  readonly outside: (parts: readonly (readonly [reason: string, count: number])[]) => string
  readonly stratum: (name: string, size: number, take: number, reserve: number) => string
  readonly moreStrata: (count: number) => string
  readonly drawn: (take: number, reserve: number) => string
  /** `seats` people go to each target; `out` cannot. */
  readonly people: (department: string, size: number, seats: number, out: number) => string
  readonly steerable: string
  readonly waits: (frame: number, take: number, reserve: number) => string
  readonly wasDrawn: (frame: number, drawn: number, reserves: number) => string
  readonly resultsStand: (count: number) => string
  readonly results: (count: number) => string
}

/** Why a sealed draw is not sealed, shown or opened. */
export interface SealReasons {
  'draw-not-sealed': { draw: string }
  'already-revealed': { draw: string; entry: number }
  /** Under seal nobody outside may learn what became of a target. */
  'draw-sealed': { draw: string }
  'task-not-sealed': { task: string; draw: string }
}

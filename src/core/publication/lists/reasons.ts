import type { LayoutProblem } from './layout.ts'

/** Why a list is not laid out as asked. */
export interface LayoutReasons {
  'unknown-layout': { name: string; nearest: string | null; known: readonly string[] }
  'invalid-layout': { path: string; problem: LayoutProblem }
}

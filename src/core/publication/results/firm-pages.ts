import { byBytes } from '../../bytes.ts'
import { groupBy } from '../../tally.ts'
import type { PublicResult } from './public-result.ts'

/** One firm as a citizen finds it: drawn in which draws, visited when and by whom, found what. */
export interface FirmResults {
  readonly code: string
  readonly name: string
  readonly draws: readonly {
    readonly draw: string
    readonly taskName: string
    readonly drawnOn: string
    /** A visit that was not drawn. */
    readonly isCase: boolean
    readonly visits: readonly { readonly department: string; readonly results: readonly PublicResult[] }[]
  }[]
}

/** Results by firm, draw and department, firms in byte order of their codes. */
export function resultsByFirm(results: readonly PublicResult[]): FirmResults[] {
  return [...groupBy(results, ({ code }) => code)]
    .sort(([a], [b]) => byBytes(a, b))
    .map(([code, own]) => ({
      code,
      name: own[0]!.name,
      draws: [...groupBy(own, ({ draw }) => draw).values()].map(ofDraw => ({
        draw: ofDraw[0]!.draw,
        taskName: ofDraw[0]!.taskName,
        drawnOn: ofDraw[0]!.drawnOn,
        isCase: ofDraw[0]!.isCase,
        visits: [...groupBy(ofDraw, ({ department }) => department)].map(([department, results]) => ({
          department,
          results,
        })),
      })),
    }))
}

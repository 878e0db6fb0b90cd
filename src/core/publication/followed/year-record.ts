import type { Day } from '../../dates.ts'
import type { DrawNumber } from '../../ids.ts'
import type { YearBeside } from './year-beside.ts'

/** What a year's folder of one target tells programs: what stands on its sheet, draws under seal named alone. */
export interface YearRecord extends YearBeside {
  readonly target: { readonly id: string; readonly name: string }
  readonly year: string
  /** The office's day on which it was made. */
  readonly asOf: Day
  /** Each draw that is no secret, with its verdict and the digest of the certificate that proves it. */
  readonly draws: readonly { readonly draw: DrawNumber; readonly verdict: string; readonly digest: string }[]
  readonly sealed: readonly DrawNumber[]
}

/** The record as the bytes of a file: the same keys in the same order whatever else the parts hold. */
export function yearRecordText(record: YearRecord): string {
  const { target, year, asOf, draws, sealed, cases, followUps, untold } = record
  return `${JSON.stringify({ target, year, asOf, draws, sealed, cases, followUps, untold }, null, 2)}\n`
}

/** Rows of which each says all: what is left out on paper because the row above says it comes from there. */
export function saidInFull(rows: readonly (readonly string[])[]): string[][] {
  let above: readonly string[] = []
  return rows.map(row => {
    const first = row.findIndex(cell => cell !== '')
    const full = row.map((cell, i) => (i < first ? (above[i] ?? '') : cell))
    above = full
    return full
  })
}

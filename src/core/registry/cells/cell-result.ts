import { sortByBytes } from '../../bytes.ts'
import type { Doubt } from './doubt.ts'
import type { IssueDetails, NoteCode } from './issue.ts'

/** A cell read, `note` saying what was done to it and `doubt` what is odd about it; or what is wrong with it. */
export type CellResult =
  | { readonly value: string; readonly note: NoteCode | null; readonly doubt?: Doubt | null }
  | { [K in keyof IssueDetails]: { readonly code: K; readonly details: IssueDetails[K] } }[keyof IssueDetails]

/** The cell is canonical as it stands. */
export function unchanged(text: string): CellResult {
  return { value: text, note: null }
}

/** `value`, noted as `note` where that is not what was written. */
export function parsed(value: string, text: string, note: NoteCode): CellResult {
  return { value, note: value === text ? null : note }
}

export function invalid<K extends keyof IssueDetails>(code: K, details: IssueDetails[K]): CellResult {
  return { code, details } as unknown as CellResult
}

/** Splits a cell with several values, whatever separators were mixed; in byte order, each once. */
export function membersOf(text: string): string[] {
  const parts = text
    .split(/[;；,，、\n|]/)
    .map(part => part.trim())
    .filter(part => part !== '')
  return sortByBytes([...new Set(parts)])
}

/** The members of a canonical cell: none where it is empty. */
export function membersIn(cell: string): string[] {
  return cell === '' ? [] : cell.split(';')
}

/** The first value that has stood before, or undefined. */
export function firstRepeated(values: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return values.find(value => seen.size === seen.add(value).size)
}

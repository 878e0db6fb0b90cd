import { byBytes, sortByBytes } from '../../bytes.ts'
import { isDigest } from '../../hex.ts'
import type { Digest } from '../../ids.ts'
import { isMoment } from '../../moment.ts'
import { isId, isLine, isNfc, isWord } from '../../text.ts'

/** How one field is read and written. `read` gives undefined for a text that `write` would not have written. */
export interface Column<T> {
  /** What a wrong field should have been; the terminal has a phrase for each. */
  readonly expects: Expectation
  /** Few values on many lines: each is read once and remembered. */
  readonly repeats?: true
  /** What it writes never needs quotes. */
  readonly plain?: true
  readonly read: (field: string) => T | undefined
  readonly write: (value: T) => string
}

export type Expectation =
  | 'id'
  | 'id-or-empty'
  | 'ids'
  | 'word-or-empty'
  | 'words'
  | 'text'
  | 'line'
  | 'moment'
  | 'count'
  | 'count-or-empty'
  | 'number'
  | 'number-or-empty'
  | 'digest'
  | 'status'
  | 'kind'

const asIs = (text: string): string => text

export const id: Column<string> = {
  expects: 'id',
  read: text => (isId(text) ? text : undefined),
  write: asIs,
}

export const idOrEmpty: Column<string> = {
  expects: 'id-or-empty',
  read: text => (text === '' || isId(text) ? text : undefined),
  write: asIs,
}

/** An area: like an id, except that it may hold commas and quotes, or be empty. */
export const wordOrEmpty: Column<string> = {
  expects: 'word-or-empty',
  repeats: true,
  read: text => (text === '' || isWord(text) ? text : undefined),
  write: asIs,
}

/** What people wrote: any NFC text. */
export const text: Column<string> = {
  expects: 'text',
  read: field => (isNfc(field) ? field : undefined),
  write: asIs,
}

/** The same on one line: no control character (draw-2.md, section 1). */
export const line: Column<string> = {
  expects: 'line',
  read: field => (isLine(field) ? field : undefined),
  write: asIs,
}

/** A minute or second with its offset (draw-2.md, section 7). */
export const moment: Column<string> = {
  expects: 'moment',
  plain: true,
  read: field => (isMoment(field) ? field : undefined),
  write: asIs,
}

export const digest: Column<Digest> = {
  expects: 'digest',
  plain: true,
  read: field => (isDigest(field) ? field : undefined),
  write: asIs,
}

export const ids = listOf('ids', isId)
export const words = listOf('words', isWord)

export const count = integerFrom(0, 'count')
export const number = integerFrom(1, 'number')
export const countOrEmpty = orNull(count, 'count-or-empty')
export const numberOrEmpty = orNull(number, 'number-or-empty')

export function oneOf<T extends string>(expects: Expectation, ...values: readonly T[]): Column<T> {
  return { expects, plain: true, read: field => values.find(value => value === field), write: asIs }
}

export function repeating<T>(column: Column<T>): Column<T> {
  return { ...column, repeats: true }
}

/** Members in byte order, without repeats, joined with `;`. */
function listOf(expects: Expectation, isMember: (text: string) => boolean): Column<readonly string[]> {
  return {
    expects,
    repeats: true,
    read(field) {
      const members = field === '' ? [] : field.split(';')
      return members.every(isMember) && isAscending(members) ? members : undefined
    },
    write: members => (isAscending(members) ? members : sortByBytes([...new Set(members)])).join(';'),
  }
}

function isAscending(members: readonly string[]): boolean {
  return members.every((member, i) => i === 0 || byBytes(members[i - 1]!, member) < 0)
}

function integerFrom(least: number, expects: Expectation): Column<number> {
  return {
    expects,
    plain: true,
    read(field) {
      const value = DECIMAL.test(field) ? Number(field) : Number.NaN
      return value >= least && Number.isSafeInteger(value) ? value : undefined
    },
    write: String,
  }
}

const DECIMAL = /^(0|[1-9][0-9]*)$/

/** Nothing at all where there is no value. */
function orNull<T>(column: Column<T>, expects: Expectation): Column<T | null> {
  return {
    expects,
    read: field => (field === '' ? null : column.read(field)),
    write: value => (value === null ? '' : column.write(value)),
  }
}

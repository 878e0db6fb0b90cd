import { isObject } from './json.ts'

/** Where a value is not what it must be: `path` as in `strata[2].take`, empty for the whole. */
export interface Flaw<Expected extends string> {
  readonly path: string
  readonly expected: Expected
  /** The value there, as JSON. */
  readonly found: string
}

/** The first flaw of a value that stands at `path`, or nothing. */
export type Shape<Expected extends string> = (value: unknown, path?: string) => Flaw<Expected> | undefined

export function leaf<E extends string>(expected: E, holds: (value: unknown) => boolean): Shape<E> {
  return (value, path = '') => (holds(value) ? undefined : flawed(path, expected, value))
}

export function textThat<E extends string>(expected: E, holds: (text: string) => boolean): Shape<E> {
  return leaf(expected, value => typeof value === 'string' && holds(value))
}

export const text = textThat('text', () => true)
export const boolean = leaf('boolean', value => typeof value === 'boolean')

/** A whole number from zero on. */
export const count = leaf('count', value => Number.isSafeInteger(value) && (value as number) >= 0)

/** One of these values and no other. */
export function oneOf(...values: readonly unknown[]): Shape<'value'> {
  return leaf('value', value => values.includes(value))
}

export function orNull<E extends string>(shape: Shape<E>): Shape<E> {
  return (value, path) => (value === null ? undefined : shape(value, path))
}

/** A field that may be left out. */
export function orNone<E extends string>(shape: Shape<E>): Shape<E> {
  return (value, path) => (value === undefined ? undefined : shape(value, path))
}

/** An object with these fields; others may stand beside them. */
export function object<E extends string>(fields: Readonly<Record<string, Shape<E>>>): Shape<E | 'json'> {
  return (value, path = '') => {
    if (!isObject(value)) return flawed(path, 'json', value)
    return firstFlaw(Object.keys(fields), name =>
      fields[name]!(value[name], path === '' ? name : `${path}.${name}`),
    )
  }
}

/** An object with these fields, in this order, and no others. */
export function exactly<E extends string>(
  fields: Readonly<Record<string, Shape<E>>>,
): Shape<E | 'json' | 'fields'> {
  const names = Object.keys(fields).join()
  const inside = object(fields)
  return (value, path = '') =>
    isObject(value) && Object.keys(value).join() !== names
      ? flawed(path, 'fields', Object.keys(value))
      : inside(value, path)
}

export function list<E extends string>(member: Shape<E>): Shape<E | 'list'> {
  return (value, path = '') => {
    if (!Array.isArray(value)) return flawed(path, 'list', value)
    return firstFlaw([...value.keys()], i => member(value[i], `${path}[${i}]`))
  }
}

/** Whichever shape the text in this field names. */
export function oneBy<E extends string>(
  field: string,
  shapes: Readonly<Record<string, Shape<E>>>,
): Shape<E | 'json' | 'value'> {
  return (value, path = '') => {
    if (!isObject(value)) return flawed(path, 'json', value)
    const named = value[field]
    const shape = typeof named === 'string' && Object.hasOwn(shapes, named) ? shapes[named] : undefined
    return shape ? shape(value, path) : flawed(path === '' ? field : `${path}.${field}`, 'value', named)
  }
}

/** The first flaw among several things, looked at in turn. */
export function firstFlaw<T, E extends string>(
  items: readonly T[],
  flawOf: (item: T) => Flaw<E> | undefined,
): Flaw<E> | undefined {
  for (const item of items) {
    const flaw = flawOf(item)
    if (flaw) return flaw
  }
  return undefined
}

function flawed<E extends string>(path: string, expected: E, value: unknown): Flaw<E> {
  return { path, expected, found: JSON.stringify(value) ?? '' }
}

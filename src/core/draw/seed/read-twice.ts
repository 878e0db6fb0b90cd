import { normalise } from './seed-source.ts'

/** The places, counted from 1, at which two values of one form that was read sign by sign differ; none where they are alike. */
export function placesApart(one: string, other: string): number[] {
  return [...one].flatMap((sign, i) => (sign === other[i] ? [] : [i + 1]))
}

/** Whether two people are two, however their names are typed. */
export function areTwoPeople(one: string, other: string): boolean {
  const [a, b] = [one, other].map(name => normalise(name).replaceAll(' ', '').toLowerCase())
  return a !== '' && b !== '' && a !== b
}

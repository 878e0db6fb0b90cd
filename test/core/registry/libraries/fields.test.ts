import { describe, expect, test } from 'vitest'
import { LIBRARIES, type Library } from '../../../../src/core/registry/libraries/field.ts'
import { type FieldName, isField, library } from '../../../../src/core/registry/libraries/library.ts'
import { columnOf } from '../../../../src/core/registry/libraries/record-cells.ts'

describe('fields', () => {
  test('a misspelt field does not compile, and is never taken for the id', () => {
    // @ts-expect-error the plan has no field of this name
    expect(() => columnOf(library('plan'), 'ratte')).toThrow(RangeError)
    // @ts-expect-error a field of another registry
    expect(() => columnOf(library('plan'), 'certificate')).toThrow(RangeError)
    // @ts-expect-error a field that came later has no column of its own
    expect(() => columnOf(library('plan'), 'rotate')).toThrow(RangeError)
    // @ts-expect-error the same slip as a name alone
    const slip: FieldName<'plan'> = 'ratte'
    expect(isField(library('plan'), slip)).toBe(false)
  })

  test('where the library is not known beforehand, a name that it lacks is refused', () => {
    const some: Library = library('items')
    expect(() => columnOf(some, 'rated')).toThrow('items has no field “rated”')
  })

  test.each(LIBRARIES)('%s: every field stands in a column of its own, after the id', name => {
    const some: Library = library(name)
    expect(some.name).toBe(name)
    expect(some.fields.map(field => columnOf(some, field.name))).toEqual(some.fields.map((_, i) => i + 1))
    for (const part of some.id) expect(isField(some, part)).toBe(true)
  })
})

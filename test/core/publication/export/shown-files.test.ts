import { describe, expect, it } from 'vitest'
import { filesBeforeSeed, shownFiles } from '../../../../src/core/publication/export/shown-files.ts'

const NAMES = [
  'commitment.json',
  'frame.csv',
  'exclusions.csv',
  'pool.csv',
  'recusals.csv',
  'seed.txt',
  'assignment.csv',
]
const files = new Map(NAMES.map(name => [name, new Uint8Array()]))
const names = (folder: ReadonlyMap<string, unknown>) => [...folder.keys()]

describe('filesBeforeSeed', () => {
  it.each([
    [true, ['commitment.json', 'frame.csv', 'exclusions.csv']],
    [false, ['commitment.json']],
  ])('shows the list only where it may be public (%s), and nobody by name', (publishList, shown) => {
    expect(names(filesBeforeSeed(files, publishList))).toEqual(shown)
  })
})

describe('shownFiles', () => {
  const kept = {
    spec: 'ssj-draw/1',
    files,
    changes: [],
    officials: 'masked',
  } as const

  it.each([
    ['the archive everything', false, true, NAMES],
    [
      'the public nobody by name',
      false,
      false,
      ['commitment.json', 'frame.csv', 'exclusions.csv', 'seed.txt'],
    ],
    ['the archive the commitment alone under seal', true, true, ['commitment.json']],
    ['the public the commitment alone under seal', true, false, ['commitment.json']],
  ])('shows %s', (_, sealed, archive, shown) => {
    expect(names(shownFiles({ ...kept, sealed, failed: false }, archive))).toEqual(shown)
  })
})

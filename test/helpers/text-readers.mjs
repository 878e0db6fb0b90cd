import { privateDataIn } from '../../dist/core/publication/private-data.js'
import { readCell } from '../../dist/core/registry/cells/cell.js'
import { CELL_TYPES } from '../../dist/core/registry/cells/cell-types.js'
import { contextOf } from '../../dist/core/registry/cells/context.js'

const context = contextOf({
  departments: new Map([['甲局', 'JIA']]),
  doubled: new Map(),
  departmentsOpen: false,
  items: new Set(['I1']),
  itemNames: new Map(),
  inspectors: new Set(['P1']),
  targets: new Map([['X1', 'X1']]),
  tasks: new Map(),
  extraFields: [],
  zeroed: new Map(),
})

/** The readers of cells, by type; and one that looks at each with each, to see that it is found. */
export const readers = {
  ...Object.fromEntries(
    Object.keys(CELL_TYPES).map(type => [type, text => void readCell(type, text, context)]),
  ),
  'private data': text => void privateDataIn(text),
  'each with each': text => [...text].filter((sign, i) => text.indexOf('!', i) === i || sign === '!').length,
}

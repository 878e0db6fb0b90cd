import { escapeControls } from '../core/escape-controls.ts'
import type { DrawView, ListedTarget } from './draw-view.ts'
import { button, data, element } from './element.ts'
import type { Acts, State } from './state.ts'
import type { PageWords } from './words-zh.ts'

/** The drawn and the reserves, with a search that needs no button. */
export function listView(state: State, view: DrawView, words: PageWords, acts: Acts): HTMLElement {
  const { list } = words
  const input = element('input', {
    id: 'search',
    type: 'search',
    autocomplete: 'off',
    'aria-controls': 'list',
  })
  input.value = state.search
  input.addEventListener('input', () => acts.search(input.value))
  return element(
    'section',
    {},
    element('h2', {}, list.heading),
    element('div', { class: 'ask' }, element('label', { for: 'search' }, list.search), input),
    element('div', { id: 'list' }, ...rowsView(state, view, words, acts)),
    ...substitutionsView(view, words),
  )
}

/** The part that changes while somebody types. */
export function rowsView(state: State, view: DrawView, words: PageWords, acts: Acts): Node[] {
  const { list } = words
  const wanted = state.search.normalize('NFKC').trim().toUpperCase()
  const fitting = view.targets.filter(row => fits(row, wanted))
  const shown = fitting.slice(0, state.shown)
  const columns = columnsOf(view).map(column => ({ ...column, heading: list.columns[column.name] }))
  return [
    element('p', { class: 'quiet' }, list.shown(shown.length, fitting.length)),
    element(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': list.heading },
      element(
        'table',
        { role: 'table' },
        element(
          'thead',
          { role: 'rowgroup' },
          element(
            'tr',
            { role: 'row' },
            ...columns.map(({ name, heading }) =>
              element('th', { role: 'columnheader', scope: 'col', class: name }, heading),
            ),
          ),
        ),
        element(
          'tbody',
          { role: 'rowgroup' },
          ...shown.map(row =>
            element(
              'tr',
              { role: 'row' },
              ...columns.map(({ name, cell, heading }) =>
                element('td', { role: 'cell', class: name, 'data-label': heading }, cell(row, words)),
              ),
            ),
          ),
        ),
      ),
    ),
    ...(shown.length < fitting.length ? [button(list.more, acts.more)] : []),
  ]
}

function fits({ target, name, stratum }: ListedTarget, wanted: string): boolean {
  return (
    wanted === '' ||
    [target, name, stratum].some(text => text.normalize('NFKC').toUpperCase().includes(wanted))
  )
}

interface ListColumn {
  readonly name: keyof PageWords['list']['columns']
  readonly cell: (row: ListedTarget, words: PageWords) => Node
}

/** No column for a stratum that is the only one, nor for names that nobody has. */
function columnsOf({ targets, strata }: DrawView): readonly ListColumn[] {
  const named = targets.some(({ name }) => name !== '')
  return COLUMNS.filter(({ name }) =>
    name === 'stratum' ? strata.length > 1 : named || !OF_PEOPLE.has(name),
  )
}

const OF_PEOPLE: ReadonlySet<string> = new Set(['name', 'departments'])

const COLUMNS: readonly ListColumn[] = [
  { name: 'stratum', cell: ({ stratum }) => data(stratum) },
  { name: 'rank', cell: ({ rank }) => data(String(rank)) },
  { name: 'target', cell: ({ target }) => data(target) },
  { name: 'name', cell: ({ name }) => data(name) },
  { name: 'departments', cell: ({ departments }) => data(departments) },
  { name: 'ticket', cell: ({ ticket }) => element('span', { title: ticket }, `${ticket.slice(0, 12)}…`) },
  {
    name: 'status',
    cell: ({ status, since }, { list }) =>
      element(
        'span',
        { class: 'outcome' },
        element('span', { class: `tag ${status}` }, list[status]),
        since === null ? null : element('span', { class: `tag since-${since}` }, list.since[since]),
      ),
  },
]

function substitutionsView({ substitutions }: DrawView, { list, shared }: PageWords): Node[] {
  if (substitutions.length === 0) return []
  return [
    element('h3', {}, list.substitutions),
    element(
      'ol',
      {},
      ...substitutions.map(({ out, in: into, reason }) =>
        element(
          'li',
          {},
          list.substituted(
            escapeControls(out),
            escapeControls(into),
            escapeControls(shared.fellOutFor(reason)),
          ),
        ),
      ),
    ),
  ]
}

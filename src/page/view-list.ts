import { visible } from '../core/publication/visible.ts'
import { button, data, element } from './element.ts'
import type { DrawView, ListedTarget } from './engine.ts'
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
  const { columns } = list
  const withNames = view.targets.some(({ name }) => name !== '')
  const heads = [
    columns.stratum,
    columns.rank,
    columns.target,
    ...(withNames ? [columns.name, columns.departments] : []),
    columns.ticket,
    columns.status,
  ]
  return [
    element('p', { class: 'quiet', role: 'status' }, list.shown(shown.length, fitting.length)),
    element(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': list.heading },
      element(
        'table',
        {},
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            ...heads.map(head =>
              element(
                'th',
                { scope: 'col', ...(head === columns.departments ? { class: 'departments' } : {}) },
                head,
              ),
            ),
          ),
        ),
        element('tbody', {}, ...shown.map(row => rowView(row, withNames, words))),
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

function rowView(row: ListedTarget, withNames: boolean, { pictures, stratumNamed }: PageWords): HTMLElement {
  const cell = (text: string, kind = '') => element('td', kind === '' ? {} : { class: kind }, data(text))
  return element(
    'tr',
    { class: row.status },
    cell(stratumNamed(row.stratum)),
    cell(String(row.rank), 'number'),
    cell(row.target, 'code'),
    ...(withNames ? [cell(row.name, 'name'), cell(row.departments, 'departments')] : []),
    element('td', { class: 'digits', title: row.ticket }, `${row.ticket.slice(0, 12)}…`),
    element('td', {}, element('span', { class: `tag ${row.status}` }, pictures[row.status])),
  )
}

function substitutionsView({ substitutions }: DrawView, { list }: PageWords): Node[] {
  if (substitutions.length === 0) return []
  return [
    element('h3', {}, list.substitutions),
    element(
      'ol',
      {},
      ...substitutions.map(({ out, in: into, reason }) =>
        element('li', {}, list.substituted(visible(out), visible(into), visible(reason))),
      ),
    ),
  ]
}

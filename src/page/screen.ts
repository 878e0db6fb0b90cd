import { element } from './element.ts'
import { type Acts, BEGINNING, ROWS, type State } from './state.ts'
import { rowsView } from './view-list.ts'
import { pageNodes } from './view-page.ts'
import { pageEn } from './words-en.ts'
import { type PageWords, pageZh } from './words-zh.ts'

/** What a reader sees and hears of the state. */
export interface Screen {
  readonly state: State
  readonly words: PageWords
  /** Where a folder can be dropped. */
  readonly body: HTMLElement
  /** Shows what follows from a changed state. */
  change(next: Partial<State>): void
  /** Shows only the rows that hold this text: the field it is typed in stays as it is. */
  search(text: string): void
  /** Says a text to readers who cannot see the page. */
  announce(text: string): void
  /** Says the text of what is shown there. */
  announceShown(selector: string): void
}

/** A screen in this element, empty until its first change. `acts` is what its reader can do. */
export function screenIn(root: HTMLElement, acts: () => Acts): Screen {
  let state: State = BEGINNING
  // The one live region, which is never built anew.
  const status = element('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' })
  const body = element('div', { class: 'sheet' })
  root.append(status, body)
  const screen: Screen = {
    get state() {
      return state
    },
    get words() {
      return state.language === 'zh' ? pageZh : pageEn
    },
    body,
    change(next) {
      state = { ...state, ...next }
      show(screen, acts())
    },
    search(text) {
      state = { ...state, search: text, shown: ROWS }
      const list = document.getElementById('list')
      if (state.view !== null) list?.replaceChildren(...rowsView(state, state.view, screen.words, acts()))
      screen.announceShown('#list p')
    },
    announce(text) {
      status.textContent = text
    },
    announceShown: selector => screen.announce(body.querySelector(selector)?.textContent ?? ''),
  }
  return screen
}

/** Builds the page anew; whatever held the focus holds it again. */
function show({ state, words, body }: Screen, acts: Acts): void {
  const held = document.activeElement?.id
  document.documentElement.lang = words.code
  document.title = words.title
  body.replaceChildren(...pageNodes(state, words, acts))
  if (held) document.getElementById(held)?.focus({ preventScroll: true })
}

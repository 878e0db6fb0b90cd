import { visible } from '../core/publication/visible.ts'
import { button, element } from './element.ts'
import { chosen, dropped, type FileIn, type Incoming } from './folder-in.ts'
import { type Acts, BEGINNING, ROWS, type State } from './state.ts'
import { checkView } from './view-check.ts'
import { doorsView } from './view-doors.ts'
import { drawView } from './view-draw.ts'
import { firmView } from './view-firm.ts'
import { listView, rowsView } from './view-list.ts'
import { picturesView } from './view-pictures.ts'
import { pageEn } from './words-en.ts'
import { type PageWords, pageZh } from './words-zh.ts'
import type { RemoteEngine } from './worker.ts'

/** Shows a draw and lets a reader check it. `embedded` is what the page holds of its own folder. */
export function app(root: HTMLElement, engine: RemoteEngine, embedded: unknown): void {
  let state: State = BEGINNING
  const status = element('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' })
  const body = element('div', { class: 'sheet' })
  root.append(status, body)
  const words = () => (state.language === 'zh' ? pageZh : pageEn)

  const change = (next: Partial<State>) => {
    state = { ...state, ...next }
    show()
  }
  const show = () => {
    const held = document.activeElement?.id
    document.documentElement.lang = words().code
    document.title = words().title
    body.replaceChildren(...pageNodes(state, words(), acts))
    if (held) document.getElementById(held)?.focus({ preventScroll: true })
  }
  const announce = (text: string) => {
    status.textContent = text
  }
  const failing = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      change({ failure: String((error as Error).message ?? error), step: null })
    }
  }

  const open = (files: readonly FileIn[], source: State['source']) =>
    failing(async () => {
      const view = await engine.open(files, source === 'embedded')
      change({ ...BEGINNING, language: state.language, source, view })
      if (source === 'brought') await compute()
    })
  const compute = () =>
    failing(async () => {
      change({ step: 'sums', checked: null, refusal: null })
      announce(words().check.running)
      const checked = await engine.verify(step => change({ step }))
      change({ step: null, checked })
      const { agrees, differs, committed } = words().check
      const { verdict } = checked
      if (verdict.kind === 'committed') announce(committed[verdict.state])
      else announce(verdict.kind === 'agrees' ? agrees : differs)
      document.getElementById('compute')?.focus({ preventScroll: true })
    })
  const take = (incoming: Incoming) =>
    failing(async () => {
      if (incoming.kind === 'refused') change({ refusal: incoming.why })
      else if (incoming.kind === 'folder') await open(incoming.files, 'brought')
      else {
        const { name: file, bytes } = incoming
        const check = state.view === null ? null : await engine.certificate(file, bytes)
        change({ certificate: { file, check } })
        document.getElementById('certified')?.scrollIntoView({ block: 'center' })
      }
    })

  const acts: Acts = {
    turn: () => change({ language: state.language === 'zh' ? 'en' : 'zh' }),
    compute: () => void compute(),
    find: text =>
      void failing(async () => {
        if (text.trim() !== '') change({ asked: text, found: await engine.find(text) })
      }),
    search(text) {
      state = { ...state, search: text, shown: ROWS }
      const list = document.getElementById('list')
      if (state.view !== null) list?.replaceChildren(...rowsView(state, state.view, words(), acts))
    },
    more: () => change({ shown: state.shown + ROWS }),
    bring: files => void chosen(files).then(take),
  }

  dropZone(
    body,
    () => words().folder.drop,
    transfer => void dropped(transfer).then(take),
  )
  show()
  if (embedded === 'too-large') change({ source: 'too-large' })
  else if (Array.isArray(embedded)) void open(filesOf(embedded), 'embedded')
}

function pageNodes(state: State, words: PageWords, acts: Acts): Node[] {
  const { view, source } = state
  const turn = button(words.other, acts.turn, 'turn')
  turn.id = 'turn'
  turn.lang = state.language === 'zh' ? 'en' : 'zh-CN'
  return [
    element('a', { class: 'skip', href: '#firm' }, words.skip),
    element('header', {}, element('h1', {}, words.title), turn, element('p', {}, words.intro)),
    element(
      'main',
      {},
      checkView(state, words, acts),
      ...(view === null
        ? [
            element(
              'section',
              {},
              element('h2', {}, words.none.heading),
              element(
                'p',
                {},
                source === 'too-large'
                  ? words.none.tooLarge
                  : source === 'nothing'
                    ? words.none.text
                    : words.none.unreadable,
              ),
            ),
          ]
        : [
            drawView(view, words),
            firmView(state, view, words, acts),
            picturesView(view, words),
            listView(state, view, words, acts),
          ]),
      doorsView(state, words, acts),
    ),
    element(
      'footer',
      {},
      element('p', {}, words.law),
      view?.occasion ? element('p', {}, visible(view.occasion.program)) : null,
    ),
  ]
}

/** A folder or file may be dropped anywhere. */
function dropZone(body: HTMLElement, told: () => string, takes: (transfer: DataTransfer) => void): void {
  const over = (on: boolean) => {
    if (on) body.dataset.drop = told()
    else delete body.dataset.drop
  }
  document.addEventListener('dragover', event => {
    event.preventDefault()
    over(true)
  })
  document.addEventListener('dragleave', event => {
    if (event.relatedTarget === null) over(false)
  })
  document.addEventListener('drop', event => {
    event.preventDefault()
    over(false)
    if (event.dataTransfer) takes(event.dataTransfer)
  })
}

function filesOf(embedded: readonly unknown[]): FileIn[] {
  const encoder = new TextEncoder()
  return embedded
    .filter(
      (pair): pair is [string, string] => Array.isArray(pair) && pair.every(part => typeof part === 'string'),
    )
    .map(([name, text]) => [name, encoder.encode(text)])
}

import { element } from './element.ts'
import { chosen, dropped, type Incoming } from './folder-in.ts'
import { type Acts, BEGINNING, ROWS, type State } from './state.ts'
import { rowsView } from './view-list.ts'
import { pageNodes } from './view-page.ts'
import { pageEn } from './words-en.ts'
import { pageZh } from './words-zh.ts'
import type { RemoteEngine } from './worker.ts'
import type { FileIn } from './zip-in.ts'

/**
 * Shows a draw and lets a reader check it. `embedded` is what the page holds of its own folder; once it is read and shown,
 * the promise is kept.
 */
export async function app(root: HTMLElement, engine: RemoteEngine, embedded: unknown): Promise<void> {
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
  /** Says it to who cannot see the page: the one live region that is never built anew. */
  const announce = (text: string) => {
    status.textContent = text
  }
  const announceOf = (selector: string) => announce(body.querySelector(selector)?.textContent ?? '')
  /** Counts the folders brought: what was computed of an earlier one is not shown as another's. */
  let sitting = 0
  const stillOf = (own: number, next: Partial<State>) => {
    if (own === sitting) change(next)
    return own === sitting
  }
  const failing = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      change({ failure: String((error as Error).message ?? error), step: null })
    }
  }

  const open = (files: readonly FileIn[], name: string | null) =>
    failing(async () => {
      const own = ++sitting
      const { language } = state
      const begun: Partial<State> =
        name === null
          ? { source: 'embedded' }
          : { source: 'brought', step: 'sums', brought: { name, files: files.length } }
      change({ ...BEGINNING, language, ...begun })
      const opened = await engine.open(files, name === null)
      if (stillOf(own, { ...opened, opened: true }) && name !== null) await compute()
    })
  const compute = () =>
    failing(async () => {
      const own = sitting
      change({ step: 'sums', checked: null, refusal: null, failure: null })
      announce(words().check.running)
      const checked = await engine.verify(step => stillOf(own, { step }))
      if (!stillOf(own, { step: null, checked })) return
      const { agrees, differs, committed } = words().check
      const { verdict } = checked
      if (verdict.kind === 'committed') announce(committed[verdict.state])
      else announce(verdict.kind === 'agrees' ? agrees : differs)
      document.getElementById('compute')?.focus({ preventScroll: true })
    })
  const find = (asked: string) =>
    failing(async () => {
      const own = sitting
      if (asked.trim() === '') return
      if (stillOf(own, { asked, found: await engine.find(asked) })) announceOf('#found .said, #found p')
    })
  const take = (incoming: Incoming) =>
    failing(async () => {
      if (incoming.kind === 'refused') change({ refusal: incoming.why })
      else if (incoming.kind === 'folder') await open(incoming.files, incoming.name)
      else {
        const own = sitting
        const { name: file, bytes } = incoming
        const check = state.opened ? await engine.certificate(file, bytes) : null
        stillOf(own, { certificate: { file, check } })
        announceOf('#certified .said, #certified p')
        document.getElementById('certified')?.scrollIntoView({ block: 'center' })
      }
    })

  const acts: Acts = {
    turn: () => change({ language: state.language === 'zh' ? 'en' : 'zh' }),
    compute: () => void compute(),
    find: text => void find(text),
    search(text) {
      state = { ...state, search: text, shown: ROWS }
      const list = document.getElementById('list')
      if (state.view !== null) list?.replaceChildren(...rowsView(state, state.view, words(), acts))
      announceOf('#list p')
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
  else if (Array.isArray(embedded)) await open(filesOf(embedded), null)
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

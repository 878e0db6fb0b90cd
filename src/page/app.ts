import { dropped } from './folder-in.ts'
import { actsOf, open, type Reader, take } from './reader.ts'
import { screenIn } from './screen.ts'
import type { Brought } from './signed.ts'
import type { RemoteEngine } from './worker.ts'
import type { FileIn } from './zip-in.ts'

/**
 * Shows a draw and lets a reader check it. `embedded` is what the page holds of its own folder; once it is read and shown,
 * the promise is kept.
 */
export async function app(root: HTMLElement, engine: RemoteEngine, embedded: unknown): Promise<void> {
  const reader: Reader = {
    engine,
    screen: screenIn(root, () => acts),
    folders: 0,
    brought: NOTHING_BROUGHT,
    certificate: null,
  }
  const acts = actsOf(reader)
  const { screen } = reader
  dropZone(
    screen.body,
    () => screen.words.folder.drop,
    transfer => void dropped(transfer).then(incoming => take(reader, incoming)),
  )
  screen.change(embedded === 'too-large' ? { source: 'too-large' } : {})
  if (Array.isArray(embedded)) await open(reader, filesOf(embedded), null)
}

const NOTHING_BROUGHT: Brought = { signatures: [], keys: [] }

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

import { COMMITMENT_FILE } from '../core/draw/commitment/commitment.ts'
import { RESULTS_FILE } from '../core/publication/results/results-file.ts'
import { chosen, type Incoming } from './folder-in.ts'
import type { Screen } from './screen.ts'
import type { Brought } from './signed.ts'
import { type Acts, BEGINNING, ROWS, type State } from './state.ts'
import type { RemoteEngine } from './worker.ts'
import type { FileIn } from './zip-in.ts'

/** What a reader's acts work on. */
export interface Reader {
  readonly screen: Screen
  readonly engine: RemoteEngine
  /** Counts the folders brought: what was computed of an earlier one is not shown as another's. */
  folders: number
  /** The signatures and keys that were brought beside the folder. */
  brought: Brought
  /** The certificate that was brought last: it is checked again when results come. */
  certificate: { readonly file: string; readonly bytes: Uint8Array } | null
}

export function actsOf(reader: Reader): Acts {
  const { screen } = reader
  return {
    turn: () => screen.change({ language: screen.state.language === 'zh' ? 'en' : 'zh' }),
    compute: () => void compute(reader),
    find: text => void find(reader, text),
    search: text => screen.search(text),
    more: () => screen.change({ shown: screen.state.shown + ROWS }),
    bring: files => void chosen(files).then(incoming => take(reader, incoming)),
  }
}

/** Shows a folder; one that the reader brought (`name`) is checked at once. */
export function open(
  reader: Reader,
  files: readonly FileIn[],
  name: string | null,
  around: readonly FileIn[] = [],
): Promise<void> {
  const { screen, engine } = reader
  return failing(screen, async () => {
    const own = ++reader.folders
    const { language, results } = screen.state
    reader.certificate = null
    const begun: Partial<State> =
      name === null
        ? { source: 'embedded' }
        : { source: 'brought', step: 'sums', brought: { name, files: files.length } }
    screen.change({ ...BEGINNING, language, results, ...begun })
    const opened = await engine.open(files, name === null, around)
    if (changeStill(reader, own, { ...opened, opened: true }) && name !== null) await compute(reader)
  })
}

/** Takes what was dropped or chosen: a folder to show, a certificate to check, or published results to hold it against. */
export function take(reader: Reader, incoming: Incoming): Promise<void> {
  const { screen } = reader
  return failing(screen, async () => {
    if (incoming.kind === 'refused') return screen.change({ refusal: incoming.why })
    if (incoming.kind === 'file') {
      reader.certificate = { file: incoming.name, bytes: incoming.bytes }
      await judgeAnew(reader)
      return certify(reader)
    }
    if (incoming.kind === 'folder') {
      const { files, name, around, signatures } = incoming
      // Keys say whom the reader believes, and stay; signatures are of one folder.
      reader.brought = { ...reader.brought, signatures }
      await (isResults(files) ? takeResults(reader, incoming) : open(reader, files, name, around))
      return signatures.length === 0 ? judgeAnew(reader) : judge(reader)
    }
    const { signatures, keys } = reader.brought
    reader.brought =
      incoming.kind === 'signatures'
        ? { keys, signatures: incoming.files }
        : { signatures, keys: [...keys, ...incoming.files] }
    return judge(reader)
  })
}

/** Results hold for every certificate from now on, the one that is shown among them. */
async function takeResults(
  reader: Reader,
  { name, files }: { readonly name: string; readonly files: readonly FileIn[] },
): Promise<void> {
  await reader.engine.results(name, files)
  reader.screen.change({ results: { name, files: files.length }, refusal: null })
  return certify(reader)
}

/** A folder that `ssj publish results` wrote, and no draw's. */
function isResults(files: readonly FileIn[]): boolean {
  const names = new Set(files.map(([name]) => name))
  return names.has(RESULTS_FILE) && !names.has(COMMITMENT_FILE)
}

/** Checks the certificate that was brought last, and shows what came of it. */
async function certify(reader: Reader): Promise<void> {
  const { screen, engine, certificate, folders: own } = reader
  if (certificate !== null) {
    const { file, bytes } = certificate
    const check = screen.state.opened ? await engine.certificate(file, bytes) : null
    changeStill(reader, own, { certificate: { file, check } })
  }
  screen.announceShown('#certified .said, #certified p')
  document.getElementById('certified')?.scrollIntoView({ block: 'center' })
}

/** What was found of the signatures of another certificate or folder is not shown as that of this one. */
async function judgeAnew(reader: Reader): Promise<void> {
  const { screen, engine, brought, certificate, folders } = reader
  if (screen.state.signed === null) return
  const signed =
    brought.signatures.length === 0
      ? null
      : await engine.signed(brought, certificate && [certificate.file, certificate.bytes])
  changeStill(reader, folders, { signed })
}

/** Judges the signatures that were brought, and shows what was found. */
async function judge(reader: Reader): Promise<void> {
  const { screen, engine, brought, certificate, folders } = reader
  const signed = await engine.signed(brought, certificate && [certificate.file, certificate.bytes])
  changeStill(reader, folders, { signed })
  screen.announceShown('#signed .said, #signed p')
  document.getElementById('signed')?.scrollIntoView({ block: 'center' })
}

function compute(reader: Reader): Promise<void> {
  const { screen, engine } = reader
  return failing(screen, async () => {
    const own = reader.folders
    screen.change({ step: 'sums', checked: null, refusal: null, failure: null })
    screen.announce(screen.words.check.running)
    const checked = await engine.verify(step => changeStill(reader, own, { step }))
    if (!changeStill(reader, own, { step: null, checked })) return
    const { agrees, differs, committed } = screen.words.check
    const { verdict } = checked
    if (verdict.kind === 'committed') screen.announce(committed[verdict.state])
    else screen.announce(verdict.kind === 'agrees' ? agrees : differs)
    document.getElementById('compute')?.focus({ preventScroll: true })
  })
}

function find(reader: Reader, asked: string): Promise<void> {
  const { screen, engine } = reader
  return failing(screen, async () => {
    const own = reader.folders
    if (asked.trim() === '') return
    if (changeStill(reader, own, { asked, found: await engine.find(asked) }))
      screen.announceShown('#found .said, #found p')
  })
}

/** Changes the state unless another folder has been brought since; whether it did. */
function changeStill({ screen, folders }: Reader, own: number, next: Partial<State>): boolean {
  if (own === folders) screen.change(next)
  return own === folders
}

async function failing(screen: Screen, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    screen.change({ failure: String((error as Error).message ?? error), step: null })
  }
}

import { type Folder, SUMS_FILE, sumsText } from '../core/draw/folder/sums.ts'
import type { Step } from '../core/draw/verify/draw-again.ts'
import { readSums } from '../core/draw/verify/read-sums.ts'
import { type Verdict, verify } from '../core/draw/verify/verdict.ts'
import { encodedPieces } from '../core/pieces.ts'
import type { Finding } from '../core/publication/certificate/certificate.ts'
import type { PublishedResults } from '../core/publication/certificate/check-results.ts'
import { finder } from '../core/publication/certificate/finding.ts'
import { type OpenedDraw, openDraw } from '../core/publication/certificate/opened-draw.ts'
import { UNPROVEN } from '../core/publication/certificate/prover.ts'
import { codeAsTyped, isTargetCode } from '../core/publication/certificate/subject.ts'
import {
  type CertificateCheck,
  verifyCertificate,
} from '../core/publication/certificate/verify-certificate.ts'
import { IS_LIST } from '../core/publication/export/page.ts'
import {
  type PapersVerdict,
  type PaperWriter,
  papersVerdict,
} from '../core/publication/told/papers-verdict.ts'
import { papersAsText } from '../files/writing/papers-as-text.ts'
import { type DrawView, type FixedView, fixedIn, viewOf } from './draw-view.ts'
import { type Listed, namesIn } from './people-list.ts'
import { type Brought, type SignedHere, signedHere } from './signed.ts'
import type { FileIn } from './zip-in.ts'

export interface Checked {
  readonly verdict: Verdict
  /** What was found of the papers beside a draw that agrees; null of the page's own data, which holds no papers. */
  readonly papers: PapersVerdict | null
  /** Every file that is not what SHA256SUMS says. */
  readonly changed: readonly string[]
  readonly milliseconds: number
}

export type Found =
  | { readonly kind: 'target'; readonly id: string; readonly name: string; readonly finding: Finding }
  /** It has the form of a code, and its check character does not hold. */
  | { readonly kind: 'mistyped' }
  | { readonly kind: 'several'; readonly targets: readonly { readonly id: string; readonly name: string }[] }

/** Reads and computes for the page, in a worker where there is one. It knows no document. */
export interface Engine {
  /** `view` is null where the folder holds no draw that can be read; `verify` says why. */
  open(
    files: readonly (readonly [string, Uint8Array])[],
    embedded: boolean,
    around?: readonly FileIn[],
  ): { readonly view: DrawView | null; readonly fixed: FixedView | null }
  verify(begins: (step: Step) => void): Promise<Checked>
  find(text: string): Found
  /** A folder of published results, to hold those of certificates against from now on. */
  results(name: string, files: readonly (readonly [string, Uint8Array])[]): void
  certificate(file: string, bytes: Uint8Array): Promise<CertificateCheck>
  /** Who has signed the folder, the certificate (`certificate`) or the results that were brought. */
  signed(brought: Brought, certificate?: FileIn | null): SignedHere
}

export function engine(): Engine {
  let folder: Folder = new Map()
  let isWhole = false
  let around: readonly FileIn[] = []
  let draw: OpenedDraw | null = null
  let names: ReadonlyMap<string, Listed> = new Map()
  let find: ReturnType<typeof finder> | undefined
  let published: (PublishedResults & { readonly folder: Folder }) | null = null
  return {
    open(files, embedded, beside = []) {
      const opened = new Map(files)
      // A page cannot hold the sums of the folder it is a file of: those are checked when the folder is dropped.
      if (embedded) opened.set(SUMS_FILE, new TextEncoder().encode(sumsText(opened)))
      folder = opened
      isWhole = !embedded
      around = beside
      draw = openDraw(folder)
      names = namesIn(folder)
      find = undefined
      return draw ? { view: viewOf(draw, names), fixed: null } : { view: null, fixed: fixedIn(folder) }
    },
    async verify(begins) {
      const start = performance.now()
      const law = await verify(folder, begins)
      const found =
        isWhole && law.kind !== 'differs' ? await papersVerdict(folder, law, asText, NOTHING_CARRIED) : null
      const verdict = found?.kind === 'differs' ? found : law
      const papers = found?.kind === 'papers' ? found : null
      return { verdict, papers, changed: changedFiles(folder), milliseconds: performance.now() - start }
    },
    find(text) {
      if (draw === null) return { kind: 'several', targets: [] }
      // The whole frame is at hand, and verified: trees over it would only take time.
      find ??= finder(draw, UNPROVEN)
      const [id, ...others] = idsOf(draw, names, text)
      if (id === undefined && codeAsTyped(text) !== null) return { kind: 'mistyped' }
      if (id === undefined || others.length > 0) {
        const ids = id === undefined ? [] : [id, ...others]
        return { kind: 'several', targets: ids.map(of => ({ id: of, name: names.get(of)?.name ?? '' })) }
      }
      return { kind: 'target', id, name: names.get(id)?.name ?? '', finding: find(id, true) }
    },
    results(name, files) {
      published = { path: name, folder: new Map(files) }
    },
    certificate: (file, bytes) => verifyCertificate(file, bytes, folder, published),
    signed: (brought, certificate = null) =>
      signedHere(
        { folder: isWhole ? folder : null, around, certificate, results: published?.folder ?? null },
        brought,
      ),
  }
}

/** A page has neither the page as it is built nor the law. */
const NOTHING_CARRIED: ReadonlyMap<string, string> = new Map()

/** Workbooks, documents of a word processor and CSV of another encoding are not laid out in a browser. */
const asText: PaperWriter = async function* (papers, { formats, encoding }) {
  for (const [file, text] of papersAsText(papers, formats)) {
    const isShown = encoding === 'utf-8' || !file.endsWith('.csv')
    yield {
      file,
      content: isShown ? encodedPieces(text) : null,
      ...(IS_LIST.test(file) ? { plain: [...text].join('') } : {}),
    }
  }
}

function changedFiles(folder: Folder): string[] {
  const listed = readSums(folder)
  if (listed.kind === 'differs') return []
  return [...listed.sums].filter(([, sum]) => sum.listed !== sum.actual).map(([name]) => name)
}

/** The targets that a citizen may mean: a code as typed, in capitals or without blanks, else an exact name, else a part of one. */
function idsOf(draw: OpenedDraw, names: ReadonlyMap<string, Listed>, text: string): readonly string[] {
  const wanted = text.normalize('NFKC').trim()
  const codes = new Set([wanted, wanted.toUpperCase(), codeAsTyped(text) ?? wanted])
  const known = [...draw.frame, ...(draw.exclusions ?? [])]
  for (const code of codes) {
    if (known.some(({ target }) => target === code)) return [code]
  }
  const named = [...names].filter(([, { name }]) => name === wanted)
  const like = named.length > 0 ? named : [...names].filter(([, { name }]) => name.includes(wanted))
  if (like.length > 0) return like.map(([id]) => id).slice(0, MOST_NAMED)
  // Only of a code that can be no other firm's can it be said that it is not here: another text may be anybody's.
  const code = codeAsTyped(text)
  return code !== null && isTargetCode(code) ? [code] : []
}

const MOST_NAMED = 20

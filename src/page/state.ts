import type { Step } from '../core/draw/verify/draw-again.ts'
import type { CertificateCheck } from '../core/publication/certificate/verify-certificate.ts'
import type { DrawView, FixedView } from './draw-view.ts'
import type { Checked, Found } from './engine.ts'
import type { Refusal } from './folder-in.ts'
import type { SignedHere } from './signed.ts'

/** All that the page shows follows from this. */
export interface State {
  readonly language: 'zh' | 'en'
  /** Where the files are from: the page itself, or a folder that was brought. */
  readonly source: 'nothing' | 'too-large' | 'embedded' | 'brought'
  /** The name of the folder or zip that was brought, and how many files it holds. */
  readonly brought: { readonly name: string; readonly files: number } | null
  /** Whether the files were read; null `view` then means that they hold no draw. */
  readonly opened: boolean
  readonly view: DrawView | null
  /** What is fixed, where no draw can be read. */
  readonly fixed: FixedView | null
  readonly step: Step | null
  readonly checked: Checked | null
  readonly refusal: Refusal | null
  readonly asked: string
  readonly found: Found | null
  readonly search: string
  readonly shown: number
  readonly certificate: { readonly file: string; readonly check: CertificateCheck | null } | null
  /** What was found of the signatures that were brought. */
  readonly signed: SignedHere | null
  /** The folder of published results that was brought, which draws come and go beside. */
  readonly results: { readonly name: string; readonly files: number } | null
  readonly failure: string | null
}

export const ROWS = 200

export const BEGINNING: State = {
  language: 'zh',
  source: 'nothing',
  brought: null,
  opened: false,
  view: null,
  fixed: null,
  step: null,
  checked: null,
  refusal: null,
  asked: '',
  found: null,
  search: '',
  shown: ROWS,
  certificate: null,
  signed: null,
  results: null,
  failure: null,
}

/** What a reader can do. */
export interface Acts {
  readonly turn: () => void
  readonly compute: () => void
  readonly find: (text: string) => void
  readonly search: (text: string) => void
  readonly more: () => void
  readonly bring: (files: readonly File[]) => void
}

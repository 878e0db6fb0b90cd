import type { LargeChange } from './large-change.ts'
import type { LibraryName } from './libraries/field.ts'

/** Why a registry is not read or changed as asked. */
export interface RegistryReasons {
  'unknown-library': { name: string; nearest: string | null; known: readonly string[] }
  'no-such-map': { name: string; nearest: string | null }
  'unknown-map-field': { library: LibraryName; pair: string; field: string; nearest: string | null }
  'no-such-field': { library: LibraryName; field: string; nearest: string | null }
  'duplicate-field': { field: string; heading: string }
  'large-removal': { file: string; library: LibraryName; parts: readonly LargeChange[] }
  /** A condition that cannot be read, and why, as a sentence. */
  'invalid-where': { where: string; sentence: string }
  /** Tasks of several years go by the number, none of them of the present year. */
  'ambiguous-task': { task: string; candidates: readonly string[] }
  'no-such-record': { library: string; id: string; nearest: string | null }
  'invalid-value': { library: string; heading: string; value: string; sentence: string }
}

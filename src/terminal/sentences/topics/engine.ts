import type { EngineReasons } from '../../../core/engine/reasons.ts'
import type { OtherValue } from '../../../core/engine/registry-values.ts'
import type { Trap } from '../../../core/engine/self-test.ts'
import type { SentencesOf, Texts } from './message.ts'

/** Databases that a registry of targets lies in already. */
export interface EngineSentences {
  readonly reasons: SentencesOf<EngineReasons>
  readonly words: {
    readonly columns: Texts<'name' | 'url' | 'registry' | 'fields' | 'draws'>
    readonly none: string
    readonly added: (name: string) => string
    readonly changed: (name: string) => string
    readonly removed: (name: string) => string
    readonly fit: (name: string) => string
    readonly unfit: (name: string) => string
    readonly trap: (trap: Trap, expected: string, found: string) => string
    readonly emptyRegistry: string
    readonly oneTarget: (cells: readonly (readonly [heading: string, value: string])[]) => string
    readonly otherValues: (heading: string, kinds: number) => string
    readonly otherValue: (other: OtherValue) => string
    readonly toAsk: (count: number) => string
  }
  readonly help: Texts<
    | 'engine'
    | 'add'
    | 'registry'
    | 'column'
    | 'password'
    | 'list'
    | 'check'
    | 'remove'
    | 'change'
    | 'url'
    | 'freezeOn'
    | 'sql'
    | 'dialect'
    | 'results'
  >
}

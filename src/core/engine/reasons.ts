import type { LineFault } from './answer-shapes.ts'
import type { AnswerFault } from './answers.ts'
import type { OtherValue } from './registry-values.ts'
import type { Trap } from './self-test.ts'

/** Why an engine cannot be used, or gave what cannot be. */
export interface EngineReasons {
  'unknown-engine': { name: string; nearest: string | null }
  'engine-exists': { name: string }
  'engine-has-draws': { name: string; draws: readonly string[] }
  'engine-name': { name: string }
  'engine-url': { url: string; problem: 'malformed' | 'scheme' | 'password' | 'no-file' }
  'engine-kind': { engine: string; kind: string; other: string }
  'engine-url-option': { option: string; allowed: readonly string[] }
  /** A DuckDB file that is not there: opened, it would be a new one. */
  'engine-file': { engine: string; file: string }
  /** A DuckDB file that is there and cannot be opened to read and write. */
  'engine-file-open': {
    engine: string
    file: string
    problem: 'held' | 'newer' | 'no-database' | 'forbidden'
    message: string
  }
  'engine-registry': { text: string }
  'engine-column': { pair: string; problem: 'malformed' | 'twice' }
  'engine-without-id': { fields: readonly string[] }
  'engine-password': {
    engine: string
    from: string
    problem: 'malformed' | 'not-set' | 'no-file' | 'seen-by-others' | 'empty'
  }
  /** A file of certificates that a URL names. */
  'engine-ca': { engine: string; file: string; problem: 'no-file' | 'malformed' }
  /** A server whose certificate is not trusted, is another server’s or not valid today. */
  'engine-certificate': {
    engine: string
    problem: 'untrusted' | 'other-name' | 'not-valid' | 'none'
    message: string
  }
  /** What is asked of targets of this database, which has none: they lie in engines. */
  'targets-elsewhere': { engines: readonly string[] }
  'engine-of-dialect': { dialect: string; engines: readonly string[] }
  'driver-missing': { engine: string; driver: string; command: string }
  /** An engine that nobody here can speak to: somebody has to ask it these statements. */
  'engine-unanswered': { engine: string; dialect: string; statements: readonly string[] }
  /** A file of answers that were cut, came twice or are not what was asked for. */
  'engine-answer': { file: string } & AnswerFault
  /** A line of an answer that is not what was asked for; `place` counts its fields. */
  'engine-answer-line': {
    file: string
    row: number
    place: number
    statement: string
    expected: LineFault['expected']
    found: string
  }
  'engine-failed': { engine: string; statement: string; message: string }
  /** A statement that ended in the middle as if it were done. */
  'engine-cut-short': { engine: string; statement: string; expected: string; found: string }
  /** An engine whose expressions do not give what the law says. */
  'engine-unfit': { engine: string; trap: Trap; expected: string; found: string }
  /** A value in the registry of an engine that no public file may hold. */
  'engine-value': { engine: string; heading: string; target: string; found: string; expected: string }
  /** A value in the registry of an engine that a file would have been read otherwise for, or refused. */
  'engine-cell': { engine: string } & OtherValue
  'engine-target-twice': { engine: string; target: string; count: number }
  'engine-target-without-id': { engine: string; count: number }
  /** A snapshot that does not give what was committed to any more. */
  'snapshot-changed': { engine: string; draw: string; file: string; expected: string; found: string }
  /** A snapshot of which a table is not there any more. */
  'snapshot-gone': { engine: string; draw: string; table: string }
  'frozen-on-engine': { task: string; draw: string; engine: string | null }
  /** A list that has not as many rows as the engine counted. */
  'engine-rows': { engine: string; file: string; expected: string; found: string }
  'engine-too-few': { engine: string; stratum: string; wanted: number; found: string }
}

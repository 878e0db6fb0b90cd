import type { FileProblem } from './file-problem.ts'
import type { SettingsFlaw } from './settings.ts'
import type { ZipProblem } from './zip/zip-problem.ts'

/** Why a database cannot be used. */
export interface DatabaseReasons {
  'database-exists': { path: string }
  'no-such-database': { path: string }
  'foreign-database': { path: string }
  'newer-database': { path: string; version: number; known: number }
  'database-locked': { path: string }
  'database-damaged': { path: string }
  'database-unreachable': { path: string }
  'no-database-driver': { node: string }
  'write-failed': { path: string; message: string }
  'unreadable-entry': { entry: number }
  'no-such-entry': { entry: number; last: number }
}

/** Why a file or folder cannot be read or written. */
export interface FileReasons {
  'no-such-file': { path: string }
  'unreadable-file': { path: string; message: string }
  'changed-while-read': { path: string }
  'invalid-file': { path: string; problem: FileProblem }
  'invalid-zip': { path: string; problem: ZipProblem }
  'missing-headings': { path: string; expected: readonly string[] }
  /** A pipe, a device or a socket. */
  'not-a-file': { path: string }
  'file-exists': { path: string }
  /** Another command reads and writes it. */
  'file-in-use': { path: string; lock: string }
  'write-failed': { path: string; message: string }
  /** The machine lets the program open no more of them. */
  'too-many-open-files': Record<string, never>
  /** The command did what it was asked, but stdout took no result. */
  'result-unwritten': { message: string }
  /** `ssj.json` beside the database. */
  'invalid-settings': { path: string; flaw: SettingsFlaw }
  'no-such-folder': { path: string }
  'not-a-folder': { path: string }
  'folder-not-empty': { path: string }
  'zip-too-large': { path: string; files: number; bytes: number }
}

/** Why a command line cannot be followed. */
export interface OptionReasons {
  /** `of` is the command that was meant, by its words: `ssj draw run`. */
  usage: { message: string; of: string }
  'unknown-command': { name: string; nearest: string | null; of: string }
  'unknown-option': { option: string; nearest: string | null; of: string }
  'missing-option': { option: string }
  'invalid-option': { option: string; value: string; expected: string }
  'one-of-options': { options: readonly string[] }
  'option-not-applicable': { option: string; with: string }
  'invalid-character': { option: string; character: string }
  'approver-is-actor': { approver: string }
  /** A reason that will be published holds a telephone or identity number (shown masked). */
  'private-data-in-reason': { option: string; text: string }
}

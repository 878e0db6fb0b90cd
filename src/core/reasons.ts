import type { FileProblem } from './file-problem.ts'
import type { ZipProblem } from './zip/zip-problem.ts'

/** How many bytes are needed to write something: about so many, more than these, or so many at the most. */
export interface RoomNeeded {
  readonly bytes: number
  readonly how: 'about' | 'over' | 'most'
}

/** A disk that takes no more: what is free there now, and what is needed, where anybody knows. */
export interface DiskFull {
  readonly path: string
  readonly free: number | null
  readonly needs: RoomNeeded | null
}

/** Why a database cannot be used. */
export interface DatabaseReasons {
  'database-exists': { path: string }
  'no-such-database': { path: string }
  'foreign-database': { path: string }
  'newer-database': { path: string; version: number; known: number }
  'database-locked': { path: string }
  'database-damaged': { path: string }
  'database-unreachable': { path: string }
  'database-read-only': { path: string }
  'database-is-folder': { path: string }
  'disk-full': DiskFull
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
  'disk-full': DiskFull
  'write-failed': { path: string; message: string }
  /** The machine lets the program open no more of them. */
  'too-many-open-files': Record<string, never>
  /** The command did what it was asked, but stdout took no result. */
  'result-unwritten': { message: string }
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

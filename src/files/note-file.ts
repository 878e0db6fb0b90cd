import type { FilePath } from '../core/file-path.ts'
import { decodeUtf8 } from '../core/text.ts'
import { readOneFile } from './folder.ts'

/**
 * The text of a note, as it was before it went by mail or through an editor: line ends, a byte order mark, and blank lines
 * around it are no part of what is signed. Empty where the file is no text.
 */
export function readNoteFile(path: FilePath): string {
  return noteTextOf(readOneFile(path))
}

/** The same of bytes that were read. */
export function noteTextOf(bytes: Uint8Array): string {
  return `${plainText(bytes).trim()}\n`
}

/** The text of a file (UTF-8) with line ends as Unix has them and without a byte order mark; empty where it is no text. */
export function readPlainFile(path: FilePath): string {
  return plainText(readOneFile(path))
}

function plainText(bytes: Uint8Array): string {
  return (decodeUtf8(bytes) ?? '').replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
}

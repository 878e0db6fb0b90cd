import type { FilePath } from '../core/file-path.ts'
import { decodeUtf8 } from '../core/text.ts'
import { readOneFile } from './folder.ts'

/**
 * The text of a note, as it was before it went by mail or through an editor: line ends, a byte order mark, and blank lines around
 * it are no part of what is signed. Empty where the file is no text.
 */
export function readNoteFile(path: FilePath): string {
  return `${readPlainFile(path).trim()}\n`
}

/** The text of a file (UTF-8) with line ends as Unix has them and without a byte order mark; empty where it is no text. */
export function readPlainFile(path: FilePath): string {
  const text = decodeUtf8(readOneFile(path)) ?? ''
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
}

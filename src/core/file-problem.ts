/** The encodings a clerk's file comes in; GBK and GB2312 are read as their superset GB18030. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** What a file that is no table seems to be, whatever its name says. */
export type Lookalike =
  | 'xls'
  | 'xlsb'
  | 'xlsx-encrypted'
  | 'ods'
  | 'doc'
  | 'docx'
  | 'pptx'
  | 'zip'
  | 'archive'
  | 'html'
  | 'mhtml'
  | 'xml-spreadsheet'
  | 'xml'
  | 'json'
  | 'pdf'
  | 'rtf'
  | 'image'
  | 'sqlite'

/**
 * Why a file cannot be read as a table. It ends the reading of that file: nothing of it may be remembered.
 * `position` counts bytes from 0 (of the unpacked content where the file is a .gz), `row` and `column`
 * count from 1 as a spreadsheet does.
 */
export type FileProblem =
  /** The system declined to open or read it; `code` is its word (ENOENT, EISDIR, EACCES …). */
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'changed-while-reading' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-table'; readonly seems: Lookalike }
  /** No encoding fits the whole file; `encoding` is the one that came furthest. */
  | {
      readonly kind: 'undecodable'
      readonly encoding: Encoding
      readonly position: number
      readonly byte: number
      /** The line it stands in, counted from 1; line breaks inside cells count too. */
      readonly line: number
    }
  /** Four bytes to each character: no program that makes tables writes it. */
  | { readonly kind: 'utf-32' }
  /** A NUL character: no text has one. */
  | { readonly kind: 'binary'; readonly position: number }
  /** A quote opened here is never closed, or is closed where no cell can end. */
  | { readonly kind: 'unclosed-quote'; readonly row: number; readonly column: number }
  | { readonly kind: 'row-too-long'; readonly row: number; readonly limit: number }
  | { readonly kind: 'damaged-gzip' }
  | { readonly kind: 'damaged-spreadsheet'; readonly detail: string }
  /** A cell so far from all others that the sheet is mostly emptiness up to it. */
  | { readonly kind: 'stray-cell'; readonly place: string }
  | { readonly kind: 'spreadsheet-too-large'; readonly bytes: number; readonly limit: number }
  /** The workbook has more than is read of one; `place` is a part, a cell or a row. */
  | {
      readonly kind: 'spreadsheet-limit'
      readonly what: SheetLimit
      readonly limit: number
      readonly place: string
    }
  | { readonly kind: 'no-such-sheet'; readonly sheet: string | number; readonly sheets: readonly string[] }

/** What there can be too much of in a workbook: `piece` is one tag or text of its XML, `depth` tags within tags. */
export type SheetLimit =
  | 'strings'
  | 'rows'
  | 'columns'
  | 'cells'
  | 'text'
  | 'piece'
  | 'depth'
  | 'entries'
  | 'merged'

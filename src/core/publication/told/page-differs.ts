import { byBytes } from '../../bytes.ts'
import { bytesIn, bytesOf, type Content, type OpenFolder, piecesOf } from '../../draw/folder/content.ts'
import { firstDifference } from '../../draw/folder/first-difference.ts'
import { RECORD_FILE } from '../../draw/folder/record-file.ts'
import { SUBSTITUTIONS } from '../../draw/folder/tables.ts'
import { type Differs, differs } from '../../draw/verify/difference.ts'
import { LAW_FILES } from '../../draw/verify/law-files.ts'
import { decodeUtf8 } from '../../text.ts'
import { embeddedIn, PAGE_FILE, pageWith } from '../export/page.ts'

/**
 * Whether the page of a folder is the one that this program builds, with the files of this very folder in it; `plain` are
 * the lists among its papers, as text.
 */
export function pageDiffers(
  folder: OpenFolder,
  plain: ReadonlyMap<string, string>,
  built: string | undefined,
): boolean | Differs {
  if (built !== undefined && isPageOf(folder, plain, built)) return true
  const page = decodeUtf8(bytesIn(folder, PAGE_FILE) ?? new Uint8Array()) ?? ''
  const { files, empty } = embeddedIn(page)
  for (const [file, text] of files) {
    const content = plain.get(file) ?? folder.get(file)
    // No text has fewer units than a third of its bytes: what is far larger need not be read.
    const own = content === undefined || content.length > 3 * text.length ? undefined : content
    if (own === undefined || textIn(own) !== text)
      return differs({ file: PAGE_FILE, check: 'embedded', column: file })
  }
  return built !== undefined && empty === built
}

/** Whether the page is, byte for byte, what an export of this folder makes: it can be as large as the folder, and is compared as it passes. */
function isPageOf(folder: OpenFolder, plain: ReadonlyMap<string, string>, built: string): boolean {
  const page = folder.get(PAGE_FILE)
  if (page === undefined) return false
  const files = [...LAW_IN_PAGE, RECORD_FILE].flatMap(file => {
    const content = folder.get(file)
    return content === undefined ? [] : [[file, content] as const]
  })
  return (
    firstDifference(
      pageWith(built, new Map<string, Content | string>([...files, ...plain])),
      piecesOf(page),
    ) === null
  )
}

/** In the order in which an export has them: those that were kept by their names, and then what changed afterwards. */
const LAW_IN_PAGE: readonly string[] = [
  ...LAW_FILES.filter(file => file !== SUBSTITUTIONS.file).toSorted(byBytes),
  SUBSTITUTIONS.file,
]

function textIn(content: Content | string): string | undefined {
  return typeof content === 'string' ? content : decodeUtf8(bytesOf(content))
}

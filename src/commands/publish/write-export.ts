import { type Content, lengthOf, type OpenFolder, watchedFolder } from '../../core/draw/folder/content.ts'
import { RECORD_FILE } from '../../core/draw/folder/record-file.ts'
import type { Spec } from '../../core/draw/folder/spec.ts'
import type { FilePath } from '../../core/file-path.ts'
import type { DrawNumber } from '../../core/ids.ts'
import { encodedPieces } from '../../core/pieces.ts'
import { type BagInfo, bagOf } from '../../core/publication/export/bag.ts'
import type { Papers } from '../../core/publication/papers/papers-of.ts'
import type { PaperCounts } from '../../core/publication/told/as-told.ts'
import { TOLD_FILE, type ToldPapers, toldLines } from '../../core/publication/told/told-papers.ts'
import { withSums, writeFolder, writeNewZip } from '../../files/folder.ts'
import { withCarried } from '../../files/page.ts'
import { setAside } from '../../files/set-aside.ts'
import type { PeopleEncoding } from '../../files/writing/csv-encoding.ts'
import { type Format, stepsOf, writtenPapers } from '../../files/writing/documents.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'

/** All that a folder is laid out from. */
export interface Exported {
  readonly number: DrawNumber
  readonly spec: Spec
  readonly papers: Papers
  readonly counts: PaperCounts
  /** Files of the law. */
  readonly law: OpenFolder
  readonly record: string
  /** What `papers.json` tells; null where there is none. */
  readonly told: ToldPapers | null
  readonly bag: BagInfo
}

interface Forms {
  readonly formats: readonly Format[]
  readonly encoding: PeopleEncoding
}

/** Writes the folder or the zip, and gives the names of its files. */
export async function writeExport(
  desk: Desk,
  to: FilePath,
  { number, spec, papers, counts, law, record, told, bag }: Exported,
  { archive, forms, zip }: { readonly archive: boolean; readonly forms: Forms; readonly zip: boolean },
): Promise<readonly string[]> {
  const aside = setAside(to)
  try {
    const laying = progressOf(desk, desk.say.publish.writing, stepsOf(counts, forms.formats))
    let steps = 0
    const step = () => {
      steps++
      laying.at(steps)
    }
    const own = new Map<string, Content>()
    const plain = new Map<string, Content | string>([...law, [RECORD_FILE, record]])
    if (told !== null) plain.set(TOLD_FILE, aside.take(encodedPieces(toldLines(told))))
    for await (const { file, content, plain: text } of writtenPapers(papers, forms, step)) {
      const taken = aside.take(content)
      own.set(file, taken)
      plain.set(file, text ?? taken)
    }
    laying.end()
    const carrying = progressOf(desk, desk.say.publish.writing, lengthOf(law))
    let carried = 0
    const carry = (more: number) => {
      carried += more
      if (carried <= lengthOf(law)) carrying.at(carried)
    }
    const files = withCarried(new Map([...plain, ...watchedFolder(law, carry)]), { spec, archive })
    for (const [file, content] of law) files.set(file, content)
    carrying.end()
    for (const [file, content] of own) files.set(file, content)
    const summed = withSums(files)
    const whole: OpenFolder = archive ? bagOf(summed, bag) : summed
    const writing = progressOf(desk, desk.say.common.writing, lengthOf(whole))
    let bytes = 0
    const watch = (more: number) => {
      bytes += more
      writing.at(bytes)
    }
    const eyes = archive ? 'owner' : 'umask'
    if (zip) writeNewZip(to, inside(topFolder(number, archive), whole), eyes, watch)
    else writeFolder(to, whole, eyes, watch)
    writing.end()
    return [...whole.keys()]
  } finally {
    aside.remove()
  }
}

/** A zip holds one folder, so that unpacking it does not strew files about. */
function topFolder(number: DrawNumber, archive: boolean): string {
  return archive ? `${number}-archive` : number
}

function inside(folder: string, files: OpenFolder): OpenFolder {
  return new Map([...files].map(([name, content]) => [`${folder}/${name}`, content]))
}

import { damaged } from './fault.ts'
import { beyond, LIMITS } from './limits.ts'
import type { Package } from './package-parts.ts'
import { attributeNamed, isTrue, readXml } from './read-xml.ts'
import type { DateSystem } from './serial-date.ts'

/** A sheet by its name, and the part of the zip that holds it. */
export interface SheetPart {
  readonly name: string
  readonly path: string
  readonly hidden: boolean
}

export interface SheetList {
  readonly sheets: readonly SheetPart[]
  readonly system: DateSystem
  readonly styles: string | undefined
  readonly strings: string | undefined
}

/** The sheets of a workbook in the order of their tabs, and the parts that they share. */
export async function sheetList(parts: Package): Promise<SheetList> {
  const book = await workbookPath(parts)
  const relations = await relationsOf(parts, book)
  const sheets: SheetPart[] = []
  let system: DateSystem = 1900
  await readXml(parts, book, {
    open(name, attributes) {
      if (name === 'workbookPr' && isTrue(attributes.date1904)) system = 1904
      if (name !== 'sheet') return
      if (sheets.length >= LIMITS.entries) throw beyond('entries', book)
      const path = relations.byId.get(attributeNamed(attributes, 'id') ?? '') ?? ''
      sheets.push({
        name: attributes.name ?? '',
        path,
        hidden: /hidden/i.test(attributes.state ?? ''),
      })
    },
  })
  if (sheets.length === 0) throw damaged(book)
  const { styles, strings } = relations
  return { sheets, system, styles, strings }
}

/** Where the workbook is: as the package says, else where it is everywhere. */
async function workbookPath(parts: Package): Promise<string> {
  const said = await packageRelations(parts)
  const path = parts.find(said ?? USUAL) ?? parts.find(USUAL)
  if (path === undefined) throw damaged(said ?? USUAL)
  return path
}

const USUAL = 'xl/workbook.xml'

async function packageRelations(parts: Package): Promise<string | undefined> {
  if (parts.find('_rels/.rels') === undefined) return undefined
  const { book } = await relationsIn(parts, '_rels/.rels', '')
  return book
}

interface Relations {
  readonly byId: ReadonlyMap<string, string>
  readonly book: string | undefined
  readonly styles: string | undefined
  readonly strings: string | undefined
}

async function relationsOf(parts: Package, book: string): Promise<Relations> {
  const slash = book.replaceAll('\\', '/').lastIndexOf('/') + 1
  const folder = book.slice(0, slash)
  return relationsIn(parts, `${folder}_rels/${book.slice(slash)}.rels`, folder)
}

async function relationsIn(parts: Package, path: string, folder: string): Promise<Relations> {
  const byId = new Map<string, string>()
  const byType = new Map<string, string>()
  await readXml(parts, path, {
    open(name, attributes) {
      if (name !== 'Relationship') return
      if (byId.size >= LIMITS.entries) throw beyond('entries', path)
      const type = attributes.Type ?? ''
      const written = attributes.Target ?? ''
      const beside = targetPath(folder, written)
      // Some writers count from the root without saying so.
      const target = parts.find(beside) ?? parts.find(targetPath('', written)) ?? beside
      byId.set(attributes.Id ?? '', target)
      byType.set(type.slice(type.lastIndexOf('/') + 1).toLowerCase(), target)
    },
  })
  const found = (type: string) => {
    const target = byType.get(type)
    return target === undefined || parts.find(target) === undefined ? undefined : target
  }
  return {
    byId,
    book: found('officedocument'),
    styles: found('styles'),
    strings: found('sharedstrings'),
  }
}

/** A target as a path from the root of the package. */
function targetPath(folder: string, target: string): string {
  const written = target.replaceAll('\\', '/')
  const steps: string[] = []
  for (const step of (written.startsWith('/') ? written : folder + written).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, parse, sep } from 'node:path'
import type { FilePath } from '../../core/file-path.ts'
import type { FileReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'

const refuse = refusal<FileReasons>()

/**
 * The files behind what the user named: a name with `*`, in its last part or in that of a folder, that is no file
 * stands for those it matches, in order. Hidden files and the locks of open workbooks are not meant.
 */
export function pathsOf(patterns: readonly FilePath[]): FilePath[] {
  return patterns.flatMap(pattern => {
    const { written, full } = pattern
    if (!written.includes('*') || existsSync(full)) return [pattern]
    const found = matching(written, full)
    if (found.length === 0) throw refuse('no-such-file', { path: written })
    return found
  })
}

function matching(written: string, full: string): FilePath[] {
  const parts = written.split(PARTS)
  // What stands before the first part with `*` is a folder, and both ways of writing it end alike.
  const from = parts.findIndex(part => part.includes('*'))
  const steps = parts.slice(from)
  const fullParts = full.slice(parse(full).root.length).split(PARTS)
  const base = join(parse(full).root, ...fullParts.slice(0, fullParts.length - steps.length))
  const start = parts.slice(0, from).join(sep)
  let found: FilePath[] = [{ written: from === 0 ? '' : start || sep, full: base }]
  for (const [i, step] of steps.entries()) {
    const isLast = i === steps.length - 1
    found = found.flatMap(folder => below(folder, step, isLast))
  }
  return found
}

const PARTS = sep === '\\' ? /[\\/]/ : /\//

function below({ written, full }: FilePath, step: string, isLast: boolean): FilePath[] {
  const names = step.includes('*') ? namesIn(full).filter(name => wanted(step, name)) : [step]
  return names
    .map(name => ({ written: written === '' ? name : join(written, name), full: join(full, name) }))
    .filter(({ full }) => {
      const isFolder = statSync(full, { throwIfNoEntry: false })?.isDirectory()
      return isLast ? isFolder === false : isFolder === true
    })
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : []
}

function wanted(step: string, name: string): boolean {
  if (NOT_MEANT.test(name) && !NOT_MEANT.test(step)) return false
  return new RegExp(`^${step.split('*').map(literally).join('.*')}$`, 'su').test(name)
}

const NOT_MEANT = /^(?:\.|~\$)/

function literally(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\/]/g, '\\$&')
}

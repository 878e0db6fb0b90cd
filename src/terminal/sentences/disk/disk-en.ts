import type { DiskFull, RoomNeeded } from '../../../core/reasons.ts'
import type { JsonFlaw } from '../../../core/settings/json-flaw.ts'
import type { SettingsWords } from '../topics/common.ts'
import type { Message } from '../topics/message.ts'
import { leastBytes, mostBytes } from './bytes.ts'

export function diskFull({ path, free, needs }: DiskFull): Message {
  const room = [
    ...(free === null
      ? []
      : [
          needs === null
            ? `${mostBytes(free)} are free there, which is not enough`
            : `${mostBytes(free)} are free there`,
        ]),
    ...(needs === null ? [] : [`${HOW[needs.how]} ${leastBytes(needs.bytes)} are needed`]),
  ]
  return [
    `cannot write “${path}”: the disk is full${room.length === 0 ? '' : ` (${room.join(', ')})`}`,
    'make room there or name another place, then run the command again',
  ]
}

const HOW: Readonly<Record<RoomNeeded['how'], string>> = { about: 'about', over: 'more than', most: 'up to' }

/** What a system says against a path, in words, with its code for whoever keeps the computer. */
export function systemState(message: string): string {
  const [code] = /^(?:E[A-Z]+\d*|SQLITE_\w+)/.exec(message) ?? []
  const words =
    code === undefined
      ? undefined
      : (STATES[code] ?? (code.startsWith('SQLITE_IOERR') ? STATES.EIO : undefined))
  return words === undefined ? message : `${words} (${code})`
}

const STATES: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission',
  EPERM: 'the system does not permit it',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENOENT: 'there is no such file or folder',
  EEXIST: 'something stands there already',
  ENOTEMPTY: 'the folder is not empty',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EFBIG: 'the file system allows no file of that size',
  EBUSY: 'another program is using it',
  ETXTBSY: 'another program is using it',
  EIO: 'the disk reports an error',
  ENXIO: 'the device is not there',
  ENODEV: 'the device is not there',
  ESTALE: 'the share was disconnected',
}

/** Where a text stops to be JSON. */
export function jsonState(flaw: JsonFlaw | null): string {
  if (flaw === null) return 'it is JSON, but no object'
  const place = `line ${flaw.line}, column ${flaw.column}`
  switch (flaw.what) {
    case 'comment':
      return `${place} begins a comment, and JSON has none: leave it out`
    case 'trailing-comma':
      return `${place} is a comma after the last entry, and JSON has none there: leave it out`
    case 'quote':
      return `${place} is ${flaw.character}, and JSON has only straight double quotes: write "…"`
    case 'unquoted':
      return `${place} is a word or number that JSON does not have: write it in straight double quotes, "…"`
    case 'end':
      return `it ends in line ${flaw.line}, column ${flaw.column}, before its last bracket or quote is closed`
    case 'character':
      return `it is no JSON from line ${flaw.line}, column ${flaw.column} on (“${flaw.character}”)`
    default:
      return flaw.what satisfies never
  }
}

export const settingsWords: SettingsWords = {
  columns: { name: 'Setting', value: 'Value', from: 'From', commands: 'For' },
  titles: {},
  from: { line: 'command line', environment: 'environment', file: 'ssj.json', preset: 'preset' },
  none: '(none)',
  all: 'every command',
  and: ', ',
  file: path => `the first that says it counts: command line, environment, ${path}, preset`,
  noFile: path => `the first that says it counts: command line, environment, ${path} (not there), preset`,
}

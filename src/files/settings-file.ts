import { dirname, join } from 'node:path'
import type { FilePath } from '../core/file-path.ts'
import type { FileReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { readSettings, type Settings } from '../core/settings.ts'
import { isFile, readTextFile } from './text-file.ts'

const refuse = refusal<FileReasons>()

/** The settings in `ssj.json` beside a database; none where there is no such file, refused where it is flawed. */
export function settingsBeside({ written, full }: FilePath): Settings | null {
  const file = { written: join(dirname(written), NAME), full: join(dirname(full), NAME) }
  if (!isFile(file)) return null
  const reading = readSettings(readTextFile(file))
  if ('settings' in reading) return reading.settings
  throw refuse('invalid-settings', { path: file.written, flaw: reading.flaw })
}

const NAME = 'ssj.json'

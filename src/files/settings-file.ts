import { dirname, join } from 'node:path'
import type { FilePath } from '../core/file-path.ts'
import { refusal } from '../core/refusal.ts'
import type { SettingsReasons } from '../core/settings/reasons.ts'
import { readSettings, type Settings } from '../core/settings/settings.ts'
import { isFile, readTextFile } from './text-file.ts'

const refuse = refusal<SettingsReasons>()

/** The settings in `ssj.json` beside a database; none where there is no such file, refused where it is flawed. */
export async function settingsBeside({ written, full }: FilePath): Promise<Settings | null> {
  const file = { written: join(dirname(written), NAME), full: join(dirname(full), NAME) }
  if (!isFile(file)) return null
  const text = readTextFile(file)
  const reading = readSettings(text)
  if ('settings' in reading) return reading.settings
  const { flaw } = reading
  const path = file.written
  if (flaw.kind !== 'json') throw refuse('invalid-settings', { path, flaw })
  const { jsonFlaw } = await import('../core/settings/json-flaw.ts')
  throw refuse('invalid-settings', {
    path,
    flaw: { kind: 'json', at: jsonFlaw(text.replace(/^\uFEFF/, '')) },
  })
}

const NAME = 'ssj.json'

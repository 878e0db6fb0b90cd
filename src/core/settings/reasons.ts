import type { SettingsFlaw } from './settings.ts'

/** Why `ssj.json` beside a database cannot be followed. */
export interface SettingsReasons {
  'invalid-settings': { path: string; flaw: SettingsFlaw }
}

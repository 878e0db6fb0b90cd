import type { Settings } from './settings.ts'

/** Who may say a setting, the first of them that does: the command line, the environment, `ssj.json`, or nobody. */
export type From = 'line' | 'environment' | 'file' | 'preset'

/** What was said for one run, before anything of it is made one. */
export interface Said {
  readonly line: {
    readonly db?: string | undefined
    readonly lang?: string | undefined
    readonly actor?: string | undefined
    readonly noColor: boolean
  }
  readonly env: Readonly<Record<string, string | undefined>>
  /** Null where there is no `ssj.json` beside the database. */
  readonly file: Settings | null
}

/** A setting with its value, and whence it comes. */
export interface InForce {
  readonly name: string
  /** Empty: nothing stands for it. */
  readonly value: string
  readonly from: From
  /** The option or the variable that says it; null with `ssj.json` and with presets. */
  readonly by: string | null
  /** The commands that it is for; none: for all. */
  readonly commands: readonly string[]
}

/** The commands of which an option of this name is meant by `ssj.json`, and what holds where nobody says it: `--encoding` of an import is another one. */
export const OPTION_SETTINGS: Readonly<
  Record<string, readonly [preset: string, commands: readonly string[]]>
> = {
  encoding: ['utf-8', ['template', 'export', 'publish', 'results sheet']],
  headings: ['zh', ['template']],
  format: ['csv,html', ['export']],
  layout: ['', ['export']],
  officers: ['none', ['export', 'certify']],
  profile: ['public', ['export']],
}

/** Every setting of one run, in the order in which help names them. `user` is whoever runs the computer. */
export function settingsInForce({ line, env, file }: Said, user: string): readonly InForce[] {
  const db = firstOf([said(line.db, 'line', '--db'), variable(env, 'SSJ_DB')], './ssj.db')
  const own = file?.options ?? {}
  return [
    { name: 'db', ...db },
    { name: 'lang', ...language(line.lang, env, file) },
    {
      name: 'actor',
      ...firstOf(
        [said(line.actor, 'line', '--actor'), variable(env, 'SSJ_ACTOR'), said(file?.actor, 'file')],
        user,
      ),
    },
    { name: 'color', ...colour(line.noColor, env, file) },
    { name: 'key', ...firstOf([variable(env, 'SSJ_KEY')], `${db.value.replace(/\.db$/, '')}.key`) },
    ...Object.entries(OPTION_SETTINGS).map(([name, [preset, commands]]) => ({
      ...{ name, ...firstOf([said(own[name], 'file')], preset) },
      commands,
    })),
  ].map(one => ({ commands: [], ...one }))
}

type Found = Pick<InForce, 'value' | 'from' | 'by'>

/** What the computer speaks comes after what was said of this program. */
function language(line: string | undefined, env: Said['env'], file: Settings | null): Found {
  const found = firstOf(
    [
      said(line, 'line', '--lang'),
      variable(env, 'SSJ_LANG'),
      said(file?.lang, 'file'),
      variable(env, 'LC_ALL'),
      variable(env, 'LANG'),
    ],
    'zh',
  )
  return { ...found, value: found.value.toLowerCase().startsWith('en') ? 'en' : 'zh' }
}

function colour(noColor: boolean, env: Said['env'], file: Settings | null): Found {
  const forced = env.FORCE_COLOR
  return firstOf(
    [
      said(noColor ? 'no' : undefined, 'line', '--no-color'),
      said(env.NO_COLOR && 'no', 'environment', 'NO_COLOR'),
      said(forced && (forced === '0' || forced === 'false' ? 'no' : 'yes'), 'environment', 'FORCE_COLOR'),
      said(file?.color === false ? 'no' : undefined, 'file'),
    ],
    'auto',
  )
}

function firstOf(found: readonly (Found | null)[], preset: string): Found {
  return found.find(one => one !== null) ?? { value: preset, from: 'preset', by: null }
}

function variable(env: Said['env'], name: string): Found | null {
  return said(env[name], 'environment', name)
}

/** An empty word says nothing. */
function said(value: string | undefined, from: From, by: string | null = null): Found | null {
  return value === undefined || value.trim() === '' ? null : { value, from, by }
}

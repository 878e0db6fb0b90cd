import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { escapeControls } from '../core/escape-controls.ts'
import { settingsInForce } from '../core/settings/in-force.ts'
import type { Desk } from '../terminal/desk.ts'
import { table } from '../terminal/table.ts'

/** settings — every setting with its value, and who says it: the command line, the environment, `ssj.json`, or nobody. */
export async function showSettings(desk: Desk): Promise<number> {
  const { world } = desk
  const said = world.said ?? { line: { noColor: false }, env: world.env, file: world.settings ?? null }
  const settings = settingsInForce(said, world.systemUser())
  const path = join(dirname(desk.db.written), 'ssj.json')
  const file = { path, exists: existsSync(join(dirname(desk.db.full), 'ssj.json')) }
  const say = desk.say.common.settings
  desk.result({ settings, file }, () => [
    ...table(
      desk.window,
      [say.columns.name, say.columns.value, say.columns.from, say.columns.commands],
      settings.map(({ name, value, from, by, commands }) => [
        `${name} ${say.titles[name] ?? ''}`.trimEnd(),
        value === '' ? say.none : escapeControls(value),
        by === null ? say.from[from] : `${say.from[from]} ${by}`,
        commands.length === 0 ? say.all : commands.join(say.and),
      ]),
    ),
    file.exists ? say.file(path) : say.noFile(path),
  ])
  return 0
}

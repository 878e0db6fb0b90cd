import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FileReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { LIBRARIES } from '../../core/registry/libraries/field.ts'
import { OWN_ROOT } from '../../files/own-root.ts'
import { type Desk, deskFor } from '../../terminal/desk.ts'
import { freeze } from '../draw/freeze.ts'
import { runDraw } from '../draw/run.ts'
import { init } from '../init.ts'
import { exportDraw } from '../publish/export.ts'
import { verifyDraw } from '../publish/verify.ts'
import { importFiles } from '../registry/import.ts'

const refuse = refusal<FileReasons>()

const FIXTURES = join(OWN_ROOT, 'fixtures/district')

/** The joint task of the fixtures, and values its two announced sources might have had. */
const TASK = '14110220261002'
const REASON = '演示'
const SEEDS = ['骰子=6 6 3 4 5 2 5 6 1 5 1 3 6 1 3 6 1 2 5 6', '福彩3D 第2026312期=4 0 7']

/** demo — the whole road on the fixtures, in a fresh folder. */
export async function demo(desk: Desk, options: { readonly to?: string }): Promise<number> {
  const { full: folder } = desk.path(options.to ?? freshFolder(desk))
  if (existsSync(folder) && readdirSync(folder).length > 0) throw refuse('folder-not-empty', { path: folder })
  const registries = join(folder, 'registries')
  mkdirSync(registries, { recursive: true })
  for (const name of readdirSync(FIXTURES)) copyFileSync(join(FIXTURES, name), join(registries, name))
  const { world, language, actor } = desk
  const own = await deskFor(world, {
    db: join(folder, 'ssj.db'),
    lang: language,
    actor,
    json: false,
    quiet: desk.quiet || desk.json,
  })
  const step = (line: string) => own.result(null, () => ['', `$ ssj ${line}`])
  const published = join(folder, 'public')
  own.result(null, () => [desk.say.common.demo.intro(folder)])
  step('init')
  await init(own)
  // Results come after the visits: an office that begins has none.
  for (const name of LIBRARIES.filter(name => name !== 'results' && name !== 'holidays')) {
    step(`import ${name} ${name}.csv`)
    await importFiles(own, name, [join(registries, `${name}.csv`)], {})
  }
  // The plan is of 2026: whoever tries it later freezes a task whose period is over, which needs a reason.
  step(`draw freeze ${TASK} --reason ${REASON} --to announced`)
  await freeze(own, TASK, { reason: REASON, to: [join(folder, 'announced')] })
  step(`draw run ${TASK} ${SEEDS.map(seed => `--seed '${seed}'`).join(' ')}`)
  await runDraw(own, TASK, { seed: SEEDS })
  step('export 1 --to public')
  await exportDraw(own, '1', { to: published })
  step('export 1 --profile archive --to archive')
  await exportDraw(own, '1', { to: join(folder, 'archive'), profile: 'archive' })
  step('verify public')
  const verdict = await verifyDraw(own, published)
  desk.result({ folder, public: published, agrees: verdict === 0 }, () => [
    '',
    desk.say.common.demo.end(published),
    desk.say.common.demo.check(published),
  ])
  return verdict
}

/** `ssj-demo`, or `ssj-demo-2`, `-3` … where that is taken. */
function freshFolder(desk: Desk): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'ssj-demo' : `ssj-demo-${number}`
    if (!existsSync(desk.path(name).full)) return name
  }
}

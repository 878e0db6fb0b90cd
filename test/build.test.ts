/** @module-tag campaign */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { freshFolder } from './helpers/scratch.ts'

const ROOT = join(import.meta.dirname, '..')
const copy = freshFolder()

const build = () => promisify(execFile)(process.execPath, ['build.mjs', '--if-stale'], { cwd: copy })

it('build.mjs --if-stale keeps a build of these sources, and replaces one of others, twice at once too', async () => {
  const settings = ['build.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']
  for (const name of ['src', 'dist', 'docs', ...settings])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  const main = join(copy, 'dist/main.js')
  const built = readFileSync(main)

  writeFileSync(main, '// the sources are the same: nobody looks')
  await build()
  expect(readFileSync(main, 'utf8')).toContain('nobody looks')

  writeFileSync(join(copy, 'dist/gone.js'), '// its source is gone')
  writeFileSync(join(copy, 'src/core/added.ts'), 'export const added = 1\n')
  await Promise.all([build(), build()])
  expect(readFileSync(main)).toEqual(built)
  expect(['core/added.js', 'gone.js'].map(name => existsSync(join(copy, 'dist', name)))).toEqual([
    true,
    false,
  ])
})

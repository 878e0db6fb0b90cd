import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * `npm run pack [-- FOLDER]`: the tarballs that can be published, of the build that is there: the program, and the driver of
 * its database for Node 20 (docs/decisions.md). In a checkout that driver is a folder; nobody who installs a tarball would
 * get what such a folder depends on, so that in the tarball it is a package like any other, by its version.
 */
const ROOT = import.meta.dirname
const DRIVER = 'better-sqlite3-for-node-20'
const to = resolve(process.argv[2] ?? '.')

const staged = mkdtempSync(join(tmpdir(), 'ssj-pack-'))
try {
  const manifest = manifestIn(ROOT)
  const driver = manifestIn(join(ROOT, 'compat/node-20'))
  for (const name of [...manifest.files, 'LICENSE'])
    cpSync(join(ROOT, name), join(staged, 'ssj', name), {
      recursive: true,
      filter: path => !path.includes('node-20'),
    })
  cpSync(join(ROOT, 'compat/node-20'), join(staged, DRIVER), { recursive: true })
  const { private: _, scripts: __, devDependencies: ___, allowScripts: ____, ...published } = manifest
  published.optionalDependencies[DRIVER] = driver.version
  const { private: _____, ...publishedDriver } = driver
  write(join(staged, 'ssj/package.json'), published)
  write(join(staged, DRIVER, 'package.json'), publishedDriver)
  tellDigests(join(staged, 'ssj'))
  for (const name of ['ssj', DRIVER])
    process.stdout.write(
      execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', to], {
        cwd: join(staged, name),
        encoding: 'utf8',
        shell: process.platform === 'win32',
      }),
    )
} finally {
  rmSync(staged, { recursive: true, force: true })
}

/** `dist/SHA256SUMS` of what is in the tarball: its manifest is another one, and the driver is a package of its own. */
function tellDigests(folder) {
  const path = join(folder, 'dist/SHA256SUMS')
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  const own = lines.filter(line => existsSync(join(folder, nameIn(line))))
  const told = own.map(line => `${digestOf(join(folder, nameIn(line)))}  ${nameIn(line)}\n`).join('')
  writeFileSync(path, told)
}

function nameIn(line) {
  return line.slice(66)
}

function digestOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

function manifestIn(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

function write(path, manifest) {
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`)
}

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Prints the notes of a release: what is new, from CHANGELOG.md, and the digests by which anyone can tell the program, its
 * page and its package from others (`ssj verify --self` shows the first two). Run it on a clean build.
 */
const ROOT = import.meta.dirname
const read = name => readFileSync(join(ROOT, name), 'utf8')
const digest = name =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, name)))
    .digest('hex')

const { version } = JSON.parse(read('package.json'))
const [, news] = read('CHANGELOG.md').split(/^## .*$/m)
const packing = ['pack', '--dry-run', '--json', '--ignore-scripts']
const [packed] = JSON.parse(
  execFileSync('npm', packing, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
)

process.stdout.write(
  `${[
    `# ssj ${version}`,
    news.trim(),
    '## Digests',
    [
      `    page     sha256 ${digest('dist/page/verify.html')}  dist/page/verify.html`,
      `    package  sha256 ${digest('dist/SHA256SUMS')}  dist/SHA256SUMS`,
      `    tarball  ${packed.integrity}  ${packed.filename}`,
    ].join('\n'),
    'On an installed program: `ssj verify --self`, or, which trusts no line of it, `sha256sum -c --strict dist/SHA256SUMS` in its folder. ' +
      'What it depends on: `npm run sbom`.',
  ].join('\n\n')}\n`,
)

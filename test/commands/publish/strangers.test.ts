import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { certificateText } from '../../../src/core/publication/certificate/certificate.ts'
import { district } from '../../helpers/ssj.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0
const SCRIPT = join(import.meta.dirname, 'inclusion.py')

/** The public folder of a drawn task of the district. */
async function exported() {
  const made = await district()
  await made.done('draw', 'run', '14110220261001', '--seed', '6 6 3')
  await made.done('export', '1', '--to', made.path('public'))
  return made
}

test.skipIf(!hasPython)(
  'python3 (skipped where it is not installed): every inclusion proof and ticket of certificates holds',
  async () => {
    const made = await exported()
    const frame = execFileSync('cut', ['-d,', '-f2', made.path('public/frame.csv')], { encoding: 'utf8' })
    const ids = frame.trimEnd().split('\n').slice(1, 61)
    for (const id of ids) {
      const file = made.path(`${id}.json`)
      await made.done('certify', '1', id, '--to', file)
    }
    const files = ids.map(id => made.path(`${id}.json`))
    const commitment = made.path('public/commitment.json')
    const said = execFileSync('python3', [SCRIPT, commitment, ...files], { encoding: 'utf8' })
    expect(said).toBe('60 hold\n')

    const { digest: _, ...certificate } = await made.done('certify', '1', ids[0]!)
    const { row } = certificate.finding
    const moved = {
      ...certificate,
      finding: { ...certificate.finding, row: { ...row, index: row.index + 1 } },
    }
    writeFileSync(files[0]!, certificateText(moved))
    expect(spawnSync('python3', [SCRIPT, commitment, files[0]!]).status).toBe(1)
  },
)

test.skipIf(!hasPython)(
  'python3 (skipped where it is not installed): the lines of the manual draw an exported folder again',
  async () => {
    const made = await exported()
    const manual = readFileSync(join(import.meta.dirname, '../../../docs/手册/核验.md'), 'utf8')
    const [, lines] = /```python\n(.*?)```/s.exec(manual)!
    const drawnAgain = () =>
      execFileSync('python3', ['-c', lines!], { cwd: made.path('public'), encoding: 'utf8' })
    expect(drawnAgain()).toBe('一致\n')
    const path = made.path('public/seed.txt')
    writeFileSync(path, readFileSync(path, 'utf8').replace('6 6 3', '6 6 4').replace('663', '664'))
    expect(drawnAgain()).toBe('不一致\n')
  },
)

test('coreutils alone: sha256sum, sort and head give the selection of an exported folder', async () => {
  const made = await exported()
  const script = `
    set -euo pipefail
    export LC_ALL=C
    sha256sum --quiet -c SHA256SUMS
    C=$(sha256sum < commitment.json | cut -d' ' -f1)
    K=$( { printf 'ssj-draw/2\\n%s\\n' "$C"; cat seed.txt; } | sha256sum | cut -d' ' -f1)
    S=$(printf '%s/select' "$K" | sha256sum | cut -d' ' -f1)
    tail -n +2 selection.csv | cut -d, -f1 | uniq | while read -r stratum; do
      n=$(grep -c "^$stratum," selection.csv)
      grep "^$stratum," frame.csv | cut -d, -f2 | while read -r id; do
        printf '%s,%s\\n' "$(printf '%s%s' "$S" "$id" | sha256sum | cut -d' ' -f1)" "$id"
      done | sort | head -n "$n" | sed "s/^/$stratum,/"
    done`
  const folder = made.path('public')
  const byHand = execFileSync('bash', ['--norc', '-c', script], { cwd: folder, encoding: 'utf8' })
  const selection = execFileSync('tail', ['-n', '+2', join(folder, 'selection.csv')], { encoding: 'utf8' })
  const listed = selection.replace(/^([^,]*),\d+,([^,]*),([0-9a-f]{64}),.*$/gm, '$1,$3,$2')
  expect(byHand).toBe(listed)
  expect(listed.split('\n').length).toBeGreaterThan(8)
})

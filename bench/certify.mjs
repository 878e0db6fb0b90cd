/** A certificate, and its check against the whole folder of its draw, each against the digests of that folder by `sha256sum`. */
import { readFileSync, rmSync } from 'node:fs'
import { registryOf, TASK } from './draw.mjs'
import { DATA, fresh, inTurns, ratio, ssj, tell, timed } from './measure.mjs'

export async function benchCertify(rows) {
  const { full } = await registryOf(rows)
  const folder = `${DATA}/certified`
  rmSync(folder, { recursive: true, force: true })
  timed(ssj(full, 'draw', 'run', ...TASK, '--seed-machine'))
  timed(ssj(full, 'export', '1', '--to', folder))
  const [, line] = readFileSync(`${folder}/frame.csv`, 'utf8').split('\n', 2)
  const target = line.split(',')[1]
  const paper = () => fresh('certificate.json')
  const sums = () => timed(['sh', '-c', `cd '${folder}' && sha256sum --check --quiet SHA256SUMS`])
  const [peer, made, checked, year] = inTurns([
    sums,
    () => timed(ssj(full, 'certify', '1', target, '--to', paper())),
    () => timed(ssj(full, 'verify', folder, '--certificate', `${DATA}/certificate.json`)),
    () => timed(ssj(full, 'certify', target, '--year', String(new Date().getFullYear()))),
  ])
  tell(`sha256sum of the folder, ${rows} targets`, peer)
  tell('ssj certify', made, ratio(made, peer))
  tell('ssj verify --certificate', checked, ratio(checked, peer))
  tell('ssj certify --year', year, ratio(year, peer))
}

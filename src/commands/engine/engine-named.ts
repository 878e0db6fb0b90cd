import { existsSync } from 'node:fs'
import type { AnswerFile } from '../../core/engine/answers.ts'
import { certificatesOf, type Engine, writtenDialect } from '../../core/engine/engine.ts'
import type { EngineReasons } from '../../core/engine/reasons.ts'
import { nearest } from '../../core/nearest.ts'
import { refusal } from '../../core/refusal.ts'
import { answerFile } from '../../files/answer-file.ts'
import { isSeenByOthers } from '../../files/beside.ts'
import { readTextFile } from '../../files/text-file.ts'
import { enginesIn, type StoredEngine } from '../../store/engines.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'

const refuse = refusal<EngineReasons>()

/** The engine with this name, or the refusal that names the nearest. */
export function engineNamed(store: Store, name: string): StoredEngine {
  const engines = enginesIn(store)
  const found = engines.find(engine => engine.name === name)
  if (found !== undefined) return found
  const near = nearest(
    name,
    engines.map(engine => engine.name),
  )
  throw refuse('unknown-engine', { name, nearest: near })
}

/** What an engine is opened with: its password out of the environment or a file of its owner's alone, and the file of a DuckDB. */
export function openedWith(desk: Desk, engine: Engine): Secrets {
  const opened = secretsOf(desk, engine)
  const { name, url } = engine
  if (opened.file !== '' && !existsSync(opened.file))
    throw refuse('engine-file', { engine: name, file: url.slice('duckdb:'.length) })
  return opened
}

interface Secrets {
  readonly password: string | null
  readonly ca: string | null
  readonly file: string
  readonly answers: AnswerFile | null
}

function secretsOf(desk: Desk, engine: Engine): Secrets {
  const { url } = engine
  const answers = writtenDialect(engine) === null ? null : answersIn(desk)
  const file = url.startsWith('duckdb:') ? desk.path(url.slice('duckdb:'.length)).full : ''
  return { password: passwordOf(desk, engine), ca: trustedBy(desk, engine), file, answers }
}

function passwordOf(desk: Desk, { name, password: from }: Engine): string | null {
  if (from === '') return null
  const refused = (problem: EngineReasons['engine-password']['problem']) =>
    refuse('engine-password', { engine: name, from, problem })
  if (from.startsWith('env:')) {
    const password = desk.world.env[from.slice('env:'.length)]
    if (password === undefined) throw refused('not-set')
    if (password === '') throw refused('empty')
    return password
  }
  const path = desk.path(from.slice('file:'.length))
  if (!existsSync(path.full)) throw refused('no-file')
  if (isSeenByOthers(path.full)) throw refused('seen-by-others')
  const password = readTextFile(path).replace(/\r?\n$/, '')
  if (password === '') throw refused('empty')
  return password
}

/** The certificates that a URL trusts. */
function trustedBy(desk: Desk, engine: Engine): string | null {
  const file = certificatesOf(engine)
  if (file === null) return null
  const path = desk.path(file)
  const refused = (problem: EngineReasons['engine-ca']['problem']) =>
    refuse('engine-ca', { engine: engine.name, file, problem })
  if (!existsSync(path.full)) throw refused('no-file')
  const text = readTextFile(path)
  if (!text.includes('-----BEGIN CERTIFICATE-----')) throw refused('malformed')
  return text
}

/** The file of answers for engines that somebody else asks. */
export const RESULTS = 'SSJ_ENGINE_RESULTS'

function answersIn(desk: Desk): AnswerFile | null {
  const path = desk.world.env[RESULTS]
  return path === undefined || path === '' ? null : answerFile(desk.path(path))
}

import { refusal } from '../refusal.ts'
import { library } from '../registry/libraries/library.ts'
import { type Engine, ID_FIELDS, SCHEMES, URL_OPTIONS, type UrlOptions, writtenDialect } from './engine.ts'
import type { EngineReasons } from './reasons.ts'

const refuse = refusal<EngineReasons>()

/** An engine as a clerk names it. */
export interface EngineSaid {
  readonly name: string
  readonly url: string
  readonly registry: string
  /** `名称=firm_name`: a field by any of its headings or by its name, or an extra one, and its column. */
  readonly columns: readonly string[]
  readonly password: string | undefined
}

/** An engine as it may be kept, or the refusal: a password in what is kept would be in the ledger for ever. */
export function newEngine({ name, url, registry, columns, password = '' }: EngineSaid): Engine {
  if (!NAME.test(name)) throw refuse('engine-name', { name })
  checkAddress(name, url, password)
  const said = registry.trim()
  const table = said.endsWith(';') ? said.slice(0, -1).trimEnd() : said
  const isQuery = QUERY.test(table) && !withoutTexts(table).includes(';')
  if (!TABLE.test(table) && !isQuery) throw refuse('engine-registry', { text: registry })
  const mapped = columnsOf(columns)
  if (!ID_FIELDS.some(field => mapped.has(field)))
    throw refuse('engine-without-id', { fields: ID_FIELDS.map(headingFor) })
  return { name, url, registry: isQuery ? inBrackets(table) : table, columns: mapped, password }
}

function checkAddress(name: string, url: string, password: string): void {
  checkUrl(url)
  if (password !== '' && !PASSWORD.test(password))
    throw refuse('engine-password', { engine: name, from: '…', problem: 'malformed' })
}

/** An engine that is reached in another way; another kind of it would not read what lies in the first. */
export function movedEngine(
  engine: Engine,
  { url = engine.url, password = engine.password }: Partial<Pick<Engine, 'url' | 'password'>>,
): Engine {
  checkAddress(engine.name, url, password)
  if (kindOf(url) !== kindOf(engine.url))
    throw refuse('engine-kind', { engine: engine.name, kind: kindOf(engine.url), other: kindOf(url) })
  return { ...engine, url, password }
}

function kindOf(url: string): string {
  return writtenDialect({ url }) === null ? SCHEMES[url.slice(0, url.indexOf(':') + 1)]! : url
}

const NAME = /^[\p{L}\p{N}_-]{1,40}$/u
/** `registry`, `public.registry`, `"企业 信息"`: within quotes anything may stand, the quotes themselves doubled. */
const TABLE =
  /^(?:[\p{L}\p{N}_$]+|"(?:[^"]|"")+"|`(?:[^`]|``)+`)(?:\.(?:[\p{L}\p{N}_$]+|"(?:[^"]|"")+"|`(?:[^`]|``)+`))*$/u
const QUERY = /^(?:select|with)\b/i

/** A query without what stands within quotes, and without its comments. */
function withoutTexts(query: string): string {
  return query.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|--[^\n]*|\/\*.*?\*\//gs, '')
}

/** A comment at the end of a query would comment the bracket out. */
function inBrackets(query: string): string {
  return /--|#/.test(query) ? `(${query}\n)` : `(${query})`
}

const PASSWORD = /^env:[A-Za-z_]\w*$|^file:.+$/

function checkUrl(url: string): void {
  const found = /^([a-z]+:)(.*)$/s.exec(url)
  if (found === null) throw refuse('engine-url', { url, problem: 'malformed' })
  const [, scheme, rest] = found as unknown as [string, string, string]
  if (writtenDialect({ url }) !== null) return
  if (SCHEMES[scheme] === undefined)
    throw refuse('engine-url', { url: withoutPassword(url), problem: 'scheme' })
  if (scheme === 'duckdb:') {
    if (rest === '') throw refuse('engine-url', { url, problem: 'no-file' })
    return
  }
  if (withoutPassword(url) !== url || tellsSecret(url))
    throw refuse('engine-url', { url: withoutPassword(url), problem: 'password' })
  if (!/^\/\/[^/]+/.test(rest) || !canParse(url)) throw refuse('engine-url', { url, problem: 'malformed' })
  checkOptions(url, URL_OPTIONS[SCHEMES[scheme]!] ?? {})
}

/** An option that nobody reads would leave a connection open that was asked to be encrypted. */
function checkOptions(url: string, known: UrlOptions): void {
  const at = url.indexOf('?')
  if (at < 0) return
  for (const option of url.slice(at + 1).split('&')) {
    const [name = '', value = ''] = option.split('=').map(decoded)
    const values = known[name]
    if (values === undefined || value === '' || (values.length > 0 && !values.includes(value)))
      throw refuse('engine-url-option', { option: name, allowed: Object.entries(known).flatMap(written) })
  }
}

function written([name, values]: readonly [string, readonly string[]]): readonly string[] {
  return values.length === 0 ? [`${name}=…`] : values.map(value => `${name}=${value}`)
}

function canParse(url: string): boolean {
  return /^\w+:\/\/(?:[^@/?]*@)?[\w.[\]:,-]+(?:\/[^/?]*)?(?:\?[^?]*)?$/.test(url)
}

/** What stands between the name of a user and the server is not said again, and no value of an option is, signs of percent or not. */
function withoutPassword(url: string): string {
  const told = url.replace(/^(\w+:\/\/[^:@/?]*?)(?::|%3a)[^/?]*@/i, '$1@')
  const options = told.indexOf('?')
  return options < 0 || !tellsSecret(told.slice(options)) ? told : `${told.slice(0, options)}?…`
}

/** Whether an option is called as secrets are. */
function tellsSecret(url: string): boolean {
  const options = url.slice(url.indexOf('?') + 1).split('&')
  return url.includes('?') && options.some(option => SECRET.test(decoded(option.split('=')[0]!)))
}

const SECRET = /pass|pwd|secret|token|key|auth|cred/i

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function columnsOf(pairs: readonly string[]): ReadonlyMap<string, string> {
  const mapped = new Map<string, string>()
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    const [heading, column] = [pair.slice(0, at).trim().normalize('NFC'), pair.slice(at + 1).trim()]
    if (at < 1 || heading === '' || column === '' || /[\p{Cc};]/u.test(pair))
      throw refuse('engine-column', { pair, problem: 'malformed' })
    const field = fieldCalled(heading)
    if (mapped.has(field)) throw refuse('engine-column', { pair, problem: 'twice' })
    mapped.set(field, column)
  }
  return mapped
}

/** The field of targets that goes by a heading or a name, one that came later by its first heading; an extra one goes by its own. */
function fieldCalled(heading: string): string {
  const { fields, later } = library('targets')
  const late = later.find(
    ({ name, headings }) => name === heading || (headings as readonly string[]).includes(heading),
  )
  if (late !== undefined) return late.headings[0]
  const found = fields.find(
    ({ name, headings }) => name === heading || (headings as readonly string[]).includes(heading),
  )
  return found?.name ?? heading
}

function headingFor(name: string): string {
  return library('targets').fields.find(field => field.name === name)!.headings[0]
}

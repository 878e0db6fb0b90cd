import { escapeControls } from '../../core/escape-controls.ts'
import type { TargetId } from '../../core/ids.ts'
import {
  type Certificate,
  certificateDigest,
  certificateText,
} from '../../core/publication/certificate/certificate.ts'
import { certificateHtml } from '../../core/publication/certificate/certificate-html.ts'
import { yearRows } from '../../core/publication/certificate/year-rows.ts'
import { type Block, type DataTable, type Document, listDocument } from '../../core/publication/document.ts'
import { caseRows, followUpRows, type YearBeside } from '../../core/publication/followed/year-beside.ts'
import { saidInFull, yearRecordText } from '../../core/publication/followed/year-record.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { refuseTaken, withSums, writeFolder } from '../../files/folder.ts'
import { written } from '../../files/writing/documents.ts'
import { drawsIn, isSealed } from '../../store/draws/draws.ts'
import { yearBeside } from '../../store/inputs/followed/year-beside.ts'
import type { Store } from '../../store/open.ts'
import { idOfTarget } from '../../store/registry/targets.ts'
import { sealedSeenBy } from '../../store/views/under-seal.ts'
import type { Desk } from '../../terminal/desk.ts'
import { documentLines } from '../../terminal/document-lines.ts'
import { signedLines, signedNow } from '../key/sign-folder.ts'
import { officeToday } from '../office-today.ts'
import { inOneState } from '../session.ts'
import { type CertifyOptions, certificateFor, certify, issuerIn } from './certify.ts'
import { keysThatSign, recordToSign } from './sign-certificate.ts'

const refuse = refusal<OptionReasons>()

/** certify — one draw and one target; with `--year` one target and every draw of the year. */
export function certifyAny(
  desk: Desk,
  name: string,
  target: string | undefined,
  { year, ...asked }: CertifyOptions & { readonly year?: string },
): Promise<number> {
  if (year === undefined) {
    if (target === undefined) throw refuse('missing-option', { option: '--year' })
    return certify(desk, name, target, asked)
  }
  if (target !== undefined) throw refuse('option-not-applicable', { option: '--year', with: name })
  if (!/^\d{4}$/.test(year))
    throw refuse('invalid-option', { option: '--year', value: year, expected: 'YYYY' })
  return certifyYear(desk, name, year, asked)
}

/** A target by its name with its code behind, as its certificates call it; as it was asked for where there is none. */
function calledOf(known: Certificate['target'] | undefined, asked: string, say: Desk['say']): string {
  return known === undefined ? asked : say.published.certificate.named(known.id, known.name)
}

/**
 * What each draw of a year did with one target: drawn, not drawn, excluded, out of scope, so that who was drawn in none has that
 * on paper too. Draws under seal are named and tell nothing. `--to` is a folder: a certificate of each, one sheet over all, and
 * what stands on the sheet as tables and as JSON.
 */
async function certifyYear(
  desk: Desk,
  target: string,
  year: string,
  { to, officers = 'none', sign }: CertifyOptions,
): Promise<number> {
  const keys = keysThatSign(desk, to, sign)
  if (to !== undefined) refuseTaken(desk.path(to))
  const words = desk.say.certificate
  const { told, sealed, beside, issuer, record, today } = await inOneState(desk, async store => {
    const record = recordToSign(desk, store, to, keys)
    const draws = drawsIn(store).filter(({ number, run }) => run !== null && number.startsWith(`${year}-`))
    const open = draws.filter(draw => !isSealed(draw) && sealedSeenBy(store, draw).length === 0)
    const told = []
    for (const draw of open)
      told.push({ draw, ...(await certificateFor(desk, store, draw, target, officers)) })
    const today = officeToday(desk, store)
    return {
      told,
      today,
      beside: yearBeside(store, idNamed(store, told, target), year, { officers, today }),
      sealed: draws.filter(draw => !open.includes(draw)).map(({ number }) => number),
      issuer: issuerIn(store),
      record,
    }
  })
  const drawn = told.filter(({ certificate }) => certificate.finding.verdict === 'drawn').length
  const rows = yearRows(
    told.map(({ certificate }) => certificate),
    desk.say.published,
  )
  const list = listDocument(
    words.yearFile,
    words.yearTitle(calledOf(told[0]?.certificate.target, target, desk.say), year),
    words.yearSum(told.length, drawn, sealed),
    { headings: [...words.yearColumns], rows },
  )
  const tables = besideTables(beside, desk.say)
  const said = [words.yearWord(officers !== 'none'), ...(tables.length > 0 ? [words.yearBesideWord] : [])]
  const { followed } = desk.say.published
  const document: Document = {
    ...list,
    blocks: [
      ...list.blocks,
      ...tables.flatMap(({ heading, headings, rows }): Block[] => [
        { kind: 'heading', text: heading },
        { kind: 'table', headings, rows },
      ]),
      ...said.map((text): Block => ({ kind: 'text', text })),
      {
        kind: 'signature',
        lines: [`${followed.issuer} ${issuer.office}`.trimEnd(), followed.sealPlace, followed.date],
      },
    ],
    notice: true,
    wide: true,
  }
  if (to !== undefined) {
    const data = [
      listDocument(words.yearFile, '', '', { headings: [...words.yearColumns], rows: saidInFull(rows) }),
    ]
    for (const { file, headings, rows } of tables)
      data.push(listDocument(file, '', '', { headings, rows: saidInFull(rows) }))
    const files = new Map([
      ...(await written([document], ['html', 'docx'])),
      ...(await written(data, ['csv'])),
    ])
    const known = told[0]?.certificate.target ?? { id: target, name: '' }
    const draws = told.map(({ draw, certificate }) => ({
      ...{ draw: draw.number, verdict: certificate.finding.verdict, digest: certificateDigest(certificate) },
    }))
    const of = { target: { id: known.id, name: known.name }, year, asOf: today, draws, sealed }
    files.set(`${words.yearFile}.json`, yearRecordText({ ...of, ...beside }))
    for (const { draw, certificate } of told) {
      files.set(`${draw.number}.json`, certificateText(certificate))
      files.set(`${draw.number}.html`, certificateHtml(certificate))
    }
    writeFolder(desk.path(to), withSums(files), 'umask')
  }
  const signed = to === undefined ? null : signedNow(desk, to, keys, record)
  const certificates = told.map(({ certificate }) => ({
    ...certificate,
    digest: certificateDigest(certificate),
  }))
  if (beside.untold > 0 && !desk.json) desk.remark(words.yearUntold(beside.untold))
  desk.result(
    {
      ...{ target, year, draws: told.length, drawn, sealed, certificates, ...beside },
      ...(signed === null ? {} : { signed }),
    },
    () => [
      document.title,
      document.subtitle,
      ...linesOf(rows),
      ...tables.flatMap(({ heading, ...table }) => [
        '',
        heading,
        ...documentLines(listDocument('', '', '', table)),
      ]),
      '',
      ...said,
      ...(to === undefined ? [] : ['', words.written(to)]),
      ...(signed === null ? [] : signedLines(desk, signed)),
    ],
  )
  return 0
}

/** The target under the id that its certificates have, or as it is written. */
function idNamed(
  store: Store,
  told: readonly { readonly certificate: Certificate }[],
  target: string,
): TargetId {
  return (told[0]?.certificate.target.id as TargetId | undefined) ?? idOfTarget(store, target)
}

/** What stands on the sheet below the draws, each table under its heading; nothing where there is nothing. */
function besideTables(
  beside: YearBeside,
  say: Desk['say'],
): readonly (DataTable & { readonly heading: string; readonly file: string })[] {
  const { yearCases, yearFollowUps } = say.certificate
  const tables = [
    { ...yearCases, rows: caseRows(beside, say.published) },
    { ...yearFollowUps, rows: followUpRows(beside) },
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}

/** The rows as lines: each draw with its verdict, below it who went, and what was found of each item. */
function linesOf(rows: readonly (readonly string[])[]): string[] {
  return rows
    .flatMap(([draw, task, verdict, department, team, item, result]) => [
      ...(draw === '' ? [] : ['', `${draw}  ${task}`, `  ${verdict}`]),
      ...(department === '' ? [] : [`  ${department}  ${team}`]),
      ...(item === '' ? [] : [`    ${item}  ${result}`]),
    ])
    .map(escapeControls)
}

import type { LayoutProblem } from '../../core/publication/lists/layout.ts'
import type { ZipProblem } from '../../core/zip/zip-problem.ts'
import type { Told } from '../sentence.ts'
import { inert } from '../table.ts'
import type { publicSide as chinese } from '../zh-CN/public-side.ts'

export const publicSide: typeof chinese = {
  reasons: {
    'draw-not-sealed': ({ draw }) => [
      `draw ${draw} has no sealed source: there is nothing to reveal`,
      'sealing is done at freeze: ssj draw freeze --sealed',
    ],
    'already-revealed': ({ draw, entry }) => [
      `the sealed value of draw ${draw} is public already (ledger entry ${entry})`,
      'ssj export gives the whole result',
    ],
    'draw-sealed': ({ draw }) => [
      `draw ${draw} is under seal: nobody may learn yet what became of a target`,
      'after the visits: ssj draw reveal',
    ],
    'task-not-sealed': ({ task, draw }) => [
      `task “${task}” is frozen as ${draw}, without a seal`,
      'to freeze it again under seal give --again --reason TEXT --approver NAME --sealed',
    ],
    'unknown-layout': ({ name, nearest, known }) => [
      `there is no layout “${name}”, and no such file${nearest === null ? '' : `; the nearest is “${nearest}”`}`,
      `the layouts are ${known.join(', ')}`,
    ],
    'invalid-layout': ({ path, problem }) => layoutProblem(path, problem),
    'invalid-zip': ({ path, problem }) => [
      `cannot read “${path}”: ${zipProblems[problem.kind](problem.name)}`,
    ],
    'private-data-in-reason': ({ option, text }) => [
      `${option} holds a mobile or identity number, which cannot be published: “${text}”`,
      'reasons are published with the result; leave the number out',
    ],
    'identity-number-published': ({ draw, number }) => [
      `draw ${draw} cannot be published: a target in it goes by a citizen's identity number, ${number}`,
      'give it a code of the registry and freeze again; --profile archive exports for the archive',
    ],
  },
  help: {
    sealed: 'one more source, sealed: this machine makes and keeps its value until the visits are done',
    reveal: 'make the sealed value public once the visits are done; then anybody can draw again',
    witness: 'who looks on; as often as needed',
    encodingOut: 'encoding of the CSVs for people: utf-8 (default) or gb18030',
    format: 'formats, one or several: csv, xlsx, html, docx (default csv,html)',
    publish: 'write the list of items (items) or the annual plan (plan) as it is published',
    publishTo: 'the file to write; its ending says the format: .csv, .xlsx, .html',
    publishLayout: 'a layout by name, or a file of your own',
    year: 'only tasks of the plan of this year',
    zip: 'write one zip file; --to is its name',
    layout: 'layout of the list, by name or as a file',
    officers: 'inspectors in the public list: none (default), unit, masked or full (name and certificate)',
  },
  said: {
    writing: 'documents written',
    published: (path, rows, layout) => `wrote ${path} (${rows} rows, layout ${inert(layout)})`,
    zipped: (path, files) => `wrote ${path} (${files} files); to check: ssj verify ${path}`,
    witnesses: names => `witnesses: ${names}`,
    asAnnounced: path => `  byte for byte as announced in ${path}`,
    committed: {
      announced: path => `committed, not yet drawn: ${path}`,
      sealed: path => `committed and drawn, under seal: ${path}`,
    },
    committedSizes: (targets, take, reserve) =>
      `  ${targets} targets in the frame, ${take} to be drawn, ${reserve} reserves`,
    committedSources: sources => `  seed sources: ${sources}`,
  },
  sealed: {
    kept: draw =>
      `the sealed source was used by itself and stays closed; after the visits: ssj draw reveal ${draw}`,
    exported: draw =>
      `draw ${draw} is under seal: digests and the announcement only, no seed, no list, no frame; after the visits: ssj draw reveal ${draw}`,
    revealed: draw => `the sealed value of draw ${draw} is public; an export now shows the whole result`,
    still: source => `under seal: ${source}`,
    open: entry => `the sealed value is public (ledger entry ${entry})`,
  },
}

function layoutProblem(path: string, problem: LayoutProblem): Told {
  switch (problem.kind) {
    case 'not-a-layout':
      return [
        `the layout “${path}” is not one`,
        'it should be {"name":"…","columns":[{"heading":"…","field":"…"}]}',
      ]
    case 'heading':
      return [`column ${problem.column} of the layout “${path}” has no heading or no field`]
    case 'field':
      return [
        `the layout “${path}” has a field “${problem.field}” that is not known; the nearest is “${problem.nearest}”`,
        `the fields are ${problem.known.join(', ')}`,
      ]
    default:
      return problem satisfies never
  }
}

const zipProblems: { readonly [K in ZipProblem['kind']]: (name: string) => string } = {
  damaged: name => `it is no zip, or it is damaged${name === '' ? '' : ` (${name})`}`,
  absolute: name => `the path “${name}” in it is absolute`,
  climbs: name => `the path “${name}” in it leads out of the folder`,
  'strange-name': name => `the file name “${name}” in it is not sound`,
  link: name => `“${name}” in it is a link`,
  encrypted: name => `“${name}” in it is encrypted`,
  method: name => `“${name}” in it is packed by an unknown method`,
  double: name => `“${name}” stands in it twice`,
  'too-large': bytes => `unpacked it has ${bytes} bytes, more than a draw can have`,
  'too-many': count => `it holds ${count} files, more than a draw can have`,
}

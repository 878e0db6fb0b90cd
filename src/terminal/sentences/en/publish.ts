import { escapeControls } from '../../../core/escape-controls.ts'
import type { LayoutProblem } from '../../../core/publication/lists/layout.ts'
import type { Message } from '../topics/message.ts'
import type { PublishSentences } from '../topics/publish.ts'
import { counted, listed, orLike, privateKinds } from './phrases.ts'

export const publishEn: PublishSentences = {
  reasons: {
    'unknown-layout': ({ name, nearest, known }) => [
      `there is no layout or file called “${name}”${orLike(nearest)}`,
      `the layouts are ${listed(known)}`,
    ],
    'invalid-layout': ({ path, problem }) => layoutProblem(path, problem),
    'list-not-published': ({ task }) => [
      `the list of task “${task}” is not to be published`,
      'export it for the archive with --profile archive',
    ],
    'gives-away-sealed': ({ draw, sealed }) => [
      `draw ${draw} cannot be published yet: its frame lacks whom ${listed(sealed)}, still under seal, drew, and would give them away`,
      `once the visits are done, run ssj draw reveal ${sealed[0]}; until then, export for the archive with --profile archive`,
    ],
    'private-data-published': ({ draw, file, kind, text }) => [
      `draw ${draw} cannot be published: ${file} contains ${privateKinds[kind]} (${text}), and a changed file would no longer verify`,
      'correct it in the registry and freeze again with --again, or export for the archive with --profile archive',
    ],
  },
  words: {
    writing: 'writing documents',
    publishedResults: (folder, results, firms, { reviewed, over, withheld }) => [
      `wrote ${folder}: ${counted(firms, 'firm')}, ${counted(results, 'published result')}`,
      ...(reviewed === 0
        ? []
        : [`  without ${reviewed} that are reviewed and not yet published: ssj results publish`]),
      ...(over === 0 ? [] : [`  without ${over} whose years are over: ssj results takedown`]),
      ...(withheld === 0
        ? []
        : [`  without ${withheld} of cases that the rules cases-published and cases-withheld keep back`]),
    ],
    published: (path, rows, layout) =>
      `wrote ${path} (${counted(rows, 'row')}, layout ${escapeControls(layout)})`,
    exported: (path, files, sums) =>
      `wrote ${path} (${counted(files, 'file')}); to check: ssj verify ${path}; without ssj as ${sums}/核对说明.txt says`,
    zipped: (path, files) => `wrote ${path} (${counted(files, 'file')}); to check: ssj verify ${path}`,
  },
  help: {
    export: 'export the folder of a draw',
    exportTo: 'the folder to write to',
    profile: 'public (default) or archive',
    zip: 'write one zip archive; --to is its file name',
    format:
      'one or more formats: csv, xlsx, html, docx, official (DOCX by GB/T 9704), ofd (default: csv,html)',
    layout: 'layout of the list: a name or a file',
    officers:
      'inspectors in the public list: none (default), unit, masked (names masked) or full (name and certificate number)',
    publish: 'write the list of inspection items (items) or the annual plan (plan) for publication',
    publishTo: 'the file to write; its extension sets the format: .csv, .xlsx or .html',
    publishLayout: 'a layout: a name or a file of your own',
    year: 'only tasks in the plan for this year',
    draw: 'only results of this draw',
    department: 'only results of this department',
    since: 'only results published or corrected since this day',
    until: 'only results published or corrected until this day',
  },
}

function layoutProblem(path: string, problem: LayoutProblem): Message {
  switch (problem.kind) {
    case 'not-a-layout':
      return [
        `“${path}” is not a layout`,
        'it should read {"name":"…","columns":[{"heading":"…","field":"…"}]}',
      ]
    case 'heading':
      return [`column ${problem.column} of the layout “${path}” lacks a heading or a field`]
    case 'field':
      return [
        `the layout “${path}” names an unknown field “${problem.field}”${orLike(problem.nearest)}`,
        `the fields are ${listed(problem.known)}`,
      ]
    default:
      return problem satisfies never
  }
}

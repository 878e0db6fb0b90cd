import { escapeControls } from '../../../core/escape-controls.ts'
import type { LayoutProblem } from '../../../core/publication/lists/layout.ts'
import type { Message } from '../topics/message.ts'
import type { PublishSentences } from '../topics/publish.ts'
import { listed, orLike } from './phrases.ts'

export const publishEn: PublishSentences = {
  reasons: {
    'unknown-layout': ({ name, nearest, known }) => [
      `there is no layout “${name}”, and no such file${orLike(nearest)}`,
      `the layouts are ${listed(known)}`,
    ],
    'invalid-layout': ({ path, problem }) => layoutProblem(path, problem),
    'list-not-published': ({ task }) => [
      `the list of task “${task}” is not to be published`,
      '--profile archive exports for the archive',
    ],
    'identity-number-published': ({ draw, number }) => [
      `draw ${draw} cannot be published: a target in it goes by a citizen's identity number, ${number}`,
      'give it a code of the registry and freeze again; --profile archive exports for the archive',
    ],
  },
  words: {
    writing: 'documents written',
    published: (path, rows, layout) => `wrote ${path} (${rows} rows, layout ${escapeControls(layout)})`,
    exported: (path, files, sums) =>
      `wrote ${path} (${files} files); to check: cd ${sums} && sha256sum -c SHA256SUMS`,
    zipped: (path, files) => `wrote ${path} (${files} files); to check: ssj verify ${path}`,
  },
  help: {
    export: 'export the folder of a draw',
    exportTo: 'folder to write',
    profile: 'public (default) or archive',
    zip: 'write one zip file; --to is its name',
    format: 'formats, one or several: csv, xlsx, html, docx (default csv,html)',
    layout: 'layout of the list, by name or as a file',
    officers: 'inspectors in the public list: none (default), unit, masked or full (name and certificate)',
    publish: 'write the list of items (items) or the annual plan (plan) as it is published',
    publishTo: 'the file to write; its ending says the format: .csv, .xlsx, .html',
    publishLayout: 'a layout by name, or a file of your own',
    year: 'only tasks of the plan of this year',
  },
}

function layoutProblem(path: string, problem: LayoutProblem): Message {
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
        `the fields are ${listed(problem.known)}`,
      ]
    default:
      return problem satisfies never
  }
}

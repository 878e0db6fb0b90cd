import { escapeControls } from '../../core/escape-controls.ts'
import type { Certificate } from '../../core/publication/certificate/certificate.ts'
import {
  certificateSections,
  type Section,
  sinceThen,
  verdictSentence,
} from '../../core/publication/certificate/certificate-sections.ts'
import type { Desk } from '../desk.ts'
import { table } from '../table.ts'

/** A certificate as lines of text, beginning with its verdict. */
export function certificateLines({ say }: Desk, certificate: Certificate): string[] {
  const words = say.published
  return [
    words.certificate.title,
    '',
    escapeControls(verdictSentence(certificate, words)),
    ...sinceThen(certificate, words).map(escapeControls),
    ...certificateSections(certificate, words).flatMap(sectionLines),
  ]
}

function sectionLines({ heading, values, command, sentences, lists }: Section): string[] {
  const rows = values.map(([label, value]) => [`  ${label}`, escapeControls(value)] as const)
  return [
    '',
    heading,
    ...(rows.length === 0 ? [] : table(['', ''], rows).slice(2)),
    ...(command === null ? [] : [`  ${command.lead}`, `    ${escapeControls(command.line)}`]),
    ...sentences.map(sentence => `  ${escapeControls(sentence)}`),
    ...lists.flatMap(({ lead, items }) => [`  ${lead}`, ...items.map(item => `    - ${item}`)]),
  ]
}

import { escapeControls } from '../../core/escape-controls.ts'
import type { Certificate } from '../../core/publication/certificate/certificate.ts'
import {
  certificateSections,
  type Section,
  sinceThen,
  verdictSentence,
} from '../../core/publication/certificate/certificate-sections.ts'
import type { Desk } from '../desk.ts'
import { labelled, type Window } from '../table.ts'

/** A certificate as lines of text, beginning with its verdict. */
export function certificateLines({ say, window }: Desk, certificate: Certificate): string[] {
  const words = say.published
  return [
    words.certificate.title,
    '',
    escapeControls(verdictSentence(certificate, words)),
    ...sinceThen(certificate, words).map(escapeControls),
    ...certificateSections(certificate, words).flatMap(section => sectionLines(section, window)),
  ]
}

function sectionLines({ heading, values, commands, sentences, lists }: Section, window: Window): string[] {
  const rows = values.map(([label, value]) => [`  ${label}`, escapeControls(value)] as const)
  return [
    '',
    heading,
    ...labelled(rows, [], window),
    ...commands.flatMap(({ lead, line }) => [`  ${lead}`, `    ${escapeControls(line)}`]),
    ...sentences.map(sentence => `  ${escapeControls(sentence)}`),
    ...lists.flatMap(({ lead, items }) => [`  ${lead}`, ...items.map(item => `    - ${item}`)]),
  ]
}

import type { Certificate } from '../../core/publication/certificate/certificate.ts'
import {
  certificateSections,
  type Section,
  sinceThen,
  verdictSentence,
} from '../../core/publication/certificate/certificate-sections.ts'
import type { Desk } from '../desk.ts'
import { inert, table } from '../table.ts'

/** A certificate as lines of text: its verdict first. */
export function certificateLines({ say }: Desk, certificate: Certificate): string[] {
  const words = say.published
  return [
    words.certificate.title,
    '',
    inert(verdictSentence(certificate, words)),
    ...sinceThen(certificate, words).map(inert),
    ...certificateSections(certificate, words).flatMap(sectionLines),
  ]
}

function sectionLines({ heading, values, command, sentences, lists }: Section): string[] {
  const rows = values.map(([label, value]) => [`  ${label}`, inert(value)] as const)
  return [
    '',
    heading,
    ...(rows.length === 0 ? [] : table(['', ''], rows).slice(2)),
    ...(command === null ? [] : [`  ${command.lead}`, `    ${inert(command.line)}`]),
    ...sentences.map(sentence => `  ${inert(sentence)}`),
    ...lists.flatMap(({ lead, items }) => [`  ${lead}`, ...items.map(item => `    - ${item}`)]),
  ]
}

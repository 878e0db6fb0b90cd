import { holdsDigest } from '../../hex.ts'
import { followedAnnex, followedOnSheet } from '../followed/followed-table.ts'
import { NO_SEAL } from '../office-facts.ts'
import { escaped } from '../page-text.ts'
import type { Words } from '../words/words.ts'
import type { Certificate } from './certificate.ts'
import { certificateSections, type Section, sinceThen, verdictSentence } from './certificate-sections.ts'

/**
 * A certificate of the third version in one language: one sheet that is signed, the verdict beside the place for the seal. What
 * followed the draw stands on the sheet where it has room there, else in an annex.
 */
export function certificateSheet(certificate: Certificate, words: Words, language: string): string {
  const { draw, finding, inspection } = certificate
  const { certificate: say, followed } = words
  const annex = inspection == null ? null : followedAnnex(inspection, words)
  return `<article lang="${language}">
<h1>${escaped(say.title)}</h1>
<p class="number">${escaped(say.attempt(draw.number, draw.attempt))}</p>
<div class="top">
<div class="said">
<p class="verdict ${finding.verdict}">${escaped(verdictSentence(certificate, words))}</p>${sinceThen(
    certificate,
    words,
  )
    .map(sentence => `\n<p class="since">${escaped(sentence)}</p>`)
    .join('')}
</div>
${sealBox(certificate, words)}
</div>
${certificateSections(certificate, words)
  .map(one => withoutHead(one, words))
  .map(one =>
    inspection != null && one.heading === followed.heading
      ? section({ ...one, values: [] }, followedOnSheet(inspection, words))
      : section(one),
  )
  .join('\n')}
</article>${annex === null ? '' : `\n<article class="annex" lang="${language}">\n<h1>${escaped(followed.annex)}</h1>\n<p class="number">${escaped(say.attempt(draw.number, draw.attempt))} ${escaped(say.named(certificate.target.id, certificate.target.name))}</p>\n${annex}\n</article>`}`
}

function section({ heading, values, commands, sentences, lists }: Section, table = ''): string {
  return [
    `<h2>${escaped(heading)}</h2>`,
    ...(table === '' ? [] : [table]),
    ...(values.length === 0 ? [] : ['<dl>', ...values.map(value), '</dl>']),
    ...commands.slice(0, 1).flatMap(({ lead, line }) => [paragraph(lead), `<pre>${escaped(line)}</pre>`]),
    ...(sentences.length === 0 ? [] : [paragraph(sentences.join(' '))]),
    ...lists.flatMap(({ lead, items }) =>
      items.length === 0
        ? []
        : [
            `<p><b>${escaped(lead)}</b> ${items.map((item, i) => `<span class="claim">${i + 1}. ${escaped(item)}</span>`).join(' ')}</p>`,
          ],
    ),
  ].join('\n')
}

/** The place for the seal, and below it who issues: what the office has not set is left to be filled in by hand. */
function sealBox({ issuer }: Certificate, { followed }: Words): string {
  const { office = '', telephone = '', seal = '' } = issuer ?? {}
  const place = seal === NO_SEAL ? '' : seal === '' ? followed.sealPlace : `（${seal}）`
  const lines = [
    [followed.issuer, office],
    ...(telephone === '' ? [] : [[followed.telephone, telephone] as const]),
    [followed.signer, ''],
    [followed.issued, followed.date],
  ] as const
  return [
    '<div class="seal">',
    `<p class="place">${escaped(place)}</p>`,
    `<dl>${lines.map(([label, text]) => `<div><dt>${escaped(label)}</dt><dd>${escaped(text)}</dd></div>`).join('')}</dl>`,
    '</div>',
  ].join('\n')
}

/** What stands at the head of the sheet need not be said again; short values, two to a line, come first. */
function withoutHead(one: Section, { certificate: { labels } }: Words): Section {
  const values = one.values.filter(([label]) => label !== labels.target && label !== labels.number)
  return { ...one, values: values.toSorted((a, b) => Number(isWide(a)) - Number(isWide(b))) }
}

function isWide([label, text]: readonly [string, string]): boolean {
  return holdsDigest(text) || label.length + text.length > SHORT
}

const SHORT = 48

function value([label, text]: readonly [string, string]): string {
  const digits = holdsDigest(text) ? ' class="digits"' : ''
  const wide = isWide([label, text]) ? ' class="wide"' : ''
  return `<div${wide}><dt>${escaped(label)}</dt><dd${digits}><bdi>${escaped(text)}</bdi></dd></div>`
}

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`
}

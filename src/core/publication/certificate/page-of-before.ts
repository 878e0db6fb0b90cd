import { holdsDigest } from '../../hex.ts'
import { escaped } from '../page-text.ts'
import type { Words } from '../words/words.ts'
import type { Certificate } from './certificate.ts'
import { certificateSections, type Section, sinceThen, verdictSentence } from './certificate-sections.ts'

/** A certificate of the first or the second version, byte for byte as it was printed: nothing of it may change. */
export function articleOfBefore(certificate: Certificate, words: Words, language: string): string {
  const { draw, finding } = certificate
  return `<article lang="${language}">
<h1>${escaped(words.certificate.title)}</h1>
<p class="number">${escaped(words.certificate.attempt(draw.number, draw.attempt))}</p>
<p class="verdict ${finding.verdict}">${escaped(verdictSentence(certificate, words))}</p>${sinceThen(
    certificate,
    words,
  )
    .map(sentence => `\n<p class="since">${escaped(sentence)}</p>`)
    .join('')}
${certificateSections(certificate, words).map(section).join('\n')}
<p class="seal">${escaped(words.certificate.seal)}</p>
</article>`
}

function section({ heading, values, commands, sentences, lists }: Section): string {
  return [
    `<h2>${escaped(heading)}</h2>`,
    ...(values.length === 0 ? [] : ['<dl>', ...values.map(value), '</dl>']),
    ...commands.flatMap(({ lead, line }) => [paragraph(lead), `<pre>${escaped(line)}</pre>`]),
    ...sentences.map(paragraph),
    ...lists.flatMap(({ lead, items }) => [
      paragraph(lead),
      '<ul>',
      ...items.map(item => `<li>${escaped(item)}</li>`),
      '</ul>',
    ]),
  ].join('\n')
}

function value([label, text]: readonly [string, string]): string {
  const digits = holdsDigest(text) ? ' class="digits"' : ''
  return `<div><dt>${escaped(label)}</dt><dd${digits}><bdi>${escaped(text)}</bdi></dd></div>`
}

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`
}

/** How it looks. */
export const STYLE_OF_BEFORE = `
@page{size:A4;margin:15mm 16mm}
*{box-sizing:border-box}
body{margin:0 auto;max-width:48rem;padding:2rem 1.25rem;color:#1c2127;background:#fff;font:16px/1.7 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif}
h1{font-size:1.6rem;text-align:center;margin:.5rem 0;letter-spacing:.05em}
h2{font-size:1.05rem;margin:1.4rem 0 .4rem;border-bottom:1px solid #b9c0c8;padding-bottom:.2rem;break-after:avoid}
p{margin:.4rem 0}
.number{text-align:center;color:#4a5460}
.since{border:2px solid #7a1f1f;background:#fbf3e2;padding:.5rem 1rem;break-inside:avoid}
.verdict{font-size:1.2rem;font-weight:700;border:2px solid #7a1f1f;padding:.7rem 1rem;margin:1.2rem 0;text-align:center}
dl{margin:0}
dl div{display:grid;grid-template-columns:11rem 1fr;gap:.2rem 1rem;padding:.2rem 0;border-bottom:1px dotted #cfd5db;break-inside:avoid}
dt{color:#4a5460}
dd{margin:0;overflow-wrap:anywhere}
ul{margin:.2rem 0 .6rem;padding-left:1.4rem}
li{break-inside:avoid}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:12px/1.5 "Noto Sans Mono CJK SC",Consolas,monospace;background:#f4f5f6;border:1px solid #d8dde2;padding:.5rem .7rem}
.digits{font:.8em/1.6 "Noto Sans Mono CJK SC",Consolas,monospace}
.data pre{font-size:7px;line-height:1.3;columns:2}
.seal{margin:3rem 0 1rem;text-align:right;padding-right:3rem}
article[lang=en],.data{break-before:page}
article[lang=en]{font-family:Georgia,"Times New Roman",serif}
@media print{body{padding:0;max-width:none;font-size:9.5pt;line-height:1.5}h2{margin:.8rem 0 .2rem}p{margin:.2rem 0}.verdict{margin:.6rem 0}.seal{margin:1.6rem 0 0}}
`

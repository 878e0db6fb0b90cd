import { base64OfBytes } from '../../base64.ts'
import { sha256Hex } from '../../hash.ts'
import { bytesOfHex } from '../../hex.ts'
import { escaped, escapedData } from '../page-text.ts'
import { wordsEn } from '../words/words-en.ts'
import { wordsZh } from '../words/words-zh.ts'
import { type Certificate, certificateText } from './certificate.ts'
import { certificateSheet } from './certificate-page.ts'
import { PAGE_STYLE } from './certificate-page-style.ts'
import { certificateSections } from './certificate-sections.ts'
import { articleOfBefore, STYLE_OF_BEFORE } from './page-of-before.ts'

/**
 * The certificate to print on A4 and to sign: Chinese, then English, then its data to the byte, so that a print can be
 * checked too. Every byte follows from the data, by the version that they name. Nothing of it runs, and nothing is fetched.
 */
export function certificateHtml(certificate: Certificate): string {
  const isThird = certificate.spec === 'ssj-certificate/3'
  const [style, article] = isThird
    ? [PAGE_STYLE, certificateSheet]
    : ([STYLE_OF_BEFORE, articleOfBefore] as const)
  // Pages of before stay as they were printed.
  const [open, close] = isThird ? ['<main>\n', '</main>\n'] : ['', '']
  const title = `${wordsZh.certificate.title} ${certificate.draw.number} ${certificate.target.id}`
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${base64OfBytes(bytesOfHex(sha256Hex(style)))}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${open}${article(certificate, wordsZh, 'zh-CN')}
${article(certificate, wordsEn, 'en')}
<section class="data">${otherCommands(certificate)}
<h2>${escaped(wordsZh.certificate.data)} · ${escaped(wordsEn.certificate.data)}</h2>
<pre id="certificate">${escapedData(certificateText(certificate))}</pre>
</section>
${close}</body>
</html>
`
}

/** How a ticket is recomputed elsewhere than on the sheet, which has room for one way. */
function otherCommands(certificate: Certificate): string {
  const both = [wordsZh, wordsEn].map(words =>
    certificateSections(certificate, words).flatMap(({ commands }) => commands.slice(1)),
  )
  return both[0]!
    .map(({ lead, line }, i) => {
      const leads = `${escaped(lead)} · ${escaped(both[1]![i]!.lead)}`
      return `\n<p>${leads}</p>\n<pre class="line">${escaped(line)}</pre>`
    })
    .join('')
}

import type { Block, Document } from '../document.ts'
import { wordsZh } from '../words/words-zh.ts'
import type { Certificate } from './certificate.ts'
import { certificateSections, type Section, sinceThen, verdictSentence } from './certificate-sections.ts'

/**
 * The certificate as a paper of the office that issues it, in Chinese, to be printed and sealed: the verdict and the seal on
 * the first page, what it rests on and how it is checked in an annex. It says what its data say and
 * names their digest; what is checked by a program is the data (`.json`, `.html`), which lie beside it.
 */
export function certificateDocument(certificate: Certificate, issuer: string): Document {
  const { certificate: words } = wordsZh
  const { draw, target } = certificate
  const said = [verdictSentence(certificate, wordsZh), ...sinceThen(certificate, wordsZh)]
  return {
    file: `${words.title}-${draw.number}-${target.id}`,
    title: words.title,
    subtitle: words.attempt(draw.number, draw.attempt),
    data: null,
    blocks: [
      ...said.map(text => ({ kind: 'text', text }) as const),
      { kind: 'signature', lines: [issuer, '　　　　年　　月　　日'], seal: '盖章' },
      { kind: 'heading', text: `附件　${ANNEX}`, page: true },
      ...certificateSections(certificate, wordsZh).flatMap(blocksOf),
    ],
    notice: true,
    wide: false,
  }
}

const ANNEX = '结果、依据和核对办法'

function blocksOf({ heading, values, commands, sentences, lists }: Section, i: number): Block[] {
  const text = (line: string): Block => ({ kind: 'text', text: line })
  const facts = values.map(([label, value]) => ({ label, value }))
  return [
    { kind: 'heading', text: `${NUMERALS[i]}、${heading}` },
    ...(facts.length === 0 ? [] : [{ kind: 'facts', pairs: 1, facts } as const]),
    ...commands.flatMap(({ lead, line }) => [text(lead), text(line)]),
    ...sentences.map(text),
    ...lists.flatMap(({ lead, items }) => [
      text(lead),
      ...items.map((item, n) => text(`（${n + 1}）${item}`)),
    ]),
  ]
}

const NUMERALS = '一二三四五六七八九十'

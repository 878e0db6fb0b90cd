import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Certificate,
  certificateText,
  type InFrame,
} from '../../../../src/core/publication/certificate/certificate.ts'
import { certificateHtml } from '../../../../src/core/publication/certificate/certificate-html.ts'
import {
  certificateSections,
  shellLine,
  sinceThen,
  verdictSentence,
} from '../../../../src/core/publication/certificate/certificate-sections.ts'
import { certifier } from '../../../../src/core/publication/certificate/certify.ts'
import { finder } from '../../../../src/core/publication/certificate/finding.ts'
import { type OpenedDraw, openDraw } from '../../../../src/core/publication/certificate/opened-draw.ts'
import { verifyCertificate } from '../../../../src/core/publication/certificate/verify-certificate.ts'
import type { DrawOccasion } from '../../../../src/core/publication/export/record.ts'
import { wordsEn } from '../../../../src/core/publication/words/words-en.ts'
import { wordsZh } from '../../../../src/core/publication/words/words-zh.ts'
import { lawOfMany } from '../../../helpers/law-of-many.ts'
import { changed, type Files, textOf, vector } from '../../draw/folders.ts'

const OCCASION: DrawOccasion = {
  draw: '2026-0001',
  attempt: 1,
  task: 'V1',
  frozen: { at: '2026-02-03T04:05:06Z', by: '甲', entry: 7, ledger: '0'.repeat(64) },
  drawn: { at: '2026-02-03T05:05:06Z', by: '甲', entry: 8, ledger: '0'.repeat(64) },
  commitment: 'before-the-seed',
  seedFrom: 'announced-sources',
  statement: '',
  witnesses: [],
  sealed: null,
  again: null,
  void: null,
  signatures: {},
  registry: null,
  rules: null,
  items: [],
  program: 'ssj 0.1.0',
}

const small = vector('small')
const medium = vector('medium')
let draw: OpenedDraw
let certify: ReturnType<typeof certifier>
beforeAll(() => {
  draw = openDraw(small)!
  certify = certifier(draw, OCCASION)
})

const bytesOf = (text: string) => new TextEncoder().encode(text)
const onlyCommitment = (files: Files): Files => new Map([['commitment.json', files.get('commitment.json')!]])
const check = (certificate: Certificate, folder: Files = onlyCommitment(small)) =>
  verifyCertificate('c.json', bytesOf(certificateText(certificate)), folder)
const known = (id: string) => certify({ id, name: '示例店', registered: true })
const anyTarget = fc
  .constantFrom(...textOf(small, 'frame.csv').trimEnd().split('\n').slice(1))
  .map(line => line.split(',')[1]!)

describe('certifier', () => {
  test('gives the verdict that selection.csv gives, for every target of the frame', () => {
    const status = new Map(draw.selection.map(row => [row.target, row]))
    for (const { target } of draw.frame) {
      const finding = known(target).finding as InFrame
      expect(finding.verdict).toBe(status.get(target)?.status ?? 'not-drawn')
      const listed = status.get(target)
      if (listed !== undefined) expect([finding.rank, finding.ticket]).toEqual([listed.rank, listed.ticket])
    }
  })

  test('ranks a stratum from 1 to its size', () => {
    for (const { stratum, size } of draw.commitment.strata) {
      const members = draw.frame.filter(row => row.stratum === stratum)
      const ranks = members.map(row => (known(row.target).finding as InFrame).rank)
      expect(ranks.toSorted((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i + 1))
    }
  })

  test('names the reason and the line of an exclusion', () => {
    expect(known('92141102MAC22XAKEH').finding).toEqual({
      verdict: 'excluded',
      reason: 'deregistered',
      line: 5,
    })
  })

  test('says unknown of whoever stands nowhere', () => {
    const { finding } = certify({ id: 'X', name: '', registered: false })
    expect(finding).toEqual({ verdict: 'unknown', registered: false })
  })
})

describe('verifyCertificate', () => {
  lawOfMany('holds for 1 000 targets of a draw of 2 000, against the commitment alone', 20, async part => {
    const opened = openDraw(medium)!
    const certifyOne = certifier(opened, OCCASION, finder(opened))
    const folder = onlyCommitment(medium)
    const { length } = opened.frame
    for (let i = 0; i < 1000; i += part) {
      const { target } = opened.frame[(i * 7919 + 13) % length]!
      const certificate = certifyOne({ id: target, name: '示例店', registered: true })
      const checked = await check(certificate, folder)
      expect(checked.kind, JSON.stringify(checked)).toBe('so-far')
    }
  })

  lawOfMany('refuses a certificate with any one byte changed', 13, async part => {
    const bytes = bytesOf(certificateText(known('91141102MACGBYUJBU')))
    const folder = onlyCommitment(small)
    for (let at = 0; at < bytes.length; at += part) {
      for (const flip of [1, 32, 128]) {
        const other = bytes.slice()
        other[at]! ^= flip
        const checked = await verifyCertificate('c.json', other, folder)
        expect(checked.kind, `byte ${at} ^ ${flip}`).toBe('differs')
      }
    }
  })

  test('refuses a byte more, a byte less, and nothing', async () => {
    const bytes = bytesOf(certificateText(known('91141102MACGBYUJBU')))
    for (const other of [bytes.slice(1), bytes.slice(0, -1), Uint8Array.of(...bytes, 10), new Uint8Array()])
      expect((await verifyCertificate('c.json', other, onlyCommitment(small))).kind).toBe('differs')
  })

  test('refuses a forger who writes the digest anew', async () => {
    const certificate = known('91141102MACGBYUJBU')
    const finding = certificate.finding as InFrame
    const other = known('91141102MAK5B92555').finding as InFrame
    const forged: readonly [string, Partial<Certificate>][] = [
      ['finding', { finding: { ...finding, verdict: 'drawn' } }],
      ['finding', { finding: { ...finding, rank: 1, verdict: 'drawn' } }],
      ['finding', { finding: { ...finding, rank: 4, verdict: 'reserve' } }],
      ['finding', { finding: { ...finding, take: 4 } }],
      ['finding', { finding: { ...finding, stratum: 'B' } }],
      ['finding', { finding: { ...finding, lastDrawn: null } }],
      ['finding', { finding: { ...finding, row: other.row } }],
      ['ticket', { finding: { ...finding, ticket: other.ticket } }],
      ['inclusion', { finding: { ...finding, row: { ...finding.row, index: finding.row.index + 1 } } }],
      ['inclusion', { finding: { ...finding, row: { ...finding.row, proof: finding.row.proof.slice(1) } } }],
      ['inclusion', { finding: { ...finding, row: { ...finding.row, line: `${finding.row.line}甲` } } }],
      ['finding', { target: { id: '91141102MAK5B92555', name: '' } }],
      ['key', { selectKey: certificate.drawKey }],
      ['key', { drawKey: certificate.selectKey }],
      ['key', { seed: certificate.seed.map(line => ({ ...line, value: `${line.value} 6` })) }],
      ['seed-source', { seed: certificate.seed.toReversed() }],
      ['seed-empty', { seed: certificate.seed.map(line => ({ ...line, value: '' })) }],
      ['other-draw', { commitment: certificate.selectKey }],
      ['other-draw', { task: { id: 'V2', name: '示例任务' } }],
    ]
    for (const [wanted, change] of forged) {
      const checked = await check({ ...certificate, ...change })
      expect(checked, JSON.stringify(change)).toMatchObject({
        kind: 'differs',
        difference: { check: wanted },
      })
    }
  })

  test('refuses another row as the last drawn when it stands on the wrong side', async () => {
    const drawn = known('91141102MAQH6DY1F3')
    const finding = drawn.finding as InFrame
    const behind = (known('91141102MACGBYUJBU').finding as InFrame).row
    const boundary = {
      target: '91141102MACGBYUJBU',
      ticket: (known('91141102MACGBYUJBU').finding as InFrame).ticket,
      row: behind,
    }
    const checked = await check({ ...drawn, finding: { ...finding, lastDrawn: boundary } })
    expect(checked.kind).toBe('differs')
  })

  test('leaves the cut-off open against the commitment alone, and settles it with the folder', async () => {
    await fc.assert(
      fc.asyncProperty(anyTarget, async target => {
        const alone = await check(known(target))
        const whole = await check(known(target), changed(small, {}))
        if (alone.kind === 'differs' || whole.kind === 'differs')
          throw new Error(JSON.stringify([alone, whole]))
        expect(alone.open).toContain('cut-off')
        expect(whole.proven).toContain('cut-off')
        expect(whole.open).toEqual(['occasion', 'name', 'public-seed'])
      }),
      { numRuns: 20 },
    )
  })

  test('with the folder finds a false cut-off that the commitment alone cannot see', async () => {
    const certificate = known('91141102MACGBYUJBU')
    const finding = certificate.finding as InFrame
    const second = known('91141102MAK5B92555')
    const lower = second.finding as InFrame
    const forged = {
      ...certificate,
      finding: { ...finding, lastDrawn: { target: second.target.id, ticket: lower.ticket, row: lower.row } },
    }
    expect((await check(forged)).kind).toBe('so-far')
    expect(await check(forged, changed(small, {}))).toMatchObject({
      difference: { check: 'finding', column: 'finding' },
    })
  })

  test('with the folder settles exclusions and absence, without it leaves them open', async () => {
    for (const [certificate, claim] of [
      [known('92141102MAC22XAKEH'), 'exclusion'],
      [certify({ id: '91141102MA4KG0PA0Y', name: '', registered: false }), 'absence'],
    ] as const) {
      expect(await check(certificate)).toMatchObject({
        kind: 'so-far',
        open: [claim, 'list', 'occasion', 'name', 'public-seed'],
      })
      expect(await check(certificate, changed(small, {}))).toMatchObject({
        kind: 'holds',
        open: ['occasion', 'name', 'public-seed'],
      })
      const hidden = changed(small, { 'exclusions.csv': undefined })
      expect(await check(certificate, hidden)).toMatchObject({
        difference: { file: 'exclusions.csv', check: 'absent' },
      })
    }
    const lied = {
      ...certify({ id: '92141102MAC22XAKEH', name: '', registered: false }),
      finding: { verdict: 'unknown', registered: false } as const,
    }
    expect((await check(lied, changed(small, {}))).kind).toBe('differs')
  })

  test.each(['离石区凤山饭店', '凤山', '92141102MA0A1CEE89', 'T99'])(
    'an old paper that says of “%s” that it stands nowhere shows nothing, with the folder and without',
    async id => {
      const paper = certify({ id, name: '', registered: false })
      const [alone, whole] = [await check(paper), await check(paper, changed(small, {}))]
      for (const checked of [alone, whole]) {
        expect(checked.kind).toBe('shows-nothing')
        if (checked.kind === 'differs') return
        expect(checked.proven).not.toContain('absence')
        expect(checked.open).toContain('absence')
      }
    },
  )

  test('refuses the certificate of another draw', async () => {
    expect(await check(known('91141102MACGBYUJBU'), onlyCommitment(medium))).toMatchObject({
      difference: { check: 'other-draw' },
    })
  })

  lawOfMany('refuses a printed page with any one byte in eleven changed', 13, async part => {
    const bytes = bytesOf(certificateHtml(known('91141102MACGBYUJBU')))
    const folder = onlyCommitment(small)
    for (let at = 0; at < bytes.length; at += 11 * part) {
      const other = bytes.slice()
      other[at]! ^= 1 << (at & 7)
      expect((await verifyCertificate('c.html', other, folder)).kind, `byte ${at}`).toBe('differs')
    }
  })

  test('takes the printed page too, and refuses it with any visible character changed', async () => {
    const html = certificateHtml(known('91141102MACGBYUJBU'))
    expect((await verifyCertificate('c.html', bytesOf(html), onlyCommitment(small))).kind).toBe('so-far')
    const said = html.replace('未被抽中，也不是替补', '被抽中')
    expect(said).not.toBe(html)
    expect((await verifyCertificate('c.html', bytesOf(said), onlyCommitment(small))).kind).toBe('differs')
  })
})

describe('what a certificate says', () => {
  const text = (certificate: Certificate, words = wordsZh) =>
    JSON.stringify([
      verdictSentence(certificate, words),
      sinceThen(certificate, words),
      certificateSections(certificate, words),
    ])

  test('shields the inspectors when the target was not drawn, and only then', () => {
    expect(text(known('91141102MACGBYUJBU'))).toContain('尽职照单免责')
    expect(text(known('91141102MACGBYUJBU'), wordsEn)).toContain('no neglect')
    expect(text(known('91141102MAQH6DY1F3'))).not.toContain('尽职照单免责')
  })

  test('tells a void draw, and claims nothing from it', () => {
    const voided = certifier(draw, { ...OCCASION, void: { reason: '名单有误', approver: '乙' } })
    const said = text(voided({ id: '91141102MACGBYUJBU', name: '', registered: true }))
    expect(said).toContain('已经作废（原因：名单有误；批准人：乙）')
    const html = certificateHtml(voided({ id: '91141102MACGBYUJBU', name: '', registered: true }))
    expect(html).toMatch(/<p class="verdict[^>]*>[^<]*<\/p>\n<p class="since">本次抽取已经作废/)
    expect(said).not.toContain('尽职照单免责')
  })

  test('tells a substitution to who fell out and who came in', () => {
    const line = '1,target,91141102MAQH6DY1F3,91141102MACJU1F7P1,,,,停业,乙,2026-03-01T00:00:00Z\n'
    const heading = 'number,kind,out,in,target,department,seat,reason,approver,at\n'
    const substituted = openDraw(changed(small, { 'substitutions.csv': heading + line }))!
    const certifyOne = certifier(substituted, OCCASION)
    const out = text(certifyOne({ id: '91141102MAQH6DY1F3', name: '', registered: true }))
    const into = text(certifyOne({ id: '91141102MACJU1F7P1', name: '', registered: true }))
    expect(out).toContain('由 91141102MACJU1F7P1 替补')
    expect(into).toContain('因此该对象应当接受检查')
    expect(into).not.toContain('尽职照单免责')
  })

  test('admits a draw at once and a seed of this machine', () => {
    const certifyOne = certifier(draw, { ...OCCASION, commitment: 'with-the-draw', seedFrom: 'this-machine' })
    const said = text(certifyOne({ id: '91141102MACGBYUJBU', name: '', registered: true }))
    expect(said).toContain('不能单独排除事先试算')
    expect(said).toContain('由办理抽取的计算机产生')
  })

  test('keeps names from being markup or steering the reader', () => {
    const name = '<script>alert(1)</script>"\'&\u202e店'
    const html = certificateHtml(certify({ id: 'X', name, registered: false }))
    expect(html).not.toMatch(/<script|\u202e/)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;\\u202e店')
  })

  test('shellLine quotes what a shell would read', () => {
    expect(shellLine('k', "a'b $(x)")).toBe("printf '%s%s' k 'a'\\''b $(x)' | sha256sum")
  })
})

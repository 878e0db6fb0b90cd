import { describe, expect, it } from 'vitest'
import {
  type Certificate,
  certificateText,
  type Gap,
  type InFrame,
} from '../../../../src/core/publication/certificate/certificate.ts'
import { certificateHtml } from '../../../../src/core/publication/certificate/certificate-html.ts'
import {
  certificateSections,
  powershellLine,
  shellLine,
} from '../../../../src/core/publication/certificate/certificate-sections.ts'
import { certifier } from '../../../../src/core/publication/certificate/certify.ts'
import { finder } from '../../../../src/core/publication/certificate/finding.ts'
import { openDraw } from '../../../../src/core/publication/certificate/opened-draw.ts'
import { verifyCertificate } from '../../../../src/core/publication/certificate/verify-certificate.ts'
import { wordsEn } from '../../../../src/core/publication/words/words-en.ts'
import { wordsZh } from '../../../../src/core/publication/words/words-zh.ts'
import { type Files, vector, vectorOfSecond } from '../../draw/folders.ts'

const OCCASION = {
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
  /** Its seed is weak, and the reason longer than fits. */
  weakSeed: { reason: '骰子未到'.repeat(40), approver: '示例局长' },
} as const

const folder = vectorOfSecond('medium')
const draw = openDraw(folder)!
const certify = certifier(draw, OCCASION, finder(draw))
const commitment: Files = new Map([['commitment.json', folder.get('commitment.json')!]])
const given = (id: string) => certify({ id, name: '示例店', registered: true })
const check = (certificate: Certificate, files: Files = commitment) =>
  verifyCertificate('c.json', new TextEncoder().encode(certificateText(certificate)), files)
const bytesOf = (certificate: Certificate) => new TextEncoder().encode(certificateText(certificate)).length
/** Codes before, among and after all others. */
const STRANGERS = ['0', '91141102MA0000000X', '92141102MAZZZZZZZZ', 'Z']

describe('a certificate under version 2', () => {
  it('says the same of every target as the selection, and is proven by the root of its stratum', async () => {
    const status = new Map(draw.selection.map(row => [row.target, row.status]))
    for (let i = 0; i < 200; i++) {
      const { target } = draw.frame[(i * 7919 + 13) % draw.frame.length]!
      const certificate = given(target)
      expect([certificate.spec, certificate.law]).toEqual(['ssj-certificate/3', 'ssj-draw/2'])
      expect((certificate.finding as InFrame).verdict).toBe(status.get(target) ?? 'not-drawn')
      expect(await check(certificate)).toMatchObject({ kind: 'so-far' })
      expect(bytesOf(certificate)).toBeLessThanOrEqual(4096)
    }
  })

  it('proves an exclusion by the root of the exclusions', async () => {
    for (const { target } of draw.exclusions!.slice(0, 50)) {
      const certificate = given(target)
      const checked = await check(certificate)
      expect(checked).toMatchObject({ kind: 'so-far', proven: ['commitment', 'keys', 'exclusion'] })
      expect(bytesOf(certificate)).toBeLessThanOrEqual(4096)
    }
  })

  it('proves an absence by the neighbours in every list, within its size', async () => {
    for (const id of STRANGERS) {
      const certificate = certify({ id, name: '', registered: true })
      expect(bytesOf(certificate)).toBeLessThanOrEqual(4096)
      const { absence } = certificate.finding as { absence: readonly Gap[] | null }
      const proven = (await check(certificate)) as { proven: readonly string[] }
      expect(proven.proven.includes('absence')).toBe(absence !== null)
      expect(await check(certificate, folder)).toMatchObject({ kind: 'holds' })
    }
    const small = vectorOfSecond('small')
    const one = certifier(openDraw(small)!, OCCASION)({ id: 'Z', name: '', registered: true })
    expect(await check(one, small)).toMatchObject({ kind: 'holds' })
    expect((one.finding as { absence: unknown }).absence).not.toBeNull()
  })

  it('is refused where any of it is another', async () => {
    const own = given(draw.selection[0]!.target)
    const finding = own.finding as InFrame
    const excluded = given(draw.exclusions![3]!.target)
    const small = vectorOfSecond('small')
    const absent = certifier(openDraw(small)!, OCCASION)({ id: 'Z', name: '', registered: true })
    const { absence } = absent.finding as unknown as { absence: readonly Gap[] }
    const gap = (change: Partial<Gap>, at = 0) => ({
      ...absent,
      finding: {
        ...absent.finding,
        absence: absence.map((one, i) => (i === at ? { ...one, ...change } : one)),
      },
    })
    const forged: readonly [Certificate, Files][] = [
      [
        { ...own, finding: { ...finding, row: { ...finding.row, index: finding.row.index + 1 } } },
        commitment,
      ],
      [{ ...own, finding: { ...finding, ticket: '0'.repeat(64) } }, commitment],
      [
        { ...own, finding: { ...finding, lastDrawn: { ...finding.lastDrawn!, ticket: 'f'.repeat(64) } } },
        commitment,
      ],
      [{ ...own, spec: 'ssj-certificate/1' }, commitment],
      [{ ...excluded, finding: { ...excluded.finding, reason: 'revoked:x' } as never }, commitment],
      [{ ...excluded, target: { id: 'X', name: '' } }, commitment],
      [gap({ proof: '' }) as Certificate, small],
      [gap({ index: 1 }) as Certificate, small],
      [gap({ lines: absence[1]!.lines }) as Certificate, small],
      [{ ...absent, finding: { ...absent.finding, absence: absence.slice(1) } as never }, small],
      [{ ...absent, target: { id: '9', name: '' } }, small],
    ]
    for (const [certificate, files] of forged)
      expect(await check(certificate, files), JSON.stringify(certificate.finding)).toMatchObject({
        kind: 'differs',
      })
  })

  it('belongs to its own law', async () => {
    const first = vector('small')
    const old = certifier(
      openDraw(first)!,
      OCCASION,
    )({ id: openDraw(first)!.frame[0]!.target, name: '', registered: true })
    expect(await check({ ...given(draw.frame[0]!.target), commitment: old.commitment }, first)).toMatchObject(
      {
        difference: { check: 'other-draw', column: 'spec' },
      },
    )
  })

  it('keeps one line for the shell and one for PowerShell, and its page follows from its data', async () => {
    const certificate = given(draw.frame[5]!.target)
    const lines = certificateSections(certificate, wordsZh).flatMap(({ commands }) =>
      commands.map(({ line }) => line),
    )
    expect(lines).toEqual([
      shellLine(certificate.selectKey, certificate.target.id),
      powershellLine(certificate.selectKey, certificate.target.id),
    ])
    for (const one of [
      certificate,
      given(draw.exclusions![0]!.target),
      certify({ id: 'Z', name: '', registered: true }),
    ]) {
      const page = new TextEncoder().encode(certificateHtml(one))
      expect(await verifyCertificate('c.html', page, commitment)).toMatchObject({ kind: 'so-far' })
      for (const words of [wordsZh, wordsEn])
        expect(JSON.stringify(certificateSections(one, words))).toMatch(/RFC 6962|folder|文件夹/)
    }
  })
})

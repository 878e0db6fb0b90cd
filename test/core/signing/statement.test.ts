import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Digest } from '../../../src/core/ids.ts'
import { newSecretKey } from '../../../src/core/signing/key.ts'
import { signingKeyId } from '../../../src/core/signing/key-id.ts'
import { readSigners, type Signers, signersText } from '../../../src/core/signing/signers.ts'
import { firstOtherSm3, sm3SumsText } from '../../../src/core/signing/sm3-sums.ts'
import { parseStatement, type Statement, statementText } from '../../../src/core/signing/statement.ts'

const STATEMENT: Statement = {
  draw: '2026-0001',
  commitment: 'a'.repeat(64) as Digest,
  sha256sums: 'b'.repeat(64) as Digest,
  sm3sums: 'c'.repeat(64),
  signer: '示例区市场监督管理局',
  key: '0123456789abcdef',
  algorithm: 'sm2',
  time: '2026-11-27T09:30:00+08:00',
  asked: 2,
  registered: { entry: 12, at: '2026-11-01T08:00:00+08:00' },
}

describe('what is signed', () => {
  it('names the draw, the files, the key and the time, line by line', () => {
    expect(statementText(STATEMENT)).toMatchInlineSnapshot(`
      "ssj-signature/1
      draw: 2026-0001
      commitment: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      sha256sums: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
      sm3sums: cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc
      signer: 示例区市场监督管理局
      key: 0123456789abcdef
      algorithm: sm2
      time: 2026-11-27T09:30:00+08:00
      asked: 2
      registered: 12 2026-11-01T08:00:00+08:00
      "
    `)
    expect(parseStatement(statementText(STATEMENT))).toEqual(STATEMENT)
    const plain = { ...STATEMENT, signer: null, registered: null, asked: 1 }
    expect(parseStatement(statementText(plain))).toEqual(plain)
  })

  it('has one spelling: a character added, taken away or changed makes it none, or another', () => {
    const text = statementText(STATEMENT)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('', ' ', '\n', '0', ':', '\u202e'), (at, by) => {
        const other = text.slice(0, at) + by + text.slice(at + 1)
        const read = parseStatement(other)
        if (read !== null) expect(statementText(read)).toBe(other)
        if (other !== text) expect(read).not.toEqual(STATEMENT)
      }),
    )
  })

  it.each([
    ['draw', '1'],
    ['time', '2026-13-01T00:00:00Z'],
    ['asked', 0],
    ['algorithm', 'rsa'],
    ['signer', '甲\u2028乙'],
    ['key', 'x'],
  ])('is none with %s %s', (name, value) => {
    expect(parseStatement(statementText({ ...STATEMENT, [name]: value }))).toBeNull()
  })
})

describe('the list of keys', () => {
  const key = newSecretKey('ed25519', bytes => new Uint8Array(bytes).fill(7)).publicKey
  const id = signingKeyId(key)
  const registered = { entry: 3, at: '2026-11-01T08:00:00+08:00' }
  const signers: Signers = {
    least: 1,
    signers: [{ id, name: '甲', key, registered, ended: { how: 'lost', ...registered } }],
  }

  it('comes back', () => {
    expect(readSigners(signersText(signers))).toEqual({ kind: 'signers', signers })
  })

  it('names the first place that is not as it should be', () => {
    const wrong = (change: (told: { signers: Record<string, unknown>[] }) => void) => {
      const told = JSON.parse(signersText(signers))
      change(told)
      const read = readSigners(JSON.stringify(told))
      return read.kind === 'flawed' ? read.path : read.kind
    }
    expect(wrong(({ signers: [one] }) => Object.assign(one!, { id: '0'.repeat(16) }))).toBe('signers[0].id')
    expect(wrong(({ signers: [one] }) => Object.assign(one!, { key: 'AAAA' }))).toBe('signers[0].key')
    expect(wrong(told => told.signers.push(told.signers[0]!))).toBe('signers[1].id')
    expect(wrong(({ signers: [one] }) => Object.assign(one!, { ended: { how: 'x' } }))).toBe(
      'signers[0].ended',
    )
    expect(readSigners('[]').kind).toBe('flawed')
  })
})

describe('SM3SUMS', () => {
  it('lists every file but what a file manager left, and names the first that differs', () => {
    const digests = new Map([
      ['b', '2'.repeat(64)],
      ['data/a', '1'.repeat(64)],
      ['.DS_Store', '3'.repeat(64)],
    ])
    const text = sm3SumsText(digests)
    expect(text).toBe(`${'2'.repeat(64)}  b\n${'1'.repeat(64)}  data/a\n`)
    expect(firstOtherSm3(text, digests)).toBeNull()
    expect(firstOtherSm3(text, new Map([...digests, ['data/a', '4'.repeat(64)]]))).toBe('data/a')
    expect(firstOtherSm3(text, new Map([...digests, ['new', '4'.repeat(64)]]))).toBe('new')
    expect(firstOtherSm3(text, new Map([['b', '2'.repeat(64)]]))).toBe('data/a')
    expect(firstOtherSm3(`${text}\n`, digests)).toBe('SM3SUMS')
  })
})

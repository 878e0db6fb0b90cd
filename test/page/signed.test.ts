import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { engine } from '../../src/page/engine.ts'
import { namesSigners, signatureFiles } from '../../src/page/signatures-in.ts'
import { officeOfResults } from '../helpers/exchange.ts'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import { standing } from '../helpers/results.ts'
import { filesIn, type Office } from '../helpers/ssj.ts'

let here: Office
beforeAll(async () => {
  here = await miniature({ targets: targets(8), inspectors: inspectors(4) })
  for (const [i, algorithm] of (['sm2', 'ed25519'] as const).entries()) {
    const file = here.path(`${algorithm}.key`)
    await here.ssjIn({ chance: i + 1 }, 'key', 'new', file, '--algorithm', algorithm)
    await here.done('key', 'add', `${file}.pub`, '--name', `示例局/${algorithm}`)
  }
  const task = ['--lead', 'JIA', '--count', '3', '--source', '骰子', '--id', 'A']
  await here.done('draw', 'run', ...task, '--seed', '骰子=1')
  const signs = ['--sign', here.path('sm2.key'), '--sign', here.path('ed25519.key')]
  await here.done('export', '1', '--to', here.path('open'), ...signs)
  await here.done(
    'export',
    '1',
    '--profile',
    'archive',
    '--to',
    here.path('bag'),
    '--sign',
    here.path('sm2.key'),
  )
  await here.done('key', 'list', '--to', here.path('signers.json'))
})

const filesAt = (name: string) => [...filesIn(here.path(name))]
const keyFile = (name: string) => [name, new Uint8Array(readFileSync(here.path(name)))] as const

describe('the page judges signatures as ssj verify does', () => {
  it('by a list of keys, by keys, and by nobody', () => {
    const page = engine()
    page.open(filesAt('open'), false)
    const signatures = filesAt('open.signatures')
    const judged = page.signed({ signatures, keys: [keyFile('signers.json')] })
    expect(judged).toMatchObject({ kind: 'judged', asked: true, verdict: { kind: 'signed' } })
    expect(page.signed({ signatures, keys: [] })).toMatchObject({ asked: false, verdict: { kind: 'signed' } })
    const both = [keyFile('sm2.key.pub'), keyFile('ed25519.key.pub')]
    expect(page.signed({ signatures, keys: both })).toMatchObject({ verdict: { kind: 'signed', asked: 2 } })
    expect(page.signed({ signatures: [], keys: both })).toMatchObject({ verdict: { kind: 'unsigned' } })
    expect(page.signed({ signatures, keys: [['a.pub', new Uint8Array([1])]] })).toEqual({
      kind: 'no-key',
      file: 'a.pub',
    })
  })

  it('of a bag over all its files, those around what it carries too', () => {
    const files = filesAt('bag')
    const inside = files.flatMap(([name, bytes]) =>
      name.startsWith('data/') ? [[name.slice(5), bytes] as const] : [],
    )
    const around = files.filter(([name]) => !name.startsWith('data/'))
    const page = engine()
    page.open(inside, false, around)
    const brought = { signatures: filesAt('bag.signatures'), keys: [keyFile('sm2.key.pub')] }
    expect(page.signed(brought)).toMatchObject({ verdict: { kind: 'signed' } })
    const [head, ...more] = around
    const [first, bytes] = head!
    page.open(inside, false, [[first, Uint8Array.of(...bytes, 0x0a)], ...more])
    expect(page.signed(brought)).toMatchObject({
      verdict: { kind: 'fails', fault: { why: 'other-content' } },
    })
  })

  it('a changed byte fails; what the page holds of itself is no folder that was signed', () => {
    const page = engine()
    const keys = [keyFile('signers.json')]
    const signatures = filesAt('open.signatures')
    for (const [name, bytes] of signatures.filter(([file]) => !file.endsWith('.pem'))) {
      page.open(filesAt('open'), false)
      const changed = Uint8Array.from(bytes)
      changed[changed.length >> 1]! ^= 3
      const others = signatures.map(([file, own]) => [file, file === name ? changed : own] as const)
      expect([name, page.signed({ signatures: others, keys })]).toMatchObject([
        name,
        { verdict: { kind: 'fails' } },
      ])
    }
    page.open(filesAt('open'), true)
    expect(page.signed({ signatures, keys })).toEqual({ kind: 'no-folder' })
  })

  it('of certificates and published results, by what the signatures say that they are of', async () => {
    const made = await officeOfResults()
    const { drawn } = await standing(made)
    await made.done('results', 'review', '1', '--approver', '科长')
    await made.done('results', 'publish', '1', '--date', '2026-05-20')
    await made.ssjIn({ chance: 7 }, 'key', 'new', made.path('k'))
    await made.done('key', 'add', made.path('k.pub'), '--name', '示例局')
    const sign = ['--sign', made.path('k')]
    await made.done('certify', '1', drawn[0]!, '--to', made.path('c.html'), ...sign)
    await made.done('publish', 'results', '--draw', '1', '--to', made.path('results'), ...sign)
    await made.done('certify', drawn[0]!, '--year', '2026', '--to', made.path('year'), ...sign)
    const filesOf = (name: string) => [...filesIn(made.path(name))]
    const keys = [['k.pub', new Uint8Array(readFileSync(made.path('k.pub')))]] as const
    const certificate = (name: string, bytes = new Uint8Array(readFileSync(made.path('c.html')))) =>
      [name, bytes] as const
    const changed = (bytes: Uint8Array) => Uint8Array.of(...bytes, 0x0a)
    const page = engine()
    const ofCertificate = { signatures: filesOf('c.html.signatures'), keys }
    expect(page.signed(ofCertificate)).toEqual({ kind: 'no-folder' })
    // By another name it is the same certificate.
    for (const name of ['c.html', '证明.html'])
      expect(page.signed(ofCertificate, certificate(name))).toMatchObject({
        of: 'certificate',
        asked: true,
        verdict: { kind: 'signed' },
      })
    const other = certificate('c.html', changed(certificate('')[1]))
    expect(page.signed(ofCertificate, other)).toMatchObject({ verdict: { kind: 'fails' } })
    const ofResults = { signatures: filesOf('results.signatures'), keys }
    expect(page.signed(ofResults)).toEqual({ kind: 'no-folder' })
    page.results('results', filesOf('results'))
    const judged = { of: 'papers', verdict: { kind: 'signed' } }
    expect(page.signed(ofResults)).toMatchObject(judged)
    for (const [name, bytes] of filesOf('results')) {
      const others = filesOf('results').filter(([own]) => own !== name)
      page.results('results', [...others, [name, changed(bytes)]])
      expect([name, page.signed(ofResults)]).toMatchObject([name, { verdict: { kind: 'fails' } }])
    }
    const another = engine()
    another.open(filesOf('year'), false)
    const ofYear = { signatures: filesOf('year.signatures'), keys }
    expect(another.signed(ofYear)).toMatchObject(judged)
  })

  it('finds signatures beside a folder that came with it, and knows what names signers', () => {
    const together = [
      ...filesAt('open').map(([name, bytes]) => [`父/公示/${name}`, bytes] as const),
      ...filesAt('open.signatures').map(([name, bytes]) => [`父/公示.signatures/${name}`, bytes] as const),
    ]
    expect(
      signatureFiles(together)
        .map(([name]) => name)
        .sort(),
    ).toEqual(
      filesAt('open.signatures')
        .map(([name]) => name)
        .sort(),
    )
    expect(signatureFiles(filesAt('open'))).toEqual([])
    for (const name of ['signers.json', 'sm2.key.pub']) expect(namesSigners(keyFile(name)[1])).toBe(true)
    expect(namesSigners(new Uint8Array(readFileSync(here.path('open/record.json'))))).toBe(false)
  })
})

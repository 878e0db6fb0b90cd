import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { certificateDigest, certificateText } from '../../../src/core/publication/certificate/certificate.ts'
import { usccCheckCharacter } from '../../../src/core/registry/numbers/uscc.ts'
import { csvFrom, inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

let made: Office
/** A valid code that no registry here has. */
const stranger = `91141102MA0A1CEE8${usccCheckCharacter('91141102MA0A1CEE8')}`
const TASK = [
  '--lead',
  'JIA',
  '--count',
  '3',
  '--reserve',
  '1',
  '--team',
  '2',
  '--source',
  '骰子',
  '--id',
  'A1',
  '--where',
  '所属子库=餐饮',
]

beforeAll(async () => {
  made = await miniature({
    targets: [
      ...targets(12, { 所属子库: '餐饮' }),
      { 对象编号: 'T13', 名称: '同名店', 监管部门: 'JIA', 所属子库: '餐饮', 登记状态: '已注销' },
      { 对象编号: 'T14', 名称: '同名店', 监管部门: 'JIA', 所属子库: '食品销售' },
      {
        名称: '有两个号的店',
        统一社会信用代码: '91141102MA4KG0PA0Y',
        注册号: '141102864410830',
        监管部门: 'JIA',
        所属子库: '餐饮',
      },
    ],
    inspectors: inspectors(4),
  })
  await made.done('draw', 'run', ...TASK, '--seed', '骰子=6 6 3')
  await made.done('export', '1', '--to', made.path('public'))
})

describe('ssj certify', () => {
  test('says what draw show says, for every target', async () => {
    const { selection } = await made.done('draw', 'show', '1')
    for (let i = 1; i <= 12; i++) {
      const id = `T${String(i).padStart(2, '0')}`
      const { finding } = await made.done('certify', '1', id)
      const listed = selection.find((row: { target: string }) => row.target === id)
      expect(finding.verdict).toBe(listed?.status ?? 'not-drawn')
    }
  })

  test('takes a target by id, USCC, registration number and name', async () => {
    const found = []
    for (const text of ['91141102MA4KG0PA0Y', '91141102ma4kg0pa0y', '141102864410830', '有两个号的店'])
      found.push((await made.done('certify', '1', text)).target)
    expect(new Set(found.map(target => target.id))).toEqual(new Set(['91141102MA4KG0PA0Y']))
  })

  test('refuses a name that several have, naming their ids', async () => {
    const { code, err } = await made.ssj('certify', '1', '同名店')
    expect(code).toBe(2)
    expect(err).toContain('T13、T14')
    expect((await made.ssj('certify', '1', '同名店', '--lang', 'en')).err).toContain('T13, T14')
  })

  test('refuses nothing at all as a target', async () => {
    for (const text of ['', ' \u3000'])
      expect(await made.ssj('certify', '1', text)).toMatchObject({ code: 2, out: '' })
  })

  test('tells excluded, outside the task and not registered apart, each with exit code 0', async () => {
    const said = await Promise.all(['T13', 'T14', stranger].map(id => made.ssj('certify', '1', id)))
    expect(said.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(said[0]!.out).toContain('已列入排除名单')
    expect(said[0]!.out).toContain('已注销')
    expect(said[1]!.out).toContain('不属于本次抽查任务的对象范围')
    expect(said[2]!.out).toContain('不在冻结时的检查对象名录库中')
  })

  test.each([
    ...['示例店T0', '示例店T01号', '同名', 'T99', '91141102MA4KG0PA0X', '没有这一户'],
    // Numbers whose check holds by chance, and which no firm has: what a form is filled with, what a spreadsheet has cut.
    ...['0'.repeat(18), '0'.repeat(15), '911411020000019000'],
  ])('gives no paper for “%s”, which is neither a code nor one record', async text => {
    const file = made.path('none.json')
    const { code, out, err } = await made.ssj('certify', '1', text, '--to', file)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(`不能出具证明：“${text}”`)
    expect(existsSync(file)).toBe(false)
    const en = await made.ssj('certify', '1', text, '--lang', 'en')
    expect(en.err).toContain(`cannot certify “${text}”`)
  })

  test('takes a code that was typed in full width, with blanks or in small letters', async () => {
    for (const typed of [
      '９１１４１１０２ＭＡ４ＫＧ０ＰＡ０Ｙ',
      '91141102 ma4kg0pa0y',
      '91141102-MA4KG0PA0Y',
      '141102 864410830',
    ]) {
      const { target, finding } = await made.done('certify', '1', typed)
      expect([target.id, finding.verdict !== 'unknown']).toEqual(['91141102MA4KG0PA0Y', true])
    }
    const unknown = await made.done(
      'certify',
      '1',
      ` ${stranger.slice(0, 9)} ${stranger.slice(9).toLowerCase()}`,
    )
    expect(unknown.target.id).toBe(stranger)
  })

  test('names the records that are like what was written', async () => {
    const { json } = await made.ssj('certify', '1', '有两个号的', '--json')
    expect(json.error).toMatchObject({
      code: 'unknown-subject',
      details: { candidates: [{ id: '91141102MA4KG0PA0Y', name: '有两个号的店' }] },
    })
    expect((await made.ssj('certify', '1', '有两个号的')).err).toContain('有两个号的店（91141102MA4KG0PA0Y）')
  })

  test('prints with --json the bytes that --to writes', async () => {
    const file = made.path('c.json')
    const { code, out } = await made.ssj('certify', '1', 'T01', '--to', file, '--json')
    expect(code).toBe(0)
    expect(out).toBe(readFileSync(file, 'utf8'))
    const again = await made.ssj('certify', '1', 'T01', '--to', file)
    expect(again.code).toBe(2)
    expect(again.err).toContain('已有同名文件')
  })

  test('refuses another ending, an unknown draw and one that is only frozen, writing nothing', async () => {
    const office = made.copy()
    await office.done('draw', 'freeze', '--lead', 'JIA', '--count', '1', '--team', '2', '--id', 'A2')
    for (const argv of [
      ['1', 'T01', '--to', office.path('c.pdf')],
      ['9', 'T01', '--to', office.path('c.json')],
      ['2', 'T01', '--to', office.path('c.json')],
    ]) {
      const { code, err } = await office.ssj('certify', ...argv)
      expect(code).toBe(2)
      expect(err).toMatch(/^ssj: /)
    }
    expect(existsSync(office.path('c.json'))).toBe(false)
  })

  test('tells a substitution to who fell out and who came in, and the public folder bears it out', async () => {
    const office = made.copy()
    const { selection } = await office.done('draw', 'show', '1')
    const [out] = selection.filter((row: { status: string }) => row.status === 'drawn')
    const [into] = selection.filter((row: { status: string }) => row.status === 'reserve')
    await office.done(
      ...['draw', 'substitute', '1', '--target', out.target],
      ...['--reason', '停业：已关门', '--approver', '批准人'],
    )
    await office.done('export', '1', '--to', office.path('public'))
    const said = await Promise.all(
      [out, into].map(async ({ target }) => {
        await office.done('certify', '1', target, '--to', office.path(`${target}.json`))
        await office.done('verify', office.path('public'), '--certificate', office.path(`${target}.json`))
        return (await office.ssj('certify', '1', target)).out
      }),
    )
    expect(said[0]).toContain(`该对象退出（原因：停业关闭：已关门），由 ${into.target} 替补`)
    expect(said[1]).toContain('由该对象替补，因此该对象应当接受检查')
    expect((await office.ssj('certify', '1', out.target, '--lang', 'en')).out).toContain(
      'reason: closed: 已关门',
    )
  })

  test('tells a void draw', async () => {
    const office = made.copy()
    await office.done('draw', 'void', '1', '--reason', '名单有误', '--approver', '批准人')
    const told = '本次抽取已经作废（原因：名单有误；批准人：批准人）'
    const { out } = await office.ssj('certify', '1', 'T01', '--to', office.path('void.html'))
    expect(out.split('\n').findIndex(line => line.includes(told))).toBe(3)
    await office.done('export', '1', '--to', office.path('void'))
    const checked = await office.ssj('verify', office.path('void'), '--certificate', office.path('void.html'))
    expect(checked.code).toBe(0)
    expect(checked.out).toContain(told)
  })
})

describe('ssj verify --certificate', () => {
  const certified = async (ending: string) => {
    const file = made.path(`v${ending}`)
    if (!existsSync(file)) await made.done('certify', '1', 'T02', '--to', file)
    return file
  }
  const commitment = () => made.path('public/commitment.json')

  test.each(['.json', '.html'])('holds for the %s file, alone and with the folder', async ending => {
    const file = await certified(ending)
    const ran = await made.ssj('verify', '--certificate', file, '--commitment', commitment(), '--json')
    expect(ran.code).toBe(1)
    expect(ran.json).toMatchObject({
      kind: 'so-far',
      open: ['boundary', 'cut-off', 'list', 'occasion', 'name', 'public-seed'],
    })
    const whole = await made.done('verify', made.path('public'), '--certificate', file)
    expect(whole).toMatchObject({ kind: 'holds', open: ['occasion', 'name', 'public-seed'] })
    const said = await made.ssj('verify', '--certificate', file, '--commitment', commitment(), '--lang', 'en')
    expect(said.out).toMatch(/^holds as far as it goes/)
    expect((await made.ssj('verify', made.path('public'), '--certificate', file)).out).toMatch(/^成立：/)
  })

  test('names an old paper about a mere name as one that shows nothing', async () => {
    const file = made.path('old.json')
    await made.done('certify', '1', stranger, '--to', file)
    const { digest, ...paper } = JSON.parse(readFileSync(file, 'utf8'))
    expect(digest).toBe(certificateDigest(paper))
    const old = made.file(
      'old-name.json',
      certificateText({
        ...paper,
        target: { id: '示例店T0', name: '' },
        finding: { ...paper.finding, absence: null },
      }),
    )
    for (const argv of [[made.path('public')], ['--commitment', commitment()]]) {
      const said = await made.ssj('verify', ...argv, '--certificate', old)
      expect(said.code).toBe(1)
      expect(said.out).toContain('证明不了什么')
      expect(said.out).not.toContain('成立：')
      expect((await made.ssj('verify', ...argv, '--certificate', old, '--lang', 'en')).out).toMatch(
        /^shows nothing/,
      )
    }
    expect((await made.ssj('verify', made.path('public'), '--certificate', file)).code).toBe(0)
  })

  test('does not hold when changed or of another draw: exit code 1 and where', async () => {
    const file = await certified('.json')
    const forged = made.file('forged.json', readFileSync(file, 'utf8').replace('T02', 'T03'))
    const said = await made.ssj('verify', '--certificate', forged, '--commitment', commitment())
    expect(said.code).toBe(1)
    expect(said.out).toContain('内容被改动过')
    const other = made.file('other.json', readFileSync(commitment(), 'utf8').replace('"A1"', '"A2"'))
    expect((await made.ssj('verify', '--certificate', file, '--commitment', other)).out).toContain(
      '属于另一次抽取',
    )
  })

  test('blames the folder, not the certificate, where the folder was changed', async () => {
    const file = await certified('.json')
    const office = made.copy()
    await office.done('export', '1', '--to', office.path('public'))
    office.file('public/seed.txt', '骰子=6 6 4\n')
    const said = await office.ssj('verify', office.path('public'), '--certificate', file)
    expect(said.code).toBe(1)
    expect(said.out).toContain('不能用来核对证明')
    expect(said.out).toContain('seed.txt')
  })

  test('asks for what is missing, and reads anything without falling over', async () => {
    const file = await certified('.json')
    for (const argv of [
      [],
      ['--certificate', file],
      ['--commitment', file],
      ['--certificate', made.path('none'), '--commitment', file],
    ])
      expect((await made.ssj('verify', ...argv)).code).toBe(2)
    for (const text of [
      '',
      '{}',
      '[]',
      'null',
      '{"spec":"ssj-certificate/1"}',
      '<!doctype html>',
      csvFrom([{ a: 'b' }]),
    ]) {
      writeFileSync(made.path('ugly'), text)
      const said = await made.ssj('verify', '--certificate', made.path('ugly'), '--commitment', commitment())
      expect([said.code, said.err]).toEqual([1, ''])
      expect((await made.ssj('verify', '--certificate', file, '--commitment', made.path('ugly'))).code).toBe(
        1,
      )
    }
  })
})

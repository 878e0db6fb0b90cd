import { describe, expect, it } from 'vitest'
import { inspectors, miniature } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

const USCC = '91141102058871239H'
const OLD = '141102000001231'
const set = (...pairs: string[]) => pairs.flatMap(pair => ['--set', pair])
const shown = async (here: Office, library: string, id: string) =>
  (await here.done('show', library, id)).versions[0]

const FIRM = { 统一社会信用代码: USCC, 注册号: OLD, 名称: '甲店', 地址: '路1号', 监管部门: 'JIA', 连锁: '是' }
const firm = () => miniature({ targets: [FIRM], inspectors: inspectors(1) })

describe('add: what is not given keeps the value it has', () => {
  it.each([USCC, OLD])('a target named by %s', async code => {
    const here = await firm()
    const before = await shown(here, 'targets', USCC)
    const name = code === USCC ? 'uscc' : '注册号'
    const added = await here.done('add', 'targets', ...set(`${name}=${code}`, '住所=路2号', '规模=大'))
    expect(added).toMatchObject({ id: USCC, extra: [{ heading: '规模' }] })
    const after = await shown(here, 'targets', USCC)
    const { since, because } = before
    const extra = { 连锁: '是', 规模: '大' }
    expect({ ...after, since, because }).toEqual({ ...before, address: '路2号', extra })
    const same = await here.done('add', 'targets', ...set(`${name}=${code}`, '住所=路2号'))
    expect(same.entry).toBeNull()
    await here.done('log', '--verify')
  })

  it('a department and an inspector', async () => {
    const here = await firm()
    await here.done('add', 'departments', ...set('部门编码=JIA', '别名=甲,示例甲局'))
    expect(await shown(here, 'departments', 'JIA')).toMatchObject({ name: '甲局', aliases: '甲;示例甲局' })
    await here.done('add', 'inspectors', ...set('人员编号=P1', '专业资质=食品、药品'))
    expect(await shown(here, 'inspectors', 'P1')).toMatchObject({
      name: '示例人1',
      department: 'JIA',
    })
  })

  it.each([
    ['zh', '名称“”：不能为空'],
    ['en', '名称 “”: must not be empty'],
  ])(
    'what is needed may not be taken away, nor be missing from a new record (%s)',
    async (lang, sentence) => {
      const here = await firm()
      const other = '911411027000000449'
      for (const pairs of [set(`uscc=${USCC}`, '名称='), set(`uscc=${other}`, '地址=路3号')]) {
        const ran = await here.ssj('add', 'targets', ...pairs, '--lang', lang)
        expect(ran.code).toBe(2)
        expect(ran.err).toContain(sentence)
      }
    },
  )

  it('a count takes the place of the rate that stood', async () => {
    const here = await firm()
    const task = set(
      '计划编号=A',
      '任务名称=甲',
      '抽查比例=3%',
      '发起部门=JIA',
      '起止时间=2026-03-01~2026-06-30',
    )
    await here.done('add', 'plan', ...task)
    await here.done('add', 'plan', ...set('计划编号=A', '任务名称=乙'))
    expect((await here.ssj('add', 'plan', ...set('计划编号=A', '抽查数量=5', '抽查比例=2%'))).code).toBe(2)
    await here.done('add', 'plan', ...set('计划编号=A', '抽查数量=5'))
    expect(await shown(here, 'plan', 'A')).toMatchObject({ name: '乙', count: '5', rate: '', lead: 'JIA' })
  })
})

describe('add: nothing is changed silently', () => {
  it.each([
    [
      'zh',
      '全角改半角 1: 统一社会信用代码“９１１４１１０２０５８８７１２３９Ｈ”读作',
      '没有字段“地扯”，作为附加字段保留（最接近的字段是“地址”）',
    ],
    [
      'en',
      'full-width characters converted 1: 统一社会信用代码 “９',
      'there is no field “地扯”; it is kept as an extra field (did you mean “地址”?)',
    ],
  ])('tells what it read differently, and a field nobody knows (%s)', async (lang, read, unknown) => {
    const here = await firm()
    const code = USCC.replaceAll(/./g, character => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    const ran = await here.ssj('add', 'targets', ...set(`uscc=${code}`, '地扯=路9号'), '--lang', lang)
    expect(ran.err).toBe('')
    expect(ran.out).toContain(read)
    expect(ran.out).toContain(unknown)
  })

  it.each([
    ['a field given twice by two of its names', set('uscc=X', '名称=甲', '企业名称=乙'), 'targets', '名称'],
    [
      'a field that a library without extra fields does not have',
      set('部门编码=JIA', '别明=甲'),
      'departments',
      '别名',
    ],
  ])('refuses %s', async (_what, pairs, library, told) => {
    const here = await firm()
    for (const lang of ['zh', 'en']) {
      const ran = await here.ssj('add', library, ...pairs, '--lang', lang)
      expect(ran.code).toBe(2)
      expect(ran.err).toContain(told)
      expect(ran.err).not.toContain('--map')
    }
  })
})

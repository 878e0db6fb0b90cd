import { describe, expect, it } from 'vitest'
import { contentOf, type Office, office } from '../../helpers/ssj.ts'

/** Invented codes: 58871239H and its old number. */
const USCC = '91141102058871239H'
const OLD = '141102000001231'
const HEAD = '统一社会信用代码,注册号,名称,地址'

async function empty(): Promise<Office> {
  const made = office()
  await made.done('init')
  return made
}

const targets = (at: Office, name: string, ...rows: string[]) => at.file(name, [HEAD, ...rows].join('\n'))
const listed = async (at: Office) =>
  (await at.done('list', 'targets')).records.map((r: Record<string, string>) => [r.id, r.name, r.address])

describe('--on-conflict: an id twice in one file', () => {
  const twice = (at: Office) => targets(at, 'twice.csv', `${USCC},,甲店,路1号`, `${USCC},,甲饭店,路2号`)

  it('fail: is an issue that shows both rows, and nothing is written', async () => {
    const here = await empty()
    const before = contentOf(here.db)
    const ran = await here.ssj('import', 'targets', twice(here), '--json')
    expect(ran.code).toBe(1)
    expect(ran.json.files[0].issues).toMatchObject([
      {
        row: 3,
        code: 'duplicate-id',
        details: {
          other: 2,
          fields: [
            { field: '名称', was: '甲店', becomes: '甲饭店' },
            { field: '地址', was: '路1号', becomes: '路2号' },
          ],
        },
      },
    ])
    for (const [language, sentence] of [
      ['zh', '在第 2 行已出现且内容不同：名称那里是“甲店”，这里是“甲饭店”；地址那里是“路1号”，这里是“路2号”'],
      [
        'en',
        'also occurs in row 2, with different content: 名称 is “甲店” there and “甲饭店” here; 地址 is “路1号”',
      ],
    ] as const)
      expect((await here.ssj('import', 'targets', twice(here), '--lang', language)).err).toContain(sentence)
    expect(contentOf(here.db)).toBe(before)
  })

  it.each([
    ['newest', '甲饭店'],
    ['keep', '甲店'],
  ])('%s: takes one, and tells what it settled', async (rule, name) => {
    const here = await empty()
    const { files } = await here.done('import', 'targets', twice(here), '--on-conflict', rule)
    expect(files[0]).toMatchObject({ outcome: 'written', read: 2, new: 1, issueCount: 0 })
    expect(files[0].settled).toMatchObject([{ row: 3, code: 'duplicate-id' }])
    expect((await listed(here)).map(([, called]: string[]) => called)).toEqual([name])
    const again = await here.done('import', 'targets', twice(here), '--on-conflict', rule)
    // The two rows still contradict each other; what stands does not change.
    expect((await listed(here)).map(([, called]: string[]) => called)).toEqual([name])
    expect(again.files[0].settled).toHaveLength(1)
    await here.done('log', '--verify')
  })

  it('the same content twice is silent', async () => {
    const here = await empty()
    const file = targets(here, 'same.csv', `${USCC},,甲店,路1号`, `${USCC},,甲店,路1号`)
    const { files } = await here.done('import', 'targets', file)
    expect(files[0]).toMatchObject({ new: 1, unchanged: 1, issueCount: 0, settled: [] })
  })

  it('a rule that is none is refused', async () => {
    const here = await empty()
    const ran = await here.ssj('import', 'targets', twice(here), '--on-conflict', 'oldest', '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'invalid-option'])
  })
})

describe('--on-conflict: master data of another department', () => {
  it.each([
    ['newest', '甲饭店'],
    ['keep', '甲店'],
  ])('%s: one name for all, and both memberships', async (rule, name) => {
    const here = await empty()
    await here.done('import', 'departments', here.file('d.csv', '部门编码,部门名称\nA,甲局\nB,乙局\n'))
    const file = (called: string) =>
      here.file('t.csv', `统一社会信用代码,名称,所属子库\n${USCC},${called},餐饮\n`)
    await here.done('import', 'targets', file('甲店'), '--department', 'A')
    const options = ['--department', 'B', '--on-conflict', rule] as const
    const { files } = await here.done('import', 'targets', file('甲饭店'), ...options)
    expect(files[0].settled).toMatchObject([{ code: 'conflict', details: { departments: 'A' } }])
    const { versions } = await here.done('show', 'targets', USCC)
    expect(versions[0]).toMatchObject({ name, departments: 'A;B', libraries: 'A/餐饮;B/餐饮' })
  })
})

describe('one firm under its USCC and its old registration number', () => {
  it.each([[], ['--department', 'A']])(
    'a file without the old number does not take it away %s',
    async (...options) => {
      const here = await empty()
      await here.done('import', 'departments', here.file('d.csv', '部门编码,部门名称\nA,甲局\n'))
      await here.done('import', 'targets', targets(here, 'both.csv', `${USCC},${OLD},甲店,路1号`), ...options)
      const codes = here.file('codes.csv', `统一社会信用代码/注册号,名称\n${USCC},甲店\n`)
      const { files } = await here.done('import', 'targets', codes, ...options)
      expect(files[0]).toMatchObject({ unchanged: 1, changed: 0 })
      await here.done('add', 'targets', '--set', `uscc=${USCC}`, '--set', '名称=甲饭店')
      const { versions } = await here.done('show', 'targets', USCC)
      expect(versions[0]).toMatchObject({ name: '甲饭店', registration: OLD, address: '路1号' })
    },
  )

  it('same content: the record goes over to the USCC, and its recusals with it', async () => {
    const here = await empty()
    await here.done('import', 'departments', here.file('d.csv', '部门编码,部门名称\nA,甲局\n'))
    await here.done('import', 'inspectors', here.file('i.csv', '人员编号,姓名,所属部门\nR1,示例张,A\n'))
    await here.done('import', 'targets', targets(here, 'old.csv', `,${OLD},甲店,路1号`))
    await here.done('import', 'recusals', here.file('r.csv', `人员编号,对象编号,事由\nR1,${OLD},投资\n`))
    const { files } = await here.done('import', 'targets', targets(here, 'new.csv', `${USCC},${OLD},甲店,`))
    expect(files[0]).toMatchObject({ changed: 1, new: 0, issueCount: 0 })
    expect(files[0].changes).toMatchObject([{ id: OLD, fields: [{ was: '', becomes: USCC }] }])
    expect(await listed(here)).toEqual([[USCC, '甲店', '路1号']])
    const { records } = await here.done('list', 'recusals')
    expect(records).toMatchObject([{ id: `R1/${USCC}`, target: USCC, cause: '投资' }])
    await here.done('log', '--verify')
  })

  it('a row under the old number speaks of the record under the USCC', async () => {
    const here = await empty()
    await here.done('import', 'targets', targets(here, 'new.csv', `${USCC},${OLD},甲店,`))
    const same = await here.done('import', 'targets', targets(here, 'old.csv', `,${OLD},甲店,`))
    expect(same.files[0]).toMatchObject({ outcome: 'nothing', unchanged: 1 })
    const news = await here.done('import', 'targets', targets(here, 'news.csv', `,${OLD},甲店,路1号`))
    expect(news.files[0]).toMatchObject({ changed: 1 })
    expect(await listed(here)).toEqual([[USCC, '甲店', '路1号']])
  })

  it.each([
    ['registry', false],
    ['file', true],
  ])('other content is an issue that shows both: against the %s', async (_, oneFile) => {
    const here = await empty()
    const old = `,${OLD},甲店,路1号`
    const row = `${USCC},${OLD},乙店,路1号`
    if (!oneFile) await here.done('import', 'targets', targets(here, 'old.csv', old))
    const file = targets(here, 'new.csv', ...(oneFile ? [old, row] : [row]))
    const before = contentOf(here.db)
    const ran = await here.ssj('import', 'targets', file, '--json')
    expect(ran.code).toBe(1)
    expect(ran.json.files[0].issues).toMatchObject([
      {
        code: 'duplicate-firm',
        details: {
          id: USCC,
          twin: OLD,
          other: oneFile ? 2 : null,
          fields: [{ was: '甲店', becomes: '乙店' }],
        },
      },
    ])
    expect(contentOf(here.db)).toBe(before)
    const zh = (await here.ssj('import', 'targets', file)).err
    const en = (await here.ssj('import', 'targets', file, '--lang', 'en')).err
    expect(zh).toContain(
      `与${oneFile ? `第 2 行的 ${OLD} ` : `名录库中的甲店（${OLD}）`}是同一户（注册号相同）`,
    )
    expect(en).toContain(
      `this is the same firm as ${oneFile ? OLD : `甲店 (${OLD})`} in ${oneFile ? 'row 2' : 'the registry'}`,
    )
    const kept = here.copy()
    await kept.done('import', 'targets', file, '--on-conflict', 'keep')
    expect(await listed(kept)).toEqual([[OLD, '甲店', '路1号']])
    await here.done('import', 'targets', file, '--on-conflict', 'newest')
    expect(await listed(here)).toEqual([[USCC, '乙店', '路1号']])
    await here.done('log', '--verify')
  })

  it('add tells it too', async () => {
    const here = await empty()
    await here.done('import', 'targets', targets(here, 'old.csv', `,${OLD},甲店,`))
    const set = ['--set', `统一社会信用代码=${USCC}`, '--set', `注册号=${OLD}`, '--set'] as const
    const ran = await here.ssj('add', 'targets', ...set, '名称=乙店', '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'invalid-value'])
    await here.done('add', 'targets', ...set, '名称=甲店')
    expect(await listed(here)).toEqual([[USCC, '甲店', '']])
  })
})

describe('a large change', () => {
  const rows = (from: number, to: number, department: string) =>
    Array.from({ length: to - from }, (_, i) => `R${from + i},示例${from + i},${department}`)
  const inspectors = (at: Office, name: string, lines: readonly string[]) =>
    at.file(name, ['人员编号,姓名,所属部门', ...lines].join('\n'))

  async function staffed(): Promise<Office> {
    const here = await empty()
    await here.done('import', 'departments', here.file('d.csv', '部门编码,部门名称\nA,甲局\nB,乙局\n'))
    await here.done(
      'import',
      'inspectors',
      inspectors(here, 'all.csv', [...rows(0, 30, 'A'), ...rows(30, 40, 'B')]),
    )
    return here
  }

  it('is refused without --yes, and names the part that shrinks', async () => {
    const here = await staffed()
    const fewer = inspectors(here, 'fewer.csv', [...rows(0, 30, 'A'), ...rows(34, 40, 'B')])
    const before = contentOf(here.db)
    const ran = await here.ssj('import', 'inspectors', fewer, '--replace', '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'large-removal'])
    expect(ran.json.error.details.parts).toEqual([
      { heading: '所属部门', value: 'B', before: 10, gone: 4, turns: null },
    ])
    expect((await here.ssj('import', 'inspectors', fewer, '--replace')).err).toContain(
      '所属部门“B” 10 条中有 4 条将停用（超过三成）',
    )
    expect((await here.ssj('import', 'inspectors', fewer, '--replace', '--lang', 'en')).err).toContain(
      '4 of 10 records with 所属部门 “B” (more than 30%)',
    )
    expect(contentOf(here.db)).toBe(before)
    const dry = await here.done('import', 'inspectors', fewer, '--replace', '--dry-run')
    expect(dry.files[0]).toMatchObject({ outcome: 'dry-run', retired: 4, largeChanges: [{ value: 'B' }] })
    expect((await here.done('import', 'inspectors', fewer, '--replace', '--yes')).files[0].retired).toBe(4)
  })

  it('begins above 30 %', async () => {
    const here = await staffed()
    const fewer = inspectors(here, 'fewer.csv', [...rows(9, 30, 'A'), ...rows(33, 40, 'B')])
    const { files } = await here.done('import', 'inspectors', fewer, '--replace')
    expect(files[0]).toMatchObject({ retired: 12, largeChanges: [] })
  })
})

describe('headings that --map settles', () => {
  const file = (at: Office) => at.file('odd.csv', `代码栏,户名\n${USCC},甲店\n`)
  const MAP = ['--map', '代码栏=uscc', '--map', '户名=名称'] as const

  it('are kept by --save-map in the entry of the import, for next time', async () => {
    const here = await empty()
    await here.done('import', 'targets', file(here), ...MAP, '--save-map', '某系统')
    const next = here.file('next.csv', `代码栏,户名\n${USCC},甲饭店\n`)
    const { files } = await here.done('import', 'targets', next, '--map', '某系统')
    expect(files[0]).toMatchObject({ outcome: 'written', changed: 1, mapUnused: [] })
    const { entries } = await here.done('log')
    expect(entries[0].rows.map((row: { table: string }) => row.table)).toEqual(['heading_map', 'target'])
    await here.done('log', '--verify')
  })

  it('are refused where there is no such field or no such name', async () => {
    const here = await empty()
    await here.done('import', 'targets', file(here), ...MAP, '--save-map', '某系统')
    const field = await here.ssj('import', 'targets', file(here), '--map', '户名=名秤', '--json')
    expect([field.code, field.json.error]).toMatchObject([
      2,
      { code: 'unknown-map-field', details: { nearest: '名称' } },
    ])
    const name = await here.ssj('import', 'targets', file(here), '--map', '某某系统', '--json')
    expect([name.code, name.json.error]).toMatchObject([
      2,
      { code: 'no-such-map', details: { nearest: '某系统' } },
    ])
    const alone = await here.ssj('import', 'targets', file(here), '--save-map', 'x', '--json')
    expect([alone.code, alone.json.error.code]).toEqual([2, 'missing-option'])
  })

  it('are told where the file does not have them', async () => {
    const here = await empty()
    const { files } = await here.done('import', 'targets', file(here), ...MAP, '--map', '电话栏=phone')
    expect(files[0].mapUnused).toEqual(['电话栏'])
  })
})

describe('several files in one call', () => {
  it('one that cannot be read does not hide what became of the others', async () => {
    const here = await empty()
    const good = targets(here, 'a.csv', `${USCC},,甲店,`)
    const bad = targets(here, 'b.csv', `${USCC.slice(0, 17)}X,,乙店,`)
    const none = here.file('c.csv', new Uint8Array([0, 1, 2, 0]))
    const ran = await here.ssj('import', 'targets', good, bad, none, '--json')
    expect(ran.code).toBe(2)
    expect(ran.json.files.map((one: { outcome: string }) => one.outcome)).toEqual([
      'written',
      'refused',
      'failed',
    ])
    expect(ran.json.files[2].error).toMatchObject({ code: 'invalid-file' })
    expect((await here.ssj('import', 'targets', good, bad)).code).toBe(1)
    const told = await here.ssj('import', 'targets', good, bad, none)
    expect(told.err).toContain('c.csv 未导入')
    expect(told.out).toContain('是同一文件，没有改动')
  })
})

describe('a code that has lost its digits', () => {
  it.each([
    ['911411027000000000', 'rounded-code'],
    ['9.11411E+17', 'code-as-exponent'],
  ])('%s: the targets of the same name are offered, never taken', async (code, kind) => {
    const here = await empty()
    await here.done('import', 'targets', targets(here, 'a.csv', '911411027000000449,,甲店,'))
    const cut = targets(here, 'cut.csv', `${code},,甲店,路9号`)
    const ran = await here.ssj('import', 'targets', cut, '--json')
    expect(ran.json.files[0]).toMatchObject({ outcome: 'refused', byKind: { [kind]: 1 } })
    expect(ran.json.files[0].issues[0].details.namesakes).toEqual(['911411027000000449'])
    expect((await here.ssj('import', 'targets', cut)).err).toContain(
      '名录库中名称为“甲店”的是 911411027000000449',
    )
    expect((await here.ssj('import', 'targets', cut, '--lang', 'en')).err).toContain(
      'in the registry, “甲店” is 911411027000000449',
    )
  })
})

describe('the same file again', () => {
  const once = async () => {
    const here = await empty()
    const file = targets(here, 'a.csv', `${USCC},,甲店,路1号`)
    await here.done('import', 'targets', file)
    return { here, file }
  }

  it('is known by its digest, and not read again', async () => {
    const { here, file } = await once()
    const { files } = await here.done('import', 'targets', file)
    expect(files[0]).toMatchObject({ outcome: 'nothing', sameAs: 1, read: 1, unchanged: 1 })
  })

  it.each([
    [
      'another file came between',
      async (here: Office) => {
        await here.done('import', 'targets', targets(here, 'b.csv', `${USCC},,甲店,路2号`))
      },
      [],
    ],
    [
      'a record was retired',
      async (here: Office) => {
        await here.done('retire', 'targets', USCC, '--reason', '注销')
      },
      [],
    ],
    [
      'a department it may refer to came',
      async (here: Office) => {
        await here.done('add', 'departments', '--set', '部门编码=A', '--set', '部门名称=甲局')
      },
      [],
    ],
    ['it is imported in another way', async () => {}, ['--map', '地址=phone']],
  ] as const)('is read again where %s', async (_, meanwhile, options) => {
    const { here, file } = await once()
    await meanwhile(here)
    const ran = await here.ssj('import', 'targets', file, '--json', ...options)
    expect(ran.json.files[0].sameAs).toBeNull()
  })
})

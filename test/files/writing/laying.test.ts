import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { whole } from '../../../src/core/pieces.ts'
import { LAYOUTS } from '../../../src/core/publication/lists/layouts.ts'
import { papersOf } from '../../../src/core/publication/papers/papers-of.ts'
import { inputFromTold, wishesFromTold } from '../../../src/core/publication/told/as-told.ts'
import { lawPartsOf } from '../../../src/core/publication/told/law-parts.ts'
import { LAYING, type ToldPapers } from '../../../src/core/publication/told/told-papers.ts'
import { writtenPapers } from '../../../src/files/writing/documents.ts'

const VECTORS = join(import.meta.dirname, '../../../fixtures/vectors-2')
const LIST = LAYOUTS.find(({ of, name }) => of === 'drawn' && name === 'standard')!

const folderOf = (vector: string) =>
  new Map(readdirSync(join(VECTORS, vector)).map(name => [name, readFileSync(join(VECTORS, vector, name))]))

const OFFICES: Readonly<Record<string, string>> = { 'LS-SCJG': '甲局', 'LS-WJT': '乙局', 'LS-NYNC': '丙局' }

/** What an office of nowhere tells of the draw of a vector. */
function toldOf(
  profile: 'public' | 'archive',
  ids: readonly string[],
  people: readonly string[],
): ToldPapers {
  return {
    laying: LAYING,
    profile,
    formats: ['csv', 'xlsx', 'html', 'docx'],
    encoding: 'utf-8',
    list: LIST,
    officers: { headings: ['检查人员单位'], rows: ids.map(() => ['甲局滨河所']) },
    showing: { officials: 'masked', personWords: ['自然人'] },
    facts: {
      number: '2026-0007' as never,
      attempt: 2,
      again: { draw: '2026-0003', reason: '程序有误', approver: '批准人甲' },
      void: { reason: '名录有误', approver: '批准人乙' },
      task: {
        ...{ id: 'V4', name: '示例任务', kind: '定向', scope: '餐饮服务单位', method: '现场检查' },
        ...{ from: '2026-03-01', to: '2026-11-30' },
      },
      items: [{ name: '事项一', content: '内容', basis: '《示例办法》第一条', methods: ['现场检查'] }],
      lead: '甲局',
      departments: ['甲局', '乙局'],
      frozen: { at: '2026-03-01T00:30:00Z', by: '操作人甲' },
      drawn: { at: '2026-03-02T13:15:00Z', by: '操作人乙' },
      offset: '+08:00',
      circumstances: { committed: 'before', machine: false, sealed: false, weak: null },
      witnesses: ['见证甲', '见证乙'],
      changes: { after: null, registries: [{ library: 'targets', written: 12, ended: 3 }] },
    },
    earlier: [{ draw: '2026-0003', attempt: 1, reason: '程序有误' }],
    year: [
      {
        ...{ number: '2026-0003' as never, task: '示例任务', attempt: 1, digest: '0'.repeat(64) as never },
        ...{ state: 'void', frozen: '2026-02-01', drawn: '2026-02-02', reason: '程序有误' },
      },
    ],
    common: [],
    departments: Object.entries(OFFICES).map(([id, name]) => ({ id, name })),
    items: [],
    targets: ids.map((id, i) => ({
      ...{ id, code: id, name: `示例${i}商贸有限公司`, address: '', authority: '某局', type: '企业' },
      ...{ station: '滨河所', representative: '', phone: '', departments: ['甲局'] },
    })),
    inspectors:
      profile === 'public'
        ? []
        : people.map((id, i) => ({
            ...{ id, name: `人员${i}`, certificate: `1411${i}`, department: '甲局', station: '滨河所' },
            leader: i % 3 === 0,
          })),
    timesBefore: [],
    contact: '甲局综合股',
  }
}

/**
 * What the papers are as bytes. A change of any layout or writer changes them: then {@link LAYING} goes up by one, so that
 * folders that were written before are told to be of another version and not to differ.
 */
test('papers are laid out as the number of their laying says', async () => {
  const digests: Record<string, string> = {}
  for (const [vector, profile] of [
    ['public', 'public'],
    ['medium', 'archive'],
  ] as const) {
    const law = lawPartsOf(folderOf(vector), null)!
    const small = { ...law, assignment: law.assignment.slice(0, 8) }
    const ids = law.selection.map(({ target }) => target)
    const people = [...new Set(small.assignment.map(({ inspector }) => inspector))]
    const told = toldOf(profile, ids, people)
    const input = inputFromTold(told, { ...small, changes: small.changes.slice(0, 3) })
    const encoded = new Map<string, Uint8Array>()
    for await (const { file, content } of writtenPapers(papersOf(input, wishesFromTold(told)), told))
      encoded.set(file, whole(content))
    const hash = createHash('sha256')
    for (const [name, content] of [...encoded].sort()) hash.update(`${name}\n`).update(content)
    digests[`${profile}, ${encoded.size} files`] = hash.digest('hex')
  }
  expect({ laying: LAYING, ...digests }).toMatchInlineSnapshot(`
    {
      "archive, 59 files": "c862129830e66db184ba8dc95a96094e706f597730d45affd5dd3ba87943c581",
      "laying": 6,
      "public, 19 files": "ead12f79d8f1f32ac8475b07701832c11465b61f97c8fc03f3ecd84cbe94490e",
    }
  `)
})

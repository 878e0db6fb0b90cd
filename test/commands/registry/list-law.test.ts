import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { csvOf, type Office, office } from '../../helpers/ssj.ts'

/** What people and exports put into cells, and what could be taken for a mark of a list, a pattern, a formula or an order. */
const ODD = [
  ...[
    '甲店',
    'ＡＢＣ饭店',
    'abc饭店',
    '=1+1',
    '-2',
    '@x',
    '+3',
    '"引" 号',
    "'单'",
    'a,b',
    'a，b',
    'x;y',
    '100%',
    'a_c',
    '*',
    '?',
  ],
  ...[
    '[a]',
    'c\\d',
    '𠮷野家',
    'é',
    'ﬁrm',
    'ß',
    'İ',
    '٣',
    '１０',
    '9',
    '10',
    '0009',
    'null',
    '#N',
    '🐼',
    'عربي',
    '  两 边  ',
  ],
]
const ROWS = ODD.map((text, i) => ({
  对象编号: `T${String((i * 7) % ODD.length).padStart(2, '0')}`,
  名称: `店${text.trim()}`,
  监管部门: 'JIA',
  法定代表人: ['王一', '李二', ''][i % 3]!,
  店招: i % 4 === 0 ? '' : ODD[(i * 5) % ODD.length]!.trim(),
}))
const FIELDS = { name: '名称', representative: '法定代表人', 店招: '店招' } as const
type Key = keyof typeof FIELDS
type Row = Readonly<Record<Key | 'id', string>>

let here: Office
/** The rows as the test wrote them, by id; what else a record says stands in `whole`. */
let rows: readonly Row[]
let whole: ReadonlyMap<string, string>
let lines: ReadonlyMap<string, string>

beforeAll(async () => {
  here = office()
  await here.done('init')
  await here.done('import', 'departments', here.file('d.csv', '编码,名称\nJIA,甲局\n'))
  const told = await here.ssj('import', 'targets', here.file('t.csv', csvOf(Object.keys(ROWS[0]!), ROWS)))
  expect([told.code, told.err]).toEqual([0, ''])
  rows = ROWS.map(row => ({
    id: row.对象编号,
    name: row.名称,
    representative: row.法定代表人,
    店招: row.店招,
  })).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect((await here.done('list', 'targets', '--columns', 'id,名称,法定代表人,店招')).records).toEqual(rows)
  const textIn = (value: unknown): string =>
    typeof value === 'object' && value !== null
      ? Object.values(value).map(textIn).join('\n')
      : String(value ?? '')
  whole = new Map((await here.done('list', 'targets')).records.map((one: Row) => [one.id, textIn(one)]))
  const csv = (await here.ssj('list', 'targets', '--format', 'csv', '--columns', 'id,名称,法定代表人,店招'))
    .out
  lines = new Map(
    csv
      .split('\r\n')
      .slice(1, -1)
      .map((line, i) => [rows[i]!.id, line]),
  )
})

interface Asked {
  readonly where: readonly { readonly key: Key; readonly not: boolean; readonly values: readonly string[] }[]
  readonly search: string | null
  readonly sort: { readonly key: Key | 'id'; readonly down: boolean } | null
  readonly limit: number | null
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** What a list is, in the fewest words: those that meet every condition and hold the text, in order, so many of them. */
function expected({ where, search, sort, limit }: Asked): readonly Row[] {
  const found = rows
    .filter(row => where.every(({ key, not, values }) => values.includes(row[key]) !== not))
    .filter(row => search === null || plain(whole.get(row.id)!).includes(plain(search.trim())))
  const { key = 'id', down = false } = sort ?? {}
  const ordered = found.toSorted((a, b) => {
    const [x, y] = [a[key], b[key]]
    if ((x === '') !== (y === '')) return x === '' ? 1 : -1
    const order = Buffer.compare(Buffer.from(x), Buffer.from(y))
    return (down ? -order : order) || (a.id < b.id ? -1 : 1)
  })
  return limit === null ? ordered : ordered.slice(0, limit)
}

// A condition parts its values by these marks and takes a last `*` for whatever follows, so that no such value can be asked for.
const askable = (key: Key) =>
  [...new Set(ROWS.map(row => row[FIELDS[key]]))].filter(
    text => text !== '' && !/[,，;；、|=!<>~"'\s*]/.test(text.normalize('NFKC')),
  )
const clause = fc.constantFrom<Key>('name', 'representative', '店招').chain(key =>
  fc.record({
    key: fc.constant(key),
    not: fc.boolean(),
    values: fc.uniqueArray(fc.constantFrom(...askable(key)), { minLength: 1, maxLength: 3 }),
  }),
)
const asked = fc.record({
  where: fc.uniqueArray(clause, { maxLength: 2, selector: ({ key }) => key }),
  search: fc.option(
    fc.oneof(
      fc.constantFrom(...ODD.filter(text => !text.startsWith('-'))),
      fc.constantFrom(...'店王ａb,，%_*?"\'=\\[', 't1', 'JIA', '不在其中'),
      fc.constantFrom(...ODD).map(text => [...text.trim()].slice(-1).join('')),
    ),
    { nil: null },
  ),
  sort: fc.option(
    fc.record({
      key: fc.constantFrom<Key | 'id'>('id', 'name', 'representative', '店招'),
      down: fc.boolean(),
    }),
    { nil: null },
  ),
  limit: fc.option(fc.nat(ROWS.length + 1), { nil: null }),
})

test('a list is a plain filter of the rows, in each format', async () => {
  await fc.assert(
    fc.asyncProperty(asked, fc.constantFrom('json', 'ndjson', 'csv', 'table'), async (one, format) => {
      const heading = (key: Key | 'id') => (key === 'id' ? 'id' : FIELDS[key])
      const words = [
        ...(one.where.length === 0
          ? []
          : [
              '--where',
              one.where
                .map(({ key, not, values }) => `${FIELDS[key]}${not ? '!=' : '='}${values.join(',')}`)
                .join(';'),
            ]),
        ...(one.search === null ? [] : [`--search=${one.search}`]),
        ...(one.sort === null ? [] : ['--sort', heading(one.sort.key) + (one.sort.down ? ':desc' : '')]),
        ...(one.limit === null ? [] : ['--limit', String(one.limit)]),
      ]
      const ran = await here.ssj(
        'list',
        'targets',
        '--columns',
        'id,名称,法定代表人,店招',
        '--format',
        format,
        ...words,
      )
      expect([ran.code, ran.err]).toEqual([0, ''])
      const wanted = expected(one)
      if (format === 'json') expect(JSON.parse(ran.out).records).toEqual(wanted)
      else if (format === 'ndjson')
        expect(
          ran.out
            .split('\n')
            .slice(0, -1)
            .map(line => JSON.parse(line)),
        ).toEqual(wanted)
      else if (format === 'csv')
        expect(ran.out.split('\r\n').slice(1, -1)).toEqual(wanted.map(({ id }) => lines.get(id)))
      else
        expect(
          ran.out
            .split('\n')
            .map(line => /^T\d\d(?= )/.exec(line)?.[0])
            .filter(id => id !== undefined),
        ).toEqual(wanted.map(({ id }) => id))
    }),
    { numRuns: 60 },
  )
})

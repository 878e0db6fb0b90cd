import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { documentXlsx } from '../../../src/files/writing/document-xlsx.ts'

test('codes of one cell stand a line each, and the row is as high as its lines', async () => {
  const data = { headings: ['执法证号', '名称'], rows: [['14110200063、14110200010、14110200054', '甲、乙']] }
  const book = await documentXlsx({
    ...{ file: '表', title: '表', subtitle: '', blocks: [], wide: false, kind: 'list' },
    data,
  } as unknown as Parameters<typeof documentXlsx>[0])
  const parts = Object.entries(unzipSync(book)).map(([name, bytes]) => [name, strFromU8(bytes)] as const)
  const text = parts.map(([, part]) => part).join('')
  expect(text.replaceAll('&#10;', '\n')).toContain('14110200063、\n14110200010、\n14110200054')
  expect(text).toContain('甲、乙')
  expect(text).toContain(`ht="${3 * 15.5 + 4}"`)
})

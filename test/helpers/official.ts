import type { Document } from '../../src/core/publication/document.ts'

const SENTENCE =
  '为规范市场监管执法，按照“双随机、一公开”监管的要求，现将本次抽查的有关事项公告如下（第一次），请各有关单位予以配合；对不配合检查的，依法处理。'

/** A notice of several pages: text, facts, a table that goes over pages, text again, who signs. */
export const NOTICE: Document = {
  file: '公告',
  title: '示例区市场监督管理局\n“双随机、一公开”抽查任务公告',
  subtitle: '抽查任务编号：2026-0001',
  data: null,
  notice: true,
  wide: false,
  blocks: [
    { kind: 'address', text: '各有关单位：' },
    { kind: 'text', text: SENTENCE.repeat(5) },
    { kind: 'heading', text: '一、抽查名单' },
    { kind: 'facts', pairs: 1, facts: [{ label: '承诺摘要（SHA-256）', value: 'c7'.repeat(32) }] },
    { kind: 'table', headings: ['序号', '名称', '住所'], rows: Array.from({ length: 60 }, rowOf) },
    { kind: 'text', text: SENTENCE.repeat(16) },
    { kind: 'signature', lines: ['示例区市场监督管理局', '2026年11月27日'] },
  ],
}

function rowOf(_: unknown, i: number): string[] {
  return [String(i + 1), `示例区第${i}号商店有限公司`, '示例区示例街道一百二十三号']
}

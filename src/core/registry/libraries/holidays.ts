import type { Library } from './field.ts'

/** 节假日表: which days of a year are off although nobody would think so, or worked (调休). A table of before has none. */
export const holidays = {
  name: 'holidays',
  table: 'holiday',
  id: ['first'],
  idRule: 'all',
  extras: false,
  fields: [
    {
      name: 'first',
      headings: ['日期', '开始日期', '起始日期', '自'],
      type: 'date',
      needed: true,
      column: true,
    },
    { name: 'last', headings: ['截止日期', '结束日期', '至'], type: 'date' },
    {
      name: 'kind',
      headings: ['类型', '放假或上班', '安排'],
      type: {
        choices: [
          ['放假', '休', '休息', '节假日', '放假调休', '休假'],
          ['上班', '班', '工作日', '补班', '调休上班', '调休'],
        ],
      },
      needed: true,
      column: true,
    },
    {
      name: 'holiday',
      headings: ['节日', '节日名称', '节假日名称'],
      type: 'text',
      needed: true,
      column: true,
    },
    { name: 'source', headings: ['来源', '依据', '文号', '文件'], type: 'text', needed: true, column: true },
  ],
} as const satisfies Library

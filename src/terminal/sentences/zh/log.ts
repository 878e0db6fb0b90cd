import { zoneZh } from '../../../core/publication/chinese-time.ts'
import type { LogSentences } from '../topics/log.ts'

export const logZh: LogSentences = {
  words: {
    entry: (number, digest) => `台账第 ${number} 条，摘要 ${digest}`,
    columns: {
      entry: '条目',
      at: offset => `时间（${zoneZh(offset)}）`,
      actor: '操作人',
      action: '操作',
      rows: '写入/停用',
      digest: '摘要',
    },
    holds: entries => `台账 ${entries} 条，逐条核对无误`,
    broken: (entry, what) => `台账第 ${entry} 条对不上：${what}`,
    misbuilt: what => `各条摘要无误，但数据库的结构不是 ssj 建立的样子：${what}`,
    problems: {
      chain: '前后摘要不衔接',
      digest: '条目内容与摘要不符',
      rows: table => `表 ${table} 的内容与条目摘要不符`,
      seal: '条目没有封记',
      time: '时间早于前一条，台账中也没有时钟有误的登记',
      orphan: table => `表 ${table} 中有不属于任何条目的内容`,
      schema: {
        missing: object => `缺少 ${object}`,
        changed: object => `${object} 被改过`,
        strange: object => `多出 ${object}`,
      },
      integrity: message => `索引或数据页已损坏（SQLite：${message}）`,
    },
  },
  help: {
    log: '显示台账',
    verify: '核对台账的全部摘要',
  },
}

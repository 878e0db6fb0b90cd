import { escapeControls } from '../../../core/escape-controls.ts'
import type { LayoutProblem } from '../../../core/publication/lists/layout.ts'
import type { Message } from '../topics/message.ts'
import type { PublishSentences } from '../topics/publish.ts'
import { listed, orLike, privateKinds } from './phrases.ts'

export const publishZh: PublishSentences = {
  reasons: {
    'unknown-layout': ({ name, nearest, known }) => [
      `没有版式“${name}”，也没有这个文件${orLike(nearest)}`,
      `版式有：${listed(known)}`,
    ],
    'invalid-layout': ({ path, problem }) => layoutProblem(path, problem),
    'list-not-published': ({ task }) => [`任务“${task}”规定不公示名单`, '用 --profile archive 导出内部存档'],
    'gives-away-sealed': ({ draw, sealed }) => [
      `抽取 ${draw} 现在不能公开：它的抽样框已排除 ${listed(sealed)}（仍在封存）抽中的检查对象，公开就等于泄露其名单`,
      `检查结束后先用 ssj draw reveal ${sealed[0]} 开封；在此之前可用 --profile archive 导出存档`,
    ],
    'private-data-published': ({ draw, file, kind, text }) => [
      `抽取 ${draw} 不能公开：${file} 中有${privateKinds[kind]}（${text}），改动后无法核对`,
      '在名录库中更正后用 --again 重新冻结，或用 --profile archive 导出存档',
    ],
  },
  words: {
    writing: '生成文书',
    publishedResults: (folder, results, firms, { reviewed, over, withheld }) => [
      `已写入 ${folder}：${firms} 户，已公示结果 ${results} 项`,
      ...(reviewed === 0 ? [] : [`  已审核待公示 ${reviewed} 项不在其中：ssj results publish`]),
      ...(over === 0 ? [] : [`  公示期满 ${over} 项不在其中：ssj results takedown`]),
      ...(withheld === 0
        ? []
        : [`  按规则不公示的个案结果 ${withheld} 项不在其中（cases-published、cases-withheld）`]),
    ],
    published: (path, rows, layout) => `已写入 ${path}（${rows} 行，版式 ${escapeControls(layout)}）`,
    exported: (path, files, sums) =>
      `已写入 ${path}（${files} 个文件）；核对：ssj verify ${path}；不用 ssj 的办法见 ${sums}/核对说明.txt`,
    zipped: (path, files) => `已写入 ${path}（${files} 个文件）；核对：ssj verify ${path}`,
  },
  help: {
    export: '导出一次抽取的结果文件夹',
    exportTo: '写入的文件夹',
    profile: 'public 公示（默认）或 archive 存档',
    zip: '写成一个压缩包，--to 是文件名',
    format: '格式，可多个：csv、xlsx、html、docx、official（公文格式 DOCX，GB/T 9704）、ofd（默认 csv,html）',
    layout: '名单版式的名称，或版式文件',
    officers: '公示名单中的检查人员：none 不写（默认）、unit 单位、masked 姓名打码、full 姓名和证号',
    publish: '写出可公布的抽查事项清单（items）或年度抽查计划（plan）',
    publishTo: '写入的文件，格式看后缀：.csv、.xlsx、.html',
    publishLayout: '版式名称，或自备的版式文件',
    year: '只要这一年的计划任务',
    draw: '只要这一次抽取的结果',
    department: '只要这个部门的结果',
    since: '只要这一天起公示或更正的结果',
    until: '只要到这一天止公示或更正的结果',
  },
}

function layoutProblem(path: string, problem: LayoutProblem): Message {
  switch (problem.kind) {
    case 'not-a-layout':
      return [
        `版式文件“${path}”的内容不对`,
        '应为 {"name":"名称","columns":[{"heading":"表头","field":"字段"}]}',
      ]
    case 'heading':
      return [`版式文件“${path}”第 ${problem.column} 列没有写表头（heading）或字段（field）`]
    case 'field':
      return [
        `版式文件“${path}”中没有字段“${problem.field}”，最接近的是“${problem.nearest}”`,
        `字段有：${listed(problem.known)}`,
      ]
    default:
      return problem satisfies never
  }
}

import type { LayoutProblem } from '../../core/publication/lists/layout.ts'
import type { ZipProblem } from '../../core/zip/zip-problem.ts'
import type { ReasonSentences, Told } from '../sentence.ts'
import { inert } from '../table.ts'

const reasons: Pick<
  ReasonSentences,
  | 'draw-not-sealed'
  | 'already-revealed'
  | 'draw-sealed'
  | 'task-not-sealed'
  | 'unknown-layout'
  | 'invalid-layout'
  | 'invalid-zip'
  | 'private-data-in-reason'
  | 'identity-number-published'
> = {
  'draw-not-sealed': ({ draw }) => [
    `抽取 ${draw} 没有封存的随机源，无需开封`,
    '封存须在冻结时用 ssj draw freeze --sealed',
  ],
  'already-revealed': ({ draw, entry }) => [
    `抽取 ${draw} 的封存值已经公开（台账第 ${entry} 条）`,
    '用 ssj export 导出完整结果',
  ],
  'draw-sealed': ({ draw }) => [`抽取 ${draw} 仍在封存，不能出具证明`, '检查结束后先用 ssj draw reveal'],
  'task-not-sealed': ({ task, draw }) => [
    `任务“${task}”已冻结为 ${draw}，当时没有封存`,
    '重新冻结并封存须加 --again --reason 理由 --approver 批准人 --sealed',
  ],
  'unknown-layout': ({ name, nearest, known }) => [
    `没有版式“${name}”，也没有这个文件${nearest === null ? '' : `，最接近的是“${nearest}”`}`,
    `版式有：${known.join('、')}`,
  ],
  'invalid-layout': ({ path, problem }) => layoutProblem(path, problem),
  'invalid-zip': ({ path, problem }) => [`不能读取“${path}”：${zipProblems[problem.kind](problem.name)}`],
  'private-data-in-reason': ({ option, text }) => [
    `${option} 里有手机号码或身份证号码，不能公布：“${text}”`,
    '理由会随结果公布，请去掉号码再写',
  ],
  'identity-number-published': ({ draw, number }) => [
    `不能公开抽取 ${draw}：名录中有检查对象以居民身份证号 ${number} 为编号`,
    '在名录库中改用对象编号后重新冻结；内部存档用 --profile archive',
  ],
}

const zipProblems: { readonly [K in ZipProblem['kind']]: (name: string) => string } = {
  damaged: name => `不是压缩包，或已损坏${name === '' ? '' : `（${name}）`}`,
  absolute: name => `压缩包中的“${name}”写的是绝对路径`,
  climbs: name => `压缩包中的“${name}”指向文件夹之外`,
  'strange-name': name => `压缩包中的文件名“${name}”不合规`,
  link: name => `压缩包中的“${name}”是链接`,
  encrypted: name => `压缩包中的“${name}”加了密`,
  method: name => `压缩包中的“${name}”的压缩方法不认识`,
  double: name => `压缩包中“${name}”出现两次`,
  'too-large': bytes => `展开后有 ${bytes} 字节，超出一次抽取应有的大小`,
  'too-many': count => `压缩包中有 ${count} 个文件，超出一次抽取应有的数量`,
}

function layoutProblem(path: string, problem: LayoutProblem): Told {
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
        `字段有：${problem.known.join('、')}`,
      ]
    default:
      return problem satisfies never
  }
}

/** 公开一侧的用语：封存、名单和文书、存档。 */
export const publicSide = {
  reasons,
  help: {
    sealed: '另加一个封存的随机源：其值由本机产生并保存，检查结束前不公开',
    reveal: '检查结束后公开封存的值，此后任何人都能重新计算',
    witness: '见证人，可多次',
    encodingOut: '供人查看的 CSV 的编码：utf-8（默认）或 gb18030',
    format: '格式，可多个：csv、xlsx、html、docx（默认 csv,html）',
    publish: '写出可公布的抽查事项清单（items）或年度抽查计划（plan）',
    publishTo: '写入的文件，格式看后缀：.csv、.xlsx、.html',
    publishLayout: '版式名称，或自备的版式文件',
    year: '只要这一年的计划任务',
    zip: '写成一个压缩包，--to 是文件名',
    layout: '名单版式的名称，或版式文件',
    officers: '公示名单中的检查人员：none 不写（默认）、unit 单位、masked 姓名打码、full 姓名和证号',
  },
  said: {
    writing: '生成文书',
    published: (path: string, rows: number, layout: string) =>
      `已写入 ${path}（${rows} 行，版式 ${inert(layout)}）`,
    zipped: (path: string, files: number) => `已写入 ${path}（${files} 个文件）；核对：ssj verify ${path}`,
    witnesses: (names: string) => `见证人：${names}`,
    asAnnounced: (path: string) => `  与事先公布的 ${path} 逐字节相同`,
    committed: {
      announced: (path: string) => `已承诺，尚未抽取：${path}`,
      sealed: (path: string) => `已承诺并抽取，封存中：${path}`,
    },
    committedSizes: (targets: number, take: number, reserve: number) =>
      `  抽样框 ${targets} 户，拟抽取 ${take} 户，替补 ${reserve} 户`,
    committedSources: (sources: string) => `  随机源：${sources}`,
  },
  sealed: {
    kept: (draw: string) => `封存的随机源已自动使用，其值不公开；检查结束后用 ssj draw reveal ${draw}`,
    exported: (draw: string) =>
      `抽取 ${draw} 仍在封存：只有摘要和公告，没有种子、名单和抽样框；检查结束后用 ssj draw reveal ${draw}`,
    revealed: (draw: string) => `抽取 ${draw} 的封存值已公开，此后导出完整结果`,
    still: (source: string) => `封存中：${source}`,
    open: (entry: number) => `封存值已公开（台账第 ${entry} 条）`,
  },
}

import type { CHECKS, Check } from '../../../core/exchange/checks.ts'
import { CODE_HEADINGS, type CodeFlaw } from '../../../core/exchange/code-table.ts'
import type { ListVerdict } from '../../../core/exchange/list-verdict.ts'
import type { LayoutFlaw } from '../../../core/exchange/read-layout.ts'
import { jsonState } from '../disk/disk-zh.ts'
import type { ExchangeSentences } from '../topics/exchange.ts'
import { LIBRARIES, listed, orLike } from '../zh/phrases.ts'

const CHECK: Readonly<Record<keyof typeof CHECKS, string>> = {
  digits: '只能是数字',
  uscc: '应为校验正确的统一社会信用代码',
  'firm-number': '应为校验正确的统一社会信用代码或注册号',
  'implementation-code': '前 18 位应为实施机构的统一社会信用代码，第 19 位应为 1 至 5',
  region: '应为 6 位行政区划代码',
  two: '至少应有两个值，逗号分开',
}

/** 对接。 */
export const exchangeZh: ExchangeSentences = {
  reasons: {
    'unknown-exchange-layout': ({ name, nearest, known }) => [
      `没有对接格式“${name}”，也没有这个文件${orLike(nearest)}`,
      `随程序的对接格式有：${listed(known)}；也可以写自己的格式文件（docs/exchange.md）`,
    ],
    'invalid-exchange-layout': ({ path, flaw }) => [
      flaw.problem.kind === 'not-json'
        ? `对接格式 ${path} 不能读：${jsonState(flaw.problem.at)}`
        : `对接格式 ${path} 的 ${flaw.place} 不对${flaw.found === '' ? '' : `（“${flaw.found.slice(0, 80)}”）`}：${layoutFlaw(flaw)}`,
    ],
    'invalid-code-table': ({ path, flaw }) => [
      `代码对照表 ${path} 第 ${flaw.row} 行“${flaw.heading}”${flaw.found === '' ? '' : `（“${flaw.found}”）`}：${codeFlaw(flaw)}`,
      `对照表的表头：${Object.values(CODE_HEADINGS)
        .map(([zh]) => zh)
        .join(',')}`,
    ],
    'no-code-table': ({ layout, table }) => [
      `对接格式“${layout}”要用代码对照表“${table}”，没有找到 ${table}.csv`,
      '放在格式文件旁边，或用 --codes 指出所在文件夹',
    ],
    'layout-not-readable': ({ layout }) => [
      `对接格式“${layout}”没有可取入的列：它只用于送出和比对`,
      '要取入的列在格式文件里写明“读入”（read）',
    ],
    'layout-without-key': ({ layout }) => [
      `对接格式“${layout}”没有写明按哪几列认定是同一条（key），不能比对`,
    ],
    'file-not-of-layout': ({ path, layout, expected }) => [
      `${path} 里没有找到对接格式“${layout}”的表头`,
      `至少应有：${listed(expected)}`,
    ],
    'no-list-in-folder': ({ path, why, file }) => [
      `${path} 里没有可以照办的名单：${NO_LIST[why] ?? why}${file === '' ? '' : `（${file}）`}`,
      '用 ssj verify 看它的结论；向抽取机关要一份完整的文件夹',
    ],
    'marked-before-taken': ({ heading, targets }) => [
      `名单还没有取入过，名录库里已有 ${targets.length} 个检查对象标了“${heading}”：${listed(targets.slice(0, 5))}`,
      '先把这个标记改成别的（如“撤”），再取入名单；标记只能由 exchange take 打上',
    ],
    'layout-needs-draw': ({ layout }) => [`对接格式“${layout}”按抽取送出，请写明抽取编号`],
    'nothing-to-send': ({ layout }) => [`没有可按“${layout}”送出的内容`],
  },
  words: {
    columns: { layout: '格式', system: '对方系统', of: '内容', columns: '列数', tables: '待填的代码表' },
    subject: of => SUBJECT[of] ?? LIBRARIES[of as keyof typeof LIBRARIES],
    reason: '对方会拒收的原因',
    sent: (file, rows, system) => `已写出 ${file}：${rows} 行，供 ${system} 导入`,
    refused: (rows, faults) => `${rows} 行对方会拒收，未写入（共 ${faults} 处）：`,
    ofRecord: id => `（我方 ${id}）`,
    problems: {
      must: () => '必填，这里没有',
      'too-long': ({ limit, found }) => `最长 ${limit} 个字符，现为 ${found} 个`,
      'not-exact': ({ length, found }) => `应为 ${length} 个字符，现为 ${found} 个`,
      check: ({ check }) => CHECK[check as Check],
      'not-a-day': () => '应为一个日期',
      'no-code': ({ table, ours, filled }) =>
        `代码对照表“${table}”里没有“${ours}”的代码${filled === 0 ? '（此表还是空的，向本省索取后填入）' : ''}：在 ${table}.csv 里加一行`,
      before: ({ heading, day }) => `不能早于“${heading}”（${day}）`,
      formula: () => '开头的符号会被电子表格当作公式，请去掉',
      'holds-mark': ({ mark }) => `有多个值，其中一个含分隔符“${mark}”，对方分不开`,
      repeated: ({ row, key }) => `与第 ${row} 行的“${key}”相同，对方只认一条`,
      'unknown-visit': ({ key }) => `本机关没有这次检查（${key}）：抽取里没有，或已替换、作废`,
      'two-codes': ({ row, code }) => `同一次检查在第 ${row} 行是另一个码“${code}”，只能有一个`,
    },
    compared: ({ ours, theirs, same, ...kinds }, system) => [
      `与 ${system} 比对：我方 ${ours} 条，对方 ${theirs} 条，${same} 条一致`,
      `  只有我方有 ${kinds['only-ours']}，只有对方有 ${kinds['only-theirs']}，内容不同 ${kinds.different}，编号重复 ${kinds.repeated}；没有改动任何数据`,
    ],
    reportWritten: file => `差异报告已写入 ${file}`,
    reportTitle: system => `与${system}的差异报告`,
    reportHeadings: ['情况', '编号', '字段', '我方', '对方', '我方位置', '对方位置', '处理'],
    differenceLine: ([kind, key, field, ours, theirs, , place, todo]) =>
      `${kind} ${key}${field === '' ? '' : `：${field} 我方“${ours}”，对方“${theirs}”`}${place === '' ? '' : `（${place}）`} — ${todo}`,
    kinds: {
      'only-ours': '只有我方有',
      'only-theirs': '只有对方有',
      different: '内容不同',
      repeated: '编号重复',
    },
    row: row => `第 ${row} 行`,
    sendIt: layout => `核对编号；对方应有而没有的，用 ssj exchange out ${layout} 送出`,
    takeIt: (layout, file) => `核实后用 ssj exchange in ${layout} ${file} 取入（先加 --dry-run）`,
    enterIt: '核实后在我方录入；此格式不取入',
    decide: (layout, file, taken) =>
      `查明以谁为准：以我方为准用 ssj exchange out ${layout} 重报${taken ? `，以对方为准用 ssj exchange in ${layout} ${file}` : '；以对方为准的在我方更正'}`,
    unite: side =>
      `${side === 'both' ? '双方各' : side === 'ours' ? '我方' : '对方'}有几条同一编号：先查明是哪一条，再比对`,
    layoutHolds: (path, columns, system) => `对接格式 ${path} 无误：${system}，${columns} 列`,
    source: (source, day) => `来源：${source}${day === '' ? '' : `（${day}）`}`,
    emptyTable: (table, path) => `代码对照表“${table}”是空的，待填：${path}`,
    filledTable: (table, count, path) => `代码对照表“${table}”${count} 个代码：${path}`,
    listTaken: (condition, commitment) =>
      `ssj: 在计划中写明：检查对象条件 ${condition}，抽查比例 100%，替补 0，名单抽取机关（谁抽的），${commitment === null ? '有抽取承诺的写名单凭证' : `名单凭证 ${commitment}`}`,
    listChecked: (list, verdict) => {
      switch (verdict.kind) {
        case 'none-given':
          return `名单不符：这个文件夹没有说名单是上级抽取派发的，与 ${list} 无从核对`
        case 'no-list':
          return `名单不符：${list} 里没有可以照办的名单：${NO_LIST[verdict.why]}${verdict.file === '' ? '' : `（${verdict.file}）`}`
        case 'other-proof':
          return `名单不符：${list} 的承诺是 ${verdict.found}，这个文件夹写的名单凭证是 ${verdict.said || '未附'}`
        case 'other-file':
          return `名单不符：${list} 的 SHA-256 是 ${verdict.found}，检查对象条件里的摘要是 ${verdict.said || '（没有）'}`
        case 'same-file':
          return `名单就是这一份：${list} 的 SHA-256 与检查对象条件一致；其表头不认识，逐户请自行核对`
        case 'compared':
          return comparedList(list, verdict)
        default:
          return verdict satisfies never
      }
    },
    codesTaken: (file, counts, { visits, without, dryRun }) =>
      `${dryRun ? '试取入' : '已取入'} ${file} 的检查任务码：新增 ${counts.new}，改动 ${counts.changed}，相同 ${counts.same}；共 ${visits} 次检查，${without} 次还没有码${dryRun ? '；没有改动任何数据' : ''}`,
    codeChanged: (visit, before, code) => `${visit}：“${before}”改为“${code}”（原码留在台账）`,
    codesRefused: (file, faults) => `${file} 有 ${faults} 处不对，一个码也没有取入：`,
    codesSkipped: faults => `另有 ${faults} 处不对，未取入：`,
    copied: (layout, folder) =>
      `对接格式“${layout}”及其代码对照表已写入 ${folder}，改好后用文件路径代替格式名`,
  },
  help: {
    exchange: '与其他系统对接：按对方的格式送出、取入、比对',
    list: '列出随程序的对接格式',
    check: '检查一个对接格式文件及其代码对照表',
    copy: '把一个对接格式及其代码对照表写入文件夹，供修改',
    out: '按对方格式送出，逐行说明对方会拒收什么',
    in: '按对方格式取入：表头、代码、编号换成我方的，再按 import 的规则读入',
    take: '取入上级抽取派发的名单：在名录库里标出该任务的检查对象',
    task: '派发的任务编号',
    folder: '上级也用本程序抽取的：其抽取文件夹或 zip；先按规则重算，一致才取入',
    diff: '我方与对方逐条比对，说明怎么处理；不改动任何数据',
    codes: '代码对照表所在文件夹',
    to: '写入的文件，*.csv 或 *.xlsx',
    copyTo: '写入的文件夹',
    reportTo: '差异报告写入的文件，*.csv 或 *.html',
    batch: '当日第几批（批次号）',
    rejects: '对方会拒收的行连同原因写入此文件',
    where: '只送出符合条件的记录',
    department: '只送出这个部门的',
    state: '只送出这个状态的检查结果',
  },
}

function comparedList(
  list: string,
  { common, strange, absent, whole }: Extract<ListVerdict, { kind: 'compared' }>,
): string {
  const some = (targets: readonly string[]) =>
    `${targets.length} 个（${listed(targets.slice(0, 5))}${targets.length > 5 ? '……' : ''}）`
  const isLess = absent.length > 0
  if (strange.length === 0 && !(whole && isLess))
    return `名单一致：这次抽取的 ${common} 个检查对象都在 ${list} 上${isLess ? `；名单上另有 ${some(absent)}不在这次抽取里：属别的县区，还是被略去，请核对` : '，一个不少'}`
  return `名单不符：与 ${list} 相比${strange.length === 0 ? '' : `多了 ${some(strange)}`}${strange.length > 0 && isLess ? '，' : ''}${isLess ? `少了 ${some(absent)}` : ''}`
}

const NO_LIST: Readonly<Record<string, string>> = {
  differs: '与抽取规则不一致',
  'not-drawn': '只有承诺，还没有抽取',
  'no-teams': '种子组不成检查组，没有抽出名单',
  void: '这次抽取已作废',
}

const SUBJECT: Readonly<Record<string, string>> = { assignments: '派遣（谁查谁）', notices: '检查通知' }

function layoutFlaw({ problem }: LayoutFlaw): string {
  switch (problem.kind) {
    case 'not-json':
      return jsonState(problem.at)
    case 'missing':
      return '必须填写'
    case 'unknown-key':
      return `没有这一项${orLike(problem.nearest)}`
    case 'not-one-of':
      return `应为：${listed(problem.known)}`
    case 'not-text':
      return '应为文字'
    case 'not-a-day':
      return '应为日期，如 2026-11-26'
    case 'not-a-count':
      return '应为大于零的整数'
    case 'not-yes-or-no':
      return '应为 true 或 false（表格里写“是”或“否”）'
    case 'not-a-list':
      return '应为列表'
    case 'unknown-path':
      return `没有这个字段${orLike(problem.nearest)}`
    case 'unknown-heading':
      return '各列里没有这个表头'
    case 'twice':
      return `已用于“${problem.other}”列`
    default:
      return problem satisfies never
  }
}

function codeFlaw({ problem, other }: CodeFlaw): string {
  const texts = {
    'no-heading': '缺少此表头',
    empty: '必须填写：每个代码都要有来源和日期',
    'not-a-day': '应为日期，如 2026-11-26',
    'two-codes': `同一个我方值在第 ${other} 行是另一个代码`,
  } as const
  return texts[problem]
}

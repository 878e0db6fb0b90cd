import type { EngineReasons } from '../../../core/engine/reasons.ts'
import { CERTIFICATE_CURES, CERTIFICATE_PROBLEMS, FILE_CURES, FILE_PROBLEMS } from '../engines/problems-zh.ts'
import { otherValueZh, trapZh } from '../engines/unfit-zh.ts'
import type { EngineSentences } from '../topics/engine.ts'
import { listed, orLike } from './phrases.ts'

export const engineZh: EngineSentences = {
  reasons: {
    'unknown-engine': ({ name, nearest }) => [
      `没有名为“${name}”的外部数据库${orLike(nearest)}`,
      '用 ssj engine list 查看全部外部数据库，用 ssj engine add 登记',
    ],
    'engine-exists': ({ name }) => [`外部数据库“${name}”已登记`, '另取一个名称，或先 ssj engine remove'],
    'engine-has-draws': ({ name, draws }) => [
      `不能删除外部数据库“${name}”：${listed(draws)} 的抽样框快照在其中`,
      '没有它，这些抽取不能再导出、复核',
    ],
    'engine-name': ({ name }) => [
      `“${name}”不能作外部数据库名称`,
      '名称由文字、数字、_、- 组成，最多 40 个字',
    ],
    'engine-url': ({ url, problem }) => [
      `外部数据库地址“${url}”${URL_PROBLEMS[problem]}`,
      problem === 'password'
        ? '去掉地址中的密码，用 --password env:变量名 或 --password file:文件 说明密码在哪里'
        : '例：postgres://用户@主机:5432/库、clickhouse://主机1,主机2/库?cluster=名称、mysql://用户@主机/库、duckdb:文件',
    ],
    'engine-kind': ({ engine, kind, other }) => [
      `外部数据库“${engine}”是 ${kind}，不能改成 ${other}`,
      '另一种数据库用 ssj engine add 另外登记',
    ],
    'engine-url-option': ({ option, allowed }) => [
      `外部数据库地址的选项“${option}”不认识，或没有这样的值`,
      `可以写的选项：${allowed.join('、')}`,
    ],
    'engine-file': ({ engine, file }) => [
      `外部数据库“${engine}”的文件“${file}”不存在`,
      'duckdb: 后写已有的文件，从运行命令的文件夹算起；或写全路径',
    ],
    'engine-file-open': ({ engine, file, problem, message }) => [
      `外部数据库“${engine}”的文件“${file}”${FILE_PROBLEMS[problem]}：${message}`,
      FILE_CURES[problem],
    ],
    'targets-elsewhere': ({ engines }) => [
      `本库没有检查对象：它们在外部数据库${listed(engines)}中，模拟只用本库的检查对象`,
      '可以直接在外部数据库上冻结：会说明抽样框、数量和排除，种子公布前可用 ssj draw void 作废；或导入一部分检查对象来模拟',
    ],
    'engine-registry': ({ text }) => [
      `“${text}”既不是表名，也不是一条 select`,
      '--registry 后写表名，或一条不带分号的 select',
    ],
    'engine-column': ({ pair, problem }) => [
      problem === 'twice' ? `--column“${pair}”：这个字段已有一列` : `--column“${pair}”应为 字段=列名`,
      '例：--column 名称=firm_name',
    ],
    'engine-without-id': ({ fields }) => [
      '没有一列能作检查对象的编号',
      `用 --column 指明${listed(fields)}中的至少一个`,
    ],
    'engine-password': ({ engine, from, problem }) => [
      `不能取得外部数据库“${engine}”的密码（${from}）：${PASSWORD_PROBLEMS[problem]}`,
      problem === 'seen-by-others'
        ? `chmod 600 ${from.slice('file:'.length)}`
        : '密码写作 env:变量名 或 file:文件',
    ],
    'engine-ca': ({ engine, file, problem }) => [
      problem === 'no-file'
        ? `外部数据库“${engine}”的证书文件“${file}”不存在`
        : `外部数据库“${engine}”的文件“${file}”中没有证书`,
      'ca=文件：PEM 格式的证书，从运行命令的文件夹算起；或写全路径',
    ],
    'engine-certificate': ({ engine, problem, message }) => [
      `${CERTIFICATE_PROBLEMS[problem](engine)}：${message}`,
      CERTIFICATE_CURES[problem],
    ],
    'engine-of-dialect': ({ dialect, engines }) => [
      engines.length === 0
        ? `没有登记为 sql:${dialect} 的外部数据库`
        : `登记为 sql:${dialect} 的外部数据库不止一个：${listed(engines)}`,
      engines.length === 0
        ? `先 ssj engine add 名称 sql:${dialect} --registry … --column …`
        : '用 --engine 指明一个',
    ],
    'driver-missing': ({ engine, driver, command }) => [
      `外部数据库“${engine}”需要驱动 ${driver}，没有安装`,
      `在 ssj 所在目录运行 ${command}；ssj 用 npm install -g 安装的，加 -g`,
    ],
    'engine-unanswered': ({ engine, dialect, statements }) => [
      `外部数据库“${engine}”（sql:${dialect}）没有驱动，ssj 不能直接询问：有 ${statements.length} 条语句待执行`,
      `冻结、抽取：ssj engine sql 任务 --dialect ${dialect} > ask.sql，执行后用 --results 文件 交回；证明、导出、复算：设 SSJ_ENGINE_RESULTS=文件，语句由标准输出给出`,
    ],
    'engine-answer': ({ file, row, place, statement, problem, expected, found }) => [
      `${file} 第 ${row} 行${place === null ? '' : `第 ${place} 列`}：${ANSWER_PROBLEMS[problem](statement, expected, found)}`,
      problem === 'mangled'
        ? '执行时不要让客户端加引号、边框，或把制表符换成别的字符'
        : problem === 'encoding'
          ? '让客户端以 UTF-8 输出（chcp 65001）'
          : `删去以 ${statement} 开头的行，重新执行这条语句，把输出的全部行加到文件中`,
    ],
    'engine-answer-line': ({ file, row, place, statement, expected, found }) => [
      `${file} 第 ${row} 行第 ${place} 栏：语句 ${statement} 的回答应为${ANSWER_FIELDS[expected]}，现为“${found}”`,
      `删去以 ${statement} 开头的行，重新执行这条语句，把输出的全部行加到文件中`,
    ],
    'engine-failed': ({ engine, statement, message }) => [
      `外部数据库“${engine}”未能执行 ${statement}：${message}`,
      '没有留下任何东西；排除故障后重新运行同一命令',
    ],
    'engine-cut-short': ({ engine, statement, expected, found }) => [
      `外部数据库“${engine}”执行 ${statement} 只得 ${found} 行，应有 ${expected} 行：语句在那边被取消，或名录库其间有变动`,
      '没有留下任何东西；重新运行同一命令',
    ],
    'engine-unfit': ({ engine, trap, expected, found }) => [
      `不能在外部数据库“${engine}”上抽取：${trapZh(trap, expected, found)}`,
      '用 ssj engine check 查看全部',
    ],
    'engine-value': ({ engine, heading, target, expected }) => [
      `外部数据库“${engine}”的 ${heading} 中，检查对象“${target}”${expected === 'order' ? '不在应在的位置：外部数据库不按字节排序，或编号重复' : '的编号不能使用'}`,
      '编号须为 NFC、首尾无空白、不含控制字符和 ; , "',
    ],
    'engine-cell': other => [
      `外部数据库“${other.engine}”的名录库中，${otherValueZh(other)}`,
      '--registry 写一条 select，按 ssj template targets 的写法给出各列；ssj engine check 列出全部',
    ],
    'engine-target-twice': ({ engine, target, count }) => [
      `外部数据库“${engine}”的名录库中，编号“${target}”有 ${count} 行`,
      '每个检查对象只应有一行；用 --registry 写一条去重的 select',
    ],
    'engine-target-without-id': ({ engine, count }) => [
      `外部数据库“${engine}”的名录库中，${count} 行没有编号`,
      '补上编号，或用 --registry 写一条把它们去掉的 select',
    ],
    'snapshot-changed': ({ engine, draw, file, expected, found }) => [
      `外部数据库“${engine}”中抽取 ${draw} 的快照已被改动：${file} 应为 ${expected}，现为 ${found}`,
      '恢复快照的表后再运行；不能恢复的，作废后重新冻结',
    ],
    'snapshot-gone': ({ engine, draw, table }) => [
      `${draw} 在外部数据库“${engine}”中的快照已经不在：没有表 ${table}`,
      '恢复这张表后再运行；不能恢复的，把这次抽取作废后重新冻结',
    ],
    'frozen-on-engine': ({ task, draw, engine }) => [
      engine === null
        ? `任务 ${task} 已在本机冻结为 ${draw}`
        : `任务 ${task} 已在外部数据库“${engine}”上冻结为 ${draw}`,
      '不要另写 --engine',
    ],
    'engine-rows': ({ engine, file, expected, found }) => [
      `外部数据库“${engine}”给出的 ${file} 有 ${found} 行，分拣时是 ${expected} 行`,
      '回答被截短或行有重复：检查外部数据库对结果行数的限制后重新冻结',
    ],
    'engine-too-few': ({ engine, stratum, wanted, found }) => [
      `外部数据库“${engine}”的快照中，层“${stratum}”应有 ${wanted} 个随机号，只给出 ${found} 个`,
      '快照已被改动',
    ],
  },
  words: {
    columns: { name: '外部数据库', url: '地址', registry: '名录库', fields: '字段=列', draws: '抽取' },
    none: '没有登记外部数据库',
    added: name => `已登记外部数据库“${name}”；先用 ssj engine check 检查`,
    changed: name => `外部数据库“${name}”已改动；先用 ssj engine check 检查`,
    removed: name => `已删除外部数据库“${name}”`,
    fit: name => `外部数据库“${name}”合用`,
    unfit: name => `外部数据库“${name}”不合用：`,
    trap: trapZh,
    emptyRegistry: '名录库是空的',
    oneTarget: cells =>
      `名录库中的一户：${cells.map(([heading, value]) => `${heading}=${value}`).join('，')}`,
    otherValues: (heading, kinds) => `“${heading}”的写法与 ssj template targets 不同，共 ${kinds} 种：`,
    otherValue: otherValueZh,
    toAsk: count =>
      `ssj: ${count} 条语句等待执行：依次执行，把输出的全部行存入一个文件，再用 --results 文件 继续`,
  },
  help: {
    engine: '外部数据库：检查对象名录库已在其中的数据库',
    add: '登记一个外部数据库：postgres:、clickhouse:、mysql:（MariaDB、TiDB、OceanBase）、duckdb:文件',
    registry: '名录库：表名，或一条 select',
    column: '哪一列是哪个字段，如 名称=firm_name；可写多次',
    password: '密码在哪里：env:变量名，或 file:权限为 0600 的文件',
    list: '列出外部数据库',
    check: '检查外部数据库的每一个表达式是否与规则一致',
    remove: '删除外部数据库；有抽取的快照在其中时不能删除',
    change: '改外部数据库的地址或密码所在：快照在其中的抽取不变',
    url: '新的地址，与原来同一种外部数据库',
    freezeOn: '在这个外部数据库的名录库上冻结',
    sql: '没有驱动的数据库：输出要执行的语句，收回结果后冻结；写 --seed 时抽取',
    dialect:
      '语言：spark、maxcompute、starrocks（Doris）、postgres、clickhouse、mysql、duckdb；外部数据库登记为 sql:语言',
    results: '语句输出的行，各次的都在同一文件里',
  },
}

const URL_PROBLEMS: Readonly<Record<EngineReasons['engine-url']['problem'], string>> = {
  malformed: '读不懂',
  scheme: '不是已知的外部数据库',
  password: '带有密码：密码不能进入数据库和台账',
  'no-file': '没有写文件',
}

const ANSWER_PROBLEMS: Readonly<
  Record<
    EngineReasons['engine-answer']['problem'],
    (statement: string, expected: string, found: string) => string
  >
> = {
  mangled: (statement, _, found) => `语句编号 ${statement} 应在行首，其后为制表符，现为 ${found}`,
  open: (statement, _, found) => `语句 ${statement} 的回答只到这里：有 ${found} 行，没有写明结束的一行`,
  twice: (statement, expected) => `语句 ${statement} 回答了两次，第一次在第 ${expected} 行结束`,
  count: (statement, expected, found) => `语句 ${statement} 的回答应有 ${expected} 行，文件中有 ${found} 行`,
  encoding: statement => `语句 ${statement} 的回答不是 UTF-8`,
}

const ANSWER_FIELDS: Readonly<Record<EngineReasons['engine-answer-line']['expected'], string>> = {
  text: '文本',
  id: '编号',
  count: '非负整数',
  digest: '64 位小写十六进制摘要',
  kind: '类别字母',
  number: 'c（代码）或 n（名称）',
  flag: '0 或 1',
  rank: '0、1 或 2',
  nothing: '到此为止',
  row: '抽样框或排除名单的一行',
  ticket: '这一行的随机号',
}

const PASSWORD_PROBLEMS: Readonly<Record<EngineReasons['engine-password']['problem'], string>> = {
  malformed: '应为 env:变量名 或 file:文件',
  'not-set': '没有这个环境变量',
  'no-file': '没有这个文件',
  'seen-by-others': '别人也能读这个文件',
  empty: '是空的',
}

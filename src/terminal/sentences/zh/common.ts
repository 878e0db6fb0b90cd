import { diskFull, jsonState, settingsWords, systemState } from '../disk/disk-zh.ts'
import type { CommonSentences } from '../topics/common.ts'
import { fileProblem, zipProblems } from './file-problem.ts'
import { listed, orLike } from './phrases.ts'

export const commonZh: CommonSentences = {
  reasons: {
    'database-exists': ({ path }) => [
      `不能建立数据库“${path}”：该文件已存在`,
      '换一个文件名，或直接使用现有数据库',
    ],
    'no-such-database': ({ path }) => [
      `不能打开数据库“${path}”：没有这个文件`,
      '先运行 ssj init 建立数据库，或用 --db 指定',
    ],
    'foreign-database': ({ path }) => [
      `不能打开数据库“${path}”：不是 ssj 的数据库`,
      '用 --db 指定 ssj 建立的文件',
    ],
    'newer-database': ({ path, version, known }) => [
      `不能打开数据库“${path}”：它由更新版本的 ssj 写成（结构版本 ${version}，本程序只识得 ${known}）`,
      '请升级 ssj',
    ],
    'database-locked': ({ path }) => [`不能写入数据库“${path}”：另一个命令正在使用`, '等它结束后再试'],
    'no-database-driver': ({ node }) => [
      `不能打开数据库：没有安装 Node ${node} 所用的 SQLite 驱动`,
      '再运行一次 npm ci 或 npm install，不带 --ignore-scripts；Node 20 要编译它，需要 C++ 编译器和 Python 3，Node 22.14 以上不需要',
    ],
    'database-damaged': ({ path }) => [
      `不能读取数据库“${path}”：文件已损坏`,
      '用备份恢复（ssj backup 的副本）',
    ],
    'database-unreachable': ({ path }) => [
      `不能打开数据库“${path}”：文件夹不存在或没有权限`,
      '检查路径：文件夹要先建好，并有读写的权限',
    ],
    'database-read-only': ({ path }) => [
      `不能写入数据库“${path}”：文件、所在文件夹或磁盘只读`,
      '取得写入权限，或用 --db 在别处的副本上办',
    ],
    'database-is-folder': ({ path }) => [`不能打开数据库“${path}”：它是文件夹`, '写出其中的文件，如 ssj.db'],
    'disk-full': diskFull,
    'write-failed': ({ path, message }) => [
      `不能写入“${path}”：${systemState(message)}`,
      '检查路径和权限，或换到别处',
    ],
    'unreadable-entry': ({ entry }) => [
      `台账第 ${entry} 条的内容无法读取：被改动过`,
      '用 ssj log --verify 核对',
    ],
    'no-such-entry': ({ entry, last }) => [`台账中没有第 ${entry} 条：最后一条是第 ${last} 条`],
    'no-such-file': ({ path }) => [`不能读取“${path}”：没有这个文件`],
    'unreadable-file': ({ path, message }) => [`不能读取“${path}”：${systemState(message)}`],
    'changed-while-read': ({ path }) => [
      `不能读取“${path}”：读取过程中文件有变动`,
      '请等待其他程序写完后再执行',
    ],
    'invalid-file': ({ path, problem }) => {
      const [state, ...help] = fileProblem(problem)
      return [`不能读取“${path}”：${state}`, ...help]
    },
    'invalid-zip': ({ path, problem }) => [`不能读取“${path}”：${zipProblems[problem.kind](problem.name)}`],
    'missing-headings': ({ path, expected }) => [`不能读取“${path}”：找不到表头，应有：${listed(expected)}`],
    'not-a-file': ({ path }) => [`不能读取“${path}”：它是管道、设备或套接字，不是文件`, '先存成文件'],
    'file-in-use': ({ path, lock }) => [
      `“${path}”正被另一条命令使用`,
      `等它结束后再试；确认没有其他命令在运行时，可删除“${lock}”`,
    ],
    'file-exists': ({ path }) => [`不能写入“${path}”：已有同名文件`],
    'too-many-open-files': () => ['不能继续：这里允许程序同时打开的文件太少', '放宽限制，如 ulimit -n 1024'],
    'result-unwritten': ({ message }) => [
      `命令已经执行，但结果不能写到标准输出：${message}`,
      '不要重复执行：腾出空间后，用 ssj log 或 ssj draw list 查看已做的事',
    ],
    'invalid-settings': ({ path, flaw }) => {
      switch (flaw.kind) {
        case 'json':
          return [`不能使用“${path}”：${jsonState(flaw.at)}`, '如 {"lang": "zh", "actor": "王敏"}']
        case 'unknown':
          return [
            `不能使用“${path}”：没有设置项“${flaw.key}”${orLike(flaw.nearest)}`,
            `可用的设置项：${listed(flaw.known)}`,
          ]
        case 'value':
          return [`不能使用“${path}”：设置项“${flaw.key}”的值 ${flaw.found} 不对，应为 ${flaw.expected}`]
      }
    },
    'no-such-folder': ({ path }) => [`没有文件夹“${path}”`],
    'not-a-folder': ({ path }) => [`“${path}”不是抽取结果文件夹：没有 commitment.json`],
    'folder-not-empty': ({ path }) => [
      `不能写入文件夹“${path}”：里面已有其他内容`,
      '换一个不存在或空的文件夹',
    ],
    'zip-too-large': ({ path, files, bytes }) => [
      `不能写入“${path}”：共 ${files} 个文件、${bytes} 字节，超出一个 zip 能装的（65534 个文件，约 4 GB）`,
      '不加 --zip，导出为文件夹',
    ],
    usage: ({ message, of }) => [message, `用 ${of} --help 查看用法`],
    'unknown-command': ({ name, nearest, of }) => [
      `${of} 没有命令“${name}”${orLike(nearest)}`,
      `用 ${of} --help 查看全部命令`,
    ],
    'unknown-option': ({ option, nearest, of }) => [
      `${of} 没有选项“${option}”${orLike(nearest)}`,
      `用 ${of} --help 查看全部选项`,
    ],
    'missing-option': ({ option }) => [`缺少选项 ${option}`],
    'invalid-option': ({ option, value, expected }) => [`选项 ${option} 的值“${value}”不对：应为${expected}`],
    'one-of-options': ({ options }) => [`${options.join(' 和 ')} 要写一个，且只写一个`],
    'option-not-applicable': ({ option, with: other }) => [`选项 ${option} 不能与 ${other} 同用`],
    'invalid-character': ({ option, character }) => [`选项 ${option} 的文字含有控制字符 ${character}`],
    'approver-is-actor': ({ approver }) => [`批准人“${approver}”就是操作人：两者不能是同一人`],
    'private-data-in-reason': ({ option, text }) => [
      `${option} 里有个人的号码或邮箱，不能公布：“${text}”`,
      '所写内容会公布，请去掉后再写',
    ],
  },
  words: {
    usage: (code, message) => USAGE[code]?.(message) ?? message,
    hint: '提示：',
    internal: message => `程序内部出错：${message}`,
    listed: names => listed(names),
    created: path => `已建立数据库 ${path}`,
    seenByOthers: path =>
      `注意：本机其他用户可以读取数据库“${path}”，其中有个人信息和封存的内容：chmod 600 “${path}”`,
    backedUp: path => `已备份到 ${path}`,
    settings: settingsWords,
    reading: '读取',
    writing: '写入',
    matching: '选派人员',
    progress: (what, percent, left) => `${what} ${percent}%${left === null ? '' : `，约剩 ${left}`}`,
    asking: {
      keys: '上下键选择，回车确定，Esc 返回',
      keysFind: '输入文字查找，上下键选择，回车确定，Esc 返回',
      more: count => `共 ${count} 项；`,
      nothing: '没有找到',
      typeIt: '还没有可选的，请输入',
      yes: '是',
      no: '否',
      yesOrNo: '请答是（y）或否（n）',
      yesHint: '（y 是，回车 否）',
      lineBack: '[< 返回]',
      linePasted: count => `一次来了 ${count} 行，并成一行；回车就用它，或者另写：`,
      lineMore: (from, to, count) => `第 ${from}～${to} 项，共 ${count} 项；+ 看后面的`,
      linePick: '写序号，回车为第一项，< 返回',
      lineFind: '写序号，或写几个字查找（数字前加 =），回车为第一项，< 返回',
    },
    demo: {
      intro: folder => `演示在新文件夹 ${folder} 中进行：导入名录库 → 冻结 → 抽取 → 导出 → 核对`,
      end: folder => `演示完成。公示文件夹在 ${folder}`,
      check: folder =>
        `任何人都可以核对，办法见 ${folder}/核对说明.txt；Linux：cd ${folder} && sha256sum -c --strict SHA256SUMS`,
    },
  },
  help: {
    program: '双随机抽查：冻结抽样框、公开种子抽取、匹配检查人员、导出任何人都能核对的结果',
    titles: {
      Usage: '用法：',
      Arguments: '参数：',
      Options: '选项：',
      'Global Options': '通用选项：',
      Commands: '命令：',
    },
    version: '显示版本',
    help: '显示帮助',
    helpCommand: '显示一个命令的帮助，如 ssj help draw run',
    completion: '输出 shell 的命令补全脚本：bash、zsh、fish 或 powershell',
    required: '（必填）',
    examples: '示例：',
    notes: [
      [
        '退出码：',
        ['0', '已完成，或答案为“是”'],
        ['1', '答案为“否”：文件有问题、文件夹或复算不一致、台账已损坏'],
        ['2', '未能执行：选项不对、被拒绝、无法成组；没有改动任何东西'],
        ['3', '已完成，但结果没能写到标准输出：不要重做'],
        ['130', '被 Ctrl-C 中断'],
      ],
      [
        '环境变量：',
        ['SSJ_DB', '数据库（没有 --db 时）'],
        ['SSJ_LANG', '语言 zh 或 en；再看 LC_ALL、LANG'],
        ['SSJ_ACTOR', '操作人'],
        ['SSJ_KEY', '签署台账的密钥'],
        ['NO_COLOR', '不用颜色；FORCE_COLOR 在管道中也用'],
      ],
      [
        '文件：',
        ['ssj.db', '数据库，在运行命令的文件夹中'],
        [
          'ssj.json',
          '在数据库旁边：lang、actor、color、encoding、headings、format、layout、officers、profile',
        ],
      ],
    ],
    noColor: '不用颜色（也可设 NO_COLOR）',
    groups: {
      registries: '名录库：',
      rules: '规则、年度计划、个案检查：',
      draws: '抽取：',
      results: '检查结果与统计：',
      publication: '公示、核对与对接：',
      ledger: '台账与数据库：',
    },
    db: '数据库文件（默认 $SSJ_DB，再默认 ./ssj.db）',
    lang: '语言 zh 或 en（默认 SSJ_LANG、LC_ALL、LANG，都没有则中文）',
    actor: '操作人（默认 $SSJ_ACTOR，再默认系统用户）',
    json: '在标准输出给出一个 JSON 文档',
    quiet: '不显示结果，只用退出码回答',
    init: '建立数据库',
    settings: '列出各项设置的值及其来自哪里',
    backup: '备份数据库',
    demo: '用示例数据走完全程',
    demoTo: '演示用的文件夹',
    reason: '理由',
    approver: '批准人',
    encodingOut: '供人查看的 CSV 的编码：utf-8（默认）或 gb18030',
  },
}

/** Sentences for what commander says of a wrong command line, by its code. */
const USAGE: Readonly<Record<string, (message: string) => string>> = {
  'commander.excessArguments': () => '参数太多',
  'commander.missingArgument': message => `缺少参数：${quotedIn(message)}`,
  'commander.optionMissingArgument': message => `选项缺少值：${quotedIn(message)}`,
}

const quotedIn = (message: string) => /'([^']*)'/.exec(message)?.[1] ?? message

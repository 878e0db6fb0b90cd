import type { DeskSentences } from '../topics/desk.ts'
import { listed } from '../zh/phrases.ts'
import { figuresZh } from './figures-zh.ts'
import { bindingZh, jobsZh } from './jobs-zh.ts'
import { askZh, labelsZh } from './questions-zh.ts'

export const deskZh: DeskSentences = {
  words: {
    needsTerminal: '工作台只能在终端中使用，请写明命令',
    title: '双随机抽查',
    state: {
      database: path => `数据库  ${path}`,
      noDatabase: path => `数据库  ${path}（还没有建立）`,
      office: name => `单位    ${name}`,
      actor: name => `操作人  ${name}`,
      last: (at, actor, what) => `上次    ${at} ${actor} ${what}`,
      tasks: (ahead, waiting, drawn) => `任务    待冻结 ${ahead}，待种子 ${waiting}，已抽取 ${drawn}`,
      nothingOwed: '结果    没有待办',
      owed: '结果    ',
      duty: (duty, count, overdue, since) =>
        `${DUTIES[duty]} ${count}${overdue === 0 ? '' : `（逾期 ${overdue}，最早 ${since}）`}`,
      lacking: libraries => `名录库  还没有：${listed(libraries)}`,
    },
    groups: {
      registry: '名录库：导入、录入、更正、查询',
      tasks: '任务与抽取：核对、冻结、抽取、替换',
      publish: '公布与证明：导出、证明、核对',
      results: '检查结果：发表、导入、审核、公示',
      exchange: '对接：送出、取入、比对',
      reports: '报表',
      office: '设置：公文、规则、台账、备份',
      trust: '签名与见证：钥匙、检查点、时间戳',
      engines: '外部数据库：登记、检查',
    },
    allWork: '全部工作',
    otherActor: '换操作人',
    quit: '退出',
    whatNow: '做什么？',
    which: group => `${group.split('：')[0]}：做哪一件？`,
    jobs: jobsZh,
    binding: bindingZh,
    offers: {
      of: (job, { id, name }) => `${job}  ${id} ${name}`,
      due: (job, { id, name }, due) => `${job}  ${id} ${name}（等 ${due}）`,
      lacking: libraries => `导入文件（还缺${listed(libraries)}）`,
      duty: (job, count) => `${job}（${count}）`,
    },
    ask: askZh,
    labels: labelsZh,
    options: {
      otherSource: '换一个随机源',
      import: '导入',
      skipBad: '导入没有问题的行，有问题的另存一份去改',
      replace: '导入，并停用文件里没有的（以此文件为准）',
      ofDepartment: '这是一个部门的名录库，指明部门',
      otherLibrary: '不是这个库，另选',
      otherSheet: '换一张工作表',
      otherHeaderRow: '指明表头在第几行',
      otherMap: '指明哪个表头是哪一项',
      target: '检查对象退出',
      inspector: '检查人员退出',
      public: '公示文件夹',
      archive: '归档文件夹',
      both: '公示和归档各一份',
      none: '（不写）',
      changeIt: '改为别的',
      clearIt: '清空，不再印',
      everything: '（全部）',
      onlyLook: '只看',
      items: '抽查事项清单',
      planLines: '年度抽查计划',
      again: '改一项再试',
      leave: '不做了',
      despite: '仍要这样做，写明缘由',
    },
    record: {
      empty: '（不填）',
      none: '（没有）',
      enough: count => `就这 ${count} 项`,
      needed: heading => `${heading}不能为空`,
      more: '还要填写或修改哪一项？',
      done: '填好了',
    },
    needed: '不能为空',
    formatsOffered: formats =>
      formats
        .replace('csv', 'CSV')
        .replace('html', '网页')
        .replace('xlsx', 'Excel（xlsx）')
        .replace('docx', 'Word（docx）')
        .replaceAll(',', '、'),
    sourcesOffered: sources => {
      const [dice = '', other] = sources.split(';')
      return `现场掷 ${dice.replace(/^.*\//, '')} 颗骰子${other === undefined ? '' : `，加 ${other} 那一期`}（${sources}）`
    },
    signedName: file => `${file}-见证.txt`,
    taken: path => `“${path}”已经有了，换一个名字`,
    standsFor: heading => `“${heading}”是哪一项？`,
    badDay: '应写成 2026-03-01',
    withHint: (sentence, hint) => `${sentence}；${hint}`,
    badYear: '应写成 2026',
    beforeFirst: day => `不能早于 ${day}`,
    badEnding: endings => `文件名应以 ${endings.join('、')} 结尾`,
    badSize: '应写成 30 或 5%',
    states: {
      frozen: '待种子',
      drawn: '已抽取',
      void: '已作废',
      failed: '种子无法成组',
      lapsed: '已失效',
    },
    taskPeriod: (from, to) => (from === '' ? '' : `（${from}～${to}）`),
    recognised: (library, file) => `“${file}”是${library}，先看一遍，什么也不写：`,
    filledIn: (heading, value) => `${heading}：${value}`,
    labelled: (label, value) => `  ${label}：${value}`,
    line: command => `命令行：${command}`,
    between: '、',
    figures: figuresZh,
    reckoning: '正在试算 …',
    summary: '将要做的：',
    sure: '确认？',
    again: job => `没有做成：${job}。答案都还在`,
    asksFor: '怎么办？',
    notDone: '已返回，什么也没有做',
    goOn: '看完按回车继续',
    announcementName: task => `公告-${task}`,
    publicName: draw => `公示-${draw}`,
    archiveName: draw => `归档-${draw}`,
    sheetName: draw => `录入表-${draw}`,
    resultsName: draw => `结果公示-${draw}`,
    certificateName: target => `证明-${target}.html`,
    templateName: library => `${library}模板.csv`,
    rejectsName: file => `${file}-待改正.csv`,
    caseSheetName: year => `个案录入表-${year}`,
    riskName: day => `风险等级建议-${day}.csv`,
    sentName: (layout, ending) => `送出-${layout}.${ending}`,
    comparedName: layout => `比对-${layout}.html`,
    keyName: '签名.key',
    keysName: '签名钥匙.json',
    checkpointName: day => `检查点-${day}.txt`,
    stampName: day => `时间戳申请-${day}.tsq`,
    backupName: day => `备份-${day}.db`,
    reportsNamed: {
      deadlines: '待办与期限',
      results: '检查结果',
      assessment: '考核指标',
      year: '全年情况',
      coverage: '覆盖情况',
      workload: '人员工作量',
      fairness: '公平性',
      calendar: '检查日历',
      matrix: '同组情况',
      targets: '同组情况，另列谁去过哪一户',
      timeline: '一次抽取的时间线',
    },
    interrupted: '已中断。没有记入台账的都没有写入；再运行 ssj 可看到做到哪里，接着做',
    brokeOff: (job, stage, entry) =>
      stage === 'asking'
        ? `上次在“${job}”中途离开，还没有做，什么也没有写入`
        : entry === null
          ? `上次“${job}”正在做时断开，台账没有新的条目；要写的文件或者完整，或者没有`
          : `上次“${job}”正在做时断开，此后台账已有第 ${entry} 条：先看台账，再定是否重做`,
    goOnWith: job => `接着做：${job}`,
    goOnEntering: (library, fields) => `接着录入：${library}（已填 ${fields} 项）`,
    left: where =>
      `已离开${where === '' ? '' : `：${where} 没有做完，什么也没有写入`}。已做的都在台账里，再运行 ssj 接着做`,
  },
  help: {},
}

const DUTIES = {
  enter: '待录入',
  correct: '退回待改',
  review: '待审核',
  publish: '待公示',
  rectify: '待整改',
  'take-down': '待撤下',
  'carry-out': '待开展任务',
}

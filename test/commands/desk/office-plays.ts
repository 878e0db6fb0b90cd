import { csvFrom } from '../../helpers/miniature.ts'
import type { Play } from './plays.ts'

/** The work beside the draws: records, exchange, keys, settings. */
export const OFFICE_PLAYS: readonly Play[] = [
  {
    job: 'list',
    turns: ({ say: { desk, registry } }) => [
      [desk.ask.library, registry.libraries.inspectors],
      [desk.ask.search, '人2'],
    ],
    line: 'list inspectors --search 人2 --limit 50',
    shows: ['示例人2'],
  },
  {
    job: 'importVisits',
    turns: ({ say: { desk } }) => [
      [desk.ask.file, '个案.csv'],
      [desk.sure, 'y'],
    ],
    line: 'visit import 个案.csv',
    action: 'visit import',
  },
  {
    job: 'strike',
    turns: ({ say: { desk } }) => [
      [desk.ask.visit, '转办'],
      [desk.ask.reason, '登错'],
      [desk.sure, 'y'],
    ],
    line: 'visit strike C2026-0002 --reason 登错',
    action: 'visit strike',
  },
  { job: 'layouts', line: 'exchange list', shows: ['gsxt-results'] },
  {
    job: 'layoutCheck',
    turns: ({ say: { desk } }) => [[desk.ask.layout, 'platform-targets']],
    line: 'exchange check platform-targets',
  },
  {
    job: 'layoutCopy',
    turns: ({ say: { desk } }) => [
      [desk.ask.layout, 'county-plan'],
      [desk.ask.folder, '格式'],
    ],
    line: 'exchange copy county-plan --to 格式',
    makes: ['格式/county-plan.json'],
  },
  {
    job: 'send',
    turns: ({ say: { desk } }) => [
      [desk.ask.layout, 'office-assignments'],
      [desk.ask.draw, '2026-0001'],
      [desk.ask.sendTo, '派发.csv'],
    ],
    line: 'exchange out office-assignments 2026-0001 --to 派发.csv',
    makes: ['派发.csv'],
  },
  {
    job: 'compare',
    turns: ({ say: { desk } }) => [
      [desk.ask.layout, 'platform-inspectors'],
      [desk.ask.file, '对方.csv'],
      [desk.ask.compareTo, '比对.csv'],
      // A file of other headings.
      [desk.options.leave, '{down}', ''],
    ],
    line: 'exchange diff platform-inspectors 对方.csv --to 比对.csv',
  },
  {
    job: 'takeList',
    turns: ({ say: { desk } }) => [
      [desk.ask.file, '派发名单.csv'],
      [desk.ask.taskNumber, 'SJ-1'],
      [desk.ask.mode, ''],
      [desk.sure, 'y'],
    ],
    before: async here => {
      const firm = { 统一社会信用代码: '91141102058871239H', 名称: '示例车业公司' }
      await here.done('import', 'targets', here.file('企业.csv', csvFrom([{ ...firm, 监管部门: '甲局' }])))
      here.file('派发名单.csv', csvFrom([{ ...firm, 登记机关: '甲局' }]))
    },
    line: 'exchange take assigned-list 派发名单.csv --task SJ-1',
  },
  {
    job: 'officeSet',
    turns: ({ say: { desk, office } }) => [
      [desk.ask.setting, ...Array.from({ length: 7 }, () => '{down}'), ''],
      [office.wanted.telephone, '13812345678', '{clear}', '0351-2345678'],
      [desk.sure, 'y'],
    ],
    line: 'office set',
    shows: ['0351-2345678'],
    action: 'office set',
  },
  { job: 'officeShow', line: 'office show', shows: ['0351-2345678'] },
  {
    job: 'officeSet',
    turns: ({ say: { desk } }) => [
      [desk.ask.setting, '0351'],
      [desk.ask.settingValue, '{down}', ''],
      [desk.sure, 'y'],
    ],
    line: 'office set',
    action: 'office set',
  },
  {
    job: 'paperNumber',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0001'],
      [desk.ask.paper, ''],
    ],
    line: 'office number 2026-0001',
  },
  {
    job: 'rulesImport',
    turns: ({ say: { desk } }) => [
      [desk.ask.file, '规则.csv'],
      [desk.ask.reason, '本局规定'],
      [desk.sure, 'y'],
    ],
    line: 'rules import 规则.csv --reason 本局规定',
    action: 'rules import',
  },
  {
    job: 'keyNew',
    turns: ({ say: { desk } }) => [
      [desk.ask.algorithm, ''],
      [desk.ask.newKey, '甲.key'],
    ],
    line: 'key new 甲.key --algorithm sm2',
    makes: ['甲.key.pub'],
  },
  {
    job: 'keyAdd',
    turns: ({ say: { desk } }) => [
      [desk.ask.publicKey, '甲.key.pub'],
      [desk.ask.keyName, '甲局签名'],
      [desk.ask.instead, ''],
      [desk.sure, 'y'],
    ],
    line: 'key add 甲.key.pub --name 甲局签名',
    action: 'key add',
  },
  { job: 'keys', line: 'key list', shows: ['甲局签名'] },
  {
    job: 'keyList',
    turns: ({ say: { desk } }) => [[desk.ask.keysTo, '密钥.json']],
    line: 'key list --to 密钥.json',
    makes: ['密钥.json'],
  },
  {
    job: 'sign',
    turns: ({ say: { desk } }) => [
      [desk.ask.folder, '公示'],
      [desk.ask.keyFile, '甲.key'],
      [desk.sure, 'y'],
    ],
    line: 'key sign 公示 --key 甲.key',
  },
  {
    job: 'keyLost',
    turns: ({ say: { desk } }) => [
      [desk.ask.key, '甲局'],
      [desk.ask.reason, '遗失'],
      [desk.ask.approver, '王局长'],
      [desk.sure, 'y'],
    ],
    line: 'key lost',
    action: 'key lost',
  },
  {
    job: 'checkpoint',
    turns: ({ say: { desk } }) => [
      [desk.ask.origin, 'jia.example/ssj'],
      [desk.ask.checkpointTo, '检查点.txt'],
      [desk.sure, 'y'],
    ],
    line: 'log checkpoint --origin jia.example/ssj --to 检查点.txt',
    action: 'log checkpoint',
    makes: ['检查点.txt'],
  },
  {
    job: 'stampQuery',
    turns: ({ say: { desk } }) => [[desk.ask.query, 'a.tsq']],
    line: 'log stamp --query a.tsq',
    makes: ['a.tsq'],
  },
  // A file that is no time stamp: told, and nothing is done.
  {
    job: 'stampToken',
    turns: ({ say: { desk } }) => [
      [desk.ask.token, 'a.tsq'],
      [desk.sure, 'y'],
      [desk.options.leave, '{down}', ''],
    ],
    line: 'log stamp --token a.tsq',
  },
  {
    job: 'cosigned',
    turns: ({ say: { desk } }) => [
      [desk.ask.cosignedFile, '检查点.txt'],
      [desk.ask.policy, 'a.tsq'],
      [desk.sure, 'y'],
      [desk.options.leave, '{down}', ''],
    ],
    line: 'log cosigned 检查点.txt --policy a.tsq',
  },
  {
    job: 'clock',
    turns: ({ say: { desk } }) => [
      [desk.ask.reason, '时钟快了'],
      [desk.ask.approver, '王局长'],
      [desk.sure, 'y'],
      // The clock is right: told, and nothing is done.
      [desk.options.leave, '{down}', ''],
    ],
    line: 'log clock --reason 时钟快了 --approver 王局长',
  },
  {
    job: 'engineAdd',
    turns: ({ say: { desk } }) => [
      [desk.ask.engineName, '省库'],
      [desk.ask.engineUrl, 'sql:mysql'],
      [desk.ask.engineTable, 'firms'],
      [desk.ask.engineColumns, '名称=name，监管部门=dept，对象编号=id'],
      [desk.ask.enginePassword, 'geheim', '{clear}', ''],
      [desk.sure, 'y'],
    ],
    line: 'engine add 省库 sql:mysql --registry firms --column 名称=name',
    action: 'engine add',
  },
  { job: 'engines', line: 'engine list', shows: ['省库'] },
  {
    job: 'engineRemove',
    turns: ({ say: { desk } }) => [
      [desk.ask.engine, '省库'],
      [desk.sure, 'y'],
    ],
    line: 'engine remove 省库',
    action: 'engine remove',
  },
]

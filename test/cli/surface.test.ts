import { Readable, Writable } from 'node:stream'
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { describe, expect, test } from 'vitest'
import { everyCommand } from '../../src/cli/every-command.ts'
import { EXAMPLES } from '../../src/cli/examples.ts'
import { speak } from '../../src/cli/speak.ts'
import { surface } from '../../src/cli/surface.ts'
import { main } from '../../src/main.ts'
import { loadSentences } from '../../src/terminal/sentences/load-sentences.ts'

const { help } = await loadSentences('en')

/** A command line, the function that it runs, and what that function is asked: arguments, then options. */
type Line = readonly [line: string, work: string, ...asked: unknown[]]

const LINES: readonly Line[] = [
  ['', 'sitDown', expect.any(Function)],
  ['init', 'init', {}],
  ['template targets', 'template', 'targets', {}],
  ['template targets --to a.csv', 'template', 'targets', { to: 'a.csv' }],
  [
    'template plan --headings en --encoding gb18030',
    'template',
    'plan',
    { headings: 'en', encoding: 'gb18030' },
  ],
  ['import targets a.csv b.csv', 'importFiles', 'targets', ['a.csv', 'b.csv'], {}],
  [
    'import targets a.xlsx --encoding utf-8 --delimiter ; --sheet 2 --header-row 3 --department 甲局 --rejects r.csv --reason 更正',
    'importFiles',
    'targets',
    ['a.xlsx'],
    {
      encoding: 'utf-8',
      delimiter: ';',
      sheet: '2',
      headerRow: '3',
      department: '甲局',
      rejects: 'r.csv',
      reason: '更正',
    },
  ],
  [
    'import plan a.csv --map 编号=code --map 名称=name --save-map 省 --on-conflict newest',
    'importFiles',
    'plan',
    ['a.csv'],
    { map: ['编号=code', '名称=name'], saveMap: '省', onConflict: 'newest' },
  ],
  [
    'import plan --replace --yes --dry-run --as-registered --skip-bad a.csv',
    'importFiles',
    'plan',
    ['a.csv'],
    { replace: true, yes: true, dryRun: true, asRegistered: true, skipBad: true },
  ],
  [
    'add recusals --set 人员编号=1 --set 事由=亲属 --where 法定代表人=张三 --as-registered --reason 申报',
    'add',
    'recusals',
    { set: ['人员编号=1', '事由=亲属'], where: '法定代表人=张三', asRegistered: true, reason: '申报' },
  ],
  ['retire targets 1 --reason 注销', 'retire', 'targets', '1', { reason: '注销' }],
  [
    'results sheet 1 2 --to 表 --format csv --department 甲局 --cases 2026 --one-file --encoding gb18030',
    'sheetOfResults',
    ['1', '2'],
    { to: '表', format: 'csv', department: '甲局', cases: '2026', oneFile: true, encoding: 'gb18030' },
  ],
  [
    'results list 1 --department 甲局 --state reviewed --open --deviating',
    'listResults',
    ['1'],
    { department: '甲局', state: 'reviewed', open: true, deviating: true },
  ],
  [
    'results review 1 --department 甲局 --file a.csv --approver 科长 --date 2026-03-31',
    'reviewResults',
    ['1'],
    { department: '甲局', file: 'a.csv', approver: '科长', date: '2026-03-31' },
  ],
  [
    'results return --department 甲局 --file a.csv --reason 有误',
    'returnResults',
    [],
    { department: '甲局', file: 'a.csv', reason: '有误' },
  ],
  [
    'results publish --department 甲局 --file a.csv --date 2026-05-01',
    'publishResults',
    [],
    { department: '甲局', file: 'a.csv', date: '2026-05-01' },
  ],
  [
    'results correct 2026-0001/T01/JIA/S1 --set 检查结果=1 --reason 有误 --approver 科长',
    'correctResult',
    '2026-0001/T01/JIA/S1',
    { set: ['检查结果=1'], reason: '有误', approver: '科长' },
  ],
  ['propose risk --to 建议.csv --encoding gb18030', 'proposeRisks', { to: '建议.csv', encoding: 'gb18030' }],
  ['list targets --where 分库=餐饮 --at 7', 'list', 'targets', { where: '分库=餐饮', at: '7' }],
  [
    'list 检查对象 --search 甲 --columns 代码,名称 --sort 名称:desc --limit 9 --format csv',
    'list',
    '检查对象',
    { search: '甲', columns: '代码,名称', sort: '名称:desc', limit: '9', format: 'csv' },
  ],
  ['show targets 1 --at 7 --history', 'show', 'targets', '1', { at: '7', history: true }],

  ['rules list --at 7', 'listRules', { at: '7' }],
  ['rules show cap-total', 'showRule', 'cap-total', {}],
  ['rules set cap-total 2 --reason 通知', 'setRule', 'cap-total', '2', { reason: '通知' }],
  [
    'office set 发文机关=甲局 电话=12345 --reason 年初',
    'setOffice',
    ['发文机关=甲局', '电话=12345'],
    { reason: '年初' },
  ],
  ['office show', 'showOffice', undefined, {}],
  ['office show 电话 --at 7', 'showOffice', '电话', { at: '7' }],
  [
    'office number 1 --paper 抽查任务公告 --number 35',
    'paperNumbers',
    '1',
    { paper: '抽查任务公告', number: '35' },
  ],
  ['rules import rules.csv --reason 通知', 'importRules', 'rules.csv', { reason: '通知' }],

  [
    'visit add --target 1 --department 甲局 --date 2026-03-01 --cause 投诉举报 --reference 12315-1 --remark 无',
    'addVisit',
    {
      target: '1',
      department: '甲局',
      date: '2026-03-01',
      cause: '投诉举报',
      reference: '12315-1',
      remark: '无',
    },
  ],
  ['visit import visits.csv', 'importVisits', 'visits.csv', {}],
  ['visit list --target 1 --year 2026', 'listVisits', { target: '1', year: '2026' }],
  ['visit strike 3 --reason 误录', 'strikeVisit', '3', { reason: '误录' }],
  ['plan check --year 2026', 'checkPlan', { year: '2026' }],

  [
    'log --verify --against public --against head.txt',
    'log',
    { verify: true, against: ['public', 'head.txt'] },
  ],
  [
    'log checkpoint --origin 区局/ssj --key k --to head.txt --since 7 --reason 遗失 --approver 局长',
    'checkpoint',
    { origin: '区局/ssj', key: 'k', to: 'head.txt', since: '7', reason: '遗失', approver: '局长' },
  ],
  ['log cosigned head.txt --policy p.txt', 'takeCosigned', 'head.txt', { policy: 'p.txt' }],
  ['log stamp --query q.tsq', 'stamp', { query: 'q.tsq' }],
  ['log stamp --token t.tsr --authority ca.pem', 'stamp', { token: 't.tsr', authority: 'ca.pem' }],
  ['log clock --reason 电池 --approver 局长', 'correctClock', { reason: '电池', approver: '局长' }],
  [
    'witness init 纪检/w --log KEY --key k --state s',
    'initWitness',
    '纪检/w',
    { log: 'KEY', key: 'k', state: 's' },
  ],
  [
    'witness sign head.txt --key k --state s --to cosigned.txt',
    'signAsWitness',
    'head.txt',
    { key: 'k', state: 's', to: 'cosigned.txt' },
  ],

  ...['freeze', 'run', 'simulate'].flatMap(taskLines),
  ['draw freeze', 'freeze', undefined, {}],
  [
    'engine add 省库 duckdb:a.duckdb --registry firms --column 名称=n --column uscc=u --password env:PW',
    'addEngine',
    '省库',
    'duckdb:a.duckdb',
    { registry: 'firms', column: ['名称=n', 'uscc=u'], password: 'env:PW' },
  ],
  ['engine list', 'listEngines', {}],
  ['key new a.key --algorithm ed25519', 'newSigningKey', 'a.key', { algorithm: 'ed25519' }],
  [
    'key add a.pub --name 甲 --instead 0123456789abcdef --reason 更换 --approver 局长',
    'registerKey',
    'a.pub',
    { name: '甲', instead: '0123456789abcdef', reason: '更换', approver: '局长' },
  ],
  [
    'key lost 0123456789abcdef --reason 遗失 --approver 局长',
    'loseKey',
    '0123456789abcdef',
    { reason: '遗失', approver: '局长' },
  ],
  ['key list --to k.json', 'listKeys', { to: 'k.json' }],
  [
    'key sign out --key a.key --key b.pub --signatures s',
    'signExport',
    'out',
    { key: ['a.key', 'b.pub'], signatures: 's' },
  ],
  ['export 1 --to out --sign a.key --sign b.key', 'exportDraw', '1', { to: 'out', sign: ['a.key', 'b.key'] }],
  [
    'verify out --signer a.pub --signer k.json --least 2 --signatures s',
    'verifyAny',
    'out',
    { signer: ['a.pub', 'k.json'], least: '2', signatures: 's' },
  ],
  ['engine check 省库', 'checkEngine', '省库', {}],
  ['engine remove 省库', 'removeEngine', '省库', {}],
  [
    'engine change 省库 --url duckdb:b.duckdb --password file:pw',
    'changeEngine',
    '省库',
    { url: 'duckdb:b.duckdb', password: 'file:pw' },
  ],
  [
    'engine sql T1 --dialect spark --engine 省库 --results a.tsv --seed 骰子=1',
    'engineSql',
    'T1',
    { dialect: 'spark', engine: '省库', results: 'a.tsv', seed: ['骰子=1'] },
  ],
  ['draw freeze T1 --engine 省库', 'freeze', 'T1', { engine: '省库' }],
  ['draw run T1 --engine 省库', 'runDraw', 'T1', { engine: '省库' }],
  ['draw freeze T1 --weak-seed --despite-results', 'freeze', 'T1', { weakSeed: true, despiteResults: true }],
  ['draw freeze T1 --to out --again --sealed', 'freeze', 'T1', { to: ['out'], again: true, sealed: true }],
  [
    'draw run T1 --seed 骰子=1 --seed 彩票=2 --signature drand=ab --witness 甲 --witness 乙 --to 2026-06-30',
    'runDraw',
    'T1',
    {
      seed: ['骰子=1', '彩票=2'],
      signature: ['drand=ab'],
      witness: ['甲', '乙'],
      to: ['2026-06-30'],
    },
  ],
  [
    'draw run T1 --seed-machine --again --despite-results',
    'runDraw',
    'T1',
    { seedMachine: true, again: true, despiteResults: true },
  ],
  [
    'draw simulate T1 --runs 100 --seed x --to 2026-06-30',
    'simulateDraw',
    'T1',
    { runs: '100', seed: 'x', to: ['2026-06-30'] },
  ],
  ['draw list', 'listDraws', {}],
  ['draw announce 1 --to out --format ofd', 'announce', '1', { to: 'out', format: 'ofd' }],
  ['draw show 1', 'showDraw', '1', {}],
  ['draw replay 1 --seed 骰子=1', 'replay', '1', { seed: ['骰子=1'] }],
  ['draw reveal 1', 'reveal', '1', {}],
  [
    'draw void 1 --reason 错 --approver 局长 --despite-results',
    'voidDraw',
    '1',
    { reason: '错', approver: '局长', despiteResults: true },
  ],
  ['draw merge', 'merge', [], {}],
  [
    'draw merge 1 2 --target 1 --target 2 --approver 局长 --reason 进一次门',
    'merge',
    ['1', '2'],
    { target: ['1', '2'], approver: '局长', reason: '进一次门' },
  ],
  [
    'draw substitute 1 --target 1 --reason 注销 --approver 局长 --evidence a.pdf --leave-empty --despite-results',
    'substitute',
    '1',
    {
      target: '1',
      reason: '注销',
      approver: '局长',
      evidence: 'a.pdf',
      leaveEmpty: true,
      despiteResults: true,
    },
  ],
  [
    'draw substitute 1 --inspector P1 --department 甲局 --visit 1 --visit 2 --reason 生病 --approver 局长',
    'substitute',
    '1',
    { inspector: 'P1', department: '甲局', visit: ['1', '2'], reason: '生病', approver: '局长' },
  ],

  [
    'export 1 --to out --zip --profile archive --format csv,docx --encoding gb18030 --layout l --officers masked',
    'exportDraw',
    '1',
    {
      to: 'out',
      zip: true,
      profile: 'archive',
      format: 'csv,docx',
      encoding: 'gb18030',
      layout: 'l',
      officers: 'masked',
    },
  ],
  [
    'publish plan --to plan.csv --layout l --encoding gb18030 --year 2026',
    'publish',
    'plan',
    { to: 'plan.csv', layout: 'l', encoding: 'gb18030', year: '2026' },
  ],
  ['certify 1 甲店 --to c.html --sign a.key', 'certifyAny', '1', '甲店', { to: 'c.html', sign: ['a.key'] }],
  ['certify 甲店 --year 2026', 'certifyAny', '甲店', undefined, { year: '2026' }],
  ['certify 1 甲店 --officers unit', 'certifyAny', '1', '甲店', { officers: 'unit' }],
  ['verify d --certificate c --results r', 'verifyAny', 'd', { certificate: 'c', results: 'r' }],
  ['verify', 'verifyAny', undefined, {}],
  ['verify --self', 'verifyAny', undefined, { self: true }],
  ['verify out --against a --against b', 'verifyAny', 'out', { against: ['a', 'b'] }],
  ['verify out --list 市级', 'verifyAny', 'out', { list: '市级' }],
  [
    'verify out --policy p.txt --authority ca.pem',
    'verifyAny',
    'out',
    { policy: 'p.txt', authority: 'ca.pem' },
  ],
  [
    'verify out --certificate c.json --commitment c2.json',
    'verifyAny',
    'out',
    { certificate: 'c.json', commitment: 'c2.json' },
  ],
  ['report fairness --year 2026', 'report', 'fairness', { year: '2026' }],
  [
    'publish results --to d --draw 1 --department 甲局 --since 2026-01-01 --until 2026-02-01 --sign a.key',
    'publish',
    'results',
    { to: 'd', draw: '1', department: '甲局', since: '2026-01-01', until: '2026-02-01', sign: ['a.key'] },
  ],
  ['results takedown --department 甲局', 'takeDownResults', { department: '甲局' }],
  ['report deadlines --to a.docx', 'report', 'deadlines', { to: 'a.docx' }],
  ['report matrix --targets', 'report', 'matrix', { targets: true }],
  ['report timeline --draw 1', 'report', 'timeline', { draw: '1' }],

  ['exchange list', 'listLayouts', {}],
  [
    'exchange take a.json a.csv --task SJ --encoding gb18030 --sheet 2 --header-row 3 --dry-run --rejects r.csv',
    'takeList',
    'a.json',
    'a.csv',
    { task: 'SJ', encoding: 'gb18030', sheet: '2', headerRow: '3', dryRun: true, rejects: 'r.csv' },
  ],
  [
    'exchange take --folder 公示.zip --task SJ --as-registered --skip-bad',
    'takeList',
    undefined,
    undefined,
    { folder: '公示.zip', task: 'SJ', asRegistered: true, skipBad: true },
  ],
  ['exchange check a.json --codes 码', 'checkLayout', 'a.json', { codes: '码' }],
  ['exchange copy gsxt-results --to 格式', 'copyLayout', 'gsxt-results', { to: '格式' }],
  [
    'exchange out a.json 1 --to a.csv --where 名称=甲 --department 甲局 --state published --batch 2 --codes 码 --encoding gb18030 --rejects r.csv',
    'exchangeOut',
    'a.json',
    ['1'],
    {
      to: 'a.csv',
      where: '名称=甲',
      department: '甲局',
      state: 'published',
      batch: '2',
      codes: '码',
      encoding: 'gb18030',
      rejects: 'r.csv',
    },
  ],
  [
    'exchange in a.json a.csv --codes 码 --encoding gb18030 --delimiter ; --sheet 2 --header-row 3 --department 甲局 --on-conflict newest --yes --dry-run --as-registered --skip-bad --rejects r.csv --reason 更正',
    'exchangeIn',
    'a.json',
    'a.csv',
    {
      codes: '码',
      encoding: 'gb18030',
      delimiter: ';',
      sheet: '2',
      headerRow: '3',
      department: '甲局',
      onConflict: 'newest',
      yes: true,
      dryRun: true,
      asRegistered: true,
      skipBad: true,
      rejects: 'r.csv',
      reason: '更正',
    },
  ],
  [
    'exchange diff a.json a.csv 1 --to d.html --where 名称=甲 --department 甲局 --state published --codes 码 --encoding gb18030 --sheet 2',
    'exchangeDiff',
    'a.json',
    'a.csv',
    ['1'],
    {
      to: 'd.html',
      where: '名称=甲',
      department: '甲局',
      state: 'published',
      codes: '码',
      encoding: 'gb18030',
      sheet: '2',
    },
  ],

  ['log --verify', 'log', { verify: true }],
  ['backup copy.db', 'backup', 'copy.db', {}],
  ['settings', 'showSettings', {}],
  ['demo --to demo', 'demo', { to: 'demo' }],
]

/** The fields of an ad-hoc task stand at three commands. */
function taskLines(verb: string): readonly Line[] {
  const work = { freeze: 'freeze', run: 'runDraw', simulate: 'simulateDraw' }[verb]!
  return [
    [
      `draw ${verb} --id A1 --name 专项 --kind 专项 --lead 甲局 --with 乙局 --joint 任一 --items a;b --where 分库=餐饮`,
      work,
      undefined,
      {
        id: 'A1',
        name: '专项',
        kind: '专项',
        lead: '甲局',
        with: '乙局',
        joint: '任一',
        items: 'a;b',
        where: '分库=餐饮',
      },
    ],
    [
      `draw ${verb} --by a+b --rate 3% --count 9 --rates A=1% --minimum 1 --rounding ceil --reserve 10% --team 食品×2`,
      work,
      undefined,
      {
        by: 'a+b',
        rate: '3%',
        count: '9',
        rates: 'A=1%',
        minimum: '1',
        rounding: 'ceil',
        reserve: '10%',
        team: '食品×2',
      },
    ],
    [
      `draw ${verb} --avoid-station 是 --rotate 否 --source 骰子 --source 彩票 --from 2026-03-01 --exclude-drawn 本年`,
      work,
      undefined,
      {
        avoidStation: '是',
        rotate: '否',
        source: ['骰子', '彩票'],
        from: '2026-03-01',
        excludeDrawn: '本年',
      },
    ],
    [
      `draw ${verb} --method 现场 --cause 交办 --balance 是 --publish-list 否`,
      work,
      undefined,
      { method: '现场', cause: '交办', balance: '是', publishList: '否' },
    ],
    [
      `draw ${verb} T1 --lend P1=乙局 --lend P2=乙局 --reason 人少 --approver 局长`,
      work,
      'T1',
      { lend: ['P1=乙局', 'P2=乙局'], reason: '人少', approver: '局长' },
    ],
  ]
}

describe('surface', () => {
  test.each(LINES.map(([line, ...expected]) => ({ line, expected })))(
    'ssj $line',
    async ({ line, expected }) => {
      expect((await understood(line)).asked).toEqual(expected)
    },
  )

  test('options of every command stand wherever the user puts them', async () => {
    const expected = { db: 'x.db', lang: 'en', actor: '王', json: true, quiet: true, color: true }
    for (const line of [
      '--db x.db --lang en --actor 王 log --json --quiet',
      'log --db x.db --lang=en --actor 王 --json --quiet',
      'draw --json show --quiet 1 --db x.db --lang en --actor 王',
    ])
      expect((await understood(line)).options, line).toEqual(expected)
  })

  test.each([
    'log --lang fr',
    'template plan --headings fr',
    'export 1 --to out --profile secret',
    'export 1 --to out --officers some',
  ])('ssj %s is refused', async line => {
    await expect(understood(line)).rejects.toMatchObject({ reason: { code: 'invalid-option' } })
  })

  test('a command is defined by itself as it is among all', () => {
    const shown = (command: CommandUnknownOpts) =>
      [command, ...everyCommand(command).map(([, one]) => one)].map(one => one.helpInformation())
    for (const whole of surface(help, async () => {}).commands) {
      const alone = surface(help, async () => {}, undefined, whole.name())
      expect(shown(alone.commands.find(one => one.name() === whole.name())!)).toEqual(shown(whole))
    }
    expect(surface(help, async () => {}, undefined, 'draw').commands.length).toBeLessThan(7)
  })

  test('every command has examples, which the program takes', async () => {
    const commands = commandsThatDo().map(([words]) => words.join(' '))
    expect(Object.keys(EXAMPLES).toSorted()).toEqual([...commands, 'log', 'help', 'completion'].toSorted())
    for (const [command, lines] of Object.entries(EXAMPLES))
      for (const line of lines) {
        const [words] = line.split(' > ')
        expect(words, line).toMatch(new RegExp(`^ssj (--db \\S+ )?${command}( |$)`))
        if (command !== 'help' && command !== 'completion') await understood(words!.slice('ssj '.length))
      }
  })

  test('every option of every command stands in a line above', () => {
    const untold = commandsThatDo().flatMap(([words, command]) => {
      const told = LINES.map(([line]) => line.split(' ')).filter(line =>
        words.every((word, i) => line[i] === word),
      )
      const missing = command.options
        .map(option => option.long!)
        .filter(long => !told.some(line => line.includes(long)))
      return told.length === 0 ? [words.join(' ')] : missing.map(long => [...words, long].join(' '))
    })
    expect(untold).toEqual([])
  })
})

describe.each(['en', 'zh'])('what cannot be understood (%s)', lang => {
  test.each([
    ['lst', { code: 'unknown-command', details: { name: 'lst', nearest: 'list', of: 'ssj' } }],
    ['draw rnu 1', { code: 'unknown-command', details: { name: 'rnu', nearest: 'run', of: 'ssj draw' } }],
    ['log chekpoint', { code: 'unknown-command', details: { name: 'chekpoint', nearest: 'checkpoint' } }],
    ['help draw rnu', { code: 'unknown-command', details: { name: 'rnu', nearest: 'run', of: 'ssj draw' } }],
    ['draw run 1 --sed 2', { code: 'unknown-option', details: { option: '--sed', nearest: '--seed' } }],
    ['draw list --jsn', { code: 'unknown-option', details: { nearest: '--json', of: 'ssj draw list' } }],
    ['draw void 1 --approver 局长', { code: 'missing-option', details: { option: '--reason' } }],
    ['draw show', { code: 'usage', details: { of: 'ssj draw show' } }],
    ['draw show 1 2', { code: 'usage', details: { of: 'ssj draw show' } }],
  ])('ssj %s names the word, what is like it, and where the help is', async (line, reason) => {
    const told = await ran([...line.split(' '), '--lang', lang])
    expect([told.code, JSON.parse(told.out || '{}')]).toEqual([2, {}])
    for (const word of Object.values(reason.details)) expect(told.err).toContain(word)
    const { out } = await ran([...line.split(' '), '--lang', lang, '--json'])
    expect(JSON.parse(out).error).toMatchObject(reason)
  })

  test('help, however it is asked for, is the same; it marks what cannot be left out and shows examples', async () => {
    const [asked, option] = [
      await ran(['help', 'draw', 'void', '--lang', lang]),
      await ran(['draw', 'void', '--help', '--lang', lang]),
    ]
    expect(asked).toEqual(option)
    expect([asked.code, asked.err]).toEqual([0, ''])
    expect(asked.out.match(lang === 'zh' ? /（必填）/g : /\(required\)/g)).toHaveLength(2)
    expect(asked.out).toContain(`  ${EXAMPLES['draw void']![0]}\n`)
    expect((await ran(['help', '--lang', lang])).out).toBe((await ran(['--help', '--lang', lang])).out)
  })
})

/** What the program says to a command line, in a folder without a database. */
async function ran(argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const told = { out: '', err: '' }
  const into = (stream: 'out' | 'err') =>
    new Writable({
      write(piece, _encoding, done) {
        told[stream] += piece
        done()
      },
    })
  const code = await main(argv, {
    stdin: Readable.from([]),
    stdout: into('out'),
    stderr: into('err'),
    env: {},
    cwd: '/nowhere',
    patience: 0,
    now: () => '2026-02-03T04:05:06Z',
    randomBytes: count => new Uint8Array(count),
    systemUser: () => 'nobody',
  })
  return { code, ...told }
}

/** What a command line comes to: the work and what it is asked, and the options of every command. */
async function understood(line: string): Promise<{ asked: readonly unknown[]; options: object }> {
  let asked: readonly unknown[] = []
  const program = surface(help, async (load, given) => {
    asked = [(await load()).name, ...given]
  })
  speak(program, process, help)
  await program.parseAsync(line === '' ? [] : line.split(' '), { from: 'user' })
  return { asked, options: program.opts() }
}

/** Every command that does something, by its words; what serves the command line itself is tested by itself. */
function commandsThatDo() {
  const program = surface(help, async () => {})
  return everyCommand(program).filter(
    ([[first], command]) => command.commands.length === 0 && first !== 'help' && first !== 'completion',
  )
}

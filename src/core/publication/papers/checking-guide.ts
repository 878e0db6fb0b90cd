import type { Spec } from '../../draw/folder/spec.ts'
import type { Digest } from '../../ids.ts'

/** A second implementation of the law, in Python without anything else: it goes into every archive. */
export const VERIFIER_FILE = 'verify.py'

/** The text of the law that a draw follows; the second version says in many places “as in version 1”. */
export const LAW_TEXTS: Readonly<Record<Spec, readonly string[]>> = {
  'ssj-draw/1': ['draw.md'],
  'ssj-draw/2': ['draw-2.md', 'draw.md'],
}

/** A text of the law in Chinese, which lies beside it; where they differ, the English one is the law. */
export function translationOf(law: string): string {
  return law.replace(/\.md$/, '.zh.md')
}

/** Where every folder says what lies in it and how it is checked, without its ending. */
export const CHECKING_GUIDE = '核对说明'

/** Which folder is explained: what stands in it hangs on this alone. */
export interface GuidedFolder {
  readonly profile: 'announced' | 'public' | 'archive'
  readonly spec: Spec
  readonly digest: Digest
  /** What every paper of the draw says first: that nothing was fixed before, that its seed is weak. */
  readonly notes: readonly string[]
}

/**
 * What each file of a folder is, and how a stranger checks it with what is at hand: the page, the tools of the system
 * (coreutils or Windows), Python, `ssj`. In Chinese, then in English: it may be read in ten years, by anybody.
 */
export function checkingGuide(folder: GuidedFolder): string {
  const { profile, spec, digest, notes } = folder
  const files = FILES.filter(({ in: profiles }) => profiles.includes(profile))
  const law = LAW_TEXTS[spec]
  return [
    '核对说明',
    '',
    INTRODUCTIONS.zh[profile],
    ...notes,
    `本次抽取遵循的规则：${spec}，全文见 ${law.map(translationOf).join('、')}（中文译本）和 ${law.join('、')}（英文，有出入时以此为准）。`,
    `承诺摘要 C（commitment.json 的 SHA-256）：${digest}`,
    '',
    '一、文件（没有列出或不在文件夹中的，本次没有）',
    ...files.map(({ file, zh }) => `  ${file}  ${zh}`),
    ...law.map(file => `  ${file}  规则全文（英文）`),
    ...law.map(file => `  ${translationOf(file)}  规则全文（中文译本）`),
    '',
    '二、怎样核对',
    '1. 双击 verify.html，用浏览器打开（不联网）：重新计算并与文件夹比较，也可查询一户。',
    '2. 文件有没有改动。Linux：',
    '     sha256sum -c SHA256SUMS',
    '   macOS：',
    '     shasum -a 256 -c SHA256SUMS',
    '   Windows（PowerShell，在本文件夹中）：',
    `     ${POWERSHELL_SUMS}`,
    '3. 承诺摘要与种子产生之前公布的是否一致。Linux：sha256sum commitment.json；Windows（命令提示符）：',
    '     certutil -hashfile commitment.json SHA256',
    ...(profile === 'announced' ? [] : ticketLines(spec, 'zh')),
    ...(profile === 'archive'
      ? [
          `5. 用 Python 3 重新抽取、重新匹配（不需要 ssj；不核对公示文件和签名）：`,
          `     python3 ${VERIFIER_FILE} .`,
        ]
      : []),
    `${profile === 'archive' ? '6' : profile === 'public' ? '5' : '4'}. 用 ssj 核对全部内容，公示文件也重新生成后比较：`,
    '     ssj verify .',
    '',
    '三、上述核对不能说明的',
    '  承诺摘要是否在种子产生之前公布，须与当时的公告、报纸或见证人手中的对照；种子是否为所公布来源的结果，须查对该来源；',
    '  名录库是否完整，本文件夹不能说明。本文件夹中的核对程序由发布者提供，另行取得的同一程序更可信。',
    '',
    '',
    'How to check this folder',
    '',
    INTRODUCTIONS.en[profile],
    ...notes,
    `This draw follows the law ${spec}; its text is ${law.join(' and ')}; ${law.map(translationOf).join(' and ')} is a translation that decides nothing.`,
    `Commitment digest C (SHA-256 of commitment.json): ${digest}`,
    '',
    '1. Files (what is listed and not there, this draw has none of)',
    ...files.map(({ file, en }) => `  ${file}  ${en}`),
    ...law.map(file => `  ${file}  the text of the law`),
    ...law.map(file => `  ${translationOf(file)}  the same in Chinese`),
    '',
    '2. How to check',
    '(1) Open verify.html in a browser (it needs no network): it computes everything again, and answers for one firm.',
    '(2) Whether a file was changed: on Linux `sha256sum -c SHA256SUMS`, on macOS `shasum -a 256 -c SHA256SUMS`, in PowerShell the line above.',
    '(3) Whether C is what was published before the seed: `sha256sum commitment.json`, or `certutil -hashfile commitment.json SHA256`.',
    ...(profile === 'announced' ? [] : ticketLines(spec, 'en')),
    ...(profile === 'archive'
      ? [
          `(5) Draw and match again with Python 3, without ssj (papers and signatures are not checked): \`python3 ${VERIFIER_FILE} .\``,
        ]
      : []),
    `(${profile === 'archive' ? '6' : profile === 'public' ? '5' : '4'}) Everything, with all papers laid out again: \`ssj verify .\``,
    '',
    '3. What none of this shows',
    '  Whether C was published before the seed was known: compare it with the notice, newspaper or witness of that day. Whether the seed is what',
    '  its source gave: ask the source. Whether the registry was complete. The programs in this folder come from its publisher; the same from elsewhere are worth more.',
    '',
  ].join('\n')
}

/** How one firm's ticket is computed by hand, which works wherever SHA-256 does. */
function ticketLines(spec: Spec, language: 'zh' | 'en'): string[] {
  const keys = [
    `     C=$(sha256sum < commitment.json | cut -d' ' -f1)`,
    `     DRAW_KEY=$({ printf '${spec}\\n%s\\n' "$C"; cat seed.txt; } | sha256sum | cut -d' ' -f1)`,
    `     SELECT_KEY=$(printf '%s/select' "$DRAW_KEY" | sha256sum | cut -d' ' -f1)`,
  ]
  if (language === 'en')
    return [
      `(4) One firm by hand: drawKey = H("${spec}" LF C LF seed.txt), selectKey = H(drawKey "/select"), ticket = H(selectKey code); in each stratum the`,
      '    lowest tickets are drawn (selection.csv). The lines above compute it with coreutils, and the last two with PowerShell from selectKey.',
    ]
  return [
    `4. 一户的随机号（每层中随机号最小的被抽中，见 selection.csv）。H 为 SHA-256：drawKey = H("${spec}" 换行 C 换行 seed.txt)，`,
    '   selectKey = H(drawKey "/select")，随机号 = H(selectKey 代码)。Linux：',
    ...keys,
    `     printf '%s%s' "$SELECT_KEY" 代码 | sha256sum`,
    '   Windows（PowerShell，填入 selectKey 和代码）：',
    `     $bytes = [Text.Encoding]::UTF8.GetBytes('selectKey' + '代码')`,
    `     -join ([Security.Cryptography.SHA256]::Create().ComputeHash($bytes) | ForEach-Object { $_.ToString('x2') })`,
  ]
}

/** What `sha256sum -c` says, in PowerShell: one line, in the folder itself. */
export const POWERSHELL_SUMS =
  "Get-Content -Encoding UTF8 SHA256SUMS | ForEach-Object { $sum, $file = $_ -split '  ', 2; " +
  'if ((Get-FileHash -Algorithm SHA256 -LiteralPath $file).Hash -eq $sum) { "OK $file" } else { "DIFFERS $file" } }'

const INTRODUCTIONS = {
  zh: {
    announced: '本文件夹是抽取之前的公告：名单、人员和数量已经固定，种子尚未产生。',
    public: '本文件夹是一次抽取的公示内容，任何人都可以重新计算核对；检查人员不在其中。',
    archive: '本文件夹是一次抽取的完整档案，含检查人员，供本机关和复核人员使用，不得公开。',
  },
  en: {
    announced:
      'This folder announces a draw: list, staff and numbers are fixed, the seed does not exist yet.',
    public:
      'This folder is what is public of a draw: anybody can compute it again. Inspectors are not in it.',
    archive:
      'This folder is the whole record of a draw, inspectors included: for the office and those who review it, not for the public.',
  },
} as const

interface GuidedFile {
  readonly file: string
  readonly in: readonly GuidedFolder['profile'][]
  readonly zh: string
  readonly en: string
}

const ALWAYS = ['announced', 'public', 'archive'] as const
const DRAWN = ['public', 'archive'] as const
const ARCHIVE = ['archive'] as const

const FILES: readonly GuidedFile[] = [
  {
    file: 'commitment.json',
    in: ALWAYS,
    zh: '种子产生之前固定的全部内容',
    en: 'what was fixed before the seed',
  },
  {
    file: 'frame.csv',
    in: ALWAYS,
    zh: '抽样框：可以被抽中的检查对象',
    en: 'every target that could be drawn',
  },
  { file: 'exclusions.csv', in: ALWAYS, zh: '排除名单及原因', en: 'targets that could not, with the reason' },
  {
    file: 'pool.csv',
    in: DRAWN,
    zh: '可匹配的检查人员（仅档案，或种子组不成检查组时）',
    en: 'inspectors that could be matched (archive, or a failed draw)',
  },
  { file: 'recusals.csv', in: DRAWN, zh: '回避关系（同上）', en: 'pairs that must not meet (likewise)' },
  { file: 'seed.txt', in: DRAWN, zh: '种子，每个随机源一行', en: 'the seed, one line for each source' },
  {
    file: 'selection.csv',
    in: DRAWN,
    zh: '抽中和替补的检查对象及随机号',
    en: 'drawn targets and reserves with their tickets',
  },
  { file: 'assignment.csv', in: ARCHIVE, zh: '谁检查谁', en: 'who inspects what' },
  { file: 'substitutions.csv', in: DRAWN, zh: '抽取之后的替换', en: 'what changed afterwards' },
  {
    file: 'record.json',
    in: DRAWN,
    zh: '抽取经过：编号、时间、人员、台账',
    en: 'the occasion: number, times, people, ledger',
  },
  {
    file: 'ledger.json',
    in: ['announced'],
    zh: '台账检查点及见证',
    en: 'checkpoint of the ledger, with witnesses',
  },
  {
    file: 'papers.json',
    in: ALWAYS,
    zh: '公示文件所依据的数据',
    en: 'the data that papers are laid out from',
  },
  { file: 'SHA256SUMS', in: ALWAYS, zh: '其他各文件的 SHA-256', en: 'the SHA-256 of every other file' },
  { file: 'verify.html', in: ALWAYS, zh: '核对网页', en: 'the page that checks' },
  {
    file: VERIFIER_FILE,
    in: ARCHIVE,
    zh: '核对程序（Python 3，不需要其他软件）',
    en: 'a checker in Python 3 that needs nothing else',
  },
  {
    file: '*.csv *.xlsx *.html *.docx *.txt',
    in: ALWAYS,
    zh: '其余为供人阅读的名单、公告和文书',
    en: 'all others: lists, notices and papers for people',
  },
]

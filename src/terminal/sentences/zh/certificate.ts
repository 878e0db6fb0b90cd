import type { CertificateSentences } from '../topics/certificate.ts'
import { listed } from './phrases.ts'

export const certificateZh: CertificateSentences = {
  reasons: {
    'ambiguous-target': ({ name, ids }) => [
      `有 ${ids.length} 户名为“${name}”：${ids.slice(0, 10).join('、')}${ids.length > 10 ? '……' : ''}`,
      '请改用代码',
    ],
    'unknown-subject': ({ text, candidates }) => [
      `不能出具证明：“${text}”不是有效的代码或注册号，冻结时的名录库中也没有这一户${candidates.length === 0 ? '' : `；相近的有：${listed(candidates.map(({ id, name }) => `${name}（${id}）`))}`}`,
      '写名录库中的代码、注册号或完整名称；名称差一个字就是另一户，证明会说它没有抽中',
    ],
    'target-missing': () => ['没有写明给哪一户出具证明', '写代码、注册号或名称'],
    'not-results': ({ path }) => [
      `“${path}”不是公示的检查结果文件夹：没有 SHA256SUMS`,
      '写 ssj publish results --to 所写的文件夹或它的压缩包',
    ],
    'nothing-to-verify': () => [
      '没有写明核对什么',
      '写一个导出的文件夹；核对证明用 --certificate 证明 --commitment commitment.json',
    ],
  },
  words: {
    written: path => `已写入 ${path}`,
    unpublished: draw =>
      `ssj: 抽取 ${draw} 的名单不公示，而证明会写出本层抽中的最后一户；请只交给有权知道的人`,
    yearFile: '年度抽查证明',
    yearTitle: (target, year) => `${target} ${year}年抽查情况`,
    yearSum: (draws, drawn, sealed) =>
      `本年抽取 ${draws} 次，抽中 ${drawn} 次${drawn === 0 ? '（均未抽中）' : ''}${sealed.length === 0 ? '' : `；封存未公开 ${sealed.join('、')}`}`,
    yearWord: officers =>
      `抽取结论各有证明，可逐份核对；抽查事项、检查组和检查结果是本机关的记载${officers ? '' : '，检查人员姓名按本机关的设置不公开'}；立案、移送和处罚不在其内。`,
    yearBesideWord:
      '个案检查和发现问题的后续没有证明文件，不能据抽取核对，是本机关的记载；检查结果可与本机关公示的检查结果对照。',
    yearCases: {
      file: '年度抽查证明-个案检查',
      heading: '个案检查（结果已公示的）',
      headings: ['个案编号', '检查原因', '检查部门', '检查人员', '抽查事项', '检查结果'],
    },
    yearFollowUps: {
      file: '年度抽查证明-问题后续',
      heading: '发现问题的后续（已公示的结果）',
      headings: ['抽取或个案', '检查部门', '抽查事项', '检查日期', '整改期限', '复查', '完结状态'],
    },
    yearUntold: cases =>
      `ssj: 另有 ${cases} 次个案检查结果没有公示或者按规则不公示，没有写入；ssj show targets 对象 --history 列出全部检查`,
    yearColumns: ['抽取编号', '任务', '结论', '检查部门', '检查组', '抽查事项', '检查结果'],
    holds: path => `成立：${path}`,
    soFar: path => `就所见而言成立，尚未核对完：${path}`,
    soFarHint:
      '只凭承诺文件看不出抽中的界限、排除和缺席，伪造的“未抽中”也会到此为止都相符：请用抽取的文件夹核对，ssj verify 文件夹 --certificate 证明',
    resultsHint: path =>
      `抽取一边已核对完；${path} 中没有证明所列的全部检查结果：它可能是别的抽取、部门或日期的，或者结果已经下架`,
    showsNothing: (path, text) => `证明不了什么：${path} 的对象“${text}”不是代码，也不是名录库中的一户`,
    showsNothingHint: '抽样框和排除名单只列代码，任何名称都不在其中：请用代码重新出具（ssj certify）',
    fails: path => `不成立：${path}`,
    folderFails: path => `不能用来核对证明：${path}`,
    proven: '已证明：',
    open: '本次核对不能证明，须另行核对：',
  },
  help: {
    certify: '出具一户的抽取结果证明：抽中、替补、未抽中、被排除或不在范围',
    year: '一户在这一年的每一次抽取中的结果：certify 对象 --year 年份，--to 为文件夹',
    officers: '写明检查人员到什么程度：none（默认，只写人数）、unit、masked、full',
    to: '写成文件：.json 供核对，.html 供打印',
  },
}

import type { CertificateReasons } from '../../core/publication/reasons.ts'
import { wordsZh } from '../../core/publication/words/words-zh.ts'
import type { Told } from '../sentence.ts'

/** Certificates: giving them and checking them. */
export const certificateZh = {
  help: {
    certify: '出具一户的抽取结果证明：抽中、替补、未抽中、被排除或不在范围',
    to: '写成文件：.json 供核对，.html 供打印',
    certificate: '核对一份抽取结果证明',
    commitment: 'commitment.json，或含有它的文件夹、压缩包：证明所属的抽取，或事先公布的承诺（逐字节比对）',
  },
  reasons: {
    'ambiguous-target': ({ name, ids }: CertificateReasons['ambiguous-target']): Told => [
      `有 ${ids.length} 户名为“${name}”：${ids.slice(0, 10).join('、')}${ids.length > 10 ? '……' : ''}`,
      '请改用代码',
    ],
    'target-missing': (): Told => ['没有写明给哪一户出具证明', '写代码、注册号或名称'],
    'nothing-to-verify': (): Told => [
      '没有写明核对什么',
      '写一个导出的文件夹；核对证明用 --certificate 证明 --commitment commitment.json',
    ],
  },
  sentences: {
    words: wordsZh,
    written: (path: string) => `已写入 ${path}`,
    unknownNearest: (id: string, nearest: string) => `ssj: 名录库中没有“${id}”，最接近的是“${nearest}”`,
    unpublished: (draw: string) =>
      `ssj: 抽取 ${draw} 的名单不公示，而证明会写出本层抽中的最后一户；请只交给有权知道的人`,
    holds: (path: string) => `成立：${path}`,
    fails: (path: string) => `不成立：${path}`,
    folderFails: (path: string) => `不能用来核对证明：${path}`,
    proven: '已证明：',
    open: '本次核对不能证明，须另行核对：',
    digest: (digest: string) => `承诺摘要 ${digest}`,
  },
}

export type CertificateSentences = typeof certificateZh

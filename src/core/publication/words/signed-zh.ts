import type { SignedWords } from './signed-words.ts'

const NAMES = { sm2: 'SM2', ed25519: 'Ed25519' }

/** 签名核对的结论。 */
export const signedZh: SignedWords = {
  holds: (signatures, asked) => `签名相符：${signatures} 把指明的密钥签了名（要求 ${asked} 把）`,
  unvouched: signatures =>
    `有 ${signatures} 个签名，与所附公钥相符；公钥是谁的，没有核对（用 --signer 指明）`,
  tooFew: (asked, there, missing) =>
    `签名不够：要求 ${asked} 个，指明的密钥签了 ${there} 个${missing === '' ? '' : `；没有签的：${missing}`}`,
  unsigned: path => `没有签名：${path} 中没有`,
  by: (name, id, algorithm) => `${name}，${NAMES[algorithm]} 密钥 ${id}`,
  registered: (entry, at) => `登记于 ${at}（条目 ${entry}，据其清单）`,
  unregistered: '何时登记，没有核对',
  time: time => `签名时间 ${time}，系签名人自称，未经证明`,
  how: {
    unvouched: '密钥是谁的，没有核对',
    stranger: '不是指明的密钥，没有核对',
  },
  fails: {
    absent: ({ file }) => `签名不符：缺少 ${file}`,
    form: ({ file }) => `签名不符：${file} 不是签名的陈述`,
    signature: ({ file }) => `签名不符：${file} 不是这把密钥所签，或有一字节不同`,
    'other-draw': ({ file, draw }) =>
      `签名不符：${file} 签的${draw === null ? '不是抽取' : `是抽取 ${draw}`}，或是另一份承诺`,
    'other-sums': ({ file }) => `签名不符：${file} 签的是别的 SHA256SUMS 或 SM3SUMS`,
    'other-content': ({ file }) => `签名不符：${file} 与 SM3SUMS 所列不同`,
    'lost-key': ({ signer: { id, ended } }) =>
      `签名不可信：密钥 ${id} 已挂失（条目 ${ended!.entry}，${ended!.at}），签名中的时间不能说明是谁签的`,
    'ended-before': ({ signer: { id, ended }, time }) =>
      `签名不可信：密钥 ${id} 于 ${ended!.at} 换用（条目 ${ended!.entry}），签名自称的时间在其后：${time}`,
  },
}

/**
 * `shuangsuiji/verify`: does a folder agree with the law? For programs that check draws of others: no file, no database, no
 * language, no clock; the folder comes as its files by name, the verdict goes out as a value.
 */
export type { Difference } from '../core/draw/verify/difference.ts'
export { type Verdict, verify } from '../core/draw/verify/verdict.ts'

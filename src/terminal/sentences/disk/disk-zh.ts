import type { DiskFull, RoomNeeded } from '../../../core/reasons.ts'
import type { JsonFlaw } from '../../../core/settings/json-flaw.ts'
import type { SettingsWords } from '../topics/common.ts'
import type { Message } from '../topics/message.ts'
import { leastBytes, mostBytes } from './bytes.ts'

export function diskFull({ path, free, needs }: DiskFull): Message {
  const room = [
    ...(free === null ? [] : [needs === null ? `可用 ${mostBytes(free)}，不够` : `可用 ${mostBytes(free)}`]),
    ...(needs === null ? [] : [`${HOW[needs.how]} ${leastBytes(needs.bytes)}`]),
  ]
  return [
    `不能写入“${path}”：磁盘已满${room.length === 0 ? '' : `（${room.join('，')}）`}`,
    '腾出空间或换到别处，再执行一次',
  ]
}

const HOW: Readonly<Record<RoomNeeded['how'], string>> = { about: '约需', over: '所需超过', most: '至多需要' }

/** 系统为什么不让读写，附上代码供管理员查。 */
export function systemState(message: string): string {
  const [code] = /^(?:E[A-Z]+\d*|SQLITE_\w+)/.exec(message) ?? []
  const words =
    code === undefined
      ? undefined
      : (STATES[code] ?? (code.startsWith('SQLITE_IOERR') ? STATES.EIO : undefined))
  return words === undefined ? message : `${words}（${code}）`
}

const STATES: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EPERM: '系统不允许',
  EROFS: '所在磁盘只读',
  EISDIR: '它是文件夹',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  ENOENT: '没有这个文件或文件夹',
  EEXIST: '那里已有同名的文件',
  ENOTEMPTY: '文件夹不是空的',
  ELOOP: '链接绕成了圈',
  ENAMETOOLONG: '名称太长',
  EFBIG: '磁盘不允许这么大的文件',
  EBUSY: '别的程序正在使用',
  ETXTBSY: '别的程序正在使用',
  EIO: '磁盘出错',
  ENXIO: '设备不在',
  ENODEV: '设备不在',
  ESTALE: '共享文件夹已断开',
}

/** 一段文字从哪里起不是 JSON。 */
export function jsonState(flaw: JsonFlaw | null): string {
  if (flaw === null) return '是 JSON，但不是一个对象'
  const place = `第 ${flaw.line} 行第 ${flaw.column} 个字符`
  switch (flaw.what) {
    case 'comment':
      return `${place}起是注释，JSON 里没有注释，请删去`
    case 'trailing-comma':
      return `${place}是最后一项后面的逗号，JSON 里不能有，请删去`
    case 'quote':
      return `${place}是 ${flaw.character}，JSON 只用英文双引号，请写成 "…"`
    case 'unquoted':
      return `${place}起是 JSON 里没有的词或数，请用英文双引号括起来："…"`
    case 'end':
      return `${place}处就结束了，括号或引号没有闭合`
    case 'character':
      return `${place}（“${flaw.character}”）起不是 JSON`
    default:
      return flaw.what satisfies never
  }
}

export const settingsWords: SettingsWords = {
  columns: { name: '设置项', value: '值', from: '来自', commands: '用于' },
  titles: {
    db: '数据库',
    lang: '语言',
    actor: '操作人',
    color: '颜色',
    key: '台账密钥',
    encoding: '编码',
    headings: '表头',
    format: '格式',
    layout: '名单版式',
    officers: '人员公示',
    profile: '导出范围',
  },
  from: { line: '命令行', environment: '环境变量', file: 'ssj.json', preset: '预设' },
  none: '（无）',
  all: '各命令',
  and: '、',
  file: path => `先写的算数：命令行、环境变量、${path}、预设`,
  noFile: path => `先写的算数：命令行、环境变量、${path}（没有这个文件）、预设`,
}

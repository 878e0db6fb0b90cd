import type { EngineReasons } from '../../../core/engine/reasons.ts'

/** What is the matter with the file of a DuckDB. */
export const FILE_PROBLEMS: Readonly<Record<EngineReasons['engine-file-open']['problem'], string>> = {
  held: '正被另一程序打开',
  newer: '由比已安装的更新的 DuckDB 写成',
  'no-database': '不是 DuckDB 数据库，或已损坏',
  forbidden: '当前用户无权读写',
}

/** What to do about it. */
export const FILE_CURES: Readonly<Record<EngineReasons['engine-file-open']['problem'], string>> = {
  held: 'DuckDB 文件同一时间只能由一个程序打开：先在那边关闭，或登记一份副本',
  newer: '在 ssj 所在目录运行 npm install @duckdb/node-api@latest',
  'no-database':
    'Parquet、CSV 文件：登记一个空的 DuckDB 文件，--registry 写 "select * from read_parquet(\'文件\')"',
  forbidden: '抽样框的快照要存在其中：请给写权限，或登记一份副本',
}

/** What is the matter with the certificate of a server. */
export const CERTIFICATE_PROBLEMS: Readonly<
  Record<EngineReasons['engine-certificate']['problem'], (engine: string) => string>
> = {
  untrusted: engine => `外部数据库“${engine}”的服务器证书不受本机信任`,
  'other-name': engine => `外部数据库“${engine}”的服务器证书是另一台主机的`,
  'not-valid': engine => `外部数据库“${engine}”的服务器证书今天无效`,
  none: engine => `外部数据库“${engine}”不接受加密连接`,
}

/** What to do about that. */
export const CERTIFICATE_CURES: Readonly<Record<EngineReasons['engine-certificate']['problem'], string>> = {
  untrusted: '把签发机构的证书写进地址：ssj engine change 名称 --url …?tls=on&ca=文件',
  'other-name': '地址中写证书上的主机名',
  'not-valid': '请服务器管理员更换证书，或核对本机时钟',
  none: '请管理员在服务器上启用 TLS（ClickHouse 用 https 端口 8443），或去掉 tls=on',
}

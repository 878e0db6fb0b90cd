import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { zipSync } from 'fflate'

/**
 * `npm run portable [-- FOLDER]`: one zip for Windows (x64) that is unpacked and runs, without anything to install: Node from
 * nodejs.org, the program as it is built, the packages of the lockfile, the driver of the database for that platform.
 * `--node VERSION` takes another Node, `--from URL` another place with the same files (a mirror, a folder behind the firewall:
 * `https://npmmirror.com/mirrors/node`), `--sums URL` the list of digests from yet another one. What does not have the digest
 * that the list or the lockfile states is refused, and nothing is written.
 */
const ROOT = import.meta.dirname
const NODE = '24.21.0'
const PLATFORM = 'win-x64'
/** What Windows Explorer unpacks anywhere: its own limit of a whole path is 260. */
const LONGEST = 200

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    node: { type: 'string', default: NODE },
    from: { type: 'string', default: 'https://nodejs.org/dist' },
    sums: { type: 'string' },
  },
})
const to = resolve(positionals[0] ?? '.')
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
const name = `ssj-${manifest.version}-${PLATFORM}`

const files = new Map([
  ['node/node.exe', await nodeExecutable()],
  ...programFiles(),
  ...packageFiles(),
  ...driverFiles(),
  ['ssj.cmd', crlf(SSJ_CMD())],
  ['工作台.cmd', crlf(DESK_CMD())],
  ['说明.txt', crlf(`\uFEFF${GUIDE()}`)],
])
const long = [...files.keys()].map(path => `${name}/${path}`).filter(path => path.length > LONGEST)
if (long.length > 0) throw new Error(`paths longer than ${LONGEST}: ${long.join(', ')}`)
const path = join(to, `${name}.zip`)
writeFileSync(path, zipped(files))
process.stdout.write(`${path}\n${digestOf('sha256', readFileSync(path), 'hex')}\n`)

/** `node.exe`, of the digest that its publisher states. */
async function nodeExecutable() {
  const version = `v${values.node}`
  const sums = await download(`${values.sums ?? values.from}/${version}/SHASUMS256.txt`)
  const file = `${PLATFORM}/node.exe`
  const stated = new RegExp(`^([0-9a-f]{64})  ${file}$`, 'm').exec(sums.toString('utf8'))?.[1]
  if (stated === undefined) throw new Error(`SHASUMS256.txt of ${version} does not list ${file}`)
  const bytes = await download(`${values.from}/${version}/${file}`)
  expectDigest(file, 'sha256', bytes, stated, 'hex')
  return bytes
}

async function download(url) {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${answer.statusText}`)
  return Buffer.from(await answer.arrayBuffer())
}

/** The program as it is installed, with its manual and the examples of the tour. */
function programFiles() {
  const parts = ['bin', 'compat', 'dist', 'docs', 'fixtures/district', 'layouts']
  const single = ['package.json', 'CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md']
  return [...parts.flatMap(below), ...single].map(file => [`app/${file}`, readFileSync(join(ROOT, file))])
}

/** What the program needs of other packages while it runs, as the lockfile has it; types and what is not for this are not. */
function packageFiles() {
  const needed = Object.entries(lock).filter(
    ([path, { dev, optional, peer, devOptional }]) =>
      path.startsWith('node_modules/') &&
      !(dev || optional || peer || devOptional) &&
      !/@types\/|undici-types/.test(path),
  )
  return needed.flatMap(([folder, { version }]) => {
    const installed = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')).version
    if (installed !== version) throw new Error(`${folder} is ${installed}, not ${version}: npm ci`)
    return below(folder)
      .filter(file => !file.slice(folder.length + 1).startsWith('node_modules/'))
      .filter(file => !/\.(?:map|d\.[cm]?ts)$/.test(file))
      .map(file => [`app/${file}`, readFileSync(join(ROOT, file))])
  })
}

/** The driver of the database, of which the registry's tarball holds what was compiled for each platform. */
function driverFiles() {
  const folder = 'node_modules/better-sqlite3'
  const { version, integrity } = lock[folder]
  const scratch = mkdtempSync(join(tmpdir(), 'ssj-portable-'))
  try {
    const words = [
      'pack',
      `better-sqlite3@${version}`,
      '--silent',
      '--prefer-offline',
      '--pack-destination',
      scratch,
    ]
    execFileSync('npm', words, { cwd: scratch, shell: process.platform === 'win32' })
    const tarball = join(scratch, `better-sqlite3-${version}.tgz`)
    const [algorithm, stated] = integrity.split(/-(.*)/)
    expectDigest('better-sqlite3', algorithm, readFileSync(tarball), stated, 'base64')
    execFileSync('tar', ['-xzf', tarball, '-C', scratch])
    const unpacked = join(scratch, 'package')
    const kept = /^(?:lib\/|package\.json$|LICENSE$|prebuilds\/win32-x64\.node$)/
    return filesBelow(unpacked)
      .filter(file => kept.test(file))
      .map(file => [`app/${folder}/${file}`, readFileSync(join(unpacked, file))])
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function expectDigest(file, algorithm, bytes, stated, form) {
  const found = digestOf(algorithm, bytes, form)
  if (found !== stated) throw new Error(`${file} has the ${algorithm} ${found}, not ${stated}: not taken`)
}

function digestOf(algorithm, bytes, form) {
  return createHash(algorithm).update(bytes).digest(form)
}

function below(part) {
  return filesBelow(join(ROOT, part)).map(file => `${part}/${file}`)
}

function filesBelow(folder) {
  if (!existsSync(folder)) throw new Error(`${folder} is not there: npm ci && npm run build`)
  return readdirSync(folder, { recursive: true })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => statSync(join(folder, file)).isFile())
    .sort()
}

/** The same files give the same bytes, whenever they are packed. */
function zipped(contents) {
  const mtime = new Date('2026-01-01T00:00:00')
  const packed = [...contents].map(([file, bytes]) => [`${name}/${file}`, [bytes, { mtime, level: 9 }]])
  return zipSync(Object.fromEntries(packed))
}

function crlf(text) {
  return Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8')
}

/** What a command prompt runs; nothing in it but ASCII, which every code page reads alike. */
function SSJ_CMD() {
  return `@echo off
"%~dp0node\\node.exe" "%~dp0app\\bin\\ssj.js" %*
`
}

/** A double click: the desk, with its database in the folder \`data\` beside, in a window that stays when something is wrong. */
function DESK_CMD() {
  return `@echo off
if not exist "%~dp0data" mkdir "%~dp0data"
cd /d "%~dp0data"
"%~dp0node\\node.exe" "%~dp0app\\bin\\ssj.js" %*
if errorlevel 1 pause
`
}

function GUIDE() {
  return `双随机抽查 ssj ${manifest.version}（Windows 免安装版）

一、解压到本机硬盘上任意文件夹（如 D:\\ssj），不要放在网盘、共享盘上，也不要直接在压缩包里运行。
    从网上下载的压缩包，解压前在它上面点右键、“属性”，有“解除锁定”的勾上：否则 Windows 会在打开 .cmd 时拦一次（点“更多信息”、“仍要运行”）。
二、双击“工作台.cmd”打开工作台。数据库在旁边的 data 文件夹里；要导入的文件也放在 data 里，选起来方便。
三、要在别的文件夹里工作：打开 PowerShell 或命令提示符，进入该文件夹，运行 D:\\ssj\\ssj.cmd。
四、手册在 app\\docs\\手册，从“目录.md”看起（记事本、浏览器、WPS 都可以打开）。
五、升级：解压新版，把旧版的 data 文件夹整个移过去。升级之前先在工作台里备份。
六、卸载：删除整个文件夹。程序不写注册表，不联网。

程序是不是原版：在 PowerShell 里用 Get-FileHash 计算压缩包的 SHA-256，与发布说明对照：
  Get-FileHash ssj-${manifest.version}-${PLATFORM}.zip -Algorithm SHA256
或在命令提示符里：
  certutil -hashfile ssj-${manifest.version}-${PLATFORM}.zip SHA256
解压以后：ssj.cmd verify --self

其中 node.exe 是 Node.js ${values.node}，来自 nodejs.org，许可见其网站；其余许可见 app\\LICENSE 和 app\\node_modules 下各文件夹。
`
}

import { hasher } from '../../core/hash.ts'
import { base64Of } from '../../core/ledger/base64.ts'
import type { FirmResults } from '../../core/publication/results/firm-pages.ts'
import { escaped } from './escaped.ts'

/**
 * One page that sets each result beside its draw: a citizen looks a firm up by code or name and reads when it was drawn, who
 * visited it on which day, and what was found. One file without network; a policy in it allows nothing but its own few lines.
 */
export function resultsPage(
  firms: readonly FirmResults[],
  { office, today }: { readonly office: string; readonly today: string },
): string {
  const digest = (text: string) => base64Of(hasher().update(text).bytes())
  const policy = `default-src 'none'; style-src 'sha256-${digest(STYLE)}'; script-src 'sha256-${digest(SCRIPT)}'`
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>双随机抽查结果查询</title>',
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<header>',
    '<h1>双随机抽查结果查询</h1>',
    `<p>${escaped(office)}${office === '' ? '' : '，'}截至 ${escaped(today)}，共 ${firms.length} 户。每户写明：抽中或因何检查、何日检查、哪些部门、查出什么。</p>`,
    '<label for="find">按统一社会信用代码或名称查找</label>',
    '<input id="find" type="search" autocomplete="off">',
    '<p id="count" role="status"></p>',
    '</header>',
    '<main>',
    ...firms.map(firm),
    '</main>',
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function firm({ code, name, draws }: FirmResults): string {
  return [
    `<article data-code="${escaped(code)}">`,
    `<h2>${escaped(name)}</h2>`,
    `<p class="code">${escaped(code)}</p>`,
    ...draws.flatMap(({ draw, taskName, drawnOn, isCase, visits }) => [
      `<section><h3>${escaped(isCase ? `个案检查：${taskName}` : taskName)}</h3>`,
      isCase
        ? `<p>不是随机抽中，因${escaped(taskName)}检查（个案编号 ${escaped(draw)}）</p>`
        : `<p>${escaped(drawnOn)} 随机抽中（抽取编号 ${escaped(draw)}）</p>`,
      ...visits.map(({ department, results }) => {
        const days = [...new Set(results.flatMap(({ found }) => found?.inspected || []))]
        const when = days.length === 0 ? '检查结果尚未公示' : `${days.join('、')} 检查`
        const items = results.map(({ item, found }) => {
          if (found === null) return days.length === 0 ? '' : `<li>${escaped(item)}：尚未公示</li>`
          const remark = found.remark === '' ? '' : `<br><small>${escaped(found.remark)}</small>`
          const label = item === '' ? '' : `${escaped(item)}：`
          return `<li>${label}<strong>${escaped(found.text)}</strong>${remark}<br><small>${escaped(found.published)} 公示</small></li>`
        })
        return `<div class="visit"><p><b>${escaped(department)}</b>　${when}</p><ul>${items.join('')}</ul></div>`
      }),
      '</section>',
    ]),
    '</article>',
  ].join('\n')
}

const STYLE = `
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 860px; padding: 16px; color: #1a1a1a; background: #fff; font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 22px; margin: 0 0 8px; }
h2 { font-size: 18px; margin: 0; }
h3 { font-size: 16px; margin: 12px 0 0; }
label { display: block; margin-top: 8px; }
input { width: 100%; min-height: 44px; padding: 8px 12px; font: inherit; border: 1px solid #767676; border-radius: 4px; }
article { margin: 12px 0; padding: 12px; border: 1px solid #c8c8c8; border-radius: 6px; break-inside: avoid; }
article[hidden] { display: none; }
.code { margin: 0; color: #555; }
section p { margin: 4px 0; }
.visit { margin: 8px 0 0; padding-left: 10px; border-left: 3px solid #1f5fa8; }
ul { margin: 4px 0; padding-left: 20px; }
small { color: #555; }
@media (prefers-color-scheme: dark) {
  :root { color-scheme: dark; }
  body { color: #e6e6e6; background: #161616; }
  input { color: inherit; background: #222; border-color: #8a8a8a; }
  article { border-color: #555; }
  .code, small { color: #b4b4b4; }
  .visit { border-color: #7fb2ea; }
}
@media print {
  input, label, #count { display: none; }
}
`

const SCRIPT = `
const articles = [...document.querySelectorAll('article')]
const count = document.getElementById('count')
const plain = text => text.normalize('NFKC').toUpperCase().replace(/\\s/g, '')
const texts = articles.map(one => plain(one.dataset.code + one.querySelector('h2').textContent))
function show() {
  const wanted = plain(document.getElementById('find').value)
  let shown = 0
  for (const [i, article] of articles.entries()) {
    article.hidden = wanted !== '' && !texts[i].includes(wanted)
    if (!article.hidden) shown++
  }
  count.textContent = wanted === '' ? '' : shown === 0 ? '没有公示的抽查记录' : '找到 ' + shown + ' 户'
}
document.getElementById('find').addEventListener('input', show)
document.documentElement.dataset.ready = ''
`

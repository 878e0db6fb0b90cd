/** How a certificate of the third version looks: on A4 each sheet is one page, in black that copies well. */
export const PAGE_STYLE = `
@page{size:A4;margin:10mm 15mm}
*{box-sizing:border-box}
body{margin:0 auto;max-width:52rem;padding:2rem 1.25rem;color:#1c2127;background:#fff;font:15px/1.6 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif}
h1{font-size:1.5rem;text-align:center;margin:.3rem 0;letter-spacing:.05em}
h2{font-size:1rem;margin:1rem 0 .3rem;border-bottom:1px solid #9aa3ad;padding-bottom:.1rem;break-after:avoid}
p{margin:.3rem 0}
.number{text-align:center;color:#4a5460;margin:0}
.top{display:flex;gap:1rem;margin:.8rem 0;align-items:stretch}
.said{flex:1 1 auto;min-width:0;display:flex;flex-direction:column;justify-content:center;border:2px solid #7a1f1f;padding:.4rem .9rem}
.verdict{font-size:1.2rem;font-weight:700;overflow-wrap:anywhere}
.since{border-top:1px solid #7a1f1f;padding-top:.3rem;overflow-wrap:anywhere}
.seal{flex:0 0 15rem;border:1px dashed #8a949e;padding:.4rem .7rem;display:flex;flex-direction:column;justify-content:space-between;min-height:11rem;break-inside:avoid}
.seal .place{flex:1 1 auto;display:flex;align-items:center;justify-content:center;color:#6a747e}
.seal dl div{grid-template-columns:4.2rem 1fr;border-bottom:1px solid #8a949e}
dl{margin:0}
dl div{display:grid;grid-template-columns:10.5rem 1fr;gap:.2rem .8rem;padding:.08rem 0;border-bottom:1px dotted #cfd5db;break-inside:avoid}
dt{color:#4a5460}
dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:.2rem 0}
th,td{border:1px solid #9aa3ad;padding:.15rem .4rem;text-align:left;vertical-align:top;font-weight:400;overflow-wrap:anywhere}
thead{display:table-header-group}
thead th{background:#eef0f2;font-weight:700}
tr{break-inside:avoid}
td:nth-last-child(2){width:34%}
td:last-child{width:32%}
small{color:#4a5460}
pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.2rem 0;font:12px/1.5 "Noto Sans Mono CJK SC",Consolas,monospace;background:#f4f5f6;border:1px solid #d8dde2;padding:.2rem .5rem}
.digits{font:.8em/1.6 "Noto Sans Mono CJK SC",Consolas,monospace}
.data pre{font-size:7px;line-height:1.3;columns:2}
.data pre.line{columns:1}
article+article,.data{break-before:page}
article[lang=en]{font-family:Georgia,"Times New Roman",serif}
@media (max-width:40rem){.top{flex-direction:column}dl div{grid-template-columns:1fr}}
@media print{
body{padding:0;max-width:none;font-size:8.2pt;line-height:1.3}
h1{font-size:16pt;margin:0}
h2{font-size:9.2pt;margin:1.3mm 0 .4mm}
p{margin:.4mm 0}
.top{margin:2mm 0;gap:4mm;flex-direction:row}
.verdict{font-size:12.5pt}
.seal{flex-basis:62mm;min-height:43mm}
dl div{grid-template-columns:30mm 1fr;gap:0 2mm}
dl div.wide{grid-template-columns:48mm 1fr}
small{font-size:7pt}
.seal dl{display:block}
.seal dl div{grid-template-columns:16mm 1fr;padding:.6mm 0}
dl{display:flex;flex-wrap:wrap}
dl div{flex:1 1 40%}
dl div.wide{flex-basis:100%}
th,td{padding:.3mm 1.4mm}
pre{font-size:7pt;padding:.4mm 1.4mm}
article[lang=en]{font-size:8pt;line-height:1.25}
}
`

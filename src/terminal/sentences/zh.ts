import { wordsZh } from '../../core/publication/words/words-zh.ts'
import { combine } from './combine.ts'
import { deskZh } from './desk/desk-zh.ts'
import { exchangeZh } from './exchange/zh.ts'
import { officeZh } from './office/office-zh.ts'
import { signingZh } from './signing/signing-zh.ts'
import { certificateZh } from './zh/certificate.ts'
import { commonZh } from './zh/common.ts'
import { drawZh } from './zh/draw.ts'
import { engineZh } from './zh/engine.ts'
import { freezeZh } from './zh/freeze.ts'
import { importZh } from './zh/import.ts'
import { ledgerZh } from './zh/ledger.ts'
import { logZh } from './zh/log.ts'
import { mergeZh } from './zh/merge.ts'
import { planZh } from './zh/plan.ts'
import { publishZh } from './zh/publish.ts'
import { registryZh } from './zh/registry.ts'
import { reportZh } from './zh/report.ts'
import { resultsZh } from './zh/results.ts'
import { rulesZh } from './zh/rules.ts'
import { simulationZh } from './zh/simulation.ts'
import { substitutionZh } from './zh/substitution.ts'
import { verifyZh } from './zh/verify.ts'
import { visitsZh } from './zh/visits.ts'

/** 中文。 */
export const zh = combine(
  {
    common: commonZh,
    registry: registryZh,
    import: importZh,
    rules: rulesZh,
    office: officeZh,
    visits: visitsZh,
    plan: planZh,
    freeze: freezeZh,
    draw: drawZh,
    simulation: simulationZh,
    substitution: substitutionZh,
    merge: mergeZh,
    publish: publishZh,
    verify: verifyZh,
    certificate: certificateZh,
    report: reportZh,
    results: resultsZh,
    exchange: exchangeZh,
    log: logZh,
    ledger: ledgerZh,
    engine: engineZh,
    desk: deskZh,
    signing: signingZh,
  },
  wordsZh,
)

import { wordsEn } from '../../core/publication/words/words-en.ts'
import { combine } from './combine.ts'
import { deskEn } from './desk/desk-en.ts'
import { certificateEn } from './en/certificate.ts'
import { commonEn } from './en/common.ts'
import { drawEn } from './en/draw.ts'
import { engineEn } from './en/engine.ts'
import { freezeEn } from './en/freeze.ts'
import { importEn } from './en/import.ts'
import { ledgerEn } from './en/ledger.ts'
import { logEn } from './en/log.ts'
import { mergeEn } from './en/merge.ts'
import { planEn } from './en/plan.ts'
import { publishEn } from './en/publish.ts'
import { registryEn } from './en/registry.ts'
import { reportEn } from './en/report.ts'
import { resultsEn } from './en/results.ts'
import { rulesEn } from './en/rules.ts'
import { simulationEn } from './en/simulation.ts'
import { substitutionEn } from './en/substitution.ts'
import { verifyEn } from './en/verify.ts'
import { visitsEn } from './en/visits.ts'
import { exchangeEn } from './exchange/en.ts'
import { officeEn } from './office/office-en.ts'
import { signingEn } from './signing/signing-en.ts'

/** English. */
export const en = combine(
  {
    common: commonEn,
    registry: registryEn,
    import: importEn,
    rules: rulesEn,
    office: officeEn,
    visits: visitsEn,
    plan: planEn,
    freeze: freezeEn,
    draw: drawEn,
    simulation: simulationEn,
    substitution: substitutionEn,
    merge: mergeEn,
    publish: publishEn,
    verify: verifyEn,
    certificate: certificateEn,
    report: reportEn,
    results: resultsEn,
    exchange: exchangeEn,
    log: logEn,
    ledger: ledgerEn,
    engine: engineEn,
    desk: deskEn,
    signing: signingEn,
  },
  wordsEn,
)

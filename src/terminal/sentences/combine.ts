import type { Words } from '../../core/publication/words/words.ts'
import type { Sentences, Topics } from './sentences.ts'

/** The sentences of one language, put together from its topics. */
export function combine(topics: Topics, published: Words): Sentences {
  const { common, registry, rules, visits, plan, freeze, draw, simulation } = topics
  const { substitution, merge, publish, verify, certificate, report, log, ledger } = topics
  return {
    common: common.words,
    registry: registry.words,
    import: topics.import.words,
    rules: rules.words,
    visits: visits.words,
    plan: plan.words,
    freeze: freeze.words,
    draw: draw.words,
    simulation: simulation.words,
    substitution: substitution.words,
    merge: merge.words,
    publish: publish.words,
    verify: verify.words,
    certificate: certificate.words,
    report: report.words,
    log: log.words,
    ledger: ledger.words,
    reasons: {
      ...common.reasons,
      ...registry.reasons,
      ...rules.reasons,
      ...visits.reasons,
      ...plan.reasons,
      ...freeze.reasons,
      ...draw.reasons,
      ...substitution.reasons,
      ...merge.reasons,
      ...publish.reasons,
      ...certificate.reasons,
      ...report.reasons,
      ...ledger.reasons,
    },
    issues: registry.issues,
    help: {
      common: common.help,
      registry: registry.help,
      import: topics.import.help,
      rules: rules.help,
      visits: visits.help,
      plan: plan.help,
      freeze: freeze.help,
      draw: draw.help,
      simulation: simulation.help,
      substitution: substitution.help,
      merge: merge.help,
      publish: publish.help,
      verify: verify.help,
      certificate: certificate.help,
      report: report.help,
      log: log.help,
      ledger: ledger.help,
    },
    published,
  }
}

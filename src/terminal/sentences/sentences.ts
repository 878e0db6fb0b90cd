import type { CalendarReasons } from '../../core/calendar/reasons.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import type { SealReasons } from '../../core/draw/seed/reasons.ts'
import type { SubstitutionReasons } from '../../core/draw/substitution/reasons.ts'
import type { EngineReasons } from '../../core/engine/reasons.ts'
import type { ExchangeReasons } from '../../core/exchange/reasons.ts'
import type { FreezeReasons } from '../../core/freeze/reasons.ts'
import type { LedgerReasons } from '../../core/ledger/reasons.ts'
import type { OfficeReasons } from '../../core/office/reasons.ts'
import type { PlanReasons } from '../../core/plan/reasons.ts'
import type { LendingReasons, PoolReasons } from '../../core/pool/reasons.ts'
import type { LayoutReasons } from '../../core/publication/lists/reasons.ts'
import type { CertificateReasons, PublicationReasons } from '../../core/publication/reasons.ts'
import type { Words } from '../../core/publication/words/words.ts'
import type { DatabaseReasons, FileReasons, OptionReasons } from '../../core/reasons.ts'
import type { RegistryReasons } from '../../core/registry/reasons.ts'
import type { ReportReasons } from '../../core/report/reasons.ts'
import type { ResultReasons } from '../../core/results/reasons.ts'
import type { RiskReasons } from '../../core/risk/reasons.ts'
import type { RuleReasons } from '../../core/rules/reasons.ts'
import type { SettingsReasons } from '../../core/settings/reasons.ts'
import type { SigningReasons } from '../../core/signing/reasons.ts'
import type { MergeReasons, VisitReasons } from '../../core/visits/reasons.ts'
import type { CertificateSentences } from './topics/certificate.ts'
import type { CommonSentences } from './topics/common.ts'
import type { DeskSentences } from './topics/desk.ts'
import type { DrawSentences } from './topics/draw.ts'
import type { EngineSentences } from './topics/engine.ts'
import type { ExchangeSentences } from './topics/exchange.ts'
import type { FreezeSentences } from './topics/freeze.ts'
import type { ImportSentences } from './topics/import.ts'
import type { LedgerSentences } from './topics/ledger.ts'
import type { LogSentences } from './topics/log.ts'
import type { MergeSentences } from './topics/merge.ts'
import type { IssueSentences, SentencesOf } from './topics/message.ts'
import type { OfficeSentences } from './topics/office.ts'
import type { PlanSentences } from './topics/plan.ts'
import type { PublishSentences } from './topics/publish.ts'
import type { RegistrySentences } from './topics/registry.ts'
import type { ReportSentences } from './topics/report.ts'
import type { ResultSentences } from './topics/results.ts'
import type { RuleSentences } from './topics/rules.ts'
import type { SigningSentences } from './topics/signing.ts'
import type { SimulationSentences } from './topics/simulation.ts'
import type { SubstitutionSentences } from './topics/substitution.ts'
import type { VerifySentences } from './topics/verify.ts'
import type { VisitSentences } from './topics/visits.ts'

/** One language: the sentences of every topic. A missing sentence does not compile. */
export interface Topics {
  readonly common: CommonSentences
  readonly registry: RegistrySentences
  readonly import: ImportSentences
  readonly rules: RuleSentences
  readonly office: OfficeSentences
  readonly visits: VisitSentences
  readonly plan: PlanSentences
  readonly freeze: FreezeSentences
  readonly draw: DrawSentences
  readonly simulation: SimulationSentences
  readonly substitution: SubstitutionSentences
  readonly merge: MergeSentences
  readonly publish: PublishSentences
  readonly verify: VerifySentences
  readonly certificate: CertificateSentences
  readonly report: ReportSentences
  readonly results: ResultSentences
  readonly exchange: ExchangeSentences
  readonly log: LogSentences
  readonly ledger: LedgerSentences
  readonly engine: EngineSentences
  readonly desk: DeskSentences
  readonly signing: SigningSentences
}

/** The reasons of every room. A room that refuses with reasons missing here fails a test, since they have no sentences. */
export interface Reasons
  extends DatabaseReasons,
    FileReasons,
    OptionReasons,
    SettingsReasons,
    RegistryReasons,
    CalendarReasons,
    RuleReasons,
    OfficeReasons,
    VisitReasons,
    PlanReasons,
    FreezeReasons,
    LendingReasons,
    PoolReasons,
    DrawReasons,
    SealReasons,
    SigningReasons,
    SubstitutionReasons,
    MergeReasons,
    LayoutReasons,
    ExchangeReasons,
    PublicationReasons,
    CertificateReasons,
    ReportReasons,
    ResultReasons,
    RiskReasons,
    LedgerReasons,
    EngineReasons {}

/** All that a command can say: words and help by topic, reasons and issues by code, and the words of published documents. */
export type Sentences = { readonly [T in keyof Topics]: Topics[T]['words'] } & {
  readonly reasons: SentencesOf<Reasons>
  readonly issues: IssueSentences
  readonly help: { readonly [T in keyof Topics]: Topics[T]['help'] }
  readonly published: Words
}

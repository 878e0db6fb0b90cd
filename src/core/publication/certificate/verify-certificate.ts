import { type Commitment, commitmentDigest } from '../../draw/commitment/commitment.ts'
import { digestOf, type OpenFolder } from '../../draw/folder/content.ts'
import { SUMS_FILE } from '../../draw/folder/sums.ts'
import { EXCLUSIONS, SELECTION } from '../../draw/folder/tables.ts'
import { sourceOf } from '../../draw/seed/announced-source.ts'
import { drawKeyOf, type Seed, seedOfLines, selectKeyOf } from '../../draw/seed/seed.ts'
import { signatureProblem } from '../../draw/seed/signatures.ts'
import { toldChance } from '../../draw/verify/basis.ts'
import { type Differs, differs } from '../../draw/verify/difference.ts'
import { readCommitment } from '../../draw/verify/read-parts.ts'
import { verify } from '../../draw/verify/verdict.ts'
import { publishedIn } from '../followed/followed-rows.ts'
import { type Certificate, type Finding, jsonText, lawOf } from './certificate.ts'
import { shownSubstitution, substitutionsOf } from './certify.ts'
import { findingDiffers } from './check-finding.ts'
import { type Borne, itemsBorne, teamBorne } from './check-inspection.ts'
import { type PublishedResults, resultsBorne } from './check-results.ts'
import { type Claim, claimsOf } from './claims.ts'
import { findInLists } from './find-in-lists.ts'
import { openLists } from './open-lists.ts'
import { readCertificate } from './read-certificate.ts'
import { showsNothing } from './subject.ts'

export type CertificateCheck =
  | {
      /**
       * `holds` with the whole folder, and with the published results where they were given. `so-far`: all that was shown agrees, but what would give a forgery away was not.
       * `shows-nothing`: an old paper of a mere name, which stands in no frame whatever was drawn.
       */
      readonly kind: 'holds' | 'so-far' | 'shows-nothing'
      readonly certificate: Certificate
      readonly proven: readonly Claim[]
      /** What one certificate cannot show by itself, and what no file can. */
      readonly open: readonly Claim[]
    }
  | Differs

/**
 * Checks a certificate to the last digit against `commitment.json`: the seed lines give the keys, the keys the tickets,
 * the proofs lead to the root, and the numbers give the verdict. With the whole folder of the draw the cut-off, rank and
 * absence follow too. What it says of the inspection is held against the papers of the folder, and against a folder of
 * published results.
 */
export async function verifyCertificate(
  file: string,
  bytes: Uint8Array,
  folder: OpenFolder,
  published: PublishedResults | null = null,
): Promise<CertificateCheck> {
  const parsed = readCertificate(file, bytes)
  if (parsed.kind === 'differs') return parsed
  const { certificate } = parsed
  const read = readCommitment(folder)
  if (read.kind === 'differs') return read
  const { commitment } = read
  if (commitment.spec !== lawOf(certificate)) return otherLaw(file, commitment, certificate)
  const digest = commitmentDigest(commitment)
  if (digest !== certificate.commitment)
    return differs({ file, check: 'other-draw', expected: digest, found: certificate.commitment })
  const wrong =
    taskDiffers(file, certificate, commitment.task) ??
    (await seedDiffers(file, certificate, commitment)) ??
    weaknessUntold(file, certificate, commitment) ??
    findingDiffers(file, certificate, commitment)
  if (wrong) return wrong
  const whole = folder.has(SUMS_FILE) ? folder : null
  const other = whole === null ? undefined : await folderDiffers(file, certificate, whole)
  if (other) return other
  const followed = followedBorne(file, certificate, whole, published)
  return followed.kind === 'differs' ? followed : held(certificate, whole !== null, followed)
}

function otherLaw(file: string, { spec }: Commitment, certificate: Certificate): Differs {
  const found = lawOf(certificate)
  return differs({ file, check: 'other-draw', column: 'spec', expected: spec, found })
}

interface Followed {
  readonly kind: 'followed'
  /** What was borne out of what followed. */
  readonly proven: readonly Claim[]
  /** False where published results were given and do not show all that the certificate calls published. */
  readonly isSettled: boolean
}

/** Holds what followed the draw against the papers of its folder and the published results, as far as they are given. */
function followedBorne(
  file: string,
  certificate: Certificate,
  folder: OpenFolder | null,
  published: PublishedResults | null,
): Followed | Differs {
  const { inspection } = certificate
  const proven: Claim[] = []
  if (inspection == null) return { kind: 'followed', proven, isSettled: true }
  const checks: readonly (readonly [Claim, () => Borne])[] = [
    ['items', () => folder !== null && itemsBorne(file, inspection, folder)],
    ['team', () => folder !== null && teamBorne(file, certificate, inspection, folder)],
    ['results', () => published !== null && resultsBorne(file, certificate, inspection, published)],
  ]
  for (const [claim, check] of checks) {
    const borne = check()
    if (typeof borne === 'object') return borne
    if (borne) proven.push(claim)
  }
  const claimed = inspection.visits.some(({ items }) => publishedIn(items) > 0)
  return {
    kind: 'followed',
    proven,
    isSettled: published === null || !claimed || proven.includes('results'),
  }
}

function taskDiffers(file: string, { task }: Certificate, own: Certificate['task']): Differs | undefined {
  const [expected, found] = [own, task].map(({ id, name }) => `${id} ${name}`) as [string, string]
  return expected === found
    ? undefined
    : differs({ file, check: 'other-draw', column: 'task', expected, found })
}

async function seedDiffers(
  file: string,
  { seed, commitment, drawKey, selectKey }: Certificate,
  { spec, seedSources: sources }: Commitment,
): Promise<Differs | undefined> {
  const names = seed.map(({ source }) => source)
  const announced = sources.map(announced => sourceOf(announced).name)
  if (jsonText(names) !== jsonText(announced))
    return differs({ file, check: 'seed-source', expected: announced.join('; '), found: names.join('; ') })
  const reading = seedOfLines(
    sources,
    seed.map(({ source, value }) => ({ source, value })),
  )
  const problem =
    reading.kind === 'problems'
      ? reading.problems[0]
      : await signatureProblem(
          sources,
          reading.seed,
          Object.fromEntries(seed.map(({ source, signature }) => [source, signature])),
        )
  if (problem) return differs({ file, check: `seed-${problem.kind}`, column: problem.source })
  const { seed: lines } = reading as { readonly seed: Seed }
  const key = drawKeyOf(spec, commitment, lines)
  const expected = { drawKey: key, selectKey: selectKeyOf(key) }
  for (const [column, found] of Object.entries({ drawKey, selectKey })) {
    const wanted = expected[column as keyof typeof expected]
    if (found !== wanted) return differs({ file, check: 'key', column, expected: wanted, found })
  }
  return undefined
}

/** A seed that can be steered is used after its announcement only with an approval, which its papers tell. */
function weaknessUntold(file: string, { draw }: Certificate, commitment: Commitment): Differs | undefined {
  if (toldChance(commitment)?.steerProof !== false) return undefined
  if (draw.commitment === 'with-the-draw' || draw.weakSeed !== undefined) return undefined
  return differs({ file, check: 'finding', column: 'draw.weakSeed' })
}

/** The folder must agree with the law, and say of this target exactly what the certificate says. */
async function folderDiffers(
  file: string,
  certificate: Certificate,
  folder: OpenFolder,
): Promise<Differs | undefined> {
  const verdict = await verify(folder)
  if (verdict.kind === 'differs') return verdict
  if (verdict.kind !== 'agrees') return differs({ file: SELECTION.file, check: 'absent' })
  const draw = openLists(folder)!
  const { target, finding, substitutions } = certificate
  const registered = finding.verdict === 'unknown' && finding.registered
  const found = findInLists(draw)(target.id, registered)
  if (finding.verdict !== 'drawn' && !('ticket' in found) && !folder.has(EXCLUSIONS.file))
    return differs({ file: EXCLUSIONS.file, check: 'absent' })
  const again = {
    finding: asMuchAs(finding, found),
    selection: digestOf(folder.get(SELECTION.file)!),
    // The folder may be older or younger than the certificate: what both tell must be the same.
    // Numbers of a person in a reason are masked in all but old ones.
    substitutions: substitutionsOf(draw, target.id).slice(0, substitutions.length).map(shownSubstitution),
  }
  const told = { ...certificate, substitutions: substitutions.map(shownSubstitution) }
  for (const [column, value] of Object.entries(again)) {
    const [expected, found] = [value, told[column as keyof typeof again]].map(jsonText) as [string, string]
    if (expected !== found)
      return differs({ file, check: 'finding', column, expected: expected.trim(), found: found.trim() })
  }
  return undefined
}

/** An absence is shown in a certificate only where that fits. */
function asMuchAs(shown: Finding, found: Finding): Finding {
  const isLeftOut = shown.verdict === 'unknown' && shown.absence === null
  return isLeftOut && found.verdict === 'unknown' ? { ...found, absence: null } : found
}

function held(certificate: Certificate, withFolder: boolean, followed: Followed): CertificateCheck {
  const { alone, folder, office } = claimsOf(certificate.finding, certificate.inspection)
  const stillOpen = office.filter(claim => !followed.proven.includes(claim))
  if (showsNothing(certificate)) {
    const open = [...folder.filter(claim => !withFolder || claim === 'absence'), ...stillOpen]
    const proven = withFolder ? [...alone, ...folder.filter(claim => claim !== 'absence')] : alone
    return { kind: 'shows-nothing', certificate, proven, open }
  }
  const kind = withFolder && followed.isSettled ? 'holds' : 'so-far'
  return withFolder
    ? { kind, certificate, proven: [...alone, ...folder, ...followed.proven], open: stillOpen }
    : { kind, certificate, proven: [...alone, ...followed.proven], open: [...folder, ...stillOpen] }
}

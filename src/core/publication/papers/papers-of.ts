import { weakSentence } from '../draw-facts.ts'
import { maskText } from '../private-data.ts'
import { publicDrawFacts, publicTarget } from '../public-facts.ts'
import { ANNOUNCEMENT, type Announced, announcement, announcementDocument } from './announcement.ts'
import { CHECKING_GUIDE, checkingGuide, type GuidedFolder } from './checking-guide.ts'
import { circumstances, publicCircumstances } from './circumstances.ts'
import {
  aboutSeed,
  type DocumentInput,
  type Documents,
  type DocumentWishes,
  documentsOf,
} from './documents-of.ts'
import { namedCodes } from './terms.ts'
import { underOffice } from './under-office.ts'

/** Where a folder says in words what the public must be told of a draw beside its result, without its ending. */
const CIRCUMSTANCES = '抽取情况说明'

/** All that a folder holds for people to read. */
export interface Papers extends Documents {
  /** Plain texts, by the name of their file. */
  readonly texts: readonly (readonly [string, string])[]
}

/**
 * The papers of a folder, from what is read of the draw: by whoever exports it out of the registries, and by whoever
 * checks it out of the files of the law and `papers.json`.
 */
export function papersOf(input: DocumentInput, wishes: DocumentWishes): Papers {
  const { documents, bundles } = documentsOf(input, wishes)
  if (input.sealed) {
    const announced = announcementPapers(announcedIn(input, wishes), {
      profile: profileOf(wishes),
      notes: notesOf(input, wishes),
    })
    return {
      ...announced,
      bundles,
      documents: {
        *[Symbol.iterator]() {
          yield* announced.documents
          yield* documents
        },
      },
    }
  }
  const told = circumstancesIn(input, wishes)
  const { commitment, digest } = input.facts
  const notes = notesOf(input, wishes)
  const guide = guideText({ profile: profileOf(wishes), spec: commitment.spec, digest, notes })
  return {
    documents,
    bundles,
    texts: [guide, ...(told === null ? [] : [[`${CIRCUMSTANCES}.txt`, told] as const])],
  }
}

function profileOf({ archive }: DocumentWishes): 'archive' | 'public' {
  return archive ? 'archive' : 'public'
}

function notesOf({ facts }: DocumentInput, { archive, showing }: DocumentWishes): readonly string[] {
  return aboutSeed(archive ? facts : publicDrawFacts(facts, showing))
}

function guideText(folder: GuidedFolder): readonly [string, string] {
  return [`${CHECKING_GUIDE}.txt`, checkingGuide(folder)]
}

/** The papers of a folder that only announces, or of a draw under seal. */
export function announcementPapers(
  announced: Announced,
  { profile, notes }: Pick<GuidedFolder, 'profile' | 'notes'> = {
    profile: 'announced',
    notes: announced.weak === null ? [] : [weakSentence(announced.weak)],
  },
): Papers {
  const { commitment, digest } = announced
  return {
    documents: [underOffice(announcementDocument(announced), announced.office)],
    bundles: new Map(),
    texts: [
      [`${ANNOUNCEMENT}.txt`, announcement(announced)],
      guideText({ profile, spec: commitment.spec, digest, notes }),
    ],
  }
}

/** What was announced of a draw before its seed, as the public reads it. */
function announcedIn(
  { facts, departmentName, itemName }: DocumentInput,
  { showing }: DocumentWishes,
): Announced {
  const { office, number, attempt, again, commitment, digest, lead, frozen, offset, circumstances } =
    publicDrawFacts(facts, showing)
  const { weak } = circumstances
  return {
    ...{ number, attempt, again, weak, commitment, digest, lead, frozenAt: frozen.at, offset, ledger: null },
    names: namedCodes(commitment, {
      department: code => maskText(departmentName(code)),
      item: code => maskText(itemName(code)),
    }),
    ...(office === undefined ? {} : { office }),
  }
}

/** What must be told beside the result: further attempts, a void one, and targets that were replaced. */
function circumstancesIn(
  { facts, earlier, changes, target, departmentName }: DocumentInput,
  { archive, showing }: DocumentWishes,
): string | null {
  const { number: draw, attempt, again, void: voided, failed: code } = facts
  const { committed, weak } = facts.circumstances
  const name = code === null ? null : departmentName(code)
  const failed = name === null || archive ? name : maskText(name)
  const happened = {
    draw,
    attempt,
    reason: again?.reason ?? null,
    earlier,
    void: voided,
    committed,
    weak,
    failed,
    changes,
  }
  return archive
    ? circumstances(happened, target)
    : circumstances(publicCircumstances(happened, showing), id => publicTarget(target(id), showing))
}

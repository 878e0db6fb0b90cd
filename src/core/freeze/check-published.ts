import type { Terms } from '../draw/commitment/commitment.ts'
import type { ExclusionRow, FrameRow, PoolRow } from '../draw/folder/rows.ts'
import { maskText, type PrivateData, privateDataIn } from '../publication/private-data.ts'
import { refusal } from '../refusal.ts'
import { headingOf, library } from '../registry/libraries/library.ts'
import { isUscc } from '../registry/numbers/uscc.ts'
import type { RecordOf } from '../registry/record.ts'
import type { Task } from '../registry/task.ts'
import type { Named } from './check-names.ts'
import type { FreezeReasons } from './reasons.ts'
import type { SeenLists } from './seen-lists.ts'

const refuse = refusal<FreezeReasons>()

/** A text that public files of a draw will hold: the heading that it stands under, and whose it is. */
export interface PublishedText {
  readonly heading: string
  /** The code of the record and its registry, where it is not the task itself. */
  readonly record: string | null
  readonly library?: 'items' | 'departments' | 'inspectors' | 'targets'
  readonly text: string
}

/** What is published of a draw, as it stands in the registries when it is frozen. */
export interface Published {
  /** The line of the plan, or the ad-hoc task. */
  readonly row: RecordOf<'plan'>
  readonly items: readonly RecordOf<'items'>[]
  readonly departments: readonly RecordOf<'departments'>[]
  readonly named: Named
}

/** What of the people who may be matched is public where a seed finds no teams. */
const OF_STAFF = [
  ['code', ({ inspector }: PoolRow) => [inspector]],
  ['station', ({ area }: PoolRow) => [area]],
  ['skills', ({ tags }: PoolRow) => tags],
] as const

/**
 * Refuses a task whose public files would hold a number of a person: what is fixed can be neither masked nor taken back,
 * and a draw that cannot be published need not be made. Where the list is not public, the frame is not looked at.
 */
export function checkPublished(
  task: Task,
  published: Published,
  frame: readonly FrameRow[],
  exclusions: readonly ExclusionRow[],
  pool: readonly PoolRow[],
  seen: SeenLists | null = null,
): void {
  for (const text of textsOf(task, published)) check(task, text)
  if (!task.publishList) return
  if (seen === null) for (const { target } of exclusions) checkCode(task, target)
  else checkSeen(task, seen)
  const areas = new Set<string>()
  for (const { target, area } of frame) {
    if (seen === null) checkCode(task, target)
    areas.add(area)
  }
  for (const area of areas) check(task, { heading: headingOf(TARGETS, 'station'), record: null, text: area })
  for (const row of pool)
    for (const [field, texts] of OF_STAFF)
      for (const text of texts(row))
        check(task, {
          ...{ heading: headingOf(library('inspectors'), field), record: row.inspector, text },
          library: 'inspectors',
        })
}

function checkSeen(task: Task, { privateCodes: { exclusions, frame } }: SeenLists): void {
  if (exclusions !== null) checkCode(task, exclusions)
  if (frame !== null) checkCode(task, frame)
}

/** The same for the terms, which the commitment fixes and publishes. */
export function checkTerms(task: Task, terms: Terms): void {
  for (const [heading, text] of Object.entries(terms)) check(task, { heading, record: null, text })
}

const TARGETS = library('targets')

/** A code with its check character and a letter where one belongs is nobody's number: most codes, and it is quickly seen. */
export function checkCode(task: Task, target: string): void {
  if (WITH_LETTER.test(target) && isUscc(target)) return
  check(task, { heading: headingOf(TARGETS, 'code'), record: target, text: target, library: 'targets' })
}

const WITH_LETTER = /^\w{8}[A-Z]/

function textsOf(task: Task, { row, items, departments }: Published): PublishedText[] {
  const own = (['code', 'name', 'kind', 'scope', 'method'] as const).map(field => ({
    heading: headingOf(library('plan'), field),
    record: null,
    text: row.get(field),
  }))
  const heading = headingOf(library('plan'), 'sources')
  return [
    ...own,
    ...task.sources.map(text => ({ heading, record: null, text })),
    ...items.flatMap(item => [
      textIn(item, 'items', 'code', item.id),
      textIn(item, 'items', 'name', item.id),
    ]),
    ...departments.flatMap(one => [
      textIn(one, 'departments', 'code', one.id),
      textIn(one, 'departments', 'name', one.id),
    ]),
  ]
}

function textIn<N extends 'items' | 'departments'>(
  record: RecordOf<N>,
  name: N,
  field: 'code' | 'name',
  id: string,
): PublishedText {
  const heading = headingOf(library(name), field as never)
  return { heading, record: id, text: record.get(field as never), library: name }
}

function check(task: Task, { heading, record, text, library: of }: PublishedText): void {
  const found: PrivateData | undefined = privateDataIn(text)[0]
  if (found === undefined) return
  const { kind, masked } = found
  const whose = record === null ? null : maskText(record)
  const details = { task: task.id, heading, record: whose, kind, text: masked }
  throw refuse('private-data-to-publish', of === undefined ? details : { ...details, library: of })
}

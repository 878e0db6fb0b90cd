import type { Block, Document } from '../document.ts'
import { NO_SEAL, type OfficeFacts } from '../office-facts.ts'

/**
 * A paper as the office has set it that issues it: its name in red on top and its number, who signs, the place for the seal,
 * its telephone. Only what is signed is a paper of the office: a form stays as it is.
 */
export function underOffice(document: Document, office: OfficeFacts | undefined): Document {
  if (office === undefined || !document.blocks.some(({ kind }) => kind === 'signature')) return document
  const organ = office.letterhead || office.organ
  const number = document.number ?? ''
  const blocks = document.blocks.flatMap(block => blocksUnder(block, office, document))
  return { ...document, blocks, ...(organ === '' && number === '' ? {} : { head: { organ, number } }) }
}

function blocksUnder(block: Block, office: OfficeFacts, { telephoned }: Document): readonly Block[] {
  const { telephone } = office
  if (block.kind === 'facts')
    return [
      {
        ...block,
        facts: block.facts.map(fact =>
          fact.label === TELEPHONE && fact.value === '' ? { ...fact, value: telephone } : fact,
        ),
      },
    ]
  if (block.kind !== 'signature') return [block]
  const signature = signedUnder(block, office)
  return telephoned === true && telephone !== ''
    ? [{ kind: 'text', text: `${TELEPHONE}：${telephone}` }, signature]
    : [signature]
}

/** Where a paper says whom to ask. */
export const TELEPHONE = '联系电话'

/** Who signs, and what stands where the seal goes. */
function signedUnder(
  block: Extract<Block, { kind: 'signature' }>,
  { organ, signature, seal }: OfficeFacts,
): Extract<Block, { kind: 'signature' }> {
  const [name = '', ...rest] = block.lines
  const { seal: own, ...signed } = { ...block, lines: [signature || organ || name, ...rest] }
  const stands = seal === NO_SEAL ? undefined : seal || own
  return stands === undefined ? signed : { ...signed, seal: stands }
}

/** 发文字号 of one of several notices: 示市监〔2026〕14-3号, by the place of its target in the selection. */
export function numberOfOne(number: string, place: number): string {
  return number.replace(/号$/, `-${place}号`)
}

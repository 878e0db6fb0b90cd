import type { FollowedWords } from './followed-words.ts'

/** What published certificates say in English of what followed the draw. */
export const followedEn: FollowedWords = {
  heading: 'After the draw: items, team and result',
  asOf: (entry, at) =>
    `By the record of the office up to entry ${entry} of its ledger (${at}); what changed later is not in this certificate.`,
  columns: { department: 'department', team: 'team', item: 'item (by the list as frozen)', result: 'result' },
  item: (code, name) => (name === '' || name === code ? code : `${name} (${code})`),
  noItem: 'the draw names no item for this department',
  basis: basis => `basis: ${basis}`,
  content: content => `content: ${content}`,
  team: (people, names) => `${names.join(', ')} (${people} ${people === 1 ? 'person' : 'people'})`,
  hiddenTeam: people =>
    `${people} ${people === 1 ? 'person' : 'people'}; the office does not let names be public`,
  host: draw => `made together with draw ${draw}, by the people of that draw`,
  ended: 'no longer due (void draw, target fell out, or seat gone), but the visit took place',
  went: team => `who really went: ${team}`,
  nothing: 'no result is on record',
  unpublished: inspected =>
    `${inspected === '' ? 'on record' : `inspected on ${inspected}`}; the result is not public yet, and this certificate does not tell it`,
  withdrawn: inspected =>
    `${inspected === '' ? 'on record' : `inspected on ${inspected}`}; the result is public no longer, and this certificate does not tell it`,
  published: (text, inspected, published) =>
    `${text} (${[inspected === '' ? '' : `inspected on ${inspected}`, published === '' ? 'published' : `published on ${published}`].filter(part => part !== '').join(', ')})`,
  corrected: (day, reason) => `corrected on ${day}: ${reason}`,
  seeAnnex: items => `${items} items: see the annex`,
  publicSum: published => `the results of ${published} are public`,
  aboutInAnnex: 'Basis and content of the items are in the annex.',
  peopleOnly: people => `${people} ${people === 1 ? 'person' : 'people'}`,
  further: departments =>
    `${departments} more ${departments === 1 ? 'department' : 'departments'}: see the annex.`,
  onWindows: 'On Windows (PowerShell):',
  annex: 'Annex: items, team and result',
  done: 'The target was inspected by the team named, by the list of items as frozen, and the result of every item is public. The inspectors may show by this certificate that they did their duty by the list drawn and the list of items (尽职照单免责); of what is on no list, and of how thorough the inspection was, it says nothing.',
  owing: (items, published) =>
    `${items} ${items === 1 ? 'item is' : 'items are'} due, and the results of ${published} public; that the others were inspected by the list, this certificate does not show.`,
  sealPlace: '(place of the seal)',
  issuer: 'issued by',
  telephone: 'telephone',
  signer: 'signed',
  issued: 'date',
  date: '',
}

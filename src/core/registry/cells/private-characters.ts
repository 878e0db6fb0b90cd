/** A text with the private characters that have a place of their own now in these places. */
export function withPlaces(text: string): string {
  return text.replace(/[\ue76c-\ue864]/g, character => PLACES.get(character) ?? character)
}

/**
 * Characters of GBK and of GB 18030-2000 that had no place in Unicode yet and were decoded to the private use area; since
 * GB 18030-2005 and -2022 each has a place of its own. By the first of a run, what the run stands for in its order.
 */
const RUNS: readonly (readonly [number, string])[] = [
  [0xe76c, '€'],
  [0xe78d, '\u{fe10}\u{fe12}\u{fe11}\u{fe13}\u{fe14}\u{fe15}\u{fe16}\u{fe17}\u{fe18}\u{fe19}'],
  [0xe7c7, 'ḿǹ'],
  [0xe7e7, '〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻'],
  [
    0xe815,
    '⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
  ],
]

const PLACES: ReadonlyMap<string, string> = new Map(
  RUNS.flatMap(([first, run]) =>
    [...run].map((place, i) => [String.fromCharCode(first + i), place] as const),
  ),
)

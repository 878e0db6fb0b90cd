/** A is 1, Z is 26, AA is 27; 0 for what is no column. */
export function columnNumber(letters: string): number {
  let number = 0
  for (let i = 0; i < letters.length; i++) {
    const digit = (letters.charCodeAt(i) & ~0x20) - 64
    if (digit < 1 || digit > 26) return 0
    number = number * 26 + digit
  }
  return number
}

/** Column and row of a reference like `AB12`; null for what is none. */
export function placeOf(reference: string): { readonly column: number; readonly row: number } | null {
  let letters = 0
  while (letters < reference.length && reference.charCodeAt(letters) > 0x39) letters++
  const row = Number(reference.slice(letters))
  const column = letters > 3 ? 0 : columnNumber(reference.slice(0, letters))
  return column > 0 && Number.isInteger(row) && row > 0 ? { column, row } : null
}

/** Columns as a spreadsheet names them. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}

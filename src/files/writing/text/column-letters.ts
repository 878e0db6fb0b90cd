/** A column of a spreadsheet by its letters, counted from 0: A, B, … Z, AA. */
export function columnLetters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : columnLetters(Math.floor(column / 26) - 1) + rest
}

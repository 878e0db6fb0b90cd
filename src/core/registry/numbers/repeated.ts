/** True for one character over and over, which is what a form is filled with that asks for a code nobody has. */
export function isRepeated(code: string): boolean {
  return code.length >= 13 && /^(.)\1*$/u.test(code)
}

/** The option of a command line that a key of its options stands for: `--on-conflict` of `onConflict`. */
export function optionName(key: string): string {
  return `--${key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`
}

/** The value of an option of every command, before the line is parsed. */
export function wordOf(option: string, argv: readonly string[]): string | undefined {
  const at = argv.findIndex(word => word === option || word.startsWith(`${option}=`))
  return at < 0 ? undefined : argv[at] === option ? argv[at + 1] : argv[at]!.slice(option.length + 1)
}

/** The language that the words of a command line ask for, before they are parsed. */
export function languageIn(argv: readonly string[]): string | undefined {
  return wordOf('--lang', argv)
}

/** What the desk leaves to the command line, and why. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  completion: 'for whoever types command lines',
  help: 'for whoever types command lines',
  'engine change': 'where a database lies by now, for whoever runs it',
  'engine sql': 'statements for whoever runs the database by hand; the desk freezes and draws there itself',
  settings: 'where a setting of a command comes from, for whoever writes scripts and command lines',
  'rules show': 'a rule is shown, with its value, where it is set and in the list of rules',
}

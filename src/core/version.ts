/** The version of the program, as package.json has it (a test holds the two together). */
export const VERSION = '0.1.0'
/** The day of the last release, as CHANGELOG.md has it (a test holds the two together). */
export const RELEASED = '2026-11-24'

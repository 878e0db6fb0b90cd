/** A path: as the user wrote it, for every sentence and record, and where it leads from the folder of the command. */
export interface FilePath {
  readonly written: string
  readonly full: string
}

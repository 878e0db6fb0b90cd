/** A record as it is picked from a list: by its id, and what it is called. */
export interface Match {
  readonly id: string
  readonly name: string
}

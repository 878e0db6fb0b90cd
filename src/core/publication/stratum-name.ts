/** A stratum as people read it: a draw without strata has one, which the files of the law call `all`. */
export function stratumNamed(stratum: string): string {
  return stratum === 'all' ? '全部（不分层）' : stratum
}

/** The same in English. */
export function stratumNamedEn(stratum: string): string {
  return stratum === 'all' ? 'all (no strata)' : stratum
}

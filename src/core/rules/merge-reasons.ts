/** Why two draws do not make one visit. */
export interface MergeReasons {
  'merge-two': { given: number }
  'merge-apart': { draws: readonly string[] }
  'merge-absent': { draw: string; target: string }
  'merge-done': { target: string; host: string; guest: string }
  'merge-lacks': { target: string; host: string; guest: string; department: string; tag: string }
}

import type { MergeSentences } from '../topics/merge.ts'

export const mergeEn: MergeSentences = {
  reasons: {
    'merge-needs-two-draws': ({ given }) => [
      `one visit is made of two different draws, not of ${given}`,
      'ssj draw merge without draws lists what can be merged',
    ],
    'periods-do-not-overlap': ({ draws }) => [
      `the periods of draws ${draws.join(' and ')} have no day in common`,
    ],
    'target-not-visited': ({ draw, target }) => [
      `target “${target}” is not to be visited in draw ${draw}`,
      `ssj draw show ${draw} shows who is`,
    ],
    'already-merged': ({ target, host, guest }) => [
      `the visits to “${target}” are merged already (${guest} goes with ${host})`,
      `further draws can still go with ${host}`,
    ],
    'merge-lacks-qualification': ({ target, host, guest, department, tag }) => [
      `the visit to “${target}” cannot go with ${host}: draw ${guest} asks ${department} for “${tag}”, which nobody of that team has`,
      `merge the other way round: ssj draw merge ${guest} ${host} --target ${target}`,
    ],
  },
  words: {
    proposed: count =>
      count === 0
        ? 'no two draws meet at a target in overlapping periods'
        : `${count} visits of draws with overlapping periods to the same target can be made one:`,
    visit: (target, host, guest) => `  ${target}: ${guest} goes with ${host}`,
    department: (department, people, items, shared) =>
      `    ${department}: ${people}${items === '' ? '' : `; items ${items}`}${shared ? ' (one team for both draws)' : ''}`,
    lacks: (department, tag, host) =>
      `    note: nobody of ${department}'s team in ${host} has “${tag}”: merge the other way round`,
    how: 'to merge: ssj draw merge HOST GUEST --target ID --approver NAME',
    already: count => `${count} merged already:`,
    one: (target, host, guest) => `  ${target}: ${guest} goes with ${host}`,
    done: count => `${count} visits merged`,
    heading: 'common visits',
  },
  help: {
    merge:
      'list where draws meet at one target in the same weeks; with two draws and targets, make it one visit',
    target: 'target of the common visit, repeatable',
  },
}

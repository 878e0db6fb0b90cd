import type { MergeSentences } from '../topics/merge.ts'
import { counted } from './phrases.ts'

export const mergeEn: MergeSentences = {
  reasons: {
    'merge-needs-two-draws': ({ given }) => [
      `two different draws are needed to make one visit; given: ${given}`,
      'ssj draw merge without arguments lists what can be merged',
    ],
    'periods-do-not-overlap': ({ draws }) => [`the periods of draws ${draws.join(' and ')} do not overlap`],
    'target-not-visited': ({ draw, target }) => [
      `target “${target}” is not to be visited in draw ${draw}`,
      `ssj draw show ${draw} lists the targets`,
    ],
    'already-merged': ({ target, host, guest }) => [
      `the visits to “${target}” are already merged (${guest} goes with ${host})`,
      `further draws can still be merged into ${host}`,
    ],
    'visited-apart': ({ target, host, hostDay, guest, guestDay }) => [
      `the visits to “${target}” cannot be merged: they took place apart (${host} on ${hostDay}, ${guest} on ${guestDay}), and count as two`,
    ],
    'merge-lacks-qualification': ({ target, host, guest, department, tag }) => [
      `the visit to “${target}” cannot go with ${host}: draw ${guest} requires “${tag}” from ${department}, which no one in that team has`,
      `merge the other way round: ssj draw merge ${guest} ${host} --target ${target}`,
    ],
  },
  words: {
    proposed: count =>
      count === 0
        ? 'no draws with overlapping periods share a target'
        : `${counted(count, 'visit')} to the same target in overlapping periods can be merged:`,
    visit: (target, host, guest) => `  ${target}: ${guest} goes with ${host}`,
    department: (department, people, items, shared) =>
      `    ${department}: ${people}${items === '' ? '' : `; items ${items}`}${shared ? ' (one team for both draws)' : ''}`,
    lacks: (department, tag, host) =>
      `    note: no one in ${department}'s team of ${host} has “${tag}”: merge the other way round`,
    how: 'to merge: ssj draw merge HOST GUEST --target ID --approver NAME',
    already: count => `${count} already merged:`,
    one: (target, host, guest) => `  ${target}: ${guest} goes with ${host}`,
    done: count => `${counted(count, 'visit')} merged`,
    heading: 'common visits',
  },
  help: {
    merge:
      'list targets that several draws visit in overlapping periods; given two draws and targets, merge the visits',
    target: 'target of the common visit; may be repeated',
  },
}

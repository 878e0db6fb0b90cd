import type { DrawSentences } from '../topics/draw.ts'
import { blockingText } from './blocking.ts'
import { counted, listed, orLike, seatNamed } from './phrases.ts'
import { seedProblem } from './seed-problem.ts'

export const drawEn: DrawSentences = {
  reasons: {
    'no-such-draw': ({ draw, nearest }) => [
      `there is no draw “${draw}”${orLike(nearest)}`,
      'ssj draw list shows all draws',
    ],
    'draw-not-run': ({ draw }) => [
      `draw ${draw} is frozen but has not been drawn yet`,
      'draw it with ssj draw run',
    ],
    'draw-failed': ({ draw, department }) => [
      `the seed of draw ${draw} is on record and finds no teams in department ${department}: its commitment is used up, and there is no result`,
      'with more people, freeze anew: ssj draw freeze --again --reason TEXT --approver NAME',
    ],
    'draw-lapsed': ({ draw, last }) => [
      `draw ${draw} has lapsed: ${last} was the last day to run it`,
      'freeze anew: ssj draw freeze --again --reason TEXT --approver NAME',
    ],
    'draw-run': ({ draw }) => [
      `draw ${draw} has been drawn: there is nothing to announce any more`,
      'export its result with ssj export',
    ],
    'draw-void': ({ draw }) => [`draw ${draw} is void`],
    'draw-altered': ({ draw, table, expected, found }) => [
      `draw ${draw} has been altered: table ${table} of the database has “${found}” where the files that were kept of the draw have “${expected}”`,
      'somebody wrote to the database without ssj, or it is damaged: see ssj log --verify, and restore a copy made with ssj backup',
    ],
    'kept-file-damaged': ({ file }) => [
      `“${file}”, as the database keeps it, is not as ssj wrote it`,
      'somebody wrote to the database without ssj, or it is damaged: see ssj log --verify, and restore a copy made with ssj backup',
    ],
    'invalid-seed': ({ problem, sources }) => [
      seedProblem(problem),
      `the announced sources are, in this order: ${listed(sources)}; give --seed 'SOURCE=VALUE' once for each`,
    ],
    'source-valued-otherwise': ({ source, draw, value, given }) => [
      `the seed source “${source}” has the value “${value}” in draw ${draw}, and “${given}” here: one event has one value`,
      'compare with the published result; if the draw on record had a wrong value, void it and freeze anew',
    ],
    'source-ahead': ({ source, due, now }) => [
      `the seed source “${source}” is due at ${due}, and it is ${now}: nobody can know its value yet`,
      'draw once it is known; where the time was announced wrongly, void the draw and freeze anew',
    ],
    infeasible: ({ department, blocking }) => [
      `no teams can be formed in department ${department}: ${blockingText(blocking)}`,
    ],
    'draw-not-sealed': ({ draw }) => [
      `draw ${draw} has no sealed source: there is nothing to reveal`,
      'a draw is sealed when it is frozen: ssj draw freeze --sealed',
    ],
    'already-revealed': ({ draw, entry }) => [
      `the sealed value of draw ${draw} is already public (ledger entry ${entry})`,
      'export the whole result with ssj export',
    ],
    'draw-sealed': ({ draw }) => [
      `draw ${draw} is under seal: no certificate can be given yet`,
      'once the visits are done, run ssj draw reveal',
    ],
    'task-not-sealed': ({ task, draw }) => [
      `task “${task}” is frozen as ${draw}, without a seal`,
      'to freeze it again under seal, give --again --reason TEXT --approver NAME --sealed',
    ],
  },
  words: {
    announced: (draw, folder, files) =>
      `wrote the announcement of draw ${draw} to ${folder} (${counted(files, 'file')})`,
    frameWithheld: sealed =>
      `the announcement has no frame and no exclusions: they would give away ${listed(sealed)}, still under seal; announce again or export once that is revealed`,
    digest: digest => `commitment digest ${digest}`,
    drawn: (draw, drawn, reserve) =>
      `draw ${draw}: ${counted(drawn, 'target')} drawn, ${counted(reserve, 'reserve')}`,
    failed: {
      heading: draw =>
        `draw ${draw}: the seed is on record and finds no teams; the commitment is used up, and there is no result`,
      because: (department, blocking) =>
        `no teams can be formed in department ${department}: ${blockingText(blocking)}`,
      next: draw =>
        `this is published as a draw is: ssj export ${draw}; a further attempt is frozen anew: ssj draw freeze TASK --again --reason TEXT --approver NAME`,
      shown: (department, entry) =>
        `its seed is on record and finds no teams in department ${department}; the commitment is used up (ledger entry ${entry})`,
    },
    guided: {
      first: 'first person to enter the dice (name)',
      second: 'second person to enter the dice (name)',
      notTwo: 'the dice are entered by two people, each alone: give two different names',
      throwOf: (who, source) => `${who}: the dice of “${source}”, one after the other`,
      value: source => `the published result of “${source}”`,
      signature: source => `the signature of “${source}” (hexadecimal)`,
      notOne: (source, form, example) =>
        `“${source}” is ${ofForm(form)}, for example ${example}; enter it again`,
      apart: places =>
        `the two differ at ${listed(places.map(String))}: neither is taken; compare with the dice, and enter them again, each alone`,
      readBack: (source, spelt, signs) => `“${source}” (${signs}): ${spelt}`,
      isRight: 'Compare sign by sign. All right, draw with it?',
      witnesses: 'Who looks on? (names parted by commas; Enter for nobody)',
      willDraw: ({ draw, size, take, reserve }) =>
        `${draw}: ${take} of ${size} will be drawn${reserve === 0 ? '' : `, with ${reserve} in reserve`}; it cannot be taken back, only made void`,
      isMeant: 'The seed is under seal here. Draw now?',
    },
    enteredBy: names => `dice entered by ${names}, each alone, and alike`,
    lapsed: (last, entry) => `${last} was the last day to run it; it has lapsed (ledger entry ${entry})`,
    runBy: last => `to be run by ${last}; it lapses after that day`,
    earlierEnded: (attempt, draw, how) =>
      `  attempt ${attempt}, draw ${draw}, ${how === 'failed' ? 'has a seed that found no teams, and no result' : 'was not run in time and has lapsed'}`,
    teamsMatched: (visits, people) =>
      `${counted(visits, 'team')} matched from ${counted(people, 'inspector')}`,
    seedWas: {
      committed: 'frame and commitment were frozen before the seed existed',
      atOnce: 'frozen and drawn at once (the commitment was not published beforehand)',
      machine: 'the seed comes from this machine',
    },
    states: {
      frozen: 'frozen',
      drawn: 'drawn',
      void: 'void',
      failed: 'seed without teams',
      lapsed: 'lapsed',
    },
    columns: {
      draw: 'draw',
      task: 'task',
      attempt: 'attempt',
      state: 'state',
      frame: 'frame',
      drawn: 'drawn',
      digest: 'digest',
    },
    visitColumns: {
      target: 'target',
      name: 'name',
      stratum: 'stratum',
      status: 'status',
      team: 'team',
    },
    attempt: (attempt, reason, approver) =>
      `this is attempt ${attempt}${reason === '' ? '' : `; reason: ${reason} (approved by ${approver})`}`,
    earlier: (attempt, draw, reason) =>
      `  attempt ${attempt}, draw ${draw}, is void${reason === '' ? '' : `: ${reason}`}`,
    fixed: (frame, exclusions, recusals, from, to) =>
      `frame: ${counted(frame, 'target')}, ${exclusions} excluded, ${counted(recusals, 'recusal')}; visits ${from}~${to}`,
    poolOf: (department, people, seats) =>
      `  ${department}: ${counted(people, 'person', 'people')} in the pool; seats at each target: ${seats}`,
    seatNamed,
    places: {
      drawn: 'drawn',
      called: 'called in',
      fallen: 'fell out',
      reserve: 'reserve',
    },
    voidBecause: (reason, approver) => `void; reason: ${reason} (approved by ${approver})`,
    voided: draw => `draw ${draw} is marked void; its record is kept`,
    registryUnchecked: engine =>
      `the registry lies in engine “${engine}”: every row of frame and exclusions was sorted out again; targets in neither list are not in the snapshot, and were not checked`,
    replayed: draw => `draw ${draw} recomputed: the same result`,
    replayDiffers: draw => `draw ${draw} recomputed: not the same result`,
    late: reason => `frozen outside its period; reason: ${reason}`,
    besideTwins: (draws, reason) =>
      `waits with the same targets and sources as ${listed(draws)}; reason: ${reason}`,
    drawnLate: reason => `drawn after the end of its period; reason: ${reason}`,
    above: {
      heading: 'what was frozen holds and nothing is changed; above a limit by now:',
      due: 'to put it right:',
      person: (inspector, visits, most) =>
        `inspector ${inspector}: ${visits} visits this year, yearly limit ${most}`,
      'cap-total': (target, _, visits, most) =>
        `target ${target}: ${visits} visits this year, all departments together, cap ${most}`,
      'cap-department': (target, of, visits, most) =>
        `target ${target}: ${visits} visits of ${of} this year, cap ${most}`,
      drawn: (target, of) => `target ${target}: drawn by ${of} too, within the window of 已抽排除`,
      'drawn-department': (target, of) =>
        `target ${target}: drawn for the same department too, within the window of 已抽排除: ${of}`,
      item: (item, name, limit, base, drawn, may) =>
        `一般 item ${item} (${name}): upper limit of rate “${limit}”, at most ${may} of ${base}; ${drawn} drawn this year`,
      frequency: (target, of, visits, most) =>
        `target ${target}: drawn ${visits} times this year for the 一般 item ${of}, at most ${most}`,
    },
    changed: {
      heading: 'changed since the freeze (the draw is made as it was frozen all the same):',
      drawn: (target, why) => `target ${target}, drawn: ${why}`,
      reserve: (target, why) =>
        `target ${target}, a reserve: ${why}; to be substituted again should it come in`,
      seated: (inspector, why, targets) => `inspector ${inspector}: ${why}; matched to ${listed(targets)}`,
      unseated: (inspector, why) =>
        `inspector ${inspector}: ${why}; not matched, but may come in by a substitution`,
      recused: (inspector, target) =>
        `inspector ${inspector} is matched to ${target} and recused from it now`,
      why: {
        retired: 'not in the registry any more',
        transferred: 'in another department now',
        unqualified: 'without the qualification of the seat now',
      },
      due: 'to be substituted (say who approves):',
      approver: ['--approver', 'NAME'],
      again:
        'substitutions too go by people and recusals as they were frozen: should one of those above come in, substitute once more',
    },
    witnesses: names => `witnesses: ${names}`,
    sealed: {
      kept: draw =>
        `the sealed source was used automatically and its value stays secret; once the visits are done, run ssj draw reveal ${draw}`,
      exported: draw =>
        `draw ${draw} is under seal: only digests and the announcement are exported, no seed, list or frame; once the visits are done, run ssj draw reveal ${draw}`,
      revealed: draw =>
        `the sealed value of draw ${draw} is now public; exports contain the whole result from now on`,
      still: source => `under seal: ${source}`,
      openedByVoid: 'its sealed source is public now that it is void; an export contains its whole result',
      open: entry => `the sealed value is public (ledger entry ${entry})`,
    },
  },
  help: {
    draw: 'draws',
    announce:
      'write the announcement of a frozen draw again, with the checkpoints that witnesses have signed since',
    announceTo: 'the folder to write to',
    run: 'draw a frozen task, or freeze and draw at once',
    seed: 'value of a seed source, SOURCE=VALUE, once for each; a value alone belongs to the source “seed”',
    seedMachine: 'let this machine make the seed (this is put on record)',
    signature: 'signature of a drand source, SOURCE=HEX',
    witness: 'a witness; may be repeated',
    list: 'list all draws',
    show: 'show the targets and teams of a draw',
    replay: 'recompute a draw from the registries as they stood, and compare',
    reveal: 'make the sealed value public once the visits are done, so that anyone can recompute the draw',
    void: 'mark a draw void; nothing is deleted',
  },
}

/** What a value of this form looks like (`dice/25`). */
function ofForm(form: string): string {
  const [kind, length] = form.split('/')
  if (kind === 'dice') return `what ${length} dice show (1 to 6 each, ${length} figures)`
  return kind === 'digits' ? `a number of ${length} digits` : `of the form ${form}`
}

import type { DrawSentences } from '../topics/draw.ts'
import { blockingText } from './blocking.ts'
import { listed, orLike, seatNamed } from './phrases.ts'
import { seedProblem } from './seed-problem.ts'

export const drawEn: DrawSentences = {
  reasons: {
    'no-such-draw': ({ draw, nearest }) => [
      `there is no draw “${draw}”${orLike(nearest)}`,
      'ssj draw list shows them',
    ],
    'draw-not-run': ({ draw }) => [`draw ${draw} is frozen but not drawn yet`, 'draw it with ssj draw run'],
    'draw-void': ({ draw }) => [`draw ${draw} is void`],
    'invalid-seed': ({ problem, sources }) => [
      seedProblem(problem),
      `the announced sources are, in order: ${listed(sources)}; give --seed 'SOURCE=VALUE' once for each`,
    ],
    infeasible: ({ department, blocking }) => [
      `department ${department} cannot be matched: ${blockingText(blocking)}`,
    ],
    'draw-not-sealed': ({ draw }) => [
      `draw ${draw} has no sealed source: there is nothing to reveal`,
      'sealing is done at freeze: ssj draw freeze --sealed',
    ],
    'already-revealed': ({ draw, entry }) => [
      `the sealed value of draw ${draw} is public already (ledger entry ${entry})`,
      'ssj export gives the whole result',
    ],
    'draw-sealed': ({ draw }) => [
      `draw ${draw} is under seal: nobody may learn yet what became of a target`,
      'after the visits: ssj draw reveal',
    ],
    'task-not-sealed': ({ task, draw }) => [
      `task “${task}” is frozen as ${draw}, without a seal`,
      'to freeze it again under seal give --again --reason TEXT --approver NAME --sealed',
    ],
  },
  words: {
    digest: digest => `commitment digest ${digest}`,
    drawn: (draw, drawn, reserve) => `draw ${draw}: ${drawn} targets drawn, ${reserve} reserves`,
    teamsMatched: (visits, people) => `${visits} teams matched from ${people} inspectors`,
    seedWas: {
      committed: 'frame and commitment were frozen before the seed',
      atOnce: 'frozen and drawn at once (the commitment was not published before)',
      machine: 'the seed comes from this machine',
    },
    states: {
      frozen: 'frozen',
      drawn: 'drawn',
      void: 'void',
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
      `this is attempt ${attempt}${reason === '' ? '' : `, because: ${reason} (approved by ${approver})`}`,
    earlier: (attempt, draw, reason) =>
      `  attempt ${attempt}, draw ${draw}, is void${reason === '' ? '' : `: ${reason}`}`,
    fixed: (frame, exclusions, recusals, from, to) =>
      `frame ${frame} targets, ${exclusions} excluded, ${recusals} recusals; visits ${from}~${to}`,
    poolOf: (department, people, seats) =>
      `  ${department}: ${people} people in the pool; seats at each target: ${seats}`,
    seatNamed,
    places: {
      drawn: 'drawn',
      called: 'called in',
      fallen: 'fell out',
      reserve: 'reserve',
    },
    voidBecause: (reason, approver) => `void because: ${reason} (approved by ${approver})`,
    voided: draw => `draw ${draw} is marked void; its record stays`,
    replayed: draw => `draw ${draw} computed again: the same`,
    replayDiffers: draw => `draw ${draw} computed again: not the same`,
    witnesses: names => `witnesses: ${names}`,
    sealed: {
      kept: draw =>
        `the sealed source was used by itself and stays closed; after the visits: ssj draw reveal ${draw}`,
      exported: draw =>
        `draw ${draw} is under seal: digests and the announcement only, no seed, no list, no frame; after the visits: ssj draw reveal ${draw}`,
      revealed: draw => `the sealed value of draw ${draw} is public; an export now shows the whole result`,
      still: source => `under seal: ${source}`,
      open: entry => `the sealed value is public (ledger entry ${entry})`,
    },
  },
  help: {
    draw: 'draws',
    run: 'draw a frozen task, or freeze and draw at once',
    seed: 'value of a seed source, SOURCE=VALUE, once for each; a bare value has the source seed',
    seedMachine: 'take the seed from this machine (goes on record)',
    signature: 'signature of a drand source, SOURCE=HEX',
    witness: 'who looks on; as often as needed',
    list: 'list all draws',
    show: 'show the targets and teams of a draw',
    replay: 'draw again from the registries as they stood and compare',
    reveal: 'make the sealed value public once the visits are done; then anybody can draw again',
    void: 'mark a draw void, never delete it',
  },
}

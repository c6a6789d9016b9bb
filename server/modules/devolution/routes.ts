import { type Endpoint, read, write } from '../../platform/http/endpoints.ts';
import { anyone, type StaffCall, staff } from '../people/index.ts';
import { changeAcceptance } from './change-acceptance.ts';
import { closeRound } from './close-round.ts';
import { commentBatch } from './comment-batch.ts';
import { getBatches, getBatchFile, getBatchView, getDevolutions } from './devolution.queries.ts';
import { goLive } from './go-live.ts';
import { holdMeeting } from './hold-meeting.ts';
import { getFinding, getFindings, getLookBack, getLookBacks } from './look-back.queries.ts';
import { moveFinding } from './move-finding.ts';
import { openRound } from './open-round.ts';
import { permitPosts } from './permit-posts.ts';
import { proposeBatch } from './propose-batch.ts';
import { publishBatch } from './publish-batch.ts';
import { putItems } from './put-items.ts';
import { recordTraining } from './record-training.ts';
import { reviewLegality } from './review-legality.ts';
import { runLookBack } from './run-look-back.ts';
import { startTrial } from './start-trial.ts';
import { takeBack } from './take-back.ts';
import { withdrawBatch } from './withdraw-batch.ts';

const reader = staff('devolution.read', 'district');
const runner = staff('devolution.run', 'district');
const looker = staff('lookBacks.run', 'district');

export const devolutionEndpoints: readonly Endpoint[] = [
  read('GET /devolutions', anyone('district'), getDevolutions),
  read('GET /devolution-batches', reader, getBatches),
  read('GET /devolution-batches/:batchId', reader, getBatchView),
  read('GET /devolution-batches/:batchId/files/:fileId', reader, getBatchFile),
  write('POST /devolution-batches', staff('devolution.propose', 'district'), proposeBatch, getBatchView),
  write('POST /devolution-batches/:batchId/put-items', staff('devolution.propose', 'district'), putItems, getBatchView),
  write('POST /devolution-batches/:batchId/hold-meeting', runner, holdMeeting, getBatchView),
  write('POST /devolution-batches/:batchId/open-round', runner, openRound, getBatchView),
  write(
    'POST /devolution-batches/:batchId/comment',
    staff('devolution.comment', 'district'),
    commentBatch,
    getBatchView,
  ),
  write('POST /devolution-batches/:batchId/close-round', runner, closeRound, getBatchView),
  write(
    'POST /devolution-batches/:batchId/review-legality',
    staff('devolution.review', 'scope'),
    reviewLegality,
    getBatchView,
  ),
  write('POST /devolution-batches/:batchId/publish', runner, publishBatch, getBatchView),
  write(
    'POST /devolution-batches/:batchId/record-training',
    staff('devolution.train', 'scope'),
    recordTraining,
    getBatchView,
  ),
  write('POST /devolution-batches/:batchId/permit', runner, permitPosts, getBatchView),
  write('POST /devolution-batches/:batchId/start-trial', runner, startTrial, getBatchView),
  write('POST /devolution-batches/:batchId/go-live', runner, goLive, getBatchView),
  write('POST /devolution-batches/:batchId/take-back', runner, takeBack, getBatchView),
  write('POST /devolution-batches/:batchId/withdraw', runner, withdrawBatch, getBatchView),
  write('POST /devolution-batches/:batchId/change-acceptance', runner, changeAcceptance, getBatchView),
  read('GET /look-backs', reader, getLookBacks),
  read('GET /look-backs/:lookBackId', reader, getLookBack),
  write('POST /look-backs', looker, runLookBack, getLookBack),
  read('GET /look-back-findings', reader, getFindings),
  write(
    'POST /look-back-findings/:findingId/assign',
    looker,
    (tx, input, call: StaffCall) => moveFinding(tx, { ...input, act: 'assign' }, call),
    getFinding,
  ),
  write(
    'POST /look-back-findings/:findingId/rectify',
    staff('lookBacks.rectify', 'scope'),
    (tx, input, call: StaffCall) => moveFinding(tx, { ...input, act: 'rectify' }, call),
    getFinding,
  ),
  write(
    'POST /look-back-findings/:findingId/close',
    looker,
    (tx, input, call: StaffCall) => moveFinding(tx, { ...input, act: 'close' }, call),
    getFinding,
  ),
  write(
    'POST /look-back-findings/:findingId/reopen',
    looker,
    (tx, input, call: StaffCall) => moveFinding(tx, { ...input, act: 'reopen' }, call),
    getFinding,
  ),
];

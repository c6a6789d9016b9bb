import { type Endpoint, read, write } from '../../platform/http/endpoints.ts';
import { anyone, type ResidentCall, resident, staff } from '../people/index.ts';
import { addExpert } from './add-expert.ts';
import { answerOwnHearing } from './answer-own-hearing.ts';
import { arrangeMeeting } from './arrange-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { changeExpert } from './change-expert.ts';
import { declineExpert } from './decline-expert.ts';
import { drawExperts } from './draw-experts.ts';
import { getExpertView, getPublicDraw, listExperts } from './expert.queries.ts';
import { getCaseHearing, getOwnHearing, getOwnHearingView, listAnnouncedHearings } from './hearing.queries.ts';
import { holdMeeting } from './hold-meeting.ts';
import { getMeetings, getMeetingView } from './meeting.queries.ts';
import { nameOfficers } from './name-officers.ts';
import { notifyHearing } from './notify-hearing.ts';
import { getMeetingPlan } from './plan.queries.ts';
import { postponeMeeting } from './postpone-meeting.ts';
import { recordHearingAnswer } from './record-hearing-answer.ts';
import { recordSignature } from './record-signature.ts';
import { ruleOnChallenge } from './rule-on-challenge.ts';
import { signMeeting } from './sign-meeting.ts';
import { writeConclusion } from './write-conclusion.ts';
import { writeOpinion } from './write-opinion.ts';

const reader = staff('meetings.read', 'scope');
/** Which organ may do which act, the meeting's own rules say. */
const officer = staff('meetings.act', 'scope');
const arranger = staff('cases.arrange', 'scope');
const keeper = staff('experts.manage', 'district');

export const meetingsEndpoints: readonly Endpoint[] = [
  read('GET /meetings', reader, getMeetings),
  read('GET /meetings/:meetingId', reader, getMeetingView),
  read('GET /cases/:caseId/tasks/:taskId/meeting-plan', staff('meetings.plan', 'scope'), getMeetingPlan),
  write('POST /cases/:caseId/tasks/:taskId/meetings', arranger, arrangeMeeting, getMeetingView),
  write('POST /cases/:caseId/tasks/:taskId/notify-hearing', arranger, notifyHearing, getMeetingPlan),
  write(
    'POST /cases/:caseId/tasks/:taskId/record-hearing-answer',
    staff('cases.recordHearingAnswer', 'scope'),
    recordHearingAnswer,
    getCaseHearing,
  ),
  write('POST /meetings/:meetingId/name-officers', officer, nameOfficers, getMeetingView),
  write('POST /meetings/:meetingId/postpone', officer, postponeMeeting, getMeetingView),
  write('POST /meetings/:meetingId/cancel', officer, cancelMeeting, getMeetingView),
  write('POST /meetings/:meetingId/draw-experts', officer, drawExperts, getMeetingView),
  write('POST /meetings/:meetingId/decline-expert', officer, declineExpert, getMeetingView),
  write('POST /meetings/:meetingId/rule-on-challenge', officer, ruleOnChallenge, getMeetingView),
  write('POST /meetings/:meetingId/hold', officer, holdMeeting, getMeetingView),
  write('POST /meetings/:meetingId/write-opinion', officer, writeOpinion, getMeetingView),
  write('POST /meetings/:meetingId/write-conclusion', officer, writeConclusion, getMeetingView),
  write('POST /meetings/:meetingId/record-signature', officer, recordSignature, getMeetingView),
  write('POST /meetings/:meetingId/sign', officer, signMeeting, getMeetingView),
  read('GET /my/cases/:caseId/hearing', resident('own'), getOwnHearing),
  write(
    'POST /my/cases/:caseId/request-hearing',
    resident('own'),
    (tx, { caseId }, call: ResidentCall) => answerOwnHearing(tx, { caseId, answer: 'REQUESTED' }, call),
    getOwnHearingView,
  ),
  write(
    'POST /my/cases/:caseId/waive-hearing',
    resident('own'),
    (tx, { caseId }, call: ResidentCall) => answerOwnHearing(tx, { caseId, answer: 'WAIVED' }, call),
    getOwnHearingView,
  ),
  read('GET /hearings', anyone('district'), listAnnouncedHearings),
  read('GET /draws/:meetingId', anyone('district'), getPublicDraw),
  read('GET /experts', keeper, listExperts),
  write('POST /experts', keeper, addExpert, getExpertView),
  write('POST /experts/:expertId/save', keeper, changeExpert, getExpertView),
];

export { addExpert } from './add-expert.ts';
export { arrangeMeeting } from './arrange-meeting.ts';
export { drawExperts } from './draw-experts.ts';
export { holdMeeting } from './hold-meeting.ts';
export { notifyHearing } from './notify-hearing.ts';
export { signMeeting } from './sign-meeting.ts';
export { writeConclusion } from './write-conclusion.ts';
export { writeOpinion } from './write-opinion.ts';

import { type Static, Type } from 'typebox';
import { LegalBasis, MaterialRequirement, Process } from './catalogue.ts';
import { Explanation } from './deadlines.ts';
import { DocumentKind, DocumentView, FileView, ServiceInput } from './documents.ts';
import { Answers, FormField } from './form.ts';
import { route } from './route.ts';
import {
  Assurance,
  At,
  CaseState,
  CaseType,
  Channel,
  Day,
  DefectKind,
  DeliveryMethod,
  DeliveryWish,
  Id,
  Light,
  LocalText,
  Optional,
  Outcome,
  oneOf,
  PageInput,
  ProcedureProfile,
  Role,
  SentChannel,
  Text,
} from './values.ts';
import {
  caseActs,
  denialGrounds,
  opinions,
  partyRoles,
  processTaskKinds,
  queues,
  taskNotes,
  taskStates,
  terminationGrounds,
} from './words.ts';

/** Every act on a case that a person may do; the word is the same in permission, ledger and button. */
export const CaseAct = oneOf(caseActs);
export type CaseAct = Static<typeof CaseAct>;

/** An act that this caller would have, but for one reason; the screen says the reason as a sentence. */
export const BlockedAct = Type.Object({
  act: CaseAct,
  code: Type.String({ description: 'a refusal code' }),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});

/** The one date that matters now. */
export const Due = Type.Object({
  purpose: oneOf(['answer', 'correction', 'decision', 'delivery'] as const),
  day: Day,
  provisional: Type.Boolean(),
  light: Light,
  workingDaysLeft: Type.Integer({ description: 'negative when past due' }),
  elapsed: Optional(Type.Integer({ description: 'today is the n-th counted day' })),
});
export type Due = Static<typeof Due>;

/** Nobody stood there: it was sent, and arrived on this day (ALL 29), from which the five days run. */
export const Sent = Type.Object({
  by: SentChannel,
  arrivedDay: Day,
  lateReason: Optional(
    Type.String({ maxLength: 1000, description: 'why it is entered more than five working days later' }),
  ),
});
export type Sent = Static<typeof Sent>;

/** One line of the story, from one ledger row; the web makes the sentence from `act` and `facts`. */
export const StoryLine = Type.Object({
  sequence: Type.Integer(),
  at: At,
  day: Day,
  act: Type.String({ description: 'e.g. case.accepted' }),
  actor: Type.Object({
    kind: oneOf(['resident', 'staff', 'system', 'visitor'] as const),
    name: Optional(Type.String()),
    post: Optional(LocalText),
    organ: Optional(LocalText),
    actsFor: Optional(Type.String({ description: '代: whom a substitute stood in for' })),
  }),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
  documentIds: Type.Array(Id),
});
export type StoryLine = Static<typeof StoryLine>;

/** 申请材料 of a case: the requirement, what was handed in, and what the clerk found. */
export const CaseMaterial = Type.Object({
  requirement: MaterialRequirement,
  files: Type.Array(FileView),
  received: Type.Boolean({ description: 'handed in as paper or file' }),
  originals: Type.Integer(),
  copies: Type.Integer(),
  opened: Type.Boolean({ description: 'this post has looked at it' }),
  defect: Optional(
    Type.Object({
      kind: DefectKind,
      howToFix: Type.String(),
      settled: Type.Boolean({ description: 'supplied again after the notice' }),
    }),
  ),
});
export type CaseMaterial = Static<typeof CaseMaterial>;

const caseCore = {
  caseId: Id,
  caseNo: Optional(Type.String({ description: 'BJ + region + day + sequence; drafts have none' })),
  itemId: Id,
  itemVersionId: Id,
  itemName: LocalText,
  profile: ProcedureProfile,
  caseType: CaseType,
  state: CaseState,
  channel: Channel,
  round: Type.Integer({ description: 'first submission is 1, each complete supplement adds one' }),
  receivedAt: Optional(At),
  receivedDay: Optional(Day),
  acceptedDay: Optional(Day),
  deemedAccepted: Type.Boolean({ description: 'accepted by law after five days of silence (R-2.5)' }),
  decidedAt: Optional(At),
  completedAt: Optional(At),
  outcome: Optional(Outcome),
  due: Optional(Due),
  statutoryDueDay: Optional(Day),
  promisedDueDay: Optional(Day),
  holder: Type.Object({ organ: LocalText, phone: Type.String(), post: Optional(LocalText) }),
  openDefects: Type.Integer(),
  deliveryWish: DeliveryWish,
  actions: Type.Array(CaseAct),
};

/** What every write on a case answers: the case as it now stands and what this caller may do next. */
export const CaseReply = Type.Object({
  caseId: Id,
  caseNo: Optional(Type.String()),
  state: CaseState,
  due: Optional(Due),
  actions: Type.Array(CaseAct),
  documentIds: Type.Array(Id),
});
export type CaseReply = Static<typeof CaseReply>;

/** A party of a case as filed; numbers masked until unmasked with a reason. */
export const CaseParty = Type.Object({
  partyId: Id,
  role: oneOf(partyRoles),
  kind: oneOf(['person', 'firm'] as const),
  name: Type.String(),
  number: Optional(Type.String({ description: 'masked' })),
  phone: Optional(Type.String({ description: 'masked' })),
  assurance: Assurance,
});
export type CaseParty = Static<typeof CaseParty>;

/** Where an answer that nobody typed here came from; it is shown beside the answer until somebody changes it. */
export const Prefilled = Type.Object({
  from: oneOf(['identity', 'account', 'case'] as const),
  caseNo: Optional(Type.String()),
  day: Optional(Day),
});
export type Prefilled = Static<typeof Prefilled>;

/** What a form needs beside its definition and its answers, for screens and for the check in the browser. */
const filled = {
  form: Type.Array(FormField),
  answers: Answers,
  /** By the path of the answer. */
  prefilled: Type.Record(Type.String(), Prefilled),
  /** Names of the places that answers speak of, by region id. */
  placeNames: Type.Record(Type.String(), LocalText),
  /** Age and sex of who applies, where the form asks for them and his number is known. */
  about: Type.Object({
    today: Day,
    applicant: Optional(Type.Object({ age: Type.Integer(), sex: oneOf(['male', 'female'] as const) })),
  }),
};

/** How far a matter has come, for its applicant: stages with who does what, no opinions. */
export const ProgressStage = Type.Object({
  key: Type.String(),
  name: LocalText,
  state: oneOf(['done', 'now', 'later', 'skipped'] as const),
  tasks: Type.Array(
    Type.Object({
      key: Type.String(),
      name: LocalText,
      kind: oneOf(processTaskKinds),
      organ: LocalText,
      state: oneOf(['done', 'now', 'later', 'skipped'] as const),
      dueDay: Optional(Day),
    }),
  ),
});
export type ProgressStage = Static<typeof ProgressStage>;

/** A case as the resident sees it. */
export const ResidentCase = Type.Object({
  ...caseCore,
  applicant: Type.String({ description: 'as filed; masked when opened by query code' }),
  regionName: Optional(LocalText),
  story: Type.Array(StoryLine),
  documents: Type.Array(DocumentView),
  materials: Type.Array(CaseMaterial),
  ...filled,
  progress: Type.Array(ProgressStage),
  owedMaterials: Type.Integer({ description: 'tolerated at acceptance, not supplied yet' }),
  supplyDueDay: Optional(Day),
  /** Whom the caller acts for, by a mandate. */
  principal: Optional(Type.Object({ name: Type.String(), mandateId: Id, mandateValid: Type.Boolean() })),
  parties: Type.Array(CaseParty),
  intakeCenter: Optional(Type.Object({ name: LocalText, address: LocalText, phone: Type.String() })),
  explanation: Optional(Explanation),
  draftSavedAt: Optional(At),
});
export type ResidentCase = Static<typeof ResidentCase>;

export const ResidentCaseRow = Type.Object({
  caseId: Id,
  caseNo: Optional(Type.String()),
  itemName: LocalText,
  profile: ProcedureProfile,
  state: CaseState,
  outcome: Optional(Outcome),
  openDefects: Type.Integer(),
  /** 容缺: papers still owed, and until which day. */
  owedMaterials: Type.Integer(),
  supplyDueDay: Optional(Day),
  due: Optional(Due),
});
export type ResidentCaseRow = Static<typeof ResidentCaseRow>;

/** One task of the process as it runs. */
export const CaseTask = Type.Object({
  taskId: Id,
  /** Of the process's task; a signer added later has the key of the task that asked for him. */
  key: Type.String(),
  stage: Type.Integer({ description: '1 for the first stage after acceptance' }),
  kind: oneOf(processTaskKinds),
  name: LocalText,
  organId: Id,
  organ: LocalText,
  participants: Type.Array(LocalText),
  state: oneOf(taskStates),
  /** How often it was opened. */
  round: Type.Integer(),
  /** 加签: another unit asked for this signer. */
  added: Type.Boolean(),
  due: Optional(Due),
  /** Last day to sign for the file. */
  signDueDay: Optional(Day),
  signedFor: Optional(Type.Object({ name: Type.String(), at: At })),
  done: Optional(Type.Object({ name: Optional(Type.String()), at: At })),
  opinion: Optional(oneOf(opinions)),
  /** It agreed by silence, under the item's rule. */
  silent: Type.Boolean(),
  /** Its silence was reported. */
  reportedAt: Optional(At),
  /** What was written about it, oldest first: opinions and reasons, of every round. */
  notes: Type.Array(
    Type.Object({ what: oneOf(taskNotes), text: Type.String(), name: Type.String(), organ: LocalText, at: At }),
  ),
  /** What this caller may do with it. */
  actions: Type.Array(CaseAct),
});
export type CaseTask = Static<typeof CaseTask>;

/** A case as staff see it. */
export const StaffCase = Type.Object({
  ...caseCore,
  blocked: Type.Array(BlockedAct),
  applicant: Type.String(),
  parties: Type.Array(CaseParty),
  acceptingOrgan: LocalText,
  decidingOrgan: LocalText,
  intakeCenter: Optional(LocalText),
  regionName: Optional(LocalText),
  story: Type.Array(StoryLine),
  documents: Type.Array(DocumentView),
  materials: Type.Array(CaseMaterial),
  ...filled,
  process: Process,
  tasks: Type.Array(CaseTask),
  progress: Type.Array(ProgressStage),
  /** Who owes something now. */
  owners: Type.Array(LocalText),
  owedMaterials: Type.Integer({ description: 'tolerated at acceptance, not supplied yet' }),
  supplyDueDay: Optional(Day),
  explanation: Optional(Explanation),
  /** The recomputed chain of this case: whole, or the row at which it breaks. */
  history: Type.Object({ whole: Type.Boolean(), brokenAt: Optional(Type.Integer()) }),
  deliveryAgent: Optional(Type.Object({ postId: Id, name: Type.String(), title: LocalText })),
  singleOfficer: Optional(LegalBasis),
  /** 退件: last day on which the deciding organ may give the accepted file back to the window. */
  returnLastDay: Optional(Day),
  /** Why the clerk may still send the one correction notice, or why not. */
  correction: Type.Object({
    noticeSent: Type.Boolean(),
    lastDay: Optional(Day),
    applicantLastDay: Optional(Day),
  }),
  readers: Type.Object({ people: Type.Integer(), times: Type.Integer() }),
});
export type StaffCase = Static<typeof StaffCase>;

/** A row of the work list, due first. */
export const WorkRow = Type.Object({
  caseId: Id,
  caseNo: Type.String(),
  applicant: Type.String({ description: 'masked' }),
  itemName: LocalText,
  profile: ProcedureProfile,
  caseType: CaseType,
  state: CaseState,
  outcome: Optional(Outcome),
  channel: Channel,
  round: Type.Integer(),
  deemedAccepted: Type.Boolean(),
  openDefects: Type.Integer(),
  due: Optional(Due),
  region: Optional(LocalText),
  /** 签收: until when this organ has to sign for the file. */
  sign: Optional(Type.Object({ day: Day, light: Light, workingDaysLeft: Type.Integer() })),
  next: Optional(CaseAct),
});
export type WorkRow = Static<typeof WorkRow>;

/** Queues 队列 of a post; which ones a post has follows from its role. */
export const Queue = oneOf(queues);
export type Queue = Static<typeof Queue>;

export const HandedIn = Type.Object({
  key: Text(60),
  received: Type.Boolean(),
  originals: Type.Integer({ minimum: 0, maximum: 99 }),
  copies: Type.Integer({ minimum: 0, maximum: 99 }),
  fileIds: Type.Array(Id, { maxItems: 20 }),
});
export type HandedIn = Static<typeof HandedIn>;

/** What an applicant chose: which materials, or the whole matter. */
export const CommitmentChoice = Type.Object({
  whole: Type.Boolean(),
  materials: Type.Array(Text(60), { maxItems: 60 }),
  /** The digest of the letter that was read and signed; absent: chosen, not signed yet. */
  signed: Optional(Text(80)),
});
export type CommitmentChoice = Static<typeof CommitmentChoice>;

/** Submission and intake answer with the two numbers that a person keeps. */
const Received = Type.Object({
  ...CaseReply.properties,
  queryCode: Type.String({ description: 'eight characters, told once more on the receipt' }),
});

/** 超出指南的要求: one attempt that was refused. */
export const BeyondGuide = Type.Object({
  attemptId: Id,
  at: At,
  post: LocalText,
  organ: LocalText,
  itemId: Id,
  itemName: LocalText,
  /** Absent where it was refused before there was a case. */
  caseNo: Optional(Type.String()),
  /** What was demanded: the name where another situation of the item needs it, else the word that was sent. */
  demanded: Type.Array(LocalText),
});
export type BeyondGuide = Static<typeof BeyondGuide>;

/** How often, by an organ, a post or an item; most often first. */
export const AttemptCount = Type.Object({ id: Id, name: LocalText, times: Type.Integer() });
export type AttemptCount = Static<typeof AttemptCount>;

/** Without a task: the one that the caller’s organ has to do. */
const onTask = { taskId: Optional(Id) };

/** Who signs a withdrawal: the applicant, or who acts for him by a mandate. */
const WithdrawalSigner = oneOf(['applicant', 'agent'] as const);
/** Keys of the materials whose originals go back. */
const Returned = Type.Array(Text(60), { maxItems: 60 });

export const casesRoutes = {
  // the resident
  'GET /my/cases': route({
    summary: 'My matters, newest first',
    input: Type.Object(PageInput),
    reply: Type.Object({ cases: Type.Array(ResidentCaseRow), next: Optional(Type.String()) }),
  }),
  'POST /my/cases': route({
    summary: 'Begin an application; a draft of the same item is opened again',
    input: Type.Object({ itemId: Id, mandateId: Optional(Id) }),
    reply: CaseReply,
  }),
  'GET /my/cases/:caseId': route({
    summary: 'One matter of mine',
    input: Type.Object({ caseId: Id }),
    reply: ResidentCase,
  }),
  'POST /my/cases/:caseId/save': route({
    summary: 'Save the draft; half an answer is fine',
    input: Type.Object({
      caseId: Id,
      answers: Optional(Answers),
      materials: Optional(
        Type.Array(Type.Object({ key: Text(60), fileIds: Type.Array(Id, { maxItems: 20 }) }), { maxItems: 60 }),
      ),
      regionId: Optional(Id),
      deliveryWish: Optional(DeliveryWish),
      commitment: Optional(CommitmentChoice),
    }),
    reply: CaseReply,
  }),
  'POST /my/cases/:caseId/submit': route({
    summary: 'Submit; received at this instant, whatever any clerk does (ESL 11)',
    input: Type.Object({ caseId: Id }),
    reply: Received,
  }),
  'POST /my/cases/:caseId/supplement': route({
    summary: 'Hand in what the correction notice asked for',
    input: Type.Object({
      caseId: Id,
      materials: Type.Array(Type.Object({ key: Text(60), fileIds: Type.Array(Id, { maxItems: 20 }) }), {
        maxItems: 60,
      }),
    }),
    reply: CaseReply,
  }),
  'POST /my/cases/:caseId/withdraw': route({
    summary: 'Withdraw before the decision',
    input: Type.Object({ caseId: Id }),
    reply: CaseReply,
  }),
  'POST /my/cases/:caseId/receive-result': route({
    summary: 'Take the electronic result; the service receipt is made',
    input: Type.Object({ caseId: Id }),
    reply: CaseReply,
  }),
  'GET /my/cases/:caseId/files/:fileId': route({
    summary: 'A file of a case of mine',
    input: Type.Object({ caseId: Id, fileId: Id }),
    reply: Type.Object({}),
    answer: 'bytes',
  }),
  'POST /case-queries': route({
    summary: 'Where is my matter? By number and query code, without an account; tries are counted',
    input: Type.Object({ caseNo: Text(60), queryCode: Text(40) }),
    reply: ResidentCase,
  }),

  // staff
  'GET /worklist': route({
    summary: 'The work of this post, due first',
    input: Type.Object({
      queue: Optional(Queue),
      itemId: Optional(Id),
      state: Optional(CaseState),
      q: Optional(Type.String({ maxLength: 100, description: 'case number, or exact name or identity number' })),
      ...PageInput,
    }),
    reply: Type.Object({ rows: Type.Array(WorkRow), next: Optional(Type.String()) }),
  }),
  'GET /worklist/counts': route({
    summary: 'How many rows each queue of this post holds',
    input: Type.Object({}),
    reply: Type.Object({ counts: Type.Array(Type.Object({ queue: Queue, count: Type.Integer() })) }),
  }),
  'GET /cases/:caseId': route({
    summary: 'One case in my scope; reading it is recorded',
    input: Type.Object({ caseId: Id }),
    reply: StaffCase,
  }),
  'GET /cases/:caseId/files/:fileId': route({
    summary: 'A material of a case in my scope',
    input: Type.Object({ caseId: Id, fileId: Id }),
    reply: Type.Object({}),
    answer: 'bytes',
  }),
  'GET /cases/:caseId/preview': route({
    summary: 'What an act would produce: the document, the dates, who is told. Nothing is done',
    input: Type.Object({
      caseId: Id,
      act: oneOf(['accept', 'correct', 'refuse', 'grant', 'deny', 'withdrawForApplicant', 'terminate'] as const),
      text: Optional(Type.String({ maxLength: 4000 })),
      ground: Optional(oneOf(['notRequired', 'outsideAuthority', ...denialGrounds, ...terminationGrounds] as const)),
      signer: Optional(WithdrawalSigner),
      returned: Optional(
        Type.String({ maxLength: 4000, description: 'keys of the materials that go back, with commas' }),
      ),
      competentOrgan: Optional(Type.String({ maxLength: 200 })),
      defects: Optional(
        Type.String({ maxLength: 20000, description: 'JSON of the defects, for the correction notice' }),
      ),
    }),
    reply: Type.Object({
      kind: DocumentKind,
      title: Type.String(),
      lines: Type.Array(Type.String({ description: 'paragraphs of the document, number left blank' })),
      organ: Type.String(),
      day: Day,
      statutoryDueDay: Optional(Day),
      promisedDueDay: Optional(Day),
      tells: Type.Optional(Type.String({ description: 'masked phone' })),
      /** The certificate that a grant enters in the register, and the one whose place it takes. */
      licence: Optional(Type.Object({ title: Type.String(), replaces: Optional(Type.String()) })),
    }),
  }),
  'POST /cases/prefill': route({
    summary: 'What an earlier case of the person at the window said, for this form; looking it up is recorded',
    input: Type.Object({ itemId: Id, name: Text(4000), residentNumber: Text(60) }),
    reply: Type.Object({
      answers: Answers,
      prefilled: Type.Record(Type.String(), Prefilled),
      placeNames: Type.Record(Type.String(), LocalText),
      phone: Optional(Type.String()),
      regionId: Optional(Id),
    }),
  }),
  'POST /cases/take-in': route({
    summary:
      'Take in a person who stands at the window, whose card was seen, or what was sent by letter, fax or e-mail',
    input: Type.Object({
      itemId: Id,
      sent: Optional(Sent),
      applicant: Type.Object({
        name: Text(4000),
        residentNumber: Text(60),
        phone: Optional(Text(40)),
        regionId: Optional(Id),
      }),
      /** Who stands at the window for the applicant, with a written mandate 委托书 until a day; its paper is seen. */
      agent: Optional(
        Type.Object({
          name: Text(4000),
          residentNumber: Text(60),
          phone: Optional(Text(40)),
          /** The day on the paper; without one it was signed on the day it came. */
          signedDay: Optional(Day),
          untilDay: Day,
        }),
      ),
      answers: Answers,
      materials: Type.Array(HandedIn, { maxItems: 60 }),
      deliveryWish: DeliveryWish,
      /** 告知承诺 on paper: the letter was read and signed before the clerk. */
      commitment: Optional(CommitmentChoice),
    }),
    reply: Received,
  }),
  'POST /cases/:caseId/verify-identity': route({
    summary: 'The clerk saw the identity card of the applicant',
    input: Type.Object({ caseId: Id, residentNumber: Text(60) }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/open-material': route({
    summary: 'This post has looked at a material',
    input: Type.Object({ caseId: Id, key: Text(60) }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/accept': route({
    summary: 'Accept 受理 (ALL 32(1)(5))',
    input: Type.Object({ caseId: Id }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/correct': route({
    summary: 'The one correction notice for everything at once (ALL 32(1)(4))',
    input: Type.Object({
      caseId: Id,
      defects: Type.Array(
        Type.Object({
          key: Text(60),
          kind: DefectKind,
          howToFix: Text(500),
          newlyArising: Type.Optional(Type.Boolean({ description: 'arose from the corrected material' })),
        }),
        { maxItems: 60 },
      ),
    }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/refuse': route({
    summary: 'Refuse acceptance: not needed, outside authority, or false material (ALL 32(1)(1), (2), 78)',
    input: Type.Object({
      caseId: Id,
      ground: oneOf(['notRequired', 'outsideAuthority', 'falseMaterial'] as const),
      reason: Text(2000),
      competentOrgan: Optional(Text(200)),
    }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/receive-supplement': route({
    summary: 'Take in what the correction notice asked for, handed in at the window or sent by letter, fax or e-mail',
    input: Type.Object({ caseId: Id, sent: Optional(Sent), materials: Type.Array(HandedIn, { maxItems: 60 }) }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/sign-for': route({
    summary: 'A unit signs for the file 签收',
    input: Type.Object({ caseId: Id, ...onTask }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/review': route({
    summary: 'A unit writes its opinion on its part',
    input: Type.Object({ caseId: Id, ...onTask, opinion: oneOf(opinions), text: Text(4000) }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/return-task': route({
    summary: '退回: a unit gives a task back that is not its own; the organ that leads says whose it is',
    input: Type.Object({ caseId: Id, taskId: Id, reason: Text(1000) }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/reopen-task': route({
    summary: '重办: a finished task is done once more; its sisters stay as they are',
    input: Type.Object({ caseId: Id, taskId: Id, reason: Text(1000) }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/reassign-task': route({
    summary: '改派: another organ’s task from now on',
    input: Type.Object({ caseId: Id, taskId: Id, organId: Id, reason: Text(1000) }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/add-signer': route({
    summary: '加签: another organ signs too',
    input: Type.Object({ caseId: Id, taskId: Id, organId: Id, reason: Text(1000) }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/return-to-front': route({
    summary: '退件: the deciding organ gives the accepted file back to the window, once and inside the five days',
    input: Type.Object({ caseId: Id, reason: Text(1000) }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/recuse': route({
    summary: '回避: I withdraw from this case, or, as head of the organ, order an officer to',
    input: Type.Object({ caseId: Id, staffId: Optional(Id), reason: Text(1000) }),
    reply: CaseReply,
  }),
  'GET /cases/:caseId/officers': route({
    summary: 'The officers of my organ, and who of them keeps away from this case',
    input: Type.Object({ caseId: Id }),
    reply: Type.Object({
      officers: Type.Array(
        Type.Object({ staffId: Id, name: Type.String(), title: LocalText, role: Role, keepsAway: Type.Boolean() }),
      ),
    }),
  }),
  'POST /cases/:caseId/certify': route({
    summary: '制证: what was granted is made, and goes to the exit window',
    input: Type.Object({ caseId: Id, ...onTask }),
    reply: CaseReply,
  }),
  'GET /cases/:caseId/organs': route({
    summary: 'The organs to which a task of this case can be given',
    input: Type.Object({ caseId: Id }),
    reply: Type.Object({ organs: Type.Array(Type.Object({ organId: Id, name: LocalText })) }),
  }),
  'POST /cases/:caseId/decide': route({
    summary: 'Grant or deny (ALL 38)',
    input: Type.Object({
      caseId: Id,
      outcome: Outcome,
      reason: Optional(Text(4000)),
      ground: Optional(oneOf(denialGrounds)),
    }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/withdraw-for-applicant': route({
    summary: 'Withdraw at the window, with the request signed on paper, before the decision',
    input: Type.Object({ caseId: Id, signer: WithdrawalSigner, reason: Optional(Text(500)), returned: Returned }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/terminate': route({
    summary: 'End a matter that cannot be decided 终止办理, on a ground of the closed list',
    input: Type.Object({
      caseId: Id,
      ground: Optional(oneOf(terminationGrounds)),
      reason: Type.String({ maxLength: 2000 }),
      returned: Returned,
    }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/decide-at-desk': route({
    summary: 'An immediate matter: a second officer with the decision post confirms here with his own sign-in',
    input: Type.Object({
      caseId: Id,
      outcome: Outcome,
      reason: Optional(Text(4000)),
      officer: Optional(Type.Object({ username: Text(60), password: Text(200) })),
    }),
    reply: CaseReply,
  }),
  'GET /village-agents': route({
    summary: 'Village agents who may carry the result of a case',
    input: Type.Object({ caseId: Id }),
    reply: Type.Object({
      agents: Type.Array(Type.Object({ postId: Id, name: Type.String(), title: LocalText, region: LocalText })),
    }),
  }),
  'POST /cases/:caseId/assign-delivery': route({
    summary: 'Hand the result to a village agent',
    input: Type.Object({ caseId: Id, postId: Id }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/deliver': route({
    summary: 'Hand over the result; the service receipt 送达回证 is made and the case completes',
    input: Type.Object({
      caseId: Id,
      method: DeliveryMethod,
      receiver: oneOf(['applicant', 'entrusted'] as const),
      receiverName: Optional(Text(4000)),
    }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/hand-over': route({
    summary: 'Hand a notice over in person; the result itself goes by deliver',
    input: Type.Object({ caseId: Id, documentId: Id }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/serve-document': route({
    summary:
      'Serve a paper with the proof that its method asks for; a letter without its day and a public notice are under way, and a result that was served completes the case',
    input: Type.Object({
      caseId: Id,
      documentId: Id,
      ...ServiceInput.properties,
    }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/revoke-mandate': route({
    summary:
      'The principal is at the window and revokes the mandates by which the agent acts in this case; the reason is kept',
    input: Type.Object({ caseId: Id, reason: Text(200) }),
    reply: CaseReply,
  }),
  'GET /beyond-guide': route({
    summary:
      'Where somebody demanded or took in what the published guide does not list (supervisor, publisher): each attempt, newest first, and how many of a month by organ, post and item',
    input: Type.Object({
      /** 2026-03; without it the present month. */
      month: Optional(Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' })),
      organId: Optional(Id),
      postId: Optional(Id),
      itemId: Optional(Id),
      ...PageInput,
    }),
    reply: Type.Object({
      month: Type.String(),
      total: Type.Integer(),
      attempts: Type.Array(BeyondGuide),
      organs: Type.Array(AttemptCount),
      posts: Type.Array(AttemptCount),
      items: Type.Array(AttemptCount),
      next: Optional(Type.String()),
    }),
  }),
  'POST /cases/:caseId/reveal': route({
    summary: 'See a masked number in full; the reason is recorded',
    input: Type.Object({ caseId: Id, partyId: Id, field: oneOf(['number', 'phone'] as const), reason: Text(200) }),
    reply: Type.Object({ value: Type.String() }),
  }),
};

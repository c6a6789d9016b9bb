// Closed lists of words, plain values: the browser reads them without the schema library.

/** Level 级别 of a region, centre or item (domain §16). */
export const levels = ['DISTRICT', 'TOWNSHIP', 'VILLAGE'] as const;

/** States of a case (domain §2.2). */
export const caseStates = [
  'DRAFT',
  'RECEIVED',
  'CORRECTION_REQUIRED',
  'ACCEPTED',
  'ACCEPTANCE_REFUSED',
  'NOT_REQUIRED',
  'IN_REVIEW',
  'SPECIAL_PROCEDURE',
  'REPORTED_UP',
  'DECIDING',
  'GRANTED',
  'DENIED',
  'CERTIFYING',
  'DELIVERING',
  'COMPLETED',
  'ARCHIVED',
  'WITHDRAWN',
  'WITHDRAWN_DEEMED',
  'TERMINATED',
] as const;

/** Which procedure an item follows (domain §2.1); picks rules, limits, document titles and remedies. */
export const procedureProfiles = [
  'LICENSE',
  'PUBLIC_SERVICE',
  'BENEFIT',
  'FILING',
  'REAL_ESTATE',
  'SOCIAL_ASSISTANCE',
] as const;

/** 即办件 decided in one visit, or 承诺件 decided within a promised limit. */
export const caseTypes = ['IMMEDIATE', 'PROMISED'] as const;

/** 事项类型 of matters on application (domain §1.1): licence, payment, confirmation, reward, ruling, other power, public service. */
export const itemTypes = [
  'LICENSE',
  'PAYMENT',
  'CONFIRMATION',
  'REWARD',
  'RULING',
  'OTHER_POWER',
  'PUBLIC_SERVICE',
] as const;

/** 权力类型, all of them (domain §1.1): those that nobody applies for stand in the list of powers alone, never in a hall. */
export const powerTypes = [...itemTypes, 'PENALTY', 'COERCION', 'COLLECTION', 'INSPECTION'] as const;

/** The two digits of a type in a basic code. */
export const powerTypeCodes: Readonly<Record<(typeof powerTypes)[number], string>> = {
  LICENSE: '01',
  PENALTY: '02',
  COERCION: '03',
  COLLECTION: '04',
  PAYMENT: '05',
  INSPECTION: '06',
  CONFIRMATION: '07',
  REWARD: '08',
  RULING: '09',
  OTHER_POWER: '10',
  PUBLIC_SERVICE: '20',
};

/** 行使层级 of a power, as the basic catalogue knows them. */
export const exerciseLevels = ['NATION', 'PROVINCE', 'CITY', 'DISTRICT', 'TOWNSHIP', 'VILLAGE'] as const;

/** A spreadsheet of items: read, imported, or put aside. */
export const importStates = ['PREVIEWED', 'IMPORTED', 'DISCARDED'] as const;

/** Elements that are compared for 同标准; which of them count is the district's configuration (domain §1.5). */
export const uniformElements = [
  'name',
  'code',
  'type',
  'bases',
  'serviceObjects',
  'conditions',
  'materials',
  'process',
  'statutoryLimit',
  'promisedLimit',
  'fee',
  'result',
] as const;

/** What a deviation of an element does: nothing, a warning, or no publication. */
export const elementRules = ['off', 'warning', 'locked'] as const;

/** 实施主体性质: by what right the body acts. */
export const bodyNatures = ['STATUTORY', 'AUTHORIZED', 'ENTRUSTED'] as const;

/** 材料类型: a form or document to fill in, a certificate or proof, something else. */
export const materialKinds = ['form', 'proof', 'other'] as const;

/** 领办、帮办、代办、上门办 (domain §6.1). */
export const assistanceModes = ['ESCORT', 'ASSIST', 'AGENCY', 'HOME_VISIT'] as const;

/** 四办 (domain §1.7). */
export const handlingTags = ['IMMEDIATE', 'ONLINE', 'NEARBY', 'ONCE'] as const;

/** Under which heading a public list stands. */
export const listGroups = ['powers', 'materials', 'handling', 'assistance', 'places', 'openness'] as const;

/** Under which heading a figure of the catalogue stands. */
export const figureGroups = ['items', 'online', 'trips', 'reductions', 'promises'] as const;

/** A plain number; of so many so many; before and now. */
export const figureKinds = ['number', 'share', 'reduction'] as const;

/** What is done in one task of a process, in the usual order (domain §2, §3.2). */
export const processTaskKinds = [
  'INTAKE',
  'ACCEPTANCE',
  'REVIEW',
  'JOINT_REVIEW',
  'SITE_VISIT',
  'JOINT_SITE_VISIT',
  'EXPERT_PANEL',
  'HEARING',
  'INSPECTION',
  'PUBLIC_NOTICE',
  'DECISION',
  'CERTIFICATION',
  'DELIVERY',
] as const;

/** The eight procedures whose time art. 45 of the licensing law takes out of the limit. */
export const licensingPauseGrounds = [
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expertReview',
] as const;

/** 特别程序: why a clock stands still. The later ones need an article of the item's own law. */
export const pauseGrounds = [
  ...licensingPauseGrounds,
  'siteVisit',
  'examination',
  'publicNotice',
  'technicalReview',
  'interestedParties',
  'reportUp',
  'announcement',
  'securityReview',
  'other',
] as const;

/** Whose task it is: of the centre that takes in, of the organ that accepts or decides, or of an organ of its own. */
export const processOrgans = ['INTAKE', 'ACCEPTING', 'DECIDING', 'NAMED'] as const;

/** How far a task of a running process has come. `returned`: its unit gave it back, and the lead must say whose it is. */
export const taskStates = ['waiting', 'open', 'signedFor', 'returned', 'done', 'cancelled'] as const;

/** What is written about a task: an opinion, or why it was given back, opened again, reassigned, given to one more signer. */
export const taskNotes = ['opinion', 'returned', 'reopened', 'reassigned', 'added'] as const;

/** What a unit says of its part; a veto binds the decision, where the item gives the unit one. */
export const opinions = ['agree', 'disagree', 'veto'] as const;

/** 下放、授权、委托、服务前移 (domain §1.6). */
export const devolutionModes = ['DEVOLVED', 'AUTHORIZED', 'ENTRUSTED', 'SERVICE_FORWARD'] as const;

/** How far a batch of devolution has come; each is one act after the one before (domain §1.6). */
export const devolutionSteps = [
  'PROPOSED',
  'JOINT_MEETING',
  'LEGALITY_REVIEW',
  'PUBLISHED',
  'TRAINED',
  'PERMITTED',
  'TRIAL',
  'LIVE',
  'TAKEN_BACK',
  'WITHDRAWN',
] as const;

/** Every act on a batch that a person may do. */
export const devolutionActs = [
  'propose',
  'putItems',
  'holdMeeting',
  'openRound',
  'comment',
  'closeRound',
  'reviewLegality',
  'publish',
  'recordTraining',
  'permit',
  'startTrial',
  'goLive',
  'takeBack',
  'withdraw',
  'changeAcceptance',
] as const;

/** To whom powers go down: township governments, a named organ, villages. */
export const receiverKinds = ['TOWNSHIPS', 'ORGAN', 'VILLAGES'] as const;

/** 同意、修改后同意、难以承接. */
export const townshipOpinions = ['AGREE', 'AGREE_WITH_CHANGE', 'CANNOT_TAKE'] as const;

/** 承接状态: 已承接、未承接、承接有困难、收回. */
export const acceptances = ['ACCEPTED', 'NOT_ACCEPTED', 'DIFFICULT', 'TAKEN_BACK'] as const;

/** What a look-back finds: 无对应事项、无对应权限、零办件、未培训、原层级仍在办理 (domain §1.6). */
export const findingKinds = ['NO_COUNTERPART', 'NO_PERMISSION', 'ZERO_CASES', 'UNTRAINED', 'OLD_LEVEL_ACTING'] as const;

export const findingStates = ['OPEN', 'RECTIFIED', 'CLOSED', 'REOPENED'] as const;

export const findingActs = ['assign', 'rectify', 'close', 'reopen'] as const;

export const lookBackStates = ['RUNNING', 'DONE'] as const;

/** 事项状态: in use, suspended, cancelled. */
export const standings = ['IN_USE', 'SUSPENDED', 'CANCELLED'] as const;

/** States of a draft of an item version (domain §1.8). */
export const draftStates = [
  'DRAFT',
  'PENDING_REVIEW',
  'PENDING_APPROVAL',
  'APPROVED',
  'RETURNED',
  'PUBLISHED',
  'ABANDONED',
] as const;

/** What may be done to a draft; the word is the same in permission, ledger and button. */
export const draftActs = ['save', 'submit', 'takeBack', 'review', 'approve', 'return', 'publish', 'abandon'] as const;

/** Where a draft came from: a new item, a change of one that is there, an import. */
export const draftOrigins = ['new', 'change', 'import'] as const;

/** What a change may ask of people beyond the version before it. */
export const burdenKinds = ['material', 'condition', 'step', 'question', 'fee', 'visit'] as const;

/**
 * 领域: what a matter is about, as the limits of the commitment system name it (国办发〔2020〕42号). An item that lets a
 * commitment stand for something declares its own.
 */
export const matterFields = [
  'NATIONAL_SECURITY',
  'STATE_SECRETS',
  'PUBLIC_SECURITY',
  'PRUDENTIAL_FINANCE',
  'ENVIRONMENT',
  'HEALTH_AND_SAFETY',
  'FOREIGN_AFFAIRS',
  'BUSINESS',
  'EMPLOYMENT',
  'SOCIAL_SECURITY',
  'CIVIL_AFFAIRS',
  'EDUCATION',
  'CULTURE',
  'HOUSING',
  'LAND',
  'TRANSPORT',
  'HOUSEHOLD_REGISTER',
  'JUSTICE',
  'OTHER',
] as const;

/** Where no commitment may stand for anything: too much is at stake, and it cannot be made good. */
export const excludedFields: readonly (typeof matterFields)[number][] = [
  'NATIONAL_SECURITY',
  'STATE_SECRETS',
  'PUBLIC_SECURITY',
  'PRUDENTIAL_FINANCE',
  'ENVIRONMENT',
  'HEALTH_AND_SAFETY',
  'FOREIGN_AFFAIRS',
];

/** How missing papers come afterwards 补交方式. */
export const supplyMethods = ['WINDOW', 'ONLINE', 'MAIL'] as const;

/** What a commitment stands for: single materials, or the examination of the whole matter. */
export const commitmentKinds = ['MATERIALS', 'ITEM'] as const;

/** Written into a draft, signed with the application, taken back before the decision. */
export const commitmentStates = ['CHOSEN', 'SIGNED', 'WITHDRAWN'] as const;

/** 承诺核查: not yet due, due now, and what was found. */
export const checkStates = ['WAITING', 'DUE', 'KEPT', 'FALSE'] as const;

/** 失信来源: what a record of bad credit came from. */
export const creditSources = ['FALSE_COMMITMENT', 'SUPPLY_MISSED'] as const;

/** What staff may do with an item of the catalogue. */
export const itemActs = ['change', 'suspend', 'resume', 'cancel'] as const;

/** 服务对象: whom an item serves. */
export const serviceObjects = [
  'PERSON',
  'ENTERPRISE',
  'INSTITUTION',
  'ASSOCIATION',
  'UNINCORPORATED',
  'GOVERNMENT',
  'OTHER',
] as const;

/** 权力来源: how the body came by the power that it exercises. */
export const powerSources = [
  'STATUTORY',
  'DEVOLVED',
  'AUTHORIZED',
  'PEER_AUTHORIZED',
  'ENTRUSTED',
  'PEER_ENTRUSTED',
] as const;

/** 办理形式: in what way one may apply. */
export const handlingForms = ['WINDOW', 'ONLINE', 'COURIER'] as const;

/** 网上办理深度: how far it goes online. */
export const onlineDepths = ['CONSULT', 'INTAKE', 'PRE_REVIEW', 'ACCEPTANCE', 'HANDLING', 'RESULT'] as const;

/** 通办范围: in how wide an area any window takes it in. */
export const handlingAreas = ['NATION', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE'] as const;

/** 审批结果类型: a certificate, a written decision, something else, or nothing on paper. */
export const resultTypes = ['CERTIFICATE', 'DECISION', 'OTHER', 'NONE'] as const;

/** Roles a post may have in this district. */
export const roles = [
  'windowClerk',
  'reviewer',
  'decider',
  'villageAgent',
  'supervisor',
  'itemManager',
  'itemReviewer',
  'itemPublisher',
  'organHead',
  'governmentHead',
  'archivist',
  'administrator',
] as const;

/** Why somebody is away 外出、请假. */
export const absenceKinds = ['leave', 'training', 'meeting', 'sick'] as const;

/** What a person is to an officer who must withdraw for him 回避: himself, spouse, lineal and collateral blood, marriage, other. */
export const relationKinds = ['self', 'spouse', 'lineal', 'collateral', 'affinity', 'other'] as const;

/** Which way papers go between a window and a department. */
export const handOverDirections = ['TO_OFFICE', 'TO_WINDOW'] as const;

/** How far a hand-over sheet 材料交接单 has come. */
export const handOverStates = ['MADE', 'HANDED', 'TAKEN', 'DISCARDED'] as const;

/** How sure we are of who an account is (design §6). */
export const assurances = ['none', 'declared', 'verified'] as const;

/**
 * 信函、传真、电子邮件: an application that was sent and that a clerk takes in (ALL 29; a telegram is a letter, data between
 * systems come online). Three words and not one: the channel is all that is kept of how it came.
 */
export const sentChannels = ['LETTER', 'FAX', 'EMAIL'] as const;

/** Whether nobody stood there: it was sent. */
export function isSent(channel: string): channel is (typeof sentChannels)[number] {
  return (sentChannels as readonly string[]).includes(channel);
}

/** Where an application came in: `AGENT`, at a village's station. */
export const channels = ['ONLINE', 'WINDOW', 'AGENT', ...sentChannels] as const;

/** How the applicant wants the result. */
export const deliveryWishes = ['WINDOW', 'ELECTRONIC', 'AGENT'] as const;

/** 送达方式: how a document was in fact served (domain §2.8). */
export const deliveryMethods = ['DIRECT', 'LEFT', 'ENTRUSTED', 'MAIL', 'ELECTRONIC', 'PUBLIC_NOTICE'] as const;

/** What can be wrong with a material. */
export const defectKinds = ['missing', 'incomplete', 'expired', 'unreadable', 'unsigned', 'inconsistent'] as const;

/** How far a legal element was checked against its text (design §6). */
export const checkMarks = ['checked', 'sample'] as const;

/** Tasks that several people do together, in a meeting 会同: the task is done when their meeting is concluded. */
export const meetingKinds = [
  'JOINT_REVIEW',
  'SITE_VISIT',
  'JOINT_SITE_VISIT',
  'EXPERT_PANEL',
  'HEARING',
  'INSPECTION',
] as const;

export const meetingStates = ['ARRANGED', 'HELD', 'CONCLUDED', 'CANCELLED'] as const;

/** Whether a notice of a hearing reached its addressee seven working days before: it did, too late, it still can, it did not. */
export const noticeStandings = ['inTime', 'late', 'awaited', 'missed'] as const;

/** Every act on a meeting that a person may do. */
export const meetingActs = [
  'nameOfficers',
  'postpone',
  'cancel',
  'drawExperts',
  'declineExpert',
  'ruleOnChallenge',
  'hold',
  'writeOpinion',
  'writeConclusion',
  'recordSignature',
  'sign',
] as const;

/** What a meeting comes to; 复查: what was found is put right and looked at once more. */
export const meetingOutcomes = ['agree', 'disagree', 'recheck'] as const;

/** Who else takes part in a hearing (ALL 47, 48). */
export const hearingRoles = ['applicant', 'interestedParty'] as const;

/** 听证: the right was notified; asked for, given up, or not asked for in time (ALL 47). */
export const hearingStates = ['NOTIFIED', 'REQUESTED', 'WAIVED', 'NOT_REQUESTED'] as const;

export const hearingAnswers = ['REQUESTED', 'WAIVED'] as const;

export const signatures = ['SIGNED', 'REFUSED'] as const;

export const challengeRulings = ['UPHELD', 'REJECTED'] as const;

/** What an expert of the pool knows. */
export const expertFields = [
  'fireSafety',
  'construction',
  'planning',
  'land',
  'environment',
  'food',
  'health',
  'workSafety',
  'transport',
  'agriculture',
  'finance',
  'law',
  'other',
] as const;

export const expertRelations = ['spouse', 'parent', 'child', 'sibling', 'inLaw', 'other'] as const;

/** Where an expert of the pool stands when a panel is arranged; only the eligible are drawn from. */
export const expertStandings = [
  'eligible',
  'otherField',
  'unavailable',
  'sameEmployer',
  'related',
  'declared',
] as const;

export const declineGrounds = ['unavailable', 'related', 'declared'] as const;

/** Every act on a case that a person may do; the word is the same in permission, ledger and button. */
export const caseActs = [
  'save',
  'submit',
  'supplement',
  'withdraw',
  'receiveResult',
  'verifyIdentity',
  'accept',
  'correct',
  'refuse',
  'receiveSupplement',
  'signFor',
  'review',
  'arrange',
  'returnTask',
  'reopenTask',
  'reassignTask',
  'addSigner',
  'postNotice',
  'closeNotice',
  'startProcedure',
  'endProcedure',
  'requestExtension',
  'extend',
  'reportUp',
  'recordUpperDecision',
  'returnToFront',
  'recuse',
  'acceptTolerated',
  'receiveTolerated',
  'withdrawCommitment',
  'verifyCommitment',
  'withdrawForApplicant',
  'terminate',
  'decide',
  'decideAtDesk',
  'certify',
  'assignDelivery',
  'deliver',
  'handOver',
  'serveDocument',
  'revokeMandate',
  'reveal',
] as const;

/** Queues 队列 of a post; which ones a post has follows from its role. */
export const queues = [
  'mine',
  'takenIn',
  'toCheck',
  'supplemented',
  'toSignFor',
  'toReview',
  'toDecide',
  'toDeliver',
  'toCertify',
  'toAssign',
  'waitingForApplicant',
  'inReview',
  'doneToday',
  'all',
  'overdue',
] as const;

export { lifeEvents } from './life-events.ts';

/** How a request for more time stands; `LAPSED`: nobody answered before the limit ended. */
export const extensionStates = ['ASKED', 'APPROVED', 'REFUSED', 'LAPSED'] as const;

/** Who approves an extension: the head of the organ (ALL 42(1)), of joint handling the head of the government (ALL 42(2)). */
export const extensionApprovers = ['organHead', 'governmentHead'] as const;

/** How an objection to a public notice came in. */
export const objectionChannels = ['ONLINE', 'WINDOW'] as const;

/** Kinds of a question with one answer. */
export const leafKinds = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'choice',
  'yesNo',
  'phone',
  'residentNumber',
  'uscc',
  'place',
] as const;

/** Kinds of an entry of a form. */
export const fieldKinds = [...leafKinds, 'address', 'person', 'firm', 'rows', 'computed'] as const;

/** What a block of a person or firm can ask beside the name. */
export const personParts = [
  'number',
  'birthDay',
  'sex',
  'relation',
  'phone',
  'place',
  'uscc',
  'representative',
  'representativeNumber',
] as const;

export const computations = ['sum', 'count', 'age', 'times'] as const;

/** In what role somebody takes part in a case 当事人. */
export const partyRoles = [
  'applicant',
  'coApplicant',
  'beneficiary',
  'member',
  'guardian',
  'legalRepresentative',
  'handler',
  'agent',
] as const;

/** How an archive stands 档案状态: to be built, waiting for what is missing, kept, found damaged when it was looked at again. */
export const archiveStates = ['COLLECTED', 'FAILED_CHECK', 'ARCHIVED', 'DAMAGED'] as const;

/** 保管期限: for ever, thirty years, ten years. */
export const retentionClasses = ['PERMANENT', 'THIRTY_YEARS', 'TEN_YEARS'] as const;

/** 四性: 真实性、完整性、可用性、安全性 (domain §14.2). */
export const archiveProperties = ['authenticity', 'completeness', 'usability', 'safety'] as const;

/** What is looked at of each property, in the order of the report. */
export const archivePoints = {
  packageUnchanged: 'authenticity',
  filesUnchanged: 'authenticity',
  documentsUnchanged: 'authenticity',
  ledgerWhole: 'authenticity',
  sealValid: 'authenticity',
  sourceKnown: 'authenticity',
  documentsPresent: 'completeness',
  actsPapered: 'completeness',
  documentsServed: 'completeness',
  materialsPresent: 'completeness',
  partsPresent: 'completeness',
  formatsAllowed: 'usability',
  filesOpen: 'usability',
  notEncrypted: 'usability',
  nothingActive: 'safety',
  namesSafe: 'safety',
  sizesWithin: 'safety',
  accessKnown: 'safety',
} as const satisfies Record<string, (typeof archiveProperties)[number]>;

/** What can be wrong at a point of the report. */
export const archiveFaults = [
  'package_missing',
  'package_changed',
  'digest_changed',
  'file_changed',
  'file_unlisted',
  'file_missing',
  'data_changed',
  'pdf_changed',
  'row_missing',
  'row_changed',
  'head_changed',
  'seal_wrong',
  'source_unknown',
  'document_missing',
  'document_unnamed',
  'act_without_paper',
  'not_served',
  'material_missing',
  'part_missing',
  'format_unknown',
  'does_not_open',
  'encrypted',
  'active_content',
  'name_unsafe',
  'too_large',
  'access_unknown',
] as const;

/** In what order a package holds its files: the flow of the matter. */
export const archiveParts = [
  'form',
  'materials',
  'documents',
  'opinions',
  'decision',
  'licence',
  'service',
  'ledger',
  'archive',
] as const;

export const documentKinds = [
  'intakeReceipt',
  'acceptanceNotice',
  'correctionNotice',
  'acceptanceRefusal',
  'grantDecision',
  'denialDecision',
  'deliveryReceipt',
  'applicationForm',
  'certificate',
  'licenceDecision',
  'toleratedCommitment',
  'toleratedNotice',
  'supplyNotice',
  'commitmentLetter',
  'specialProcedureNotice',
  'resumptionNotice',
  'extensionNotice',
  'hearingRightsNotice',
  'hearingNotice',
  'hearingRecord',
  'siteVisitRecord',
  'reviewMinutes',
  'expertOpinion',
  'inspectionReport',
  'publicNotice',
  'reportUpOpinion',
  'withdrawalRequest',
  'terminationNotice',
  'deemedWithdrawalNotice',
  'renewalDecision',
  'changeDecision',
  'reviewSheet',
  'handOverSheet',
  'returnSheet',
  'agentAuthorization',
  'archiveList',
  'archiveCheckReport',
] as const;

type DocumentWord = (typeof documentKinds)[number];

/** The papers of a result: the decision goes with what it grants and with its service receipt, which proves that it was served. */
export const resultPapers: readonly DocumentWord[] = [
  'grantDecision',
  'denialDecision',
  'renewalDecision',
  'changeDecision',
  'certificate',
  'deliveryReceipt',
];

/** What officers write to one another about a case: nobody outside is shown it. */
export const internalPapers: readonly DocumentWord[] = [
  'reviewMinutes',
  'reportUpOpinion',
  'reviewSheet',
  'handOverSheet',
  'returnSheet',
  'archiveList',
  'archiveCheckReport',
];

const servedAlone: readonly DocumentWord[] = [
  'intakeReceipt',
  'acceptanceNotice',
  'correctionNotice',
  'acceptanceRefusal',
  'licenceDecision',
  'toleratedNotice',
  'supplyNotice',
  'commitmentLetter',
  'specialProcedureNotice',
  'resumptionNotice',
  'extensionNotice',
  'hearingRightsNotice',
  'hearingNotice',
  'terminationNotice',
  'deemedWithdrawalNotice',
];

/**
 * A receipt or notice, which is served by itself. The applicant's own papers go to nobody; records are signed on the
 * spot by who was there; a public notice is for everybody.
 */
export function isServedAlone(kind: DocumentWord): boolean {
  return servedAlone.includes(kind);
}

/** Whether a paper has to reach its addressee: all that is served alone, and the result without the receipt of its service. */
export function isServed(kind: DocumentWord): boolean {
  return isServedAlone(kind) || (resultPapers.includes(kind) && kind !== 'deliveryReceipt');
}

/**
 * What was told on the way to the result: whoever never fetched it gets it together with the result. The notices of a
 * hearing are not among them, as they must come in time and may be another's.
 */
export const papersOnTheWay: readonly DocumentWord[] = [
  'intakeReceipt',
  'acceptanceNotice',
  'toleratedNotice',
  'supplyNotice',
  'correctionNotice',
  'commitmentLetter',
  'specialProcedureNotice',
  'resumptionNotice',
  'extensionNotice',
];

/** Who took a paper: the addressee, who was entrusted by him, who lives with him, who receives mail for his firm. */
export const serviceReceivers = ['applicant', 'entrusted', 'family', 'office'] as const;

/** States of a licence in the register (domain §14.1). `replaced`: a later version took its place. */
export const licenceStates = ['valid', 'suspended', 'expired', 'replaced', 'recalled', 'cancelled', 'revoked'] as const;

/** What an organ may do to a licence that it gave: suspend 暂停, restore, recall 撤回, cancel 注销 and revoke 撤销. */
export const licenceActs = ['suspend', 'restore', 'recall', 'cancel', 'revoke'] as const;

/**
 * On what ground each act may rest, closed lists of 行政许可法: recall art. 8, cancel art. 70, revoke art. 69, each in the
 * law's order. `otherLaw` names law and article in words of its own. A restoration undoes and needs none.
 */
export const licenceGrounds = {
  suspend: ['penalty', 'otherLaw'],
  restore: [],
  recall: ['lawChanged', 'objectiveChange'],
  cancel: ['notRenewed', 'holderDied', 'firmDissolved', 'endedBefore', 'forceMajeure', 'otherLaw'],
  revoke: ['abuseOfOffice', 'beyondAuthority', 'procedureBroken', 'notEligible', 'otherLaw', 'fraud'],
} as const;

/**
 * How the holder was heard before something was taken from him (行政许可法 art. 7): he stated his case, he said nothing
 * until the day he was told, or there was a hearing.
 */
export const heardHows = ['stated', 'silent', 'hearing'] as const;

/** What a matter does to a licence that its applicant has: 延续 (行政许可法 art. 50) or 变更 (art. 49). */
export const licenceHandlings = ['renewal', 'change'] as const;

/** Why a matter is ended without a decision 终止办理; the closed list of domain §2.2. */
export const terminationGrounds = [
  'applicantDied',
  'firmDissolved',
  'objectGone',
  'refusesCooperation',
  'suppliesMissing',
  'jointApplicantLost',
  'decisionImpossible',
] as const;

/** Why something is denied, where the law adds to the denial: 隐瞒有关情况或者提供虚假材料 (行政许可法 art. 78). */
export const denialGrounds = ['conditionsUnmet', 'falseMaterial'] as const;

/** How a mandate 委托 stands today. */
export const mandateStates = ['coming', 'valid', 'ended', 'revoked'] as const;

/**
 * What a mandate lets an agent do 代理权限 (CC 165), in the words that were signed. The text of a word never changes, and
 * the ledger keeps its digest; a new text is a new word.
 */
export const mandateScopes = {
  apply: {
    zh: '代为填表申请、交材料、补正材料、查进度、撤回申请、领取结果，不能再转托别人。受托人会看到委托人的姓名、身份证号和电话，用来填表。',
    en: 'To fill in and submit applications, hand in and correct materials, follow their progress, withdraw them and receive the results. Not to pass the mandate on. The agent sees the principal’s name, ID number and phone, to fill in the form.',
  },
} as const;
export type MandateScope = keyof typeof mandateScopes;

/** What is counted of cases, each on one day of its life; every indicator is made of these. */
export const measureKeys = [
  'received',
  'accepted',
  'finished',
  'immediate',
  'online',
  'corrected',
  'correctedAgain',
  'savedHours',
  'statutoryHours',
  'decided',
  'early',
  'onTime',
  'overdue',
  'pastLaw',
  'completed',
  'served',
  'denied',
  'withdrawn',
  'trips',
  'oneTrip',
  'noTrip',
] as const;

/** How a number is cut: by the areas below, by centre, deciding organ, item, channel. */
export const indicatorCuts = ['area', 'center', 'organ', 'item', 'channel'] as const;

/**
 * The closed list of refusals: code → HTTP status. The web turns a code and its facts into a sentence in the reader's
 * language (`refusals` catalogue); what cannot be named here cannot be refused.
 */
export const refusalStatus = {
  // the request itself
  invalid_input: 400,
  key_reused: 409,
  key_missing: 400,
  too_large: 413,
  not_found: 404,
  gone_wrong: 500,
  busy: 503,
  too_many: 429,
  // who asks
  sign_in_needed: 401,
  sign_in_failed: 401,
  sign_in_slowed: 429,
  code_wrong: 401,
  code_expired: 401,
  not_allowed: 403,
  no_post: 403,
  demo_only: 404,
  identity_needed: 409,
  identity_fixed: 409,
  verified_needed: 409,
  // meetings, hearings and the expert pool
  meeting_moved_on: 409,
  meeting_open: 409,
  meeting_early: 409,
  meeting_held: 409,
  officers_too_few: 422,
  organ_absent: 422,
  officer_barred: 422,
  third_visit: 422,
  recheck_not_possible: 422,
  chair_missing: 422,
  chair_reviewed: 422,
  opinions_missing: 409,
  organ_signed: 409,
  officer_signed: 409,
  signed_for_other: 409,
  not_attended: 422,
  chair_signs: 422,
  signatures_missing: 409,
  hearing_told: 409,
  hearing_not_requested: 409,
  hearing_request_late: 409,
  hearing_answered: 409,
  hearing_notice_short: 422,
  hearing_untold: 409,
  hearing_told_late: 409,
  hearing_too_late: 422,
  hearing_beyond_notice: 422,
  experts_too_few: 422,
  experts_missing: 422,
  expert_related: 422,
  draw_done: 409,
  // posts and their substitutes
  absence_overlaps: 409,
  absence_over: 409,
  substitute_oneself: 422,
  substitute_known: 409,
  relation_known: 409,
  // mandates
  mandate_missing: 403,
  mandate_ended: 403,
  mandate_not_for_this: 403,
  mandate_to_oneself: 422,
  // the basic catalogue
  basic_item_moved_on: 409,
  basic_item_claimed: 409,
  // words to find items by
  alias_empty: 422,
  alias_known: 409,
  // drafts and standings of items
  draft_open: 409,
  draft_moved_on: 409,
  draft_in_state: 409,
  draft_outdated: 409,
  draft_wrong: 422,
  draft_unchanged: 422,
  draft_same_person: 403,
  burden_without_basis: 422,
  code_taken: 409,
  code_in_draft: 409,
  item_stands: 409,
  day_in_past: 422,
  day_too_early: 422,
  // spreadsheets
  spreadsheet_unreadable: 422,
  spreadsheet_too_large: 413,
  spreadsheet_no_names: 422,
  import_moved_on: 409,
  import_row_wrong: 422,
  // licences and templates
  licence_moved_on: 409,
  licence_suspended: 409,
  licence_ended: 409,
  ground_missing: 422,
  ground_unfit: 422,
  holder_not_heard: 422,
  compensation_missing: 422,
  renewal_too_late: 409,
  renewed_by_law: 409,
  barred_until: 403,
  template_wrong: 422,
  template_moved_on: 409,
  // a case
  case_moved_on: 409,
  decision_made: 409,
  item_not_offered: 409,
  item_guide_only: 409,
  item_suspended: 409,
  item_cancelled: 409,
  item_not_authorised: 403,
  answers_wrong: 422,
  materials_missing: 422,
  material_unknown: 422,
  material_unread: 409,
  defects_missing: 422,
  second_notice: 409,
  five_days_over: 409,
  correction_over: 409,
  same_person: 403,
  second_officer_needed: 403,
  recusal_needed: 403,
  recused: 403,
  recused_already: 409,
  returned_already: 409,
  reason_missing: 422,
  competent_organ_missing: 422,
  agent_missing: 409,
  document_served: 409,
  service_proof_missing: 422,
  service_witness_missing: 422,
  service_number_missing: 422,
  service_backdated: 422,
  service_in_future: 422,
  service_not_agreed: 409,
  not_assigned: 403,
  query_wrong: 404,
  // tasks of a case
  task_moved_on: 409,
  task_of_other_kind: 422,
  vetoed: 409,
  veto_not_given: 422,
  organ_has_task: 409,
  veto_stands: 409,
  organ_without_officer: 422,
  // devolution
  devolution_moved_on: 409,
  devolution_step_missing: 409,
  devolution_unlawful: 422,
  item_not_own: 403,
  not_receiver: 403,
  round_closed: 409,
  round_open: 409,
  townships_silent: 409,
  training_missing: 409,
  permission_missing: 409,
  trial_not_over: 409,
  look_back_running: 409,
  finding_moved_on: 409,
  // tolerated acceptance and commitments
  tolerated_unlisted: 422,
  tolerated_main_missing: 422,
  tolerated_nothing_missing: 409,
  supply_day_too_late: 422,
  supply_not_owed: 422,
  materials_owed: 409,
  commitment_unsigned: 409,
  commitment_not_offered: 422,
  commitment_field_excluded: 422,
  credit_bad: 403,
  commitment_not_there: 409,
  commitment_revoke_by_decider: 403,
  findings_missing: 422,
  credit_repaired: 409,
  // hand-over sheets
  sheet_moved_on: 409,
  sheet_same_person: 403,
  sheet_case_unfit: 422,
  sheet_case_elsewhere: 409,
  // archives
  archive_moved_on: 409,
  archive_not_ready: 409,
  archive_case_moved: 409,
  // deadlines
  clock_stopped: 409,
  clock_paused: 409,
  clock_not_paused: 409,
  extension_too_late: 409,
  extension_already_given: 409,
  pause_without_ground: 422,
  calendar_invalid: 422,
  backdated: 422,
  procedure_too_late: 409,
  extension_not_allowed: 422,
  extension_asked: 409,
  extension_answered: 409,
  extension_lapsed: 409,
  extension_not_asked: 409,
  extension_not_yours: 403,
  explanation_missing: 422,
  report_up_first: 409,
  reported_up: 409,
  tasks_open: 409,
  not_reported_up: 409,
  upper_decides_otherwise: 409,
  notice_running: 409,
  notice_posted: 409,
  notice_not_posted: 409,
  notice_over: 409,
  notice_names_party: 422,
  objections_unanswered: 409,
  objection_given: 409,
  objection_answered: 409,
  // closed months
  month_runs: 409,
  month_closed: 409,
  // files
  file_empty: 422,
  file_kind: 422,
  file_disguised: 422,
  file_too_large: 413,
  file_missing: 422,
  // the demo's clock
  clock_backwards: 409,
  clock_too_far: 422,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

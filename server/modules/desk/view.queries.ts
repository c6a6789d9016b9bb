import type {
  CaseAct,
  CaseMaterial,
  CaseParty,
  CaseTask,
  ProgressStage,
  ResidentCase,
  StaffCase,
  StoryLine,
} from '../../../contract/cases.ts';
import type { Answers, FormField } from '../../../contract/form.ts';
import { maskIdentifier, maskPhone, maskResidentId } from '../../../contract/identifiers.ts';
import { asksAboutApplicant } from '../../../contract/questions.ts';
import type { LocalText, Role } from '../../../contract/values.ts';
import { internalPapers, resultPapers } from '../../../contract/words.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { getChain, type LedgerRow } from '../../platform/ledger/index.ts';
import { verifyChain } from '../../platform/ledger/verify.ts';
import type { CaseFacts, Viewer } from '../cases/index.ts';
import {
  actionsOf,
  type Case,
  type Defect,
  dueOf,
  duePurposeOf,
  factsOf,
  filedBy,
  filledForm,
  findReach,
  getCase,
  getDefects,
  getDeliveryAgents,
  getLateReasons,
  getMaterials,
  getParties,
  isTaskAct,
  isVillageAgent,
  leafAt,
  type Material,
  type Party,
  placeNamesOf,
  readableTo,
  requirementsOf,
  seesOnlyResult,
  tasksFor,
  viewerOf,
  worksOn,
} from '../cases/index.ts';
import { getItemVersion, getVersionInForce, type ItemVersion, processOf } from '../catalogue/index.ts';
import { explainClock, loadCalendar, type WorkCalendar } from '../deadlines/index.ts';
import { getDocumentViews } from '../documents/index.ts';
import {
  getMandate,
  getPosts,
  getResident,
  getStaffNames,
  type ResidentCall,
  type StaffCall,
} from '../people/index.ts';
import { loadPlaces, type Places, windowFor } from '../places/index.ts';
import { getTaskNotes, ownersOf, type TaskNote } from '../tasks/index.ts';
import { progressOf } from './progress.rules.ts';

interface Parts {
  readonly theCase: Case;
  readonly version: ItemVersion;
  readonly places: Places;
  readonly materials: Material[];
  readonly defects: Defect[];
  readonly chain: LedgerRow[];
}

async function getParts(read: Read, call: Call, theCase: Case): Promise<Parts> {
  const [version, places, materials, defects, chain] = await Promise.all([
    // A draft shows the form that is in force; everything filed keeps its own.
    theCase.state === 'DRAFT'
      ? getVersionInForce(read, call, theCase.itemId)
      : getItemVersion(read, call.district, theCase.itemVersionId),
    loadPlaces(read, call.district),
    getMaterials(read, call.district, theCase.id),
    getDefects(read, call.district, theCase.id, theCase.key),
    getChain(read, call.district, { kind: 'case', id: theCase.id }),
  ]);
  return { theCase, version, places, materials, defects, chain };
}

const nobody: LocalText = { zh: '', en: '' };

/** What both views of a case have in common. */
async function coreOf(read: Read, call: Call, { theCase, version, places }: Parts) {
  const calendar = await loadCalendar(read, call.district);
  const purpose = duePurposeOf(theCase.state);
  const explained =
    theCase.dueDay === null || purpose === undefined || purpose === 'correction'
      ? undefined
      : await explainClock(read, {
          district: call.district,
          clock: { subject: { kind: 'case', id: theCase.id }, purpose },
          today: call.today,
        });
  const explanation = [explained?.promised, explained?.statutory].find((each) => each?.dueDay === theCase.dueDay);
  const due = dueOf(theCase, call.today, calendar);
  const elapsed = explanation?.days.find((day) => day.day === call.today.toString())?.nth;
  const isBefore = theCase.state === 'DRAFT' || theCase.state === 'RECEIVED' || theCase.state === 'CORRECTION_REQUIRED';
  const center = places.centerById(theCase.intakeCenterId ?? '');
  const window = center && windowFor(center, places);
  const decidingOrgan = places.organById(theCase.decidingOrganId ?? '');
  return {
    core: {
      caseId: theCase.id,
      itemId: theCase.itemId,
      itemVersionId: theCase.itemVersionId,
      itemName: version.content.name,
      profile: theCase.profile,
      caseType: theCase.caseType,
      state: theCase.state,
      channel: theCase.channel,
      round: theCase.round,
      deemedAccepted: theCase.deemedAccepted,
      openDefects: theCase.openDefects,
      deliveryWish: theCase.deliveryWish,
      holder:
        isBefore && window !== undefined
          ? { organ: window.name, phone: window.phone }
          : { organ: decidingOrgan?.name ?? nobody, phone: decidingOrgan?.phone ?? '' },
      ...present({
        caseNo: theCase.caseNo,
        receivedAt: theCase.receivedAt,
        receivedDay: theCase.receivedDay,
        acceptedDay: theCase.acceptedDay,
        decidedAt: theCase.decidedAt,
        completedAt: theCase.completedAt,
        outcome: theCase.outcome,
        statutoryDueDay: theCase.statutoryDueDay,
        promisedDueDay: theCase.promisedDueDay,
        due: due === undefined ? null : { ...due, ...present({ elapsed: elapsed ?? null }) },
        regionName: theCase.applicantRegionId === null ? undefined : places.spokenName(theCase.applicantRegionId),
        explanation: explanation ?? null,
      }),
      documents: await getDocumentViews(read, call.district, theCase.id),
    },
    center,
  };
}

/** Absent instead of null, as the contract has it. */
function present<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  ) as never;
}

/** The form with its answers and what a screen needs to show and to check them. */
function filledView(call: Call, { theCase, version, places }: Parts, parties: readonly Party[]) {
  const { form, answers, about } = filledForm(theCase, version, parties, places);
  const isDraft = theCase.state === 'DRAFT';
  return {
    form: [...form],
    answers,
    prefilled: { ...theCase.prefilled },
    placeNames: placeNamesOf(form, answers, places),
    about: {
      today: isDraft ? call.today.toString() : about.today,
      // Nobody is told what no question depends on.
      ...(about.applicant && asksAboutApplicant(form, version.content.materials) && { applicant: about.applicant }),
    },
  };
}

function partyView(party: Party): CaseParty {
  return {
    partyId: party.id,
    role: party.role,
    kind: party.kind,
    name: party.name,
    assurance: party.assurance,
    ...(party.number !== null && { number: party.kind === 'firm' ? party.number : maskResidentId(party.number) }),
    ...(party.phone !== null && { phone: maskPhone(party.phone) }),
  };
}

/** The materials that this case needs; of a draft all that the version lists, since what is needed still moves with the answers. */
function materialViews(
  { theCase, version, places, materials, defects }: Parts,
  parties: readonly Party[],
  postId: string | null,
): CaseMaterial[] {
  const requirements =
    theCase.state === 'DRAFT'
      ? version.content.materials
      : requirementsOf({ version, filled: filledForm(theCase, version, parties, places) });
  return requirements.map((requirement) => {
    const material = materials.find(({ key }) => key === requirement.key);
    const defect = defects.findLast(({ key }) => key === requirement.key);
    return {
      requirement,
      files: (material?.files ?? []).map(({ fileId, name, mediaType, bytes }) => ({ fileId, name, mediaType, bytes })),
      received: material?.received ?? false,
      originals: material?.originals ?? 0,
      copies: material?.copies ?? 0,
      opened: postId !== null && (material?.openedBy.includes(postId) ?? false),
      ...(defect && {
        defect: { kind: defect.kind, howToFix: defect.howToFix, settled: defect.settledRound !== null },
      }),
    };
  });
}

interface Body {
  readonly act: string;
  readonly at: string;
  readonly actor: {
    readonly kind: StoryLine['actor']['kind'];
    readonly id: string | null;
    readonly postId: string | null;
    /** 代: whom a substitute stood in for. */
    readonly onBehalfOf: string | null;
  };
  readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Members of staff whom a row of the story names. */
function peopleIn({ actor, facts }: Body): string[] {
  return [actor.id, actor.onBehalfOf, facts.officerId].filter((id) => typeof id === 'string');
}

/** The story of a case from its ledger rows, newest first. Officers stand with name and post: the law wants it. */
async function getStory(read: Read, call: Call, chain: readonly LedgerRow[], places: Places): Promise<StoryLine[]> {
  const bodies = chain.map((row) => ({ row, body: JSON.parse(row.body) as Body }));
  const ofStaff = bodies.filter(({ body }) => body.actor.kind === 'staff');
  const [names, posts] = await Promise.all([
    getStaffNames(read, call.district, [...new Set(ofStaff.flatMap(({ body }) => peopleIn(body)))]),
    getPosts(read, call.district, [...new Set(ofStaff.flatMap(({ body }) => body.actor.postId ?? []))]),
  ]);
  return bodies.toReversed().map(({ row, body }) => {
    const post = posts.get(body.actor.postId ?? '');
    const facts = Object.entries(body.facts).filter(
      (entry): entry is [string, string | number | boolean | null] => !Array.isArray(entry[1]) && entry[0] !== 'digest',
    );
    const { documents } = body.facts;
    return {
      sequence: row.sequence,
      at: body.at,
      day: Temporal.Instant.from(body.at).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString(),
      act: body.act,
      actor: {
        kind: body.actor.kind,
        ...present({
          name: names.get(body.actor.id ?? ''),
          actsFor: names.get(body.actor.onBehalfOf ?? ''),
          post: post?.title,
          organ: places.organById(post?.organId ?? '')?.name,
        }),
      },
      facts: { ...Object.fromEntries(facts), ...present({ officer: names.get(String(body.facts.officerId ?? '')) }) },
      documentIds: Array.isArray(documents) ? [...documents] : [],
    };
  });
}

/** Why what was sent was entered late stands with the receipt, sealed; staff read it in the story. */
async function withLateReasons(read: Read, call: Call, theCase: Case, story: StoryLine[]): Promise<StoryLine[]> {
  if (!story.some(({ facts }) => facts.enteredLate === true)) return story;
  const reasons = await getLateReasons(read, call.district, theCase);
  return story.map((line) => {
    const lateReason = line.facts.enteredLate === true ? reasons.get(Number(line.facts.round)) : undefined;
    return lateReason === undefined ? line : { ...line, facts: { ...line.facts, lateReason } };
  });
}

/** What concerns the office alone: who looked a number up, whose relative somebody is, who signed which part. */
const internalActs: readonly string[] = [
  'case.revealed',
  'case.extensionAsked',
  'case.extensionRefused',
  'case.extensionLapsed',
  'case.recused',
  'case.acceptanceTakenBack',
  'case.papersHanded',
  'case.papersTaken',
  'case.papersRefused',
  'case.officersNamed',
  'case.expertDeclined',
  'case.meetingHeld',
  'case.meetingOpinionWritten',
  'case.meetingConclusionWritten',
  'case.meetingSigned',
  'case.recordSigned',
];

/** A case as its applicant sees it, or who acts for him. */
export async function getResidentCase(
  read: Read,
  { caseId }: { caseId: string },
  call: ResidentCall,
): Promise<ResidentCase> {
  const theCase = await getCase(read, call.district, caseId, filedBy(call.resident.id));
  const [filed, principal] = await Promise.all([
    getParties(read, call.district, caseId, theCase.key),
    getPrincipal(read, call, theCase),
  ]);
  // A draft has no parties yet: whoever applies is known by his account; to an agent, while his mandate stands.
  const isTold = principal === undefined || principal.mandateValid;
  const parties = filed.length > 0 ? filed : isTold ? await draftParties(read, call, theCase) : [];
  const view = await residentView(
    read,
    call,
    theCase,
    parties,
    (version) => actionsOf(factsOf(theCase, version), viewerOf(call)).actions,
  );
  if (principal === undefined) return view;
  return { ...(isTold ? view : await whileMandated(read, call, theCase, view)), principal };
}

/** Whom an agent acts for, and whether a mandate stands; to the principal himself nothing is said of it. */
async function getPrincipal(read: Read, call: ResidentCall, theCase: Case): Promise<ResidentCase['principal']> {
  const { principalId, mandateId } = theCase;
  if (principalId === null || mandateId === null || principalId === call.resident.id) return undefined;
  const [{ other }, reach] = await Promise.all([getMandate(read, mandateId, call), findReach(read, theCase, call)]);
  const mandateValid = reach !== undefined && Temporal.Instant.compare(call.now, reach) < 0;
  return { name: other.name, mandateId, mandateValid };
}

/** What an agent still sees when his mandate has ended: the story as far as he was part of it, and its papers. */
async function whileMandated(read: Read, call: ResidentCall, theCase: Case, view: ResidentCase): Promise<ResidentCase> {
  const reach = await findReach(read, theCase, call);
  const story = view.story.filter(({ at }) => reach !== undefined && Temporal.Instant.compare(at, reach) <= 0);
  const papers = new Set(story.flatMap(({ documentIds }) => documentIds));
  return { ...view, story, documents: view.documents.filter(({ documentId }) => papers.has(documentId)) };
}

/** Who would apply with this draft, so that the form may ask for age and sex. */
async function draftParties(read: Read, call: ResidentCall, theCase: Case): Promise<Party[]> {
  const person = await getResident(read, call.district, theCase.principalId ?? theCase.accountId ?? '');
  if (person?.identity === undefined) return [];
  const { name, residentNumber } = person.identity;
  return [
    {
      id: person.id,
      role: 'applicant',
      kind: 'person',
      residentId: person.id,
      assurance: person.assurance,
      name,
      number: residentNumber,
      phone: person.phone ?? null,
    },
  ];
}

/** A case opened by number and query code: no name, no number, no answers, nothing to do. */
export async function getQueriedCase(read: Read, call: Call, theCase: Case): Promise<ResidentCase> {
  // What the case needs may depend on who applies; who that is stays untold.
  const parties = await getParties(read, call.district, theCase.id, theCase.key);
  const view = await residentView(read, call, theCase, parties, () => []);
  return {
    ...view,
    applicant: theCase.maskedApplicant,
    parties: [],
    answers: {},
    prefilled: {},
    placeNames: {},
    about: { today: view.about.today },
    documents: view.documents.map(({ service: _, ...document }) => document),
    materials: view.materials.map((material) => ({ ...material, files: [] })),
  };
}

async function residentView(
  read: Read,
  call: Call,
  theCase: Case,
  parties: readonly Party[],
  actions: (version: ItemVersion) => ResidentCase['actions'],
): Promise<ResidentCase> {
  const parts = await getParts(read, call, theCase);
  const { core, center } = await coreOf(read, call, parts);
  const story = await getStory(read, call, parts.chain, parts.places);
  // Who else has a say in a hearing is told to nobody by a letter that is not his.
  const documents = core.documents.filter(
    ({ kind, addressee }) => !internalPapers.includes(kind) && addressee === undefined,
  );
  const shown = new Set(documents.map(({ documentId }) => documentId));
  return {
    ...core,
    documents,
    ...filledView(call, parts, parties),
    actions: actions(parts.version),
    applicant: parties.find(({ role }) => role === 'applicant')?.name ?? '',
    parties: parties.map(partyView),
    story: story
      .filter(({ act }) => !internalActs.includes(act))
      .map((line) => ({ ...line, documentIds: line.documentIds.filter((id) => shown.has(id)) })),
    progress: progressView(parts),
    owedMaterials: theCase.owedMaterials,
    ...present({ supplyDueDay: theCase.supplyDueDay }),
    materials: materialViews(parts, parties, null),
    draftSavedAt: theCase.savedAt,
    ...(center && { intakeCenter: { name: center.name, address: center.address, phone: center.phone } }),
  };
}

/** A case as staff in its scope see it; that it was read is recorded. */
export async function getStaffCase(read: Read, { caseId }: { caseId: string }, call: StaffCall): Promise<StaffCase> {
  const theCase = await getCase(read, call.district, caseId, readableTo(call.staff.scope));
  const parts = await getParts(read, call, theCase);
  const [{ core, center }, parties, notes, story, readers] = await Promise.all([
    coreOf(read, call, parts),
    getParties(read, call.district, caseId, theCase.key),
    getTaskNotes(read, call.district, caseId, theCase.key),
    getStory(read, call, parts.chain, parts.places),
    getReaders(read, call.district, caseId),
  ]);
  const { places, version, defects } = parts;
  // What others decide in its name an organ reads; the acts are theirs (ALL 24).
  const facts = factsOf(theCase, version);
  const viewer = viewerOf(call);
  const { actions, blocked } = worksOn(call.staff.scope, theCase)
    ? actionsOf(facts, viewer)
    : { actions: [], blocked: [] };
  const checked = verifyChain(parts.chain);
  const calendar = await loadCalendar(read, call.district);
  const names = await getStaffNames(read, call.district, [
    ...theCase.tasks.flatMap(({ doneBy, signedForBy }) => [doneBy ?? [], signedForBy ?? []].flat()),
    ...notes.flatMap(({ staffId }) => staffId ?? []),
  ]);
  const agents = theCase.deliveryPostId === null ? [] : await getDeliveryAgents(read, call, theCase);
  const agent = agents.find(({ postId }) => postId === theCase.deliveryPostId);
  call.effects.log.push({ kind: 'read', subjectId: caseId, code: 'case.read' });
  const applicant = parties.find(({ role }) => role === 'applicant');
  const filled = filledView(call, parts, parties);
  const view: StaffCase = {
    ...core,
    ...filled,
    answers: maskedAnswers(filled, call.staff.post?.role),
    actions,
    blocked: blocked.map(({ act, code, facts }) => ({ act, code, facts })),
    applicant: applicant?.name ?? '',
    parties: parties.map(partyView),
    acceptingOrgan: places.organById(theCase.acceptingOrganId ?? '')?.name ?? nobody,
    decidingOrgan: places.organById(theCase.decidingOrganId ?? '')?.name ?? nobody,
    story: await withLateReasons(read, call, theCase, story),
    materials: materialViews(parts, parties, call.staff.post?.id ?? null),
    process: processOf(version),
    tasks: taskViews({ theCase, version, places }, { call, calendar, names, notes, facts, viewer, actions }),
    progress: progressView({ theCase, version, places }),
    owners: ownersOf(theCase.tasks, theCase.decidingOrganId ?? '').flatMap((id) => places.organById(id)?.name ?? []),
    owedMaterials: theCase.owedMaterials,
    ...present({ supplyDueDay: theCase.supplyDueDay, returnLastDay: theCase.answerLastDay }),
    history: checked.whole ? { whole: true } : { whole: false, brokenAt: checked.sequence },
    correction: {
      noticeSent: defects.length > 0,
      ...present({
        lastDay: theCase.duePurpose === 'answer' ? theCase.dueDay : null,
        applicantLastDay: theCase.duePurpose === 'correction' ? theCase.dueDay : null,
      }),
    },
    readers,
    ...(center && { intakeCenter: center.name }),
    ...(version.content.singleOfficer && { singleOfficer: version.content.singleOfficer }),
    ...(agent && { deliveryAgent: { postId: agent.postId, name: agent.name, title: agent.title } }),
  };
  if (seesOnlyResult(call, theCase)) return resultOf(view);
  // What the organs write to one another is not for the station that took the papers in.
  return isVillageAgent(call)
    ? { ...view, tasks: [], documents: view.documents.filter(({ kind }) => !internalPapers.includes(kind)) }
    : view;
}

/** The tasks of a case as staff see them, each with what this caller may do with it. */
function taskViews(
  { theCase, version, places }: Pick<Parts, 'theCase' | 'version' | 'places'>,
  seen: {
    readonly call: StaffCall;
    readonly calendar: WorkCalendar;
    readonly names: ReadonlyMap<string, string>;
    readonly notes: readonly TaskNote[];
    readonly facts: CaseFacts;
    readonly viewer: Viewer;
    readonly actions: readonly CaseAct[];
  },
): CaseTask[] {
  const { call, calendar, names, notes, facts, viewer, actions } = seen;
  const outlined = new Map(processOf(version).stages.flatMap(({ tasks }) => tasks.map((task) => [task.key, task])));
  const within = new Map(
    actions.filter(isTaskAct).map((act) => {
      const found = tasksFor(act, facts, viewer);
      return [act, new Set('tasks' in found ? found.tasks.map(({ id }) => id) : [])] as const;
    }),
  );
  return theCase.tasks.map((task): CaseTask => {
    const isLive = task.state === 'open' || task.state === 'signedFor' || task.state === 'returned';
    const due = isLive
      ? dueOf(
          {
            duePurpose: 'decision',
            dueDay: task.dueDay ?? (theCase.duePurpose === 'decision' ? theCase.dueDay : null),
            dueProvisional: false,
          },
          call.today,
          calendar,
        )
      : undefined;
    return {
      taskId: task.id,
      key: task.key,
      stage: task.stage,
      kind: task.kind,
      name: outlined.get(task.key)?.name ?? nobody,
      organId: task.organisationId,
      organ: places.organById(task.organisationId)?.name ?? nobody,
      participants: task.participantIds.map((id) => places.organById(id)?.name ?? nobody),
      state: task.state,
      round: task.round,
      added: task.originId !== null,
      silent: task.silent,
      notes: notes
        .filter(({ taskId }) => taskId === task.id)
        .map(({ what, text, staffId, organisationId, writtenAt }) => ({
          what,
          text,
          name: names.get(staffId ?? '') ?? '',
          organ: places.organById(organisationId)?.name ?? nobody,
          at: writtenAt,
        })),
      actions: [...within].flatMap(([act, ids]) => (ids.has(task.id) ? [act] : [])),
      ...present({
        due,
        signDueDay: task.signDueDay,
        opinion: task.opinion,
        reportedAt: task.escalatedAt,
      }),
      ...(task.signedForAt !== null && {
        signedFor: { name: names.get(task.signedForBy ?? '') ?? '', at: task.signedForAt },
      }),
      ...(task.doneAt !== null && {
        done: { at: task.doneAt, ...(task.doneBy !== null && { name: names.get(task.doneBy) ?? '' }) },
      }),
    };
  });
}

/** How far the matter has come along its process. */
function progressView({ theCase, version, places }: Pick<Parts, 'theCase' | 'version' | 'places'>): ProgressStage[] {
  const center = places.centerById(theCase.intakeCenterId ?? '');
  const parts: Partial<Record<string, LocalText | undefined>> = {
    INTAKE: center && windowFor(center, places).name,
    ACCEPTING: places.organById(theCase.acceptingOrganId ?? '')?.name,
    DECIDING: places.organById(theCase.decidingOrganId ?? '')?.name,
  };
  return progressOf(
    processOf(version),
    theCase,
    (task, organId) => (organId === undefined ? parts[task.organ] : places.organById(organId)?.name) ?? nobody,
  );
}

/** What it takes to carry a result: whose it is, its papers, how it was handed on. */
function resultOf(view: StaffCase): StaffCase {
  return {
    ...view,
    form: [],
    answers: {},
    prefilled: {},
    placeNames: {},
    about: { today: view.about.today },
    materials: [],
    tasks: [],
    story: view.story.filter(({ act }) => act === 'case.deliveryAssigned' || act === 'case.delivered'),
    documents: view.documents.filter(({ kind }) => resultPapers.includes(kind)),
  };
}

/**
 * What officers see of the answers: identifiers are masked like those of the parties, in full they stand in the
 * application itself; what is sensitive is for those who handle the matter, not for those who watch it (domain §14.3).
 */
function maskedAnswers(
  { form, answers }: { form: readonly FormField[]; answers: Answers },
  role: Role | undefined,
): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([path, answer]) => {
      const leaf = leafAt(form, path);
      if (leaf?.kind === 'phone') return [path, maskPhone(answer)];
      if (leaf?.kind === 'residentNumber') return [path, maskResidentId(answer)];
      // A name says who; whatever else identifies keeps its last four characters.
      if (leaf?.privacy === 'identifier' && leaf.key !== 'name') return [path, maskIdentifier(answer)];
      if (leaf?.privacy === 'sensitive' && role === 'supervisor') return [path, '***'];
      return [path, answer];
    }),
  );
}

async function getReaders(read: Read, district: string, caseId: string): Promise<{ people: number; times: number }> {
  const { rows } = await sql<{ people: number; times: number }>`
    select count(distinct caller_id)::int as people, coalesce(sum(times), 0)::int as times from access_log
    where district = ${district} and subject_id = ${caseId} and kind in ('read', 'reveal')
  `.execute(read);
  return rows[0] ?? { people: 0, times: 0 };
}

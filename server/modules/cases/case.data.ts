import type { CaseState, CaseType, DeliveryWish, Outcome } from '../../../contract/values.ts';
import type { RefusalCode } from '../../../contract/words.ts';
import type { RelationKind } from '../people/index.ts';
import type { Run } from '../tasks/index.ts';

/** An officer who is related to a party of the case, or acts for one by a mandate. */
export interface Related {
  readonly staffId: string;
  readonly relation: RelationKind | 'agent';
}

/** Somebody who examined something of a case, in whatever round, and how. */
export interface Examiner {
  readonly staffId: string;
  readonly how:
    | 'reviewed'
    | 'attended'
    | 'wroteOpinion'
    | 'wroteConclusion'
    | 'signed'
    | 'chaired'
    | 'reportedUp'
    | 'closedNotice';
}

/** What the rules read of a case. Ids are of staff; days are ISO. */
export interface CaseFacts {
  readonly state: CaseState;
  readonly caseType: CaseType;
  readonly round: number;
  readonly itemId: string;
  readonly takenInBy: string | null;
  readonly acceptedBy: string | null;
  /** The process as it runs; without tasks before acceptance. */
  readonly run: Run;
  /** 牵头: the organ that decides leads what several do at once. */
  readonly leadOrganId: string | null;
  readonly openDefects: number;
  /** 转报: its process lets an upper organ decide, and what that decided. */
  readonly reportsUp: boolean;
  readonly upperOutcome: Outcome | null;
  readonly isReportedUp: boolean;
  /** 容缺: materials still owed. */
  readonly owedMaterials: number;
  /** Its version lets some material follow. */
  readonly toleratesSome: boolean;
  /** 告知承诺: it was filed under a commitment that stands. */
  readonly isCommitted: boolean;
  readonly deemedAccepted: boolean;
  /** 退件: it was given back to the window once already. */
  readonly isReturned: boolean;
  /** The last of the five days of the round that was accepted. */
  readonly answerLastDay: string | null;
  /** 回避: officers who may do nothing more on it, and those who are related to a party. */
  readonly recusedIds: readonly string[];
  readonly related: readonly Related[];
  readonly examiners: readonly Examiner[];
  /** The units' tasks whose own time may stand still, by key; and whose special procedure runs. */
  readonly pausingTasks: readonly string[];
  readonly procedureOrganId: string | null;
  readonly awaitedHead: AwaitedHead | null;
  readonly deliveryPostId: string | null;
  /** Last day on which a correction notice may still be given; absent once the check is over. */
  readonly answerDueDay: string | null;
  /** Of a correction: the last day for it, where a local rule ends the case with that. */
  readonly correctionLastDay: string | null;
  /** The version gives five days of silence the meaning of acceptance. */
  readonly silenceAccepts: boolean;
  readonly deliveryWish: DeliveryWish;
  readonly accountId: string | null;
  /** For whom the account filed; he may do what it may. */
  readonly principalId: string | null;
  /** A clerk has seen the applicant's card. */
  readonly isVerified: boolean;
  /** The version lets one officer do an immediate matter alone, on a basis that it names. */
  readonly hasSingleOfficer: boolean;
}

/** Who wants to act: his permissions, and what of his post the rules ask for. */
export interface Viewer {
  readonly kind: 'resident' | 'staff';
  readonly id: string;
  readonly postId: string | null;
  readonly organId: string | null;
  /** Of what the post is the post. */
  readonly areaRegionId: string | null;
  readonly role: string | null;
  readonly itemIds: readonly string[];
  readonly may: (permission: string) => boolean;
  /** ISO day. */
  readonly today: string;
}

/** 延期: the head whose answer a request for more time waits for: of an organ, or of the government of a region (ALL 42). */
export interface AwaitedHead {
  readonly role: 'organHead' | 'governmentHead';
  readonly of: string;
}

export interface Objection {
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

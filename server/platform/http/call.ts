/** Who caused an act, as the ledger keeps it: references only. */
export interface Actor {
  readonly kind: 'resident' | 'staff' | 'system' | 'visitor';
  readonly id: string | null;
  /** Staff: the post and organ as they were. */
  readonly postId: string | null;
  readonly organId: string | null;
  /** On whose behalf, when somebody acts for another. */
  readonly onBehalfOf: string | null;
}

/** What every act is handed beside its input: the business clock, the district, who asks. */
export interface Call {
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly district: string;
  readonly demo: boolean;
  readonly actor: Actor;
  /** The session behind the call, when there is one; each use moves its end. */
  readonly session?: { readonly id: string; readonly kind: 'resident' | 'staff'; readonly seenAt: string };
  /** The network address of the caller, for limits and the access log. */
  readonly address: string;
  /** The browser, as it named itself. */
  readonly agent: string;
  /** What the reply should carry beside its body. */
  readonly effects: Effects;
}

export interface Effects {
  /** Cookies to set (or clear, with null). */
  readonly cookies: Map<'resident' | 'staff', string | null>;
  /** Reads of personal data to be logged after the reply. */
  readonly log: {
    kind: 'read' | 'reveal' | 'signIn';
    subjectId: string;
    code: string;
    /** What somebody wrote about it, sealed under the subject's key. */
    sealedNote?: Buffer;
  }[];
}

export const systemActor: Actor = { kind: 'system', id: null, postId: null, organId: null, onBehalfOf: null };

/** The call of a job: nobody asks, the clock does. */
export function systemCall(at: {
  district: string;
  demo: boolean;
  now: Temporal.Instant;
  today: Temporal.PlainDate;
}): Call {
  return { ...at, actor: systemActor, address: '', agent: '', effects: { cookies: new Map(), log: [] } };
}

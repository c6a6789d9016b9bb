import type { Inputs, Replies, RouteKey } from '../../../contract/routes.ts';
import type { Read, Tx } from '../database/index.ts';
import type { Call } from './call.ts';

/**
 * How far an endpoint reaches, said on the route and proven by the authorisation matrix:
 * `district` the same for everybody who may call it, `own` rows of the caller alone, `scope` cases in the scope of the
 * acting post, `token` whoever holds the secret that is asked for.
 */
export type Area = 'district' | 'own' | 'scope' | 'token';

/** Who may call: the audience, the permission of his post, and the area. `C` is the call that the act then gets. */
export interface Who<C extends Call> {
  /** `…IfAny`: also for those who are not signed in; the act then gets a visitor's call. */
  readonly audience: 'public' | 'resident' | 'residentIfAny' | 'staff' | 'staffIfAny';
  readonly may: string;
  readonly area: Area;
  readonly call?: C;
}

/** Tries that are counted before an act runs, so that guessing in parallel gains nothing. */
export interface Tries {
  readonly scope: string;
  readonly key: string;
  /** How many are free before waiting doubles. */
  readonly free: number;
  /** `onSuccess`: a success of the act takes the count back to zero. `hits`: a read that found something costs no try. */
  readonly forgive: 'onSuccess' | 'never' | 'hits';
  readonly refusal: 'sign_in_slowed' | 'too_many';
}

/** A file as a reply. */
export interface FileReply {
  readonly mediaType: string;
  readonly name: string;
  readonly bytes: Buffer;
}

// biome-ignore lint/suspicious/noExplicitAny: the table holds endpoints of every input, call and reply
type Any = any;

export interface Endpoint {
  readonly key: RouteKey;
  readonly who: Who<Call>;
  readonly kind: 'read' | 'write' | 'once';
  readonly run: (on: Any, input: Any, call: Any, prepared: Any) => Promise<unknown>;
  /** What takes long and needs no transaction, such as checking a password; its result is handed to the act. */
  readonly prepare?: (read: Read, input: Any, call: Any) => Promise<unknown>;
  readonly answer: ((read: Read, reference: Any, call: Any) => Promise<unknown>) | undefined;
  readonly tries: ((input: Any, call: Call) => readonly Tries[]) | undefined;
  /** Of a read: a short stamp of what it would answer now, made without the answer. */
  readonly stamp?: (read: Read, input: Any, call: Any) => Promise<string>;
  /** Of a read: its statements, and those that find its caller, are planned once for every value. */
  readonly isPlanned?: true;
  /** Of a read whose tries are counted: whether a reply found nothing. */
  readonly isMiss?: (reply: Any) => boolean;
}

/**
 * A read: no transaction, no key; whatever it logs is written afterwards. One that a secret opens counts its misses, so
 * that a guesser's door closes and who knows the secret pays nothing.
 */
export function read<K extends RouteKey, C extends Call>(
  key: K,
  who: Who<C>,
  run: (read: Read, input: Inputs[K], call: C) => Promise<Replies[K] | FileReply>,
  counted?: { tries: (input: Inputs[K], call: Call) => readonly Tries[]; isMiss: (reply: Replies[K]) => boolean },
): Endpoint {
  return { key, who, kind: 'read', run, answer: undefined, tries: undefined, ...counted };
}

/**
 * A write: one act in one transaction under the caller's `Idempotency-Key`. The act returns a small reference without
 * personal data; `answer` makes the reply from it, now and whenever the same request comes again.
 */
export function write<K extends RouteKey, C extends Call, Reference>(
  key: K,
  who: Who<C>,
  act: (tx: Tx, input: Inputs[K], call: C, prepared: Any) => Promise<Reference>,
  answer: (read: Read, reference: Reference, call: C) => Promise<Replies[K]>,
  tries?: (input: Inputs[K], call: C) => readonly Tries[],
): Endpoint {
  return { key, who, kind: 'write', run: act, answer, tries: tries as Endpoint['tries'] };
}

/** A write that opens or guards a door (sign-in, codes): nothing to repeat, but its tries are counted beforehand. */
export function once<K extends RouteKey, C extends Call>(
  key: K,
  who: Who<C>,
  act: (tx: Tx, input: Inputs[K], call: C, prepared: Any) => Promise<Replies[K]>,
  tries?: (input: Inputs[K], call: Call) => readonly Tries[],
): Endpoint {
  return { key, who, kind: 'once', run: act, answer: undefined, tries };
}

/** The endpoint with a preparation before its transaction opens. */
export function after<Input, C extends Call, Prepared>(
  prepare: (read: Read, input: Input, call: C) => Promise<Prepared>,
  endpoint: Endpoint,
): Endpoint {
  return { ...endpoint, prepare };
}

/** The read by statements that are planned once for every value: for what everybody asks all day. */
export function planned(endpoint: Endpoint): Endpoint {
  return { ...endpoint, isPlanned: true };
}

/** The read under the stamp of what it answers, as its ETag: whoever has that answer already gets 304 and no body. */
export function stamped<Input, C extends Call>(
  stamp: (read: Read, input: Input, call: C) => Promise<string>,
  endpoint: Endpoint,
): Endpoint {
  return { ...endpoint, stamp };
}

import type { FieldFault, RefusalReply } from '../../../contract/refusals.ts';
import type { Inputs, Replies, RouteKey } from '../../../contract/routes.ts';

/** A refusal by the server, or `offline` when no answer came: screens turn code and facts into a sentence. */
export class CallRefused extends Error {
  readonly code: string;
  readonly facts: Record<string, string | number>;
  readonly fields: FieldFault[];

  constructor(code: string, facts: Record<string, string | number> = {}, fields: FieldFault[] = []) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.fields = fields;
  }
}

type Values = Record<string, unknown>;

/** Where a route lives with its path names filled in; the names used are taken out of the rest. */
function place(key: RouteKey, input: Values): { method: string; path: string; rest: Values } {
  const [method = 'GET', pattern = ''] = key.split(' ');
  const rest = { ...input };
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { method, path: `/api${path}`, rest };
}

function query(values: Values): string {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`;
}

/** The address of a route that answers with a file, for links and frames. */
export function hrefOf<K extends RouteKey>(key: K, input: Inputs[K]): string {
  const { path, rest } = place(key, input as Values);
  return path + query(rest);
}

/** A fresh id for one intended act: keep it while retrying, so that the act happens once. */
export function newRequestId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function send<K extends RouteKey>(method: string, path: string, init: RequestInit): Promise<Replies[K]> {
  let response: Response;
  try {
    response = await fetch(path, { method, credentials: 'same-origin', ...init });
  } catch {
    throw new CallRefused('offline');
  }
  const reply: unknown = await response.json().catch(() => undefined);
  if (response.ok) return reply as Replies[K];
  const refusal = (reply as RefusalReply | undefined)?.refusal;
  throw refusal ? new CallRefused(refusal.code, refusal.facts, refusal.fields) : new CallRefused('gone_wrong');
}

/** The one way to the server. A write is sent under `requestId`; the same id gives the first answer again. */
export function call<K extends RouteKey>(
  key: K,
  input: Inputs[K],
  requestId: string = newRequestId(),
): Promise<Replies[K]> {
  const { method, path, rest } = place(key, input as Values);
  if (method === 'GET') return send<K>(method, path + query(rest), {});
  return send<K>(method, path, {
    headers: { 'content-type': 'application/json', 'idempotency-key': requestId },
    body: JSON.stringify(rest),
  });
}

/** Uploads one file under its own name, in any script. */
export function upload<K extends 'POST /my/files' | 'POST /files' | 'POST /item-imports'>(
  key: K,
  file: File,
  requestId: string = newRequestId(),
): Promise<Replies[K]> {
  const { method, path, rest } = place(key, { name: file.name });
  return send<K>(method, path + query(rest), {
    headers: { 'content-type': 'application/octet-stream', 'idempotency-key': requestId },
    body: file,
  });
}

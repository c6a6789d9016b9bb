import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Inputs, Replies, RouteKey } from '../contract/routes.ts';

/** Somebody at a browser: one session, calling over connections that stay open. */
export interface Client {
  /** `requestId`: the same request again gives the first answer again; without one each call is a request of its own. */
  call<K extends RouteKey>(key: K, input: Inputs[K], requestId?: string): Promise<Replies[K]>;
  /** Sends a file, as an upload field does. */
  send(key: 'POST /my/files' | 'POST /files', name: string, bytes: Buffer, requestId?: string): Promise<string>;
  /** Fetches a file, as a link does. */
  fetch(path: string): Promise<void>;
}

export interface Office {
  readonly visitor: Client;
  /** Takes a seat: a session cookie as the browser would get it. */
  become(appointmentId: string): Promise<Client>;
  becomeResident(residentId: string): Promise<Client>;
  /** Signs in with a code that came by text message. */
  signIn(phone: string, code: string): Promise<Client>;
  close(): void;
}

/** A refusal as a browser sees it. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(key: string, status: number, text: string) {
    super(`${key}: ${status} ${text}`);
    this.status = status;
    this.code = /"code":"(\w+)"/.exec(text)?.[1] ?? '';
  }
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly cookies: readonly string[];
}

/**
 * The HTTP side of people: no library between them and the socket that a browser would not have. `timeout`: a server that has not
 * answered after so many seconds counts as away. `patience`: for how many seconds one that is away or busy is asked again.
 */
export function openOffice(
  address: string,
  { patience = 0, timeout = 60 }: { patience?: number; timeout?: number } = {},
): Office {
  const { hostname, port } = new URL(address);
  const agent = new Agent({ keepAlive: true });

  interface Sent {
    readonly method: string;
    readonly path: string;
    readonly cookie: string;
    readonly body?: string | Buffer | undefined;
    readonly requestId?: string | undefined;
  }

  function sendOnce({ method, path, cookie, body, requestId }: Sent): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(timeout * 1000);
      const fail = (error: Error) => reject(signal.aborted ? new Error(`no answer within ${timeout} s`) : error);
      const sent = request({
        agent,
        signal,
        hostname,
        port,
        method,
        path,
        headers: {
          cookie,
          ...(body !== undefined && {
            'content-type': typeof body === 'string' ? 'application/json' : 'application/octet-stream',
            'content-length': Buffer.byteLength(body),
            'idempotency-key': requestId,
          }),
        },
      });
      sent.once('error', fail);
      sent.once('response', (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', fail);
        answer.once('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            text: Buffer.concat(chunks).toString('utf8'),
            cookies: answer.headers['set-cookie'] ?? [],
          }),
        );
      });
      sent.end(body);
    });
  }

  /** The same request until there is an answer: its id stays the same, so that it is done once. */
  async function send(asked: Omit<Sent, 'requestId'>, requestId: string = randomUUID()): Promise<Answer> {
    const until = performance.now() + patience * 1000;
    for (let wait = 50; ; wait = Math.min(wait * 2, 2000)) {
      const answer = await sendOnce({ ...asked, requestId }).catch((error: Error) => error);
      if (!(answer instanceof Error) && answer.status !== 503) return answer;
      if (performance.now() + wait > until) {
        if (!(answer instanceof Error)) return answer;
        // Where a name has several addresses, what went wrong at each has no sentence of its own.
        const { message, code } = answer as NodeJS.ErrnoException;
        throw new Error(`${address} is away: ${message || code}.`, { cause: answer });
      }
      await pause(wait);
    }
  }

  const client = (cookie: string): Client => ({
    async call(key, input, requestId) {
      const [method = 'GET', pattern = ''] = key.split(' ');
      const rest: Record<string, unknown> = { ...input };
      const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
        const value = String(rest[name]);
        delete rest[name];
        return encodeURIComponent(value);
      });
      const pairs = Object.entries(rest).filter(([, value]) => value !== undefined) as [string, string][];
      const search = method === 'GET' && pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
      const body = method === 'GET' ? undefined : JSON.stringify(rest);
      const answer = await send({ method, path: `/api${path}${search}`, cookie, body }, requestId);
      if (answer.status !== 200) throw new Refused(key, answer.status, answer.text);
      return JSON.parse(answer.text);
    },
    async send(key, name, bytes, requestId) {
      const path = `/api${key.slice('POST '.length)}?name=${encodeURIComponent(name)}`;
      const answer = await send({ method: 'POST', path, cookie, body: bytes }, requestId);
      if (answer.status !== 200) throw new Refused(key, answer.status, answer.text);
      return (JSON.parse(answer.text) as { fileId: string }).fileId;
    },
    async fetch(path) {
      const answer = await send({ method: 'GET', path, cookie });
      if (answer.status !== 200) throw new Refused(path, answer.status, answer.text);
    },
  });

  async function enter(path: string, body: object): Promise<Client> {
    const { status, text, cookies } = await send({ method: 'POST', path, cookie: '', body: JSON.stringify(body) });
    if (status !== 200) throw new Refused(path, status, text);
    return client(cookies.map((each) => each.split(';')[0]).join('; '));
  }

  return {
    visitor: client(''),
    become: (appointmentId) => enter('/api/dev/become', { appointmentId }),
    becomeResident: (residentId) => enter('/api/dev/become', { residentId }),
    signIn: (phone, code) => enter('/api/resident-sessions', { phone, code }),
    close: () => agent.destroy(),
  };
}

import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Inputs, Replies, RouteKey } from '../contract/routes.ts';

/** Somebody at a counter: one session, calling over connections that stay open. */
export interface Client {
  call<K extends RouteKey>(key: K, input: Inputs[K]): Promise<Replies[K]>;
  /** Fetches a file, as a link does. */
  fetch(path: string): Promise<void>;
}

export interface Office {
  readonly visitor: Client;
  /** Takes a seat: a session cookie as the browser would get it. */
  become(appointmentId: string): Promise<Client>;
  close(): void;
}

/** The HTTP side of the bench: no library between it and the socket that a browser would not have. */
export function openOffice(address: string): Office {
  const { hostname, port } = new URL(address);
  const agent = new Agent({ keepAlive: true });

  function send(method: string, path: string, body: string | undefined, cookie: string) {
    return new Promise<{ status: number; text: string; cookies: string[] }>((resolve, reject) => {
      const sent = request({
        agent,
        hostname,
        port,
        method,
        path,
        headers: {
          cookie,
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'idempotency-key': randomUUID(),
          }),
        },
      });
      sent.once('error', reject);
      sent.once('response', (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', reject);
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

  const client = (cookie: string): Client => ({
    async call(key, input) {
      const [method = 'GET', pattern = ''] = key.split(' ');
      const rest: Record<string, unknown> = { ...input };
      const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
        const value = String(rest[name]);
        delete rest[name];
        return encodeURIComponent(value);
      });
      const asked = method === 'GET' ? `?${new URLSearchParams(rest as Record<string, string>)}` : '';
      const body = method === 'GET' ? undefined : JSON.stringify(rest);
      const answer = await send(method, `/api${path}${asked}`, body, cookie);
      if (answer.status !== 200) throw new Error(`${key}: ${answer.status} ${answer.text}`);
      return JSON.parse(answer.text);
    },
    async fetch(path) {
      const answer = await send('GET', path, undefined, cookie);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    },
  });

  return {
    visitor: client(''),
    async become(appointmentId) {
      const { status, text, cookies } = await send('POST', '/api/dev/become', JSON.stringify({ appointmentId }), '');
      if (status !== 200) throw new Error(text);
      return client(cookies.map((each) => each.split(';')[0]).join('; '));
    },
    close: () => agent.destroy(),
  };
}

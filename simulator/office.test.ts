import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { openOffice } from './office.ts';

/** Never answers a key the first time, and stops in the middle of the sentence the second time. */
const asked: string[] = [];
const server = createServer((request, answer) => {
  const key = String(request.headers['idempotency-key']);
  asked.push(key);
  const times = asked.filter((each) => each === key).length;
  if (times === 2) answer.write('{"target":');
  if (times === 3) answer.end('{}');
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const move = { day: '2026-03-02', time: '09:00' };
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('A server that hangs is asked again under the same key, like one that is away', async () => {
  const office = openOffice(address, { patience: 30, timeout: 0.1 });
  expect(await office.visitor.call('POST /dev/clock', move, 'the-clock')).toEqual({});
  expect(asked).toEqual(['the-clock', 'the-clock', 'the-clock']);
  office.close();
});

test('Whoever has no more patience is told in a sentence, whether nobody answers or nobody is there', async () => {
  const office = openOffice(address, { timeout: 0.1 });
  await expect(office.visitor.call('POST /dev/clock', move)).rejects.toThrow(
    `${address} is away: no answer within 0.1 s.`,
  );
  office.close();
  const nobody = openOffice('http://localhost:1');
  await expect(nobody.visitor.call('GET /dev/clock', {})).rejects.toThrow(
    /^http:\/\/localhost:1 is away: .*ECONNREFUSED/,
  );
  nobody.close();
});

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Nothing but our own server, no inline script; antd writes its styles at run-time, so only staff pages may. */
const policy = (style: string) =>
  `default-src 'none'; script-src 'self'; style-src ${style}; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self' blob:; object-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** Serves the built web: residents at every address, staff below /staff, the demo's own page at /dev. */
export async function servePages(app: FastifyInstance, folder: string, options: { demo: boolean }): Promise<void> {
  const pages = {
    resident: { html: await readFile(join(folder, 'resident.html')), policy: policy("'self'") },
    staff: { html: await readFile(join(folder, 'staff.html')), policy: policy("'self' 'unsafe-inline'") },
  };
  const send = (reply: FastifyReply, page: keyof typeof pages) =>
    reply
      .header('content-security-policy', pages[page].policy)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(pages[page].html);
  if (existsSync(join(folder, 'assets')))
    await app.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      preCompressed: false,
    });
  for (const file of ['favicon.svg', 'icon.svg', 'valid.svg', 'not-valid.svg', 'not-found.svg'])
    if (existsSync(join(folder, file)))
      app.get(`/${file}`, async (_, reply) => reply.type('image/svg+xml').send(await readFile(join(folder, file))));
  for (const path of ['/staff', '/staff/*', ...(options.demo ? ['/dev'] : [])])
    app.get(path, (_, reply) => send(reply, 'staff'));
  app.get('/*', (request, reply) => (request.url.startsWith('/api/') ? reply.callNotFound() : send(reply, 'resident')));
}

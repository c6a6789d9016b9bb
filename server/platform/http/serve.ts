import { createHash } from 'node:crypto';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, type FastifySchema } from 'fastify';
import { type TObject, type TProperties, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import type { FieldFault } from '../../../contract/refusals.ts';
import type { RouteContract } from '../../../contract/route.ts';
import { routes } from '../../../contract/routes.ts';
import { type RefusalCode, refusalStatus } from '../../../contract/words.ts';
import type { BusinessClock } from '../business-clock.ts';
import { dayOf } from '../clock.ts';
import type { Config } from '../config.ts';
import { type Database, type Read, sql, transact } from '../database/index.ts';
import { Refusal } from '../refusal.ts';
import { forgiveTries, returnTry, type SessionKind, spendTry, tokenHash, touchSession } from '../sessions/index.ts';
import { vault } from '../vault/index.ts';
import { ensureAccessLog, logAccess } from './access-log.ts';
import type { Call } from './call.ts';
import type { Endpoint, FileReply, Who } from './endpoints.ts';

/** What the HTTP edge needs to know of people: who holds a session, and what his post may do. */
export interface Doorkeeper {
  /** The caller behind a session token, with what acts need of him; nothing when the token is not good. */
  findCaller(read: Read, base: Call, kind: SessionKind, tokenHash: Buffer): Promise<Call | undefined>;
  /** Whether the caller's role has the permission that stands on the route. */
  may(caller: Call, who: Who<Call>): boolean;
}

export interface ServeOptions {
  readonly config: Config;
  readonly db: Database;
  readonly clock: BusinessClock;
  readonly endpoints: readonly Endpoint[];
  readonly doorkeeper: Doorkeeper;
  /** What must be in place before the routes are registered. */
  readonly before?: (app: FastifyInstance) => Promise<void>;
}

const cookieNames = { resident: 'doorstep_resident', staff: 'doorstep_staff' } as const;
const mostBytes = 10 * 1024 * 1024;

/** Registers every route of the contract. A route without its endpoint, or an endpoint without permission and area, does not start. */
export async function serve({
  config,
  db,
  clock,
  endpoints,
  doorkeeper,
  before,
}: ServeOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: {
      level: config.logLevel,
      serializers: { req: (req) => ({ method: req.method, url: String(req.url).split('?')[0] ?? '' }) },
    },
    bodyLimit: 1024 * 1024,
    trustProxy: (_: string, hop: number) => hop < config.proxies,
    routerOptions: { maxParamLength: 200 },
    genReqId: () => '',
    // An address that cannot be read, or one longer than any of ours, names nothing.
    frameworkErrors: (_, request, reply) => void sendRefusal(new Refusal('not_found'), request, reply as FastifyReply),
  });
  await app.register(cookie);
  await ensureAccessLog(db);
  await before?.(app);
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: mostBytes + 1024 },
    (_, body, done) => done(null, body),
  );
  app.setValidatorCompiler(({ schema, httpPart }) => {
    const check = Compile(schema as TObject);
    return (given) => {
      // Query and path are text by nature: numbers in them are read as numbers; a body must say what it means.
      const value = httpPart === 'body' ? given : Value.Convert(schema as TObject, given);
      return check.Check(value)
        ? { value }
        : { error: new Refusal('invalid_input', {}, faultsOf(check.Errors(value))) };
    };
  });
  app.setErrorHandler((error, request, reply) => sendRefusal(error as Error, request, reply));
  app.setNotFoundHandler((request, reply) => sendRefusal(new Refusal('not_found'), request, reply));

  const byKey = new Map<string, Endpoint>(endpoints.map((endpoint) => [endpoint.key, endpoint]));
  if (byKey.size !== endpoints.length) throw new Error('Two endpoints serve one route.');
  for (const [key, contract] of Object.entries<RouteContract>(routes)) {
    const endpoint = byKey.get(key);
    if (endpoint === undefined) {
      if (!clock.demo && key.includes(' /dev/')) continue;
      throw new Error(`No endpoint serves ${key}.`);
    }
    if (endpoint.who.may === '' || !endpoint.who.area) throw new Error(`${key} names no permission or no area.`);
    register(app, key, contract, endpoint);
  }

  function register(on: FastifyInstance, key: string, contract: RouteContract, endpoint: Endpoint): void {
    const [method = 'GET', path = '/'] = key.split(' ');
    on.route({
      method,
      url: `/api${path}`,
      schema: schemaOf(key, contract),
      ...(contract.body === 'bytes' ? { bodyLimit: mostBytes + 1024 } : {}),
      handler: async (request, reply) => {
        const base = visitorCall(request);
        let call: Call = base;
        try {
          const input = inputOf(request, contract);
          const caller = await findCaller(request, base, endpoint);
          if (caller === undefined) throw new Refusal('sign_in_needed');
          call = caller;
          if (!doorkeeper.may(caller, endpoint.who)) throw new Refusal('not_allowed');
          // Stamped before it is read: what changes in between is at worst fetched once more, never missed.
          const stamp = await endpoint.stamp?.(db, input, call);
          if (stamp !== undefined) {
            reply.header('etag', `"${stamp}"`).header('cache-control', 'no-cache');
            if (hasAlready(request.headers['if-none-match'], stamp)) return reply.status(304).send();
          }
          const result = await run(endpoint, key, contract, input, call, request);
          setCookies(reply, call);
          if (call.session !== undefined) await touchSession(db, call.district, call.session);
          for (const row of call.effects.log) {
            await logAccess(db, call, { ...row, route: key });
          }
          return contract.answer === 'bytes' ? sendFile(reply, result as FileReply) : result;
        } catch (error) {
          if (error instanceof Refusal) await remember(call, key, error);
          throw error;
        }
      },
    });
  }

  function readOf({ isPlanned }: Endpoint): Read {
    return isPlanned ? db.planned : db;
  }

  function visitorCall(request: FastifyRequest): Call {
    const now = clock.now();
    return {
      now,
      today: dayOf(now),
      district: clock.district,
      demo: clock.demo,
      actor: { kind: 'visitor', id: null, postId: null, organId: null, onBehalfOf: null },
      address: request.ip,
      agent: request.headers['user-agent'] ?? '',
      effects: { cookies: new Map(), log: [] },
    };
  }

  /** The caller of this request, or the refusal that it is; `…IfAny` routes also serve those who are not signed in. */
  async function findCaller(request: FastifyRequest, base: Call, endpoint: Endpoint): Promise<Call | undefined> {
    const { who } = endpoint;
    if (who.audience === 'public') return base;
    const kind = who.audience.startsWith('resident') ? 'resident' : 'staff';
    const token = request.cookies[cookieNames[kind]];
    const caller =
      token === undefined ? undefined : await doorkeeper.findCaller(readOf(endpoint), base, kind, tokenHash(token));
    return caller ?? (who.audience.endsWith('IfAny') ? base : undefined);
  }

  async function run(
    endpoint: Endpoint,
    key: string,
    contract: RouteContract,
    input: unknown,
    call: Call,
    request: FastifyRequest,
  ): Promise<unknown> {
    const tries = endpoint.tries?.(input, call) ?? [];
    for (const each of tries) await spendTry(db, call.district, each);
    if (endpoint.kind === 'read') {
      const reply = await endpoint.run(readOf(endpoint), input, call, undefined);
      const isHit = endpoint.isMiss?.(reply) === false;
      for (const each of tries) if (isHit && each.forgive === 'hits') await returnTry(db, call.district, each);
      return reply;
    }
    // Slow proofs (a password's hash) are made while no connection and no lock is held.
    const prepared = await endpoint.prepare?.(db, input, call);
    const result =
      endpoint.kind === 'once'
        ? await transact(db, (tx) => endpoint.run(tx, input, call, prepared))
        : await runOnceUnderKey(endpoint, { key, contract, input, prepared }, call, request);
    for (const each of tries) if (each.forgive === 'onSuccess') await forgiveTries(db, call.district, each);
    return result;
  }

  /** A write under the caller's key: the same request again gives the first answer again. */
  async function runOnceUnderKey(
    endpoint: Endpoint,
    { key, contract, input, prepared }: { key: string; contract: RouteContract; input: unknown; prepared: unknown },
    call: Call,
    request: FastifyRequest,
  ): Promise<unknown> {
    const requestKey = request.headers['idempotency-key'];
    if (typeof requestKey !== 'string' || !/^[\w-]{8,100}$/.test(requestKey)) throw new Refusal('key_missing');
    // Keyed, since an input may hold a password or an identity number that a plain hash would give away to guessing.
    const sent =
      contract.body === 'bytes'
        ? createHash('sha256')
            .update(request.body as Buffer)
            .digest('hex')
        : JSON.stringify(input);
    const bodyHash = vault().blindIndex('request', `${request.url}\n${sent}`);
    const caller = `${call.actor.kind}:${call.actor.id}`;
    const answerAgain = async (): Promise<{ reply: unknown } | undefined> => {
      const { rows } = await sql<{ route: string; bodyHash: Buffer; reference: unknown }>`
        select route, body_hash, reference from requests
        where district = ${call.district} and caller = ${caller} and key = ${requestKey}
      `.execute(db);
      const first = rows[0];
      if (first === undefined) return undefined;
      if (first.route !== key || !bodyHash.equals(first.bodyHash)) throw new Refusal('key_reused');
      return { reply: await endpoint.answer?.(db, first.reference, call) };
    };
    // No rollback takes a file's bytes off the disk: what was done before must not even begin.
    const before = contract.body === 'bytes' ? await answerAgain() : undefined;
    if (before !== undefined) return before.reply;
    let reply: unknown;
    try {
      await transact(db, async (tx) => {
        const reference = await endpoint.run(tx, input, call, prepared);
        tx.atCommit.push((closing) =>
          sql`
            insert into requests (district, caller, key, route, body_hash, reference, at)
            values (${call.district}, ${caller}, ${requestKey}, ${key}, ${bodyHash}, ${JSON.stringify(reference ?? null)}::jsonb, ${call.now})
          `.execute(closing),
        );
        // Not before COMMIT: a document's counter stays locked until then.
        tx.behindCommit.push(async (read) => {
          reply = await endpoint.answer?.(read, reference, call);
        });
      });
      return reply;
    } catch (error) {
      // Its key comes with the commit, so that a request that was done before fails here at the latest, and nothing of it stays.
      const first = await answerAgain();
      if (first === undefined) throw error;
      return first.reply;
    }
  }

  /** Refused access is written after the rollback, in a transaction of its own, with no connection held meanwhile. */
  async function remember(call: Call, route: string, refusal: Refusal): Promise<void> {
    const status = refusalStatus[refusal.code];
    const { counted } = refusal;
    if (counted === undefined && status !== 401 && status !== 403 && status !== 404 && status !== 429) return;
    const kind =
      refusal.code.startsWith('sign_in_failed') || refusal.code.startsWith('code_') ? 'signInFailed' : 'refused';
    await logAccess(db, call, { kind, route, code: refusal.code, ...counted }).catch((error) => app.log.error(error));
  }

  function setCookies(reply: FastifyReply, call: Call): void {
    for (const [kind, token] of call.effects.cookies) {
      const options = {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        secure: config.publicUrl.startsWith('https:'),
      } as const;
      if (token === null) reply.clearCookie(cookieNames[kind], options);
      else
        reply.setCookie(cookieNames[kind], token, {
          ...options,
          ...(kind === 'resident' ? { maxAge: 30 * 86400 } : {}),
        });
    }
  }

  return app;
}

/** Whether `If-None-Match` names the stamp; a weak one is as good, since a stamp stands for the same bytes. */
function hasAlready(header: string | undefined, stamp: string): boolean {
  const known = header?.split(',').map((each) => each.trim().replace(/^W\//, '')) ?? [];
  return known.includes('*') || known.includes(`"${stamp}"`);
}

/** Names in the path travel there, the rest in query or body; each part gets the schema of its own names. */
function schemaOf(key: string, contract: RouteContract): FastifySchema {
  const [method, path = ''] = key.split(' ');
  const inPath = new Set([...path.matchAll(/:(\w+)/g)].map((match) => match[1]));
  const { params, rest } = Object.entries(contract.input.properties as TProperties).reduce<{
    params: TProperties;
    rest: TProperties;
  }>(
    (parts, [name, schema]) => {
      (inPath.has(name) ? parts.params : parts.rest)[name] = schema;
      return parts;
    },
    { params: {}, rest: {} },
  );
  const inQuery = method === 'GET' || contract.body === 'bytes';
  const schema = {
    summary: contract.summary,
    params: part(params),
    // What travels in the body may not come in the query as well, where it would pass unchecked.
    ...(inQuery ? { querystring: part(rest) } : { querystring: part({}), body: part(rest) }),
    ...(contract.answer === 'bytes' ? {} : { response: { 200: contract.reply } }),
  };
  return schema as FastifySchema;
}

function part(properties: TProperties): TObject {
  return Type.Object(properties, { additionalProperties: false });
}

function inputOf(request: FastifyRequest, contract: RouteContract): Record<string, unknown> {
  const body =
    contract.body === 'bytes' ? { file: request.body } : (request.body as Record<string, unknown> | undefined);
  const query = body === undefined || contract.body === 'bytes' ? (request.query as object) : {};
  const input = { ...query, ...body, ...(request.params as object) };
  if (holdsUnwritable(input)) throw new Refusal('invalid_input');
  return input;
}

/** Deepest nesting of an input; nothing of ours comes near it. */
const mostNested = 32;

/** PostgreSQL cannot keep U+0000, nothing can write half a character; no person types either, nor nests without end. */
function holdsUnwritable(input: unknown): boolean {
  let level = [input];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostNested) return true;
    if (level.some((value) => typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())))
      return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null && !Buffer.isBuffer(value) ? Object.entries(value).flat() : [],
    );
  }
  return false;
}

interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Record<string, unknown>;
}

/** What the schema found, as faults of fields; the web has the sentences. */
function faultsOf(errors: readonly unknown[]): FieldFault[] {
  return (errors as SchemaError[]).slice(0, 20).flatMap(({ keyword, instancePath, params }) => {
    const field = instancePath.slice(1).replaceAll('/', '.');
    const at = (name: string) => (field === '' ? name : `${field}.${name}`);
    if (keyword === 'required')
      return (params['requiredProperties'] as string[]).map((name) => ({ field: at(name), code: 'required' }));
    if (keyword === 'additionalProperties')
      return (params['additionalProperties'] as string[]).map((name) => ({ field: at(name), code: 'unknown_field' }));
    if (keyword === 'minLength')
      return Number(params.limit) > 1
        ? [{ field, code: 'too_short', facts: { min: Number(params.limit) } }]
        : [{ field, code: 'required' }];
    if (keyword === 'maxLength') return [{ field, code: 'too_long', facts: { max: Number(params['limit']) } }];
    if (keyword === 'minimum') return [{ field, code: 'too_small', facts: { min: Number(params['limit']) } }];
    if (keyword === 'maximum') return [{ field, code: 'too_big', facts: { max: Number(params['limit']) } }];
    if (keyword === 'enum') return [{ field, code: 'not_an_option' }];
    return [{ field, code: 'format' }];
  });
}

function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  return (
    reply
      .header('content-type', file.mediaType)
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      // A browser's own PDF viewer does not open in a sandbox; pictures need none of its rights.
      .header(
        'content-security-policy',
        `default-src 'none'; frame-ancestors 'self'${file.mediaType === 'application/pdf' ? '' : '; sandbox'}`,
      )
      .send(file.bytes)
  );
}

/** Every refusal looks the same; what we did not expect is logged without its input and says only that it went wrong. */
function sendRefusal(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error);
  if (refusal.code === 'gone_wrong') request.log.error(error);
  const { seconds } = refusal.facts;
  if (seconds !== undefined) reply.header('retry-after', String(seconds));
  return reply
    .status(refusalStatus[refusal.code])
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ refusal: { code: refusal.code, facts: refusal.facts, fields: refusal.fields } });
}

/** Errors of the HTTP library and the database that are answers, not accidents. */
const codeByError: Record<string, RefusalCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'invalid_input',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_input',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_input',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_input',
  '23503': 'busy',
  '23505': 'busy',
  '40001': 'busy',
  '40P01': 'busy',
  '57014': 'busy',
  '57P01': 'busy',
  '57P02': 'busy',
  '57P03': 'busy',
  // Of reads that share a connection the one that was to prepare their statement was cut off.
  '26000': 'busy',
  // A cursor that is none of ours: text that is no day, instant, id or number.
  '22P02': 'invalid_input',
  '22007': 'invalid_input',
  '22008': 'invalid_input',
  '22003': 'invalid_input',
  ECONNREFUSED: 'busy',
  ECONNRESET: 'busy',
  EPIPE: 'busy',
};

/** The database went away, or has no connection free: pg and Kysely say so in words, and a missing socket as a missing file. */
function isOutOfReach(error: Error & { code?: string; syscall?: string }): boolean {
  return (
    (error.code === 'ENOENT' && error.syscall === 'connect') ||
    /timeout exceeded when trying to connect|Connection terminated|not queryable|connection has been discarded/.test(
      error.message,
    )
  );
}

function refusalOf(error: Error & { code?: string; statusCode?: number }): Refusal {
  if (error instanceof Refusal) return error;
  const known = codeByError[error.code ?? ''];
  if (known !== undefined) return new Refusal(known);
  if (isOutOfReach(error)) return new Refusal('busy');
  return new Refusal(error.statusCode !== undefined && error.statusCode < 500 ? 'invalid_input' : 'gone_wrong');
}

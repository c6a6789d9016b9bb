import { resolve } from 'node:path';

/** Every setting of the server, from the environment; each stands in docs/operate.md. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Folder of the embedded database, files and keys. */
  readonly dataFolder: string;
  /** A district's own PostgreSQL; without it the embedded one is started. */
  readonly databaseUrl: string | undefined;
  readonly poolSize: number;
  /** The address under which the public reaches us: stands in QR codes. */
  readonly publicUrl: string;
  /** Whether somebody chose that address; a live installation must. */
  readonly isPublicUrlSet: boolean;
  /** The office's own typeface for documents (TTF), e.g. 仿宋_GB2312. */
  readonly documentFace: string | undefined;
  /** Where text messages go in a live installation: an HTTP gateway that takes JSON. */
  readonly smsGateway: string | undefined;
  /** How many proxies of ours stand in front: so many forwarded addresses are believed, no more. */
  readonly proxies: number;
  /** Working days after its end at which a matter is archived. */
  readonly archiveAfterDays: number;
  /** Whether supplies that were promised and never made count as bad credit. */
  readonly recordsMissedSupplies: boolean;
  /** When a paper's PDF is drawn from its frozen data: by a job after the act, or each time somebody opens it. */
  readonly papers: 'afterAct' | 'whenAsked';
  /** Serves a demo and nothing else: a live installation is not even opened. For what acts in people's names. */
  readonly isDemoOnly: boolean;
  readonly logLevel: string;
  /** In which days the five to ask for a hearing are counted. */
  readonly hearingRequestUnit: 'workingDays' | 'calendarDays';
}

/** Reads the settings; refuses to start, in a sentence, when one makes no sense. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const host = env['HOST'] ?? '127.0.0.1';
  const port = whole(env, 'PORT', 8080, 0, 65535);
  return {
    host,
    port,
    dataFolder: resolve(env['DOORSTEP_DATA'] ?? './data'),
    databaseUrl: env['DATABASE_URL'],
    poolSize: whole(env, 'DOORSTEP_POOL', 12, 2, 100),
    publicUrl: env['DOORSTEP_URL'] ?? `http://${host}:${port}`,
    isPublicUrlSet: env['DOORSTEP_URL'] !== undefined,
    documentFace: env['DOORSTEP_FACE'],
    smsGateway: env['DOORSTEP_SMS_GATEWAY'],
    proxies: whole(env, 'DOORSTEP_PROXIES', 0, 0, 5),
    archiveAfterDays: whole(env, 'DOORSTEP_ARCHIVE_DAYS', 10, 1, 250),
    recordsMissedSupplies: env['DOORSTEP_RECORD_SUPPLIES'] !== 'no',
    papers: env['DOORSTEP_PAPERS'] === 'whenAsked' ? 'whenAsked' : 'afterAct',
    isDemoOnly: env['DOORSTEP_DEMO_ONLY'] === 'yes',
    logLevel: env['DOORSTEP_LOG'] ?? 'warn',
    hearingRequestUnit: env['DOORSTEP_HEARING_DAYS'] === 'calendar' ? 'calendarDays' : 'workingDays',
  };
}

function whole(env: NodeJS.ProcessEnv, name: string, fallback: number, least: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
  return value;
}

let current: Config | undefined;

/** The settings of this process, set once at start. */
export function setConfig(config: Config): void {
  current = config;
}

export function config(): Config {
  if (current === undefined) throw new Error('The settings are not read yet.');
  return current;
}

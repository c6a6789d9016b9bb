import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { buildWeb } from '../scripts/build-web.ts';
import { openApp } from './app.ts';
import { foundDemo } from './demo/found-demo.ts';
import { install } from './install.ts';
import { closeRenderer } from './modules/documents/index.ts';
import { readConfig } from './platform/config.ts';
import { checkServer } from './platform/database/check-server.ts';
import { openDatabase } from './platform/database/index.ts';
import { migrate } from './platform/database/migrate.ts';
import { servePages } from './platform/http/pages.ts';
import { foldersOf, getMode, isInstalled, isLive, startDatabase } from './platform/installation.ts';
import { openKeys } from './platform/vault/keys.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function start(): Promise<void> {
  const config = readConfig(process.env);
  await mkdir(config.dataFolder, { recursive: true });
  // The pages are built while the database starts.
  const web = buildWeb({});
  web.catch(() => {});
  const keys = await openKeys(foldersOf(config).keys);
  const { connection, embedded } = await startDatabase(config);
  const db = openDatabase({ connection, poolSize: config.poolSize });
  await checkServer(db);
  if (config.isDemoOnly && (await isLive(db)))
    throw new Error(`${config.dataFolder} holds a real district, and only a demo may be served; nothing was written.`);
  await migrate(db);
  if (!(await isInstalled(db))) {
    say('第一次启动：正在建演示区…… First start: founding the demo district…');
    // The row that `install` writes last waits for the disk, and all before it with it.
    const founding = openDatabase({ connection, poolSize: 4, commits: 'unawaited' });
    await install(db, { config, keys, district: 'louxing', mode: 'demo', found: (call) => foundDemo(founding, call) });
    await founding.close();
  }
  await checkLive(db, config);
  const app = await openApp({ config, db, keys, log: (error) => process.stderr.write(`${String(error)}\n`) });
  const folder = await web;
  if (existsSync(folder)) await servePages(app.http, folder, { demo: app.clock.demo });
  const address = await app.http.listen({ host: config.host, port: config.port });
  app.jobs.start();
  say(`门口办 Doorstep: ${address}`);
  say(`工作人员 Staff: ${address}/staff`);
  if (app.clock.demo) say(`演示台 Demo desk: ${address}/dev`);

  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await app.http.close();
    await app.jobs.stop();
    await closeRenderer();
    await db.close();
    await embedded?.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
  void embedded?.exited.then(() => {
    if (stopping) return;
    process.stderr.write('The database ended and could not be started again.\n');
    void stop(1);
  });
}

/** What a live installation cannot do without, said before it opens. */
async function checkLive(db: Parameters<typeof isInstalled>[0], config: ReturnType<typeof readConfig>): Promise<void> {
  if ((await getMode(db)) !== 'live') return;
  if (!config.isPublicUrlSet)
    throw new Error('DOORSTEP_URL is not set: documents of a live installation carry the public address for ever.');
  if (config.smsGateway === undefined)
    process.stderr.write('DOORSTEP_SMS_GATEWAY is not set: nobody can be sent a sign-in code or a message.\n');
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

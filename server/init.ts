import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { install } from './install.ts';
import { createCalendar } from './modules/deadlines/index.ts';
import { addPost, addStaff, appointStaff, hashPassword } from './modules/people/index.ts';
import { addOrgan, loadDivisions, loadPlaces } from './modules/places/index.ts';
import { dayOf, machineNow } from './platform/clock.ts';
import { readConfig } from './platform/config.ts';
import { checkServer } from './platform/database/check-server.ts';
import { openDatabase, transact } from './platform/database/index.ts';
import { migrate } from './platform/database/migrate.ts';
import type { Call } from './platform/http/call.ts';
import { foldersOf, isInstalled, startDatabase } from './platform/installation.ts';
import { openKeys } from './platform/vault/keys.ts';

/** `npm run init`: a live installation of one district, with its regions, calendar and first administrator. No demo data. */
async function init(): Promise<void> {
  const { values } = parseArgs({
    options: {
      region: { type: 'string' },
      district: { type: 'string' },
      organ: { type: 'string' },
      admin: { type: 'string', default: 'admin' },
    },
  });
  const { region, district, organ, admin } = values;
  if (
    region === undefined ||
    !/^\d{6}$/.test(region) ||
    district === undefined ||
    !/^[a-z][a-z0-9-]{1,30}$/.test(district)
  ) {
    throw new Error(
      'Usage: npm run init -- --region 431302 --district louxing [--organ 娄星区行政审批服务局] [--admin admin]\n' +
        'The district key is short, lower-case and never changes.',
    );
  }
  const config = readConfig(process.env);
  await mkdir(config.dataFolder, { recursive: true });
  const keys = await openKeys(foldersOf(config).keys);
  const { connection, embedded } = await startDatabase(config);
  const db = openDatabase({ connection, poolSize: 2 });
  try {
    await checkServer(db);
    await migrate(db);
    if (await isInstalled(db)) throw new Error('This database holds an installation already.');
    const password = randomBytes(12).toString('base64url');
    await install(db, {
      config,
      keys,
      district,
      mode: 'live',
      found: (call) => foundDistrict(call, { region, organ, admin, password }),
    });
    process.stdout.write(
      `已装好。Installed.\n管理员 Administrator: ${admin}\n密码 Password: ${password}\n现在运行 npm start。 Now run npm start.\n`,
    );
  } finally {
    await db.close();
    await embedded?.stop();
  }

  async function foundDistrict(
    call: Call,
    first: { region: string; organ: string | undefined; admin: string; password: string },
  ) {
    const passwordHash = await hashPassword(first.password);
    await transact(db, async (tx) => {
      await createCalendar(tx, {}, call);
      // The national list is older than this installation; its places are in force from the first day.
      const { regionId } = await loadDivisions(tx, { regionCode: first.region, fromDay: dayOf(machineNow()) }, call);
      const root = (await loadPlaces(tx, call.district)).regionById(regionId);
      const name = first.organ ?? `${root?.name.zh ?? ''}行政审批服务局`;
      const { organId } = await addOrgan(
        tx,
        {
          name: { zh: name, en: `Administrative Approval Bureau, ${root?.name.en ?? ''}` },
          shortCode: name.slice(0, 4),
          level: 'DISTRICT',
          regionId,
          phone: '12345',
          address: '',
          reconsiderationOrgan: `${root?.name.zh ?? ''}人民政府`,
          court: `${root?.name.zh ?? ''}人民法院`,
          isAdministrativeOrgan: true,
        },
        call,
      );
      const { staffId } = await addStaff(tx, { username: first.admin, name: '系统管理员', passwordHash }, call);
      const { postId } = await addPost(
        tx,
        {
          role: 'administrator',
          title: { zh: '系统管理岗', en: 'Administrator' },
          organId,
          centerId: null,
          areaRegionId: regionId,
          phone: '12345',
          itemIds: [],
        },
        call,
      );
      await appointStaff(tx, { staffId, postId, kind: 'regular' }, call);
    });
  }
}

init().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseSources, readSources } from './sources.ts';
import { checkStructure, moduleOrder, rules } from './structure.ts';

/** A small product in order, on which each plant is put. */
const clean: Record<string, string> = {
  'contract/refusals.ts': `export const refusals = ['not_found'] as const;`,
  'contract/cases.ts': `import { Type } from 'typebox'; export const AcceptCase = Type.Object({});`,
  'contract/cases.test.ts': `import { test } from 'vitest'; import { AcceptCase } from './cases.ts';`,
  'server/platform/clock.ts': `export const machineNow = () => Temporal.Now.instant(); new Date(0);`,
  'server/platform/refusal.ts': `import type { refusals } from '../../contract/refusals.ts'; export class Refusal extends Error {}`,
  'server/platform/database/index.ts': `export { sql } from 'kysely'; export type Tx = object;`,
  'server/platform/http/call.ts': `export interface Call { now: Temporal.Instant }`,
  'server/platform/http/server.ts': `import Fastify from 'fastify'; export const server = Fastify();`,
  'server/modules/deadlines/index.ts': `export { dueDay } from './due-day.rules.ts'; export { startClock } from './start-clock.ts';`,
  'server/modules/deadlines/due-day.rules.ts': `export const dueDay = (day: Temporal.PlainDate) => day;`,
  'server/modules/deadlines/due-day.rules.test.ts': `import { dueDay } from './due-day.rules.ts';`,
  'server/modules/deadlines/start-clock.ts': `export async function startClock() {}`,
  'server/modules/cases/index.ts': `export { acceptCase } from './accept-case.ts';`,
  'server/modules/cases/case.rules.ts': `
    import type { CaseRow } from './case.store.ts';
    import type { Call } from '../../platform/http/call.ts';
    import { Refusal } from '../../platform/refusal.ts';
    import { dueDay } from '../deadlines/index.ts';
    export const accept = (row: CaseRow) => row;`,
  'server/modules/cases/case.rules.test.ts': `import { accept } from './case.rules.ts';`,
  'server/modules/cases/case.store.ts': `
    import { sql } from '../../platform/database/index.ts';
    export interface CaseRow { id: string }
    export const lockCase = () => sql<CaseRow>\`select 1\`;`,
  'server/modules/cases/accept-case.ts': `
    import type { Tx } from '../../platform/database/index.ts';
    import { startClock } from '../deadlines/index.ts';
    import { accept } from './case.rules.ts';
    import { lockCase } from './case.store.ts';
    export interface Accepted { id: string }
    export async function acceptCase(tx: Tx) {}`,
  'server/modules/cases/routes.ts': `import { acceptCase } from './accept-case.ts'; export const routes = { acceptCase };`,
  'server/modules/cases/accept-case.test.ts': `import { openTown } from '../../tests/support/town.ts'; import { app } from '../../app.ts';`,
  'server/tests/support/town.ts': `import { sql } from 'kysely'; export const openTown = () => sql\`select 1\`;`,
  'server/app.ts': `import Fastify from 'fastify'; import { routes } from './modules/cases/routes.ts'; export const app = 1;`,
  'simulator/people.ts': `import type { AcceptCase } from '../contract/cases.ts'; export const people = fetch;`,
  'web/src/ui/day.ts': `export const shown = (day: string) => new Date(day);`,
  'web/src/ui/button.tsx': `export const Button = () => <button type="button" />;`,
  'web/src/surfaces/resident/main.tsx': `
    import { Button } from '../../ui/button.tsx';
    import type { AcceptCase } from '../../../../contract/cases.ts';
    import { refusals } from '../../../../contract/refusals.ts';
    export const App = () => <Button />;`,
  'web/src/surfaces/window/desk.tsx': `import { Button } from 'antd'; export const Desk = () => <Button />;`,
  'web/src/surfaces/staff/main.tsx': `const Desk = await import('../window/desk.tsx'); export const x = { Date: Desk.Date };`,
  'vite.config.ts': `export default {};`,
};

/** Rule, what is planted, and the file that must be named. The plant may break no other rule. */
const plants: [rule: keyof typeof rules, what: string, file: string, text: string][] = [
  ['seen whole', 'a text that is no TypeScript', 'server/main.ts', 'export const = ;'],
  ['seen whole', 'a computed import', 'server/main.ts', 'const name = "x"; await import(name);'],
  ['seen whole', 'an import by alias', 'server/main.ts', `import '#modules/cases';`],
  ['seen whole', 'a glob of imports', 'web/src/surfaces/window/all.ts', `import.meta.glob('../*/*.tsx');`],
  [
    'module order',
    'an import from above',
    'server/modules/places/index.ts',
    `import { startClock } from '../deadlines/index.ts';`,
  ],
  [
    'module order',
    'a type from above',
    'server/modules/places/index.ts',
    `import type { Clock } from '../deadlines/index.ts';`,
  ],
  ['module order', 'a passing on from above', 'server/modules/places/index.ts', `export * from '../people/index.ts';`],
  [
    'module order',
    'a written type import from above',
    'server/modules/places/index.ts',
    `export type X = import('../people/index.ts').Post;`,
  ],
  ['module order', 'a module without place', 'server/modules/gadgets/index.ts', ''],
  [
    'the door',
    'a way round the door',
    'server/modules/cases/accept-case.ts',
    `import { startClock } from '../deadlines/start-clock.ts'; export async function acceptCase() {}`,
  ],
  ['the door', 'a dynamic way round the door', 'server/main.ts', `await import('./modules/cases/accept-case.ts');`],
  [
    'the door',
    'demo data behind the door',
    'server/demo/people.ts',
    `import { acceptCase } from '../modules/cases/accept-case.ts';`,
  ],
  [
    'platform has no domain',
    'a module in platform',
    'server/platform/jobs/index.ts',
    `import { acceptCase } from '../../modules/cases/index.ts';`,
  ],
  [
    'platform has no domain',
    'the app in platform',
    'server/platform/jobs/index.ts',
    `import type { app } from '../../app.ts';`,
  ],
  [
    'contract stands alone',
    'the server in the contract',
    'contract/days.ts',
    `import { machineNow } from '../server/platform/clock.ts';`,
  ],
  [
    'contract stands alone',
    'another package in the contract',
    'contract/days.ts',
    `import canonicalize from 'canonicalize';`,
  ],
  [
    'web meets server in contract',
    'the server in the web',
    'web/src/ui/clock.ts',
    `import type { Call } from '../../../server/platform/http/call.ts';`,
  ],
  [
    'web meets server in contract',
    'the schema library in the web',
    'web/src/ui/form.ts',
    `import { AcceptCase } from '../../../contract/cases.ts';`,
  ],
  [
    'web meets server in contract',
    'a schema file imported for its types one by one',
    'web/src/ui/form.ts',
    `import { type AcceptCase } from '../../../contract/cases.ts';`,
  ],
  [
    'web meets server in contract',
    'the web in the server',
    'server/main.ts',
    `import { shown } from '../web/src/ui/day.ts';`,
  ],
  [
    'web meets server in contract',
    'Node in the web',
    'web/src/ui/file.ts',
    `import { readFile } from 'node:fs/promises';`,
  ],
  [
    'web meets server in contract',
    'a module in the simulator',
    'simulator/days.ts',
    `import { acceptCase } from '../server/modules/cases/index.ts';`,
  ],
  [
    'surfaces stand apart',
    'one surface in another',
    'web/src/surfaces/approver/task.tsx',
    `import { Desk } from '../window/desk.tsx';`,
  ],
  [
    'surfaces stand apart',
    'the staff shell on the resident page',
    'web/src/surfaces/resident/home.tsx',
    `import { Chrome } from '../staff/chrome.tsx';`,
  ],
  [
    'surfaces stand apart',
    'a surface in a feature',
    'web/src/features/why.tsx',
    `import { Desk } from '../surfaces/window/desk.tsx';`,
  ],
  [
    'surfaces stand apart',
    'the resident in the staff shell',
    'web/src/surfaces/staff/menu.tsx',
    `import { App } from '../resident/main.tsx';`,
  ],
  [
    'resident page without antd',
    'antd on the resident page',
    'web/src/surfaces/resident/home.tsx',
    `import { Button } from 'antd';`,
  ],
  [
    'resident page without antd',
    'its icons, fetched later',
    'web/src/surfaces/resident/home.tsx',
    `const icons = import('@ant-design/icons');`,
  ],
  [
    'rules are pure',
    'a store in rules',
    'server/modules/cases/case.rules.ts',
    `import { lockCase } from './case.store.ts';`,
  ],
  [
    'rules are pure',
    'an act from below in rules',
    'server/modules/cases/case.rules.ts',
    `import { startClock } from '../deadlines/index.ts';`,
  ],
  [
    'rules are pure',
    'a file system in rules',
    'server/modules/cases/case.rules.ts',
    `import { readFileSync } from 'node:fs';`,
  ],
  [
    'rules are pure',
    'a transaction in rules',
    'server/modules/cases/case.rules.ts',
    `import type { Tx } from '../../platform/database/index.ts';`,
  ],
  [
    'rules are pure',
    'a package in rules',
    'server/modules/cases/case.rules.ts',
    `import minisearch from 'minisearch';`,
  ],
  [
    'rules are pure',
    'a random key in rules',
    'server/modules/cases/case.rules.ts',
    `import { hash, randomUUID } from 'node:crypto';`,
  ],
  [
    'rules are pure',
    'chance in rules',
    'server/modules/cases/case.rules.ts',
    `export const lot = () => Math.random();`,
  ],
  [
    'rules are pure',
    'the environment in rules',
    'server/modules/cases/case.rules.ts',
    `export const demo = process.env.DEMO;`,
  ],
  [
    'SQL in stores and queries',
    'SQL in an act',
    'server/modules/cases/accept-case.ts',
    `import { sql } from '../../platform/database/index.ts'; export async function acceptCase() {}`,
  ],
  [
    'SQL in stores and queries',
    'a statement in an act',
    'server/modules/cases/accept-case.ts',
    'export async function acceptCase(sql) { await sql<object>`delete from cases`; }',
  ],
  [
    'SQL in stores and queries',
    'the query builder in routes',
    'server/modules/cases/routes.ts',
    `import type { Kysely } from 'kysely';`,
  ],
  ['SQL in stores and queries', 'the driver in the demo', 'server/demo/people.ts', `import pg from 'pg';`],
  [
    'SQL in stores and queries',
    'SQL in a script',
    'scripts/repair.ts',
    `import { sql } from '../server/platform/database/index.ts';`,
  ],
  [
    'HTTP in platform',
    'HTTP in an act',
    'server/modules/cases/accept-case.ts',
    `import type { FastifyReply } from 'fastify'; export async function acceptCase() {}`,
  ],
  ['HTTP in platform', 'a plugin in routes', 'server/modules/cases/routes.ts', `import cookie from '@fastify/cookie';`],
  ['HTTP in platform', 'a bare server', 'server/main.ts', `import { createServer } from 'node:http';`],
  [
    'no circles',
    'two files that import each other',
    'server/modules/deadlines/start-clock.ts',
    `import type { Door } from './index.ts'; export async function startClock() {}`,
  ],
  ['no circles', 'a file that imports itself', 'web/src/ui/field.tsx', `import { Field } from './field.tsx';`],
  ['no drawer names', 'a folder of drawers', 'server/platform/utils/text.ts', ''],
  ['no drawer names', 'a file of helpers', 'web/src/ui/date-helpers.ts', ''],
  ['no drawer names', 'a service', 'simulator/case.service.ts', ''],
  ['no drawer names', 'a file of types', 'web/src/api/types.ts', ''],
  [
    'one clock',
    'Date in an act',
    'server/modules/cases/accept-case.ts',
    `export async function acceptCase() { return Date.now(); }`,
  ],
  ['one clock', 'Date by another name', 'server/platform/log.ts', `const Clock = globalThis.Date;`],
  ['one clock', 'Date as a type', 'contract/days.ts', `export interface Day { at: Date }`],
  ['one clock', 'Date in the web', 'web/src/ui/field.tsx', `export const today = new Date();`],
  [
    'one clock',
    'the machine clock in an act',
    'server/modules/cases/accept-case.ts',
    `export async function acceptCase() { return Temporal.Now.instant(); }`,
  ],
  [
    'one act a file',
    'two acts in a file',
    'server/modules/cases/accept-case.ts',
    `export async function acceptCase() {} export async function refuseCase() {}`,
  ],
  [
    'one act a file',
    'an act of another name',
    'server/modules/cases/accept-case.ts',
    `export async function accept() {}`,
  ],
  [
    'one act a file',
    'an act passed on',
    'server/modules/cases/start-clock.ts',
    `export { startClock } from '../deadlines/index.ts';`,
  ],
  ['one act a file', 'a constant as act', 'server/modules/cases/accept-case.ts', `export const acceptCase = 1;`],
  ['one act a file', 'a file that is neither', 'server/modules/cases/states.ts', ''],
  [
    'one act a file',
    'a folder in a module',
    'server/modules/cases/acts/close-case.ts',
    `export async function closeCase() {}`,
  ],
  ['no default exports', 'a default export', 'web/src/ui/field.tsx', `export default function Field() {}`],
  ['modules stay small', 'a module of 26 files', 'server/modules/people', ''],
  ['rules have tests', 'rules without tests', 'server/modules/cases/fee.rules.ts', ''],
];

describe('the structure check', () => {
  test('finds nothing in a product in order', () => {
    expect(checkStructure(parseSources(clean))).toEqual([]);
  });

  test.each(plants)('%s: refuses %s', (rule, _, file, text) => {
    const planted = rule === 'modules stay small' ? crowd(file) : { [file]: text };
    const violations = checkStructure(parseSources({ ...clean, ...planted }));
    expect(new Set(violations.map((violation) => violation.rule))).toEqual(new Set([rule]));
    expect(violations.map(({ path }) => path).join()).toContain(
      rule === 'no circles' ? file.slice(0, file.lastIndexOf('/')) : file,
    );
  });

  test('has a plant for each of its rules', () => {
    expect([...new Set(plants.map(([rule]) => rule))].sort()).toEqual(Object.keys(rules).sort());
  });

  test('does not call an empty folder clean', () => {
    expect(() => checkStructure(parseSources({}))).toThrow();
  });
});

describe('the product', () => {
  const sources = readSources(fileURLToPath(new URL('../../..', import.meta.url)));

  test('is seen by the check: files, and imports between them', () => {
    expect([...sources.keys()]).toContain('server/tests/architecture/structure.ts');
    const check = sources.get('scripts/check-structure.ts');
    expect(check?.imports.map(({ target }) => target)).toContain('server/tests/architecture/structure.ts');
  });

  test('is in order', () => {
    expect(checkStructure(sources)).toEqual([]);
  });

  test('has the modules that are there and those that the design names, each of one word', () => {
    expect(moduleOrder).toHaveLength(32);
    expect(moduleOrder.filter((name) => !/^[a-z]+$/.test(name))).toEqual([]);
  });
});

function crowd(folder: string): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 26 }, (_, at) => [`${folder}/list-${at}.store.ts`, '']));
}

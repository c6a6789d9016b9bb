import { posix } from 'node:path';
import type { Export, Import, Source, Sources } from './sources.ts';

/** The modules, lowest first: a module knows only those before it. */
export const moduleOrder = [
  'places',
  'people',
  'deadlines',
  'documents',
  'licences',
  'notices',
  'catalogue',
  'standards',
  'lists',
  'compilation',
  'credit',
  'tasks',
  'cases',
  'decisions',
  'intake',
  'desk',
  'procedures',
  'meetings',
  'handovers',
  'archives',
  'devolution',
  'bundles',
  'agents',
  'hall',
  'hotline',
  'allowances',
  'payments',
  'exchange',
  'ratings',
  'openness',
  'market',
  'supervision',
];

export interface Violation {
  path: string;
  line: number;
  /** One sentence: what is wrong, and what to do instead where that is not plain. */
  message: string;
}

export type Rule = (sources: Sources) => Violation[];

/** Every rule of structure, by the name under which a violation is reported. */
export const rules: Record<string, Rule> = {
  'seen whole': seenWhole,
  'module order': moduleOrderKept,
  'the door': throughTheDoor,
  'platform has no domain': platformHasNoDomain,
  'contract stands alone': contractStandsAlone,
  'web meets server in contract': webMeetsServerInContract,
  'surfaces stand apart': surfacesStandApart,
  'resident page without antd': residentPageWithoutAntd,
  'rules are pure': rulesArePure,
  'SQL in stores and queries': sqlInStoresAndQueries,
  'HTTP in platform': httpInPlatform,
  'no circles': noCircles,
  'no drawer names': noDrawerNames,
  'one clock': oneClock,
  'one act a file': oneActAFile,
  'no default exports': noDefaultExports,
  'modules stay small': modulesStaySmall,
  'rules have tests': rulesHaveTests,
};

/** All violations, sorted by file and line, each named by its rule. */
export function checkStructure(sources: Sources): (Violation & { rule: string })[] {
  if (sources.size === 0) throw new Error('The structure check found no file to read.');
  return Object.entries(rules)
    .flatMap(([rule, refuse]) => refuse(sources).map((violation) => ({ rule, ...violation })))
    .sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
}

function seenWhole(sources: Sources): Violation[] {
  return each(sources, any, (source) => [
    ...source.unread.map(({ line, what }) => ({ line, message: `cannot be read by this check: ${what}` })),
    ...source.imports
      .filter(({ target }) => /^([#@~]?\/|#|[a-z]:)/i.test(target))
      .map(({ line, target }) => ({ line, message: `'${target}' is neither a package nor a relative path` })),
  ]);
}

function moduleOrderKept(sources: Sources): Violation[] {
  return each(sources, product, (source) => {
    const own = moduleOf(source.path);
    if (!own) return [];
    if (!moduleOrder.includes(own))
      return [{ line: 1, message: `module '${own}' has no place in the order of modules` }];
    return source.imports.flatMap(({ target, line }) => {
      const other = moduleOf(target);
      const upwards = other !== undefined && moduleOrder.indexOf(other) > moduleOrder.indexOf(own);
      return upwards ? [{ line, message: `'${own}' may not know '${other}', which stands above it` }] : [];
    });
  });
}

/** `app.ts` puts the modules together, so it alone also takes their routes and jobs. */
function throughTheDoor(sources: Sources): Violation[] {
  return each(sources, product, (source) =>
    source.imports.flatMap(({ target, line }) => {
      const other = moduleOf(target);
      if (other === undefined || other === moduleOf(source.path)) return [];
      const file = target.slice(`server/modules/${other}/`.length);
      const doors = source.path === 'server/app.ts' ? ['index.ts', 'routes.ts', 'jobs.ts'] : ['index.ts'];
      return doors.includes(file) ? [] : [{ line, message: `enter '${other}' through its index.ts, not ${file}` }];
    }),
  );
}

function platformHasNoDomain(sources: Sources): Violation[] {
  const own = (path: string) => product(path) && path.startsWith('server/platform/');
  return eachImport(sources, own, ({ target }) =>
    isOurs(target) && !/^(server\/platform|contract)\//.test(target)
      ? 'platform builds on nothing but contract'
      : undefined,
  );
}

function contractStandsAlone(sources: Sources): Violation[] {
  const own = (path: string) => product(path) && path.startsWith('contract/');
  return eachImport(sources, own, ({ target }) =>
    target.startsWith('contract/') || packageOf(target) === 'typebox'
      ? undefined
      : `contract depends on the schema library alone, not on '${target}'`,
  );
}

/** The browser loads of the contract only what does not bring the schema library along. */
function webMeetsServerInContract(sources: Sources): Violation[] {
  const browser = eachImport(
    sources,
    (path) => path.startsWith('web/src/'),
    ({ target, typeOnly }) => {
      if (isOurs(target) && !/^(web\/src|contract)\//.test(target)) return 'web knows of the server only its contract';
      if (target.startsWith('node:')) return `'${target}' does not exist in a browser`;
      if (typeOnly || !(target.startsWith('contract/') || packageOf(target) === 'typebox')) return undefined;
      const way = wayTo(sources, target, (reached) => packageOf(reached) === 'typebox');
      return way && `brings the schema library to the browser (${way.join(' → ')}): import type, or move the values`;
    },
  );
  const rest = eachImport(
    sources,
    (path) => product(path) && /^(server|simulator)\//.test(path),
    ({ target }) => (target.startsWith('web/') ? 'web and server meet only in contract' : undefined),
  );
  const simulator = eachImport(
    sources,
    (path) => product(path) && path.startsWith('simulator/'),
    ({ target }) =>
      target.startsWith('server/modules/') ? 'the simulator drives the HTTP API and knows no module' : undefined,
  );
  return [...browser, ...rest, ...simulator];
}

/** What two surfaces use is a feature. All surfaces of the staff share one page, and its shell in `staff`. */
function surfacesStandApart(sources: Sources): Violation[] {
  const surfaceOf = (path: string) => /^web\/src\/surfaces\/([^/]+)\//.exec(path)?.[1];
  return each(
    sources,
    (path) => product(path) && path.startsWith('web/src/'),
    (source) =>
      source.imports.flatMap(({ target, line }) => {
        const [own, other] = [surfaceOf(source.path), surfaceOf(target)];
        if (other === undefined || own === other) return [];
        const shell = own !== undefined && own !== 'resident' && other !== 'resident' && [own, other].includes('staff');
        if (shell) return [];
        return [{ line, message: `'${target}' belongs to the surface '${other}': what two surfaces use is a feature` }];
      }),
  );
}

function residentPageWithoutAntd(sources: Sources): Violation[] {
  const isAntd = (target: string) =>
    ['antd', '@ant-design', '@rc-component'].some((name) => packageOf(target).startsWith(name));
  const resident = (path: string) => product(path) && path.startsWith('web/src/surfaces/resident/');
  return eachImport(sources, resident, ({ target, typeOnly }) => {
    const way = typeOnly ? undefined : wayTo(sources, target, isAntd);
    return way && `antd doubles the resident's page (${way.join(' → ')})`;
  });
}

/**
 * A rule decides from what it is given: it reads no table, no file, no clock. It may take types from its own module
 * and through the doors below, and from a door also what that door passes on from another rules file.
 */
function rulesArePure(sources: Sources): Violation[] {
  const impure = ['Temporal.Now', 'Math.random', 'process', 'fetch'];
  return each(sources, isRules, (source) => [
    ...impure.flatMap((name) =>
      (source.uses.get(name) ?? []).map((line) => ({ line, message: `asks for ${name}: take it as an argument` })),
    ),
    ...source.imports.flatMap((taken) =>
      isPureImport(sources, source.path, taken)
        ? []
        : [{ line: taken.line, message: `'${taken.target}' is not for pure rules` }],
    ),
  ]);
}

/** Libraries that compute and do nothing else. */
const pureLibraries = ['bidi-js', 'pinyin-pro'];

function isPureImport(sources: Sources, path: string, { target, names, typeOnly }: Import): boolean {
  if (target.startsWith('contract/') || isRules(target)) return true;
  if (pureLibraries.includes(packageOf(target))) return true;
  if (['server/platform/clock.ts', 'server/platform/refusal.ts'].includes(target)) return true;
  if (target === 'node:crypto') return names.length > 0 && names.every((name) => ['hash', 'createHash'].includes(name));
  if (typeOnly)
    return (
      moduleOf(target) !== undefined ||
      posix.dirname(target) === posix.dirname(path) ||
      ['server/platform/http/call.ts', 'server/platform/http/endpoints.ts'].includes(target)
    );
  const passesOnRule = (name: string) =>
    sources.get(target)?.exports.some((made) => made.name === name && made.from !== undefined && isRules(made.from));
  return moduleOf(target) !== undefined && names.length > 0 && names.every(passesOnRule);
}

function sqlInStoresAndQueries(sources: Sources): Violation[] {
  const allowed =
    /^server\/platform\/|^server\/(modules|demo)\/.*\.(store|queries)\.ts$|^simulator\/|^scripts\/(bench|generate)/;
  const elsewhere = (path: string) => product(path) && /^(server|contract|scripts)\//.test(path) && !allowed.test(path);
  const message = 'SQL stands in *.store.ts, *.queries.ts and platform';
  return each(sources, elsewhere, (source) => [
    ...(source.uses.get('sql') ?? []).map((line) => ({ line, message })),
    ...source.imports
      .filter(
        ({ target, names }) =>
          ['kysely', 'pg'].includes(packageOf(target)) ||
          (target.startsWith('server/platform/database/') && names.includes('sql')),
      )
      .map(({ line }) => ({ line, message })),
  ]);
}

function httpInPlatform(sources: Sources): Violation[] {
  const allowed = /^server\/(platform\/http\/|app\.ts$)/;
  const elsewhere = (path: string) => product(path) && /^(server|contract)\//.test(path) && !allowed.test(path);
  return eachImport(sources, elsewhere, ({ target }) =>
    /^(@?fastify(\/|$)|(node:)?https?2?$)/.test(target) ? 'HTTP is known to platform/http and app.ts alone' : undefined,
  );
}

/** Types count too: two files that need each other's words are one file, or three. */
function noCircles(sources: Sources): Violation[] {
  return circles(sources).map((circle) => ({
    path: circle[0] ?? '',
    line: 1,
    message: `imports itself in a circle: ${[...circle, circle[0]].join(' → ')}`,
  }));
}

const drawers = ['util', 'utils', 'helper', 'helpers', 'common', 'core', 'lib', 'libs', 'shared', 'misc'];
const towers = ['service', 'services', 'manager', 'managers', 'types', 'dto', 'dtos'];

/** `case.service.ts` and `date-utils.ts` are refused, `service-centre.store.ts` is the field's own word. */
function noDrawerNames(sources: Sources): Violation[] {
  return each(sources, any, ({ path }) =>
    path
      .split(/[/.]/)
      .filter(
        (part) =>
          drawers.includes(part.split('-').at(-1) ?? '') ||
          towers.includes(part) ||
          /-(types|dtos?|manager)$/.test(part),
      )
      .map((part) => ({ line: 1, message: `'${part}' names a drawer, not a thing: use a word of the glossary` })),
  );
}

function oneClock(sources: Sources): Violation[] {
  const home = ['server/platform/clock.ts', 'web/src/ui/day.ts'];
  const ours = (path: string) => isOurs(path) && !path.startsWith('web/e2e/') && !home.includes(path);
  const inServer = (path: string) => product(path) && ours(path) && path.startsWith('server/');
  return [
    ...each(sources, ours, ({ uses }) =>
      (uses.get('Date') ?? []).map((line) => ({
        line,
        message: '`Date` is banned: days are Temporal, text in the web',
      })),
    ),
    ...each(sources, inServer, ({ uses }) =>
      (uses.get('Temporal.Now') ?? []).map((line) => ({
        line,
        message: 'time is an argument, or machineNow() of the clock',
      })),
    ),
  ];
}

/** What a thing of a module may be; the last five are for drawing documents. */
const kinds = 'rules store queries data worker template blocks layout faces drawing'.split(' ');
const thing = new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*\\.(${kinds.join('|')})\\.ts$`);

/** In a module: `index`, `routes`, `jobs`, things `noun.kind.ts`, acts `verb-noun.ts`. */
function oneActAFile(sources: Sources): Violation[] {
  const inModule = (path: string) => product(path) && path.startsWith('server/modules/');
  return each(sources, inModule, (source) => {
    const [, , , file = '', ...deeper] = source.path.split('/');
    if (deeper.length > 0) return [{ line: 1, message: 'a module is flat: no folder inside it' }];
    if (['index.ts', 'routes.ts', 'jobs.ts'].includes(file) || thing.test(file)) return [];
    if (!/^[a-z0-9]+(-[a-z0-9]+)+\.ts$/.test(file)) {
      return [
        {
          line: 1,
          message: `neither a thing (noun.kind.ts, kind one of ${kinds.join(', ')}) nor an act (verb-noun.ts)`,
        },
      ];
    }
    const act = file.replace('.ts', '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const made = source.exports.filter(({ kind }) => kind !== 'type');
    return made.length === 1 && isAct(made[0], act)
      ? []
      : [{ line: 1, message: `an act exports one function, here ${act}(), and nothing else but types` }];
  });
}

function isAct(made: Export | undefined, act: string): boolean {
  return made?.name === act && made.kind === 'function' && made.from === undefined;
}

function noDefaultExports(sources: Sources): Violation[] {
  return each(
    sources,
    (path) => !/\.config\.ts$|(^|\/)global-setup\.ts$/.test(path),
    ({ exports }) =>
      exports
        .filter(({ name }) => name === 'default')
        .map(() => ({ line: 1, message: 'has a default export: name it' })),
  );
}

function modulesStaySmall(sources: Sources): Violation[] {
  // One act is one file, so acts are not counted: a module grows by them without losing its order.
  const counted = [...sources.keys()].filter((path) => product(path) && !/\/[a-z0-9]+(-[a-z0-9]+)+\.ts$/.test(path));
  const sizes = Map.groupBy(counted, moduleOf);
  return [...sizes].flatMap(([module, paths]) =>
    module !== undefined && paths.length > 25
      ? [
          {
            path: `server/modules/${module}`,
            line: 1,
            message: `has ${paths.length} files beside its acts: past 25 it is two modules`,
          },
        ]
      : [],
  );
}

function rulesHaveTests(sources: Sources): Violation[] {
  return each(sources, isRules, ({ path }) =>
    sources.has(path.replace(/\.ts$/, '.test.ts'))
      ? []
      : [{ line: 1, message: 'rules without a *.rules.test.ts beside them' }],
  );
}

type Found = Omit<Violation, 'path'>;

function each(sources: Sources, which: (path: string) => boolean, look: (source: Source) => Found[]): Violation[] {
  return [...sources.values()]
    .filter(({ path }) => which(path))
    .flatMap((source) => look(source).map((found) => ({ path: source.path, ...found })));
}

function eachImport(
  sources: Sources,
  which: (path: string) => boolean,
  look: (taken: Import) => string | undefined,
): Violation[] {
  return each(sources, which, ({ imports }) =>
    imports.flatMap((taken) => {
      const message = look(taken);
      return message === undefined ? [] : [{ line: taken.line, message }];
    }),
  );
}

const any = () => true;

/** What runs in production, against what only tests it. */
function product(path: string): boolean {
  return !/\.(test|scale|e2e)\.tsx?$|^server\/tests\/|^web\/e2e\//.test(path);
}

function isOurs(target: string): boolean {
  return /^(contract|server|simulator|scripts|web)\//.test(target);
}

function isRules(path: string): boolean {
  return path.endsWith('.rules.ts');
}

function moduleOf(path: string): string | undefined {
  return /^server\/modules\/([^/]+)\//.exec(path)?.[1];
}

function packageOf(target: string): string {
  if (isOurs(target)) return '';
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The shortest way over imports that are still there at run time, from a target to one that is looked for. */
function wayTo(sources: Sources, start: string, isGoal: (target: string) => boolean): string[] | undefined {
  const ways = [[start]];
  const seen = new Set([start]);
  for (const way of ways) {
    const last = way.at(-1) ?? start;
    if (isGoal(last)) return way;
    for (const { target, typeOnly } of sources.get(last)?.imports ?? []) {
      if (typeOnly || seen.has(target)) continue;
      seen.add(target);
      ways.push([...way, target]);
    }
  }
  return undefined;
}

/** One circle for each group of files that reach each other. */
function circles(sources: Sources): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (path: string, way: string[]) => {
    const at = way.indexOf(path);
    if (at >= 0) found.push(way.slice(at));
    if (at >= 0 || done.has(path)) return;
    for (const target of new Set(sources.get(path)?.imports.map((taken) => taken.target))) {
      if (sources.has(target)) visit(target, [...way, path]);
    }
    done.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return found;
}

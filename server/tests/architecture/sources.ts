import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync, Visitor } from 'vite';

/** One way in which a file reaches for another: an import, a re-export, an `import()`, an `import('…')` type, a worker. */
export interface Import {
  /** A path in the repository for what is written relatively, else the specifier as written (`kysely`, `node:fs`). */
  target: string;
  /** The names taken, types marked one by one left out; empty where the whole file is meant. */
  names: string[];
  /** Gone at run time: `import type`, `export type … from`, `import('…')` in a type; not `import { type … }`. */
  typeOnly: boolean;
  line: number;
}

export interface Export {
  name: string;
  kind: 'function' | 'value' | 'type';
  /** The file it is passed on from. */
  from?: string;
}

/** What the rules of structure need to know of one file. */
export interface Source {
  path: string;
  imports: Import[];
  exports: Export[];
  /** Names of globals and tags that the file uses, each with its lines: `Date`, `Temporal.Now`, `Math.random`, `sql`. */
  uses: Map<string, number[]>;
  /** What could not be understood: a file that is not seen whole must not count as clean. */
  unread: { line: number; what: string }[];
}

export type Sources = ReadonlyMap<string, Source>;

const extensions = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'];

/** Reads every code file of the product below the folder. */
export function readSources(root: string): Sources {
  const paths = globSync(
    [`{contract,server,simulator,scripts,web}/**/*.{${extensions.join(',')}}`, `*.{${extensions.join(',')}}`],
    { cwd: root, exclude: (path) => /(^|[\\/])(node_modules|dist|data)$/.test(path) },
  );
  const files: Record<string, string> = {};
  for (const path of paths.sort()) files[path.replaceAll('\\', '/')] = readFileSync(posix.join(root, path), 'utf8');
  return parseSources(files);
}

/** The same from memory: path → text. */
export function parseSources(files: Record<string, string>): Sources {
  const paths = new Set(Object.keys(files));
  return new Map(Object.entries(files).map(([path, text]) => [path, parseSource(path, text, paths)]));
}

function parseSource(path: string, text: string, paths: ReadonlySet<string>): Source {
  const source: Source = { path, imports: [], exports: [], uses: new Map(), unread: [] };
  const { program, errors } = parseSync(path, text);
  const lineOf = (at: number) => text.slice(0, at).split('\n').length;

  for (const error of errors) source.unread.push({ line: lineOf(error.labels[0]?.start ?? 0), what: error.message });

  const add = (specifier: unknown, node: { start: number }, names: string[], typeOnly: boolean) => {
    const line = lineOf(node.start);
    if (typeof specifier !== 'string') source.unread.push({ line, what: 'an import whose target is computed' });
    else source.imports.push({ target: resolve(path, specifier, paths), names, typeOnly, line });
  };
  const use = (name: string, node: { start: number }) => {
    source.uses.set(name, [...(source.uses.get(name) ?? []), lineOf(node.start)]);
  };

  new Visitor({
    ImportDeclaration(node) {
      add(node.source.value, node, node.specifiers.flatMap(importedName), node.importKind === 'type');
    },
    ExportAllDeclaration(node) {
      add(node.source.value, node, [], node.exportKind === 'type');
    },
    ExportNamedDeclaration(node) {
      if (node.source) {
        const names = node.specifiers.flatMap((each) => (each.exportKind === 'type' ? [] : [nameOf(each.local)]));
        add(node.source.value, node, names, node.exportKind === 'type');
      }
      source.exports.push(...namedExports(node, path, paths));
    },
    ExportDefaultDeclaration() {
      source.exports.push({ name: 'default', kind: 'value' });
    },
    ImportExpression(node) {
      add(literal(node.source), node, [], false);
    },
    TSImportType(node) {
      add(node.source.value, node, [], true);
    },
    TSImportEqualsDeclaration(node) {
      source.unread.push({ line: lineOf(node.start), what: '`import … = require(…)`' });
    },
    CallExpression(node) {
      const called = text.slice(node.callee.start, node.callee.end);
      if (called === 'require' || called.startsWith('require.')) add(literal(node.arguments[0]), node, [], false);
      if (called.startsWith('import.meta.glob')) {
        source.unread.push({ line: lineOf(node.start), what: '`import.meta.glob`' });
      }
    },
    NewExpression(node) {
      // A worker is an entry of its own, reached through `new URL('./x.ts', import.meta.url)`.
      const url = literal(node.arguments[0]);
      if (
        text.slice(node.callee.start, node.callee.end) === 'URL' &&
        typeof url === 'string' &&
        /\.[cm]?[jt]sx?$/.test(url)
      ) {
        add(url.startsWith('.') ? url : `./${url}`, node, [], false);
      }
    },
    TaggedTemplateExpression(node) {
      const tag = text.slice(node.tag.start, node.tag.end);
      if (tag === 'sql' || tag.startsWith('sql.')) use('sql', node);
    },
    MemberExpression(node) {
      const name = text.slice(node.start, node.end);
      if (name === 'Temporal.Now' || name === 'Math.random') use(name, node);
    },
    Identifier(node) {
      if (node.name === 'Date' && !isProperty(text, node)) use('Date', node);
      if (node.name === 'process' && !isProperty(text, node)) use('process', node);
      if (node.name === 'fetch' && !isProperty(text, node)) use('fetch', node);
    },
  }).visit(program);
  return source;
}

type Node = Parameters<NonNullable<ConstructorParameters<typeof Visitor>[0]['ImportDeclaration']>>[0];
type NamedExport = Parameters<NonNullable<ConstructorParameters<typeof Visitor>[0]['ExportNamedDeclaration']>>[0];

function importedName(specifier: Node['specifiers'][number]): string[] {
  if (specifier.type === 'ImportSpecifier') return specifier.importKind === 'type' ? [] : [nameOf(specifier.imported)];
  return specifier.type === 'ImportDefaultSpecifier' ? ['default'] : [];
}

function namedExports(node: NamedExport, path: string, paths: ReadonlySet<string>): Export[] {
  const from = node.source ? { from: resolve(path, node.source.value, paths) } : {};
  const passedOn = node.specifiers.map((each): Export => {
    const type = node.exportKind === 'type' || each.exportKind === 'type';
    return { name: nameOf(each.exported), kind: type ? 'type' : 'value', ...from };
  });
  const made = node.declaration;
  if (!made) return passedOn;
  if (made.type === 'VariableDeclaration') {
    return made.declarations.map(({ id, init }): Export => {
      const callable = init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression';
      return { name: id.type === 'Identifier' ? id.name : '{…}', kind: callable ? 'function' : 'value' };
    });
  }
  if (!('id' in made) || made.id?.type !== 'Identifier') return [];
  if (made.type === 'FunctionDeclaration') return [{ name: made.id.name, kind: 'function' }];
  return [{ name: made.id.name, kind: made.type === 'ClassDeclaration' ? 'value' : 'type' }];
}

function nameOf(name: { type: string; name?: string; value?: string }): string {
  return name.name ?? name.value ?? '';
}

/** The text of a string or of a template without holes. */
function literal(node: unknown): unknown {
  const read = node as { type?: string; value?: unknown; quasis?: { value: { cooked: string } }[] } | undefined;
  if (read?.type === 'TemplateLiteral' && read.quasis?.length === 1) return read.quasis[0]?.value.cooked;
  return read?.value;
}

/** `x.Date` and `{ Date: … }` name a property, `globalThis.Date` the global. */
function isProperty(text: string, node: { start: number; end: number }): boolean {
  const before = text.slice(Math.max(0, node.start - 40), node.start);
  return (/\.\s*$/.test(before) && !/globalThis\??\.\s*$/.test(before)) || /^\s*\??:/.test(text.slice(node.end));
}

function resolve(from: string, specifier: string, paths: ReadonlySet<string>): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = posix.join(posix.dirname(from), specifier);
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((each) => paths.has(each)) ?? path;
}

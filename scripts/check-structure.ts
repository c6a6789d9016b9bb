import { fileURLToPath } from 'node:url';
import { readSources } from '../server/tests/architecture/sources.ts';
import { checkStructure } from '../server/tests/architecture/structure.ts';

const sources = readSources(fileURLToPath(new URL('..', import.meta.url)));
const violations = checkStructure(sources);
for (const { path, line, rule, message } of violations) console.error(`${path}:${line}  ${message}  [${rule}]`);
console.log(`Structure: ${sources.size} files read, ${violations.length} violations.`);
process.exitCode = violations.length > 0 ? 1 : 0;

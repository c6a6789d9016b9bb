import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { papersOfActs } from './property.rules.ts';

const modules = new URL('../', import.meta.url).pathname;
const sources = globSync('**/*.ts', { cwd: modules })
  .filter((path) => !/\.(test|scale)\.ts$|^archives\/property\.rules/.test(path))
  .map((path) => readFileSync(`${modules}${path}`, 'utf8'));

/** What stands in the brackets of each call that writes a row into a case's chain. */
function* ledgerCalls(source: string): Generator<string> {
  for (const { index, 0: opening } of source.matchAll(/\b(?:append|recordMeeting)\(/g)) {
    let depth = 0;
    for (let at = index + opening.length - 1; at < source.length; at += 1) {
      if (source[at] === '(') depth += 1;
      if (source[at] === ')') depth -= 1;
      if (depth > 0) continue;
      yield source.slice(index, at);
      break;
    }
  }
}

/** Facts that are made elsewhere in a file, or in the function that begins the decision, name documents too. */
const namesDocuments = (call: string) => /\bdocuments\b|\bfacts,/.test(call);

test('Every act of a case that names documents has its kinds of paper, and every listed act is written somewhere', () => {
  const naming = sources.flatMap((source) =>
    [...ledgerCalls(source)].filter(namesDocuments).flatMap((call) => call.match(/'case\.\w+'/g) ?? []),
  );
  const listed = Object.keys(papersOfActs).map((act) => `'${act}'`);
  // The sheet's number and days, no paper of the case.
  const without = ["'case.papersHanded'"];
  expect(naming.filter((act) => !listed.includes(act) && !without.includes(act))).toEqual([]);
  expect(naming.length).toBeGreaterThan(25);
  expect(listed.filter((act) => !sources.some((source) => source.includes(act)))).toEqual([]);
});

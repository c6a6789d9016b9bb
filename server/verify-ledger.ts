import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from './platform/config.ts';
import { foldersOf, reachDatabase } from './platform/installation.ts';
import { getDistrict } from './platform/ledger/seals.ts';
import { type Broken, type Damage, type Verdict, verifyLedger } from './platform/ledger/verify.ts';

/** `npm run ledger:verify`: says whether the history of this installation is whole, or where it is first broken. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const publicKey = findPublicKey(join(foldersOf(config).keys, 'sealing.pem'));
  const { db, leave } = await reachDatabase(config);
  try {
    const verdict = await verifyLedger(db, await getDistrict(db), publicKey);
    say(sentences(verdict));
    if (publicKey === undefined) say(keyAway);
    if (!verdict.whole) process.exitCode = 1;
  } finally {
    await leave();
  }
}

/** The key that this installation signs with; undefined where a command runs away from the server's own folder. */
function findPublicKey(path: string): Buffer | undefined {
  if (!existsSync(path)) return undefined;
  return createPublicKey(readFileSync(path)).export({ type: 'spki', format: 'der' });
}

type Sentences = readonly [zh: string, en: string];

const keyAway: Sentences = [
  '本机没有封存密钥，签名只与各日封存所载的公钥核对。',
  'The sealing key is not on this machine: signatures were checked with the public keys that the seals name.',
];

const damages: Record<Damage, (at: string) => Sentences> = {
  rowChanged: (at) => [`${at}的内容或校验值被改动`, `the text or the hash of ${at} was changed`],
  rowMissing: (at) => [`${at}缺失`, `${at} is missing`],
  tailMissing: (at) => [`从${at}起的记录被截去`, `everything from ${at} on was cut off`],
  headChanged: (at) => [`${at}与链头不符`, `the head of the chain does not agree with ${at}`],
  sealChanged: (at) => [`${at}与当日的记录不符`, `${at} does not agree with what was sealed that day`],
  signatureWrong: (at) => [`${at}的签名不成立`, `the signature of ${at} does not hold`],
  columnsDiffer: (at) => [`${at}的栏目与原文不符`, `the columns of ${at} do not agree with its text`],
};

function sentences(verdict: Verdict): Sentences {
  if (!verdict.whole) return brokenSentences(verdict);
  const { rows, subjects, seals } = verdict;
  return [
    `经过记录完整：${rows} 条，${subjects} 个对象，${seals} 天封存。`,
    `The ledger is whole: ${count(rows, 'row')}, ${count(subjects, 'subject')}, ${count(seals, 'daily seal')}.`,
  ];
}

function brokenSentences({ subject, sequence, what }: Broken): Sentences {
  const name: Sentences =
    subject === 'seal'
      ? [`第 ${sequence} 次封存`, `daily seal ${sequence}`]
      : [`${subject} 第 ${sequence} 条`, `row ${sequence} of ${subject}`];
  return [`经过记录已被改动：${damages[what](name[0])[0]}。`, `The ledger is broken: ${damages[what](name[1])[1]}.`];
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
const say = (lines: Sentences) => process.stdout.write(`${lines.join('\n')}\n`);

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

import { createHash } from 'node:crypto';
import type { ExpertField } from '../../../contract/meetings.ts';
import type { expertStandings } from '../../../contract/words.ts';

export type Standing = (typeof expertStandings)[number];

/** An expert as the pool knows him; days are ISO. */
export interface PoolExpert {
  readonly id: string;
  readonly name: string;
  readonly employer: string;
  readonly fields: readonly ExpertField[];
  readonly relatives: readonly { readonly name: string; readonly relation: string }[];
  readonly interests: readonly string[];
  readonly fromDay: string;
  readonly untilDay: string | null;
  readonly awayUntilDay: string | null;
}

/** Where an expert of the pool stands for one panel: nobody's name, only a ticket. */
export interface PoolEntry {
  readonly ticket: string;
  readonly standing: Standing;
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest();

/**
 * What an expert is called in the published pools of one round of a task, however often its panel is arranged; any other
 * gives him another ticket.
 */
export function ticketOf({ taskId, taskRound }: { taskId: string; taskRound: number }, expertId: string): string {
  return sha256(`${taskId}:${taskRound}:${expertId}`).toString('hex').slice(0, 16);
}

/**
 * Whether an expert can be drawn, and if not, why: other fields, not in the pool or away, employed by a party, a party or
 * a relative of one, or with a declared interest. `isNamed` says whether a name is one of the case.
 */
export function standingOf(
  expert: PoolExpert,
  { fields, day, isNamed }: { fields: readonly ExpertField[]; day: string; isNamed: (name: string) => boolean },
): Standing {
  const relation = relationOf(expert, isNamed);
  if (relation !== undefined) return relation;
  if (!expert.fields.some((field) => fields.includes(field))) return 'otherField';
  const isIn = expert.fromDay <= day && (expert.untilDay === null || day <= expert.untilDay);
  const isAway = expert.awayUntilDay !== null && day <= expert.awayUntilDay;
  return isIn && !isAway ? 'eligible' : 'unavailable';
}

/** How an expert is related to the parties of a case 回避, if he is. */
export function relationOf(
  { name, employer, relatives, interests }: Pick<PoolExpert, 'name' | 'employer' | 'relatives' | 'interests'>,
  isNamed: (name: string) => boolean,
): 'sameEmployer' | 'related' | 'declared' | undefined {
  if (isNamed(employer)) return 'sameEmployer';
  if (isNamed(name) || relatives.some((relative) => isNamed(relative.name))) return 'related';
  return interests.some(isNamed) ? 'declared' : undefined;
}

const inOrder = (pool: readonly PoolEntry[]) => pool.toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1));

/**
 * Digest of a pool as it stood when the panel was arranged: SHA-256 over the fields, the number to draw and every entry in
 * the order of the tickets, a line each.
 */
export function poolDigest(
  pool: readonly PoolEntry[],
  { fields, count }: { fields: readonly string[]; count: number },
): string {
  const lines = [
    `fields ${fields.toSorted().join(',')}`,
    `count ${count}`,
    ...inOrder(pool).map(({ ticket, standing }) => `${ticket} ${standing}`),
  ];
  return sha256(lines.join('\n')).toString('hex');
}

/**
 * The seed of a draw. The ledger row of the arrangement contains the pool's digest, and its hash is known only when the
 * row is written: nobody can choose the seed, and everybody can see it before the draw.
 */
export function seedOf(panel: {
  /** The first panel that was arranged over this pool in this round of the task, and the ISO day of that. */
  readonly seedMeetingId: string;
  readonly seedDay: string;
  /** Hex hash of the ledger row of the arrangement. */
  readonly ledgerHash: string;
  readonly poolDigest: string;
}): string {
  return sha256(
    ['doorstep draw 1', panel.seedMeetingId, panel.seedDay, panel.ledgerHash, panel.poolDigest].join('\n'),
  ).toString('hex');
}

/**
 * The order in which the eligible of a pool are called: Fisher–Yates from the last place down over the tickets in their
 * order, each place taken from SHA-256(seed:n), n counting up from 0. The same seed gives the same order everywhere.
 */
export function draw(pool: readonly PoolEntry[], seed: string): string[] {
  const tickets = inOrder(pool).flatMap(({ ticket, standing }) => (standing === 'eligible' ? [ticket] : []));
  let block = 0;
  // 48 bits of a block; what would make some places likelier than others is thrown away.
  const below = (bound: number): number => {
    const limit = Math.floor(2 ** 48 / bound) * bound;
    for (;;) {
      const value = sha256(`${seed}:${block}`).readUIntBE(0, 6);
      block += 1;
      if (value < limit) return value % bound;
    }
  };
  for (let last = tickets.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    const moved = tickets[last] as string;
    tickets[last] = tickets[other] as string;
    tickets[other] = moved;
  }
  return tickets;
}

import type { District } from './district.ts';
import type { Draws } from './draw.rules.ts';
import { Refused } from './office.ts';
import { type Post, readPosts } from './posts.ts';

/** Substitutes of the reviewers, and on which days they act. */
export interface Deputies {
  /**
   * Before the first act of a working day: who is away says so, and his substitute takes his seat. On what is left of a day that
   * is over by the clock, whoever was away is back.
   */
  cover(number: number, day: Temporal.PlainDate, today: Temporal.PlainDate): Promise<void>;
  /** Who acts in a post today. */
  of(post: Post): Post;
}

/** Appoints an inspector of each organ as the substitute of its reviewer, as the administrator would. */
export async function openDeputies(
  district: District,
  { draws, away, tag }: { draws: Draws; away: number; tag: string },
): Promise<Deputies> {
  const substitutes = new Map<string, Post>();
  if (away > 0) await appoint(district, tag);
  let covered = -1;
  return {
    of: (post) => substitutes.get(post.postId) ?? post,
    async cover(number, day, today) {
      if (!today.equals(day)) substitutes.clear();
      if (number === covered || !today.equals(day)) return;
      covered = number;
      substitutes.clear();
      const absent = district.reviewers.filter((_, at) => draws.share(number * 1000 + at, 'away') < away);
      if (absent.length === 0) return;
      for (const reviewer of absent)
        await (await district.seat(reviewer)).call(
          'POST /staff/absences',
          { kind: 'leave', fromDay: day.toString(), untilDay: day.toString() },
          `${tag}-away-${number}-${reviewer.postId}`,
        );
      const posts = await readPosts(district.office.visitor);
      for (const { postId } of absent) {
        const substitute = posts.find((post) => post.postId === postId && post.kind === 'substitute');
        if (substitute !== undefined) substitutes.set(postId, substitute);
      }
    },
  };
}

async function appoint(district: District, tag: string): Promise<void> {
  const admin = await district.seat(district.postOf('administrator'));
  const staffIds = new Map<string, string>();
  for (let after: string | undefined; ; ) {
    const page = await admin.call('GET /posts', { limit: 100, ...(after !== undefined && { after }) });
    for (const { postId, holders } of page.posts) staffIds.set(postId, holders[0]?.staffId ?? '');
    after = page.next;
    if (after === undefined) break;
  }
  for (const reviewer of district.reviewers) {
    const staffId = staffIds.get(district.inspectorOf(reviewer)?.postId ?? '') ?? '';
    const { postId } = reviewer;
    const known = (error: unknown) => {
      if (!(error instanceof Refused) || error.code !== 'substitute_known') throw error;
    };
    await admin
      .call('POST /posts/:postId/substitutes', { postId, staffId }, `${tag}-substitute-${postId}`)
      .catch(known);
  }
}

import type { Replies } from '../contract/routes.ts';
import type { Client } from './office.ts';

/** A post of the demo that somebody can take. */
export type Post = Replies['GET /dev/people']['posts'][number];

export const readPosts = async (visitor: Client): Promise<readonly Post[]> =>
  (await visitor.call('GET /dev/people', {})).posts;

/** The first post that fits. Refuses, in a sentence, where the demo has none. */
export function getPost(posts: readonly Post[], what: string, fits: (post: Post) => boolean): Post {
  const post = posts.find(fits);
  if (post === undefined) throw new Error(`The demo has no ${what}.`);
  return post;
}

import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { PublishedVersion, PublishItemVersion } from './item.rules.ts';
import { publishItemVersions } from './publish-item-versions.ts';

/**
 * Publishes a version of an item, which is made when its code is new. Refuses `invalid_input` with every fault of the
 * content: its shape, a promise longer than the law's limit, an immediate matter that is none, an organ
 * that is no administrative organ.
 */
export async function publishItemVersion(tx: Tx, input: PublishItemVersion, call: Call): Promise<PublishedVersion> {
  const [published] = await publishItemVersions(tx, [input], call);
  if (published === undefined) throw new Error(`item ${input.code} was not published`);
  return published;
}

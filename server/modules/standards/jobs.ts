import { defineJob, type JobKind } from '../../platform/jobs/index.ts';
import { type Channel, catalogueChannels } from './channel.queries.ts';
import { checkBatch } from './check-batch.ts';

/** `channels`: those of modules above, beside the catalogue's own. */
export function standardsJobs({ channels = [] }: { channels?: readonly Channel[] } = {}): readonly JobKind[] {
  const all = [...catalogueChannels, ...channels];
  return [
    defineJob<{ checkId: string; done: number; after: string }>({
      kind: 'standards.check',
      run: (tx, batch, call) => checkBatch(tx, { ...batch, channels: all }, call),
    }),
  ];
}

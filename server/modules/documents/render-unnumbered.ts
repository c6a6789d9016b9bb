import { config } from '../../platform/config.ts';
import type { FrozenDocument } from './freeze-document.ts';
import { renderDocument } from './renderer.worker.ts';

/** The PDF of a paper that bears no number, before it is issued: the same bytes as afterwards. */
export function renderUnnumbered({ row, data, template }: FrozenDocument): Promise<Buffer> {
  if (row.word !== null) throw new Error(`${row.kind} takes its number when it is issued.`);
  const face = config().documentFace;
  return renderDocument(data, { template, ...(face !== undefined && { face }) });
}

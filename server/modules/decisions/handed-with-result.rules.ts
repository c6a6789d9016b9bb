import type { DocumentView } from '../../../contract/documents.ts';
import { isServed, papersOnTheWay, resultPapers } from '../../../contract/words.ts';

/** What is handed over together when the result is: its papers first, then what was told before and nobody fetched. */
export function handedWithResult(documents: readonly DocumentView[]): DocumentView[] {
  const left = documents.filter(({ kind, served }) => !served && isServed(kind));
  return [
    ...resultPapers.flatMap((paper) => left.filter(({ kind }) => kind === paper)),
    ...left.filter(({ kind }) => papersOnTheWay.includes(kind)),
  ];
}

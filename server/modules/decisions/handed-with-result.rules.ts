import type { DocumentView } from '../../../contract/documents.ts';
import { isServed, papersOnTheWay, resultPapers } from '../../../contract/words.ts';

/** What is handed over together when the result is: its papers first, then what was told before and nobody fetched. */
export function handedWithResult(documents: readonly DocumentView[]): DocumentView[] {
  const left = documents.filter(({ kind, served }) => !served && isServed(kind));
  return [
    ...left.filter(({ kind }) => resultPapers.includes(kind)),
    ...left.filter(({ kind }) => papersOnTheWay.includes(kind)),
  ];
}

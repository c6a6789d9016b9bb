import { useRead } from '../../api/hooks.ts';
import { useRegionId } from './near.tsx';

/** Documents are drawn within seconds; until then the page looks again by itself. */
const lookAgainMs = 3_000;

export function useMyCase(caseId: string) {
  const plain = useRead('GET /my/cases/:caseId', { caseId });
  const drawing = plain.data?.documents.some(({ ready }) => !ready) ?? false;
  useRead('GET /my/cases/:caseId', { caseId }, drawing ? { refetchInterval: lookAgainMs } : { enabled: false });
  return plain;
}

/** Reads the guide for where the person lives. */
export function useGuide(itemId: string) {
  const regionId = useRegionId();
  return useRead('GET /items/:itemId', regionId === undefined ? { itemId } : { itemId, regionId });
}

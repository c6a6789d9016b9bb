import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Region } from '../../../../contract/places.ts';
import { call } from '../../api/call.ts';
import { useRead } from '../../api/hooks.ts';
import { useWords } from '../staff/words.ts';
import { useSounds } from './sounds.ts';
import type { Choice } from './typed-answer.ts';

const under = (parentId: string) => ({
  queryKey: ['GET /regions', { parentId }],
  queryFn: () => call('GET /regions', { parentId }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Every township and village of the district, those around this window first, and its own. */
export function useVillages(): { townships: Choice[]; villages: Choice[]; here: Region | undefined } {
  const { local } = useWords();
  const sounds = useSounds();
  const hereId = useRead('GET /intake-items', {}).data?.regionId;
  const townships = useRead('GET /regions', {}).data?.regions;
  const below = useQueries({ queries: (townships ?? []).map(({ id }) => under(id)) });
  const count = below.filter(({ data }) => data !== undefined).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the queries are new objects at every turn; their count says when they came
  return useMemo(() => {
    const villages = below.flatMap(({ data }) => data?.regions ?? []);
    const here = [...villages, ...(townships ?? [])].find(({ id }) => id === hereId);
    const near = here?.level === 'VILLAGE' ? here.parentId : here?.id;
    const names = new Map((townships ?? []).map((each) => [each.id, each.name]));
    const choice = ({ id, name, parentId }: Region): Choice => {
      const township = names.get(parentId ?? '');
      return {
        value: id,
        label: township === undefined ? local(name) : `${local(name)}（${local(township)}）`,
        calls: [
          name.zh,
          name.en.toLowerCase(),
          ...sounds(name.zh),
          ...(township === undefined ? [] : sounds(`${township.zh}${name.zh}`)),
        ],
      };
    };
    const nearFirst = [
      ...villages.filter(({ parentId }) => parentId === near),
      ...villages.filter(({ parentId }) => parentId !== near),
    ];
    return { townships: (townships ?? []).map(choice), villages: nearFirst.map(choice), here };
  }, [townships, count, hereId, sounds('村')[0]]);
}

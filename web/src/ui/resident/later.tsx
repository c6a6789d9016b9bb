import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { CallRefused, call } from '../../api/call.ts';
import { Loaded } from './loaded.tsx';

/**
 * A part that comes when it is shown. Where it does not come, a sentence says so and a button tries again: by drawing
 * the page anew once the server answers, for a browser may remember what it failed to load, and the parts of an old
 * release are gone. What was typed is kept on the device. An error on the way is told by `Loaded`.
 */
export function later<Props extends object>(name: string, come: () => Promise<ComponentType<Props>>) {
  let failed = false;
  const load = async (): Promise<ComponentType<Props>> => {
    if (failed) {
      await call('GET /district', {});
      location.reload();
      return new Promise(() => undefined);
    }
    return come().catch(() => {
      failed = true;
      throw new CallRefused('page_missing');
    });
  };
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each part, when its module is read
  return function Later(props: Props) {
    const coming = useQuery<ComponentType<Props>, CallRefused>({
      queryKey: ['part', name],
      queryFn: load,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
    });
    return <Loaded of={coming}>{(Part) => <Part {...props} />}</Loaded>;
  };
}

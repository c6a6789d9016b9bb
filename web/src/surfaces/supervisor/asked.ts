import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { Inputs } from '../../../../contract/routes.ts';
import { channels, indicatorCuts } from '../../../../contract/words.ts';
import { daysAfter, monthsAfter } from '../../ui/day.ts';
import { useToday } from '../staff/Refused.tsx';

type Asked = Omit<Inputs['GET /indicators'], 'by'>;

const day = /^\d{4}-\d\d-\d\d$/;

/** Spans that are asked for by one choice; each ends today or is over. */
export const presets = ['thisMonth', 'lastMonth', 'thisYear', 'lastYear', 'today'] as const;
export type Preset = (typeof presets)[number];

/** The days of a preset, seen from today. */
export function spanOf(preset: Preset, today: string): { from: string; to: string } {
  const [year, month] = [today.slice(0, 4), today.slice(0, 7)];
  const before = monthsAfter(`${month}-01`, -1);
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'thisMonth':
      return { from: `${month}-01`, to: today };
    case 'lastMonth':
      return { from: before, to: lastDayOf(before) };
    case 'thisYear':
      return { from: `${year}-01-01`, to: today };
    case 'lastYear':
      return { from: `${Number(year) - 1}-01-01`, to: `${Number(year) - 1}-12-31` };
  }
}

/** The last day of the month of a day. */
export function lastDayOf(iso: string): string {
  return daysAfter(monthsAfter(`${iso.slice(0, 7)}-01`, 1), -1);
}

/** Days of one month as they are said: the month where they are all of it. */
export function nameOfDays({ from, to }: { from: string; to: string }): string {
  if (from.endsWith('-01') && to === lastDayOf(from)) return from.slice(0, 7);
  return from === to ? from : `${from} – ${to}`;
}

/** What the address asks for: the span and what narrows it; this year until today when it says nothing. */
export function useAsked() {
  const today = useToday();
  const [params, setParams] = useSearchParams();
  const said = (name: string) => params.get(name) ?? '';
  const by = indicatorCuts.find((each) => each === said('by')) ?? 'area';
  const input = useMemo((): Asked | undefined => {
    if (today === '') return undefined;
    const own = spanOf('thisYear', today);
    const channel = channels.find((each) => each === params.get('channel'));
    const of = (name: string) => params.get(name) || undefined;
    const [areaId, centerId, organId, itemId] = [of('areaId'), of('centerId'), of('organId'), of('itemId')];
    return {
      from: day.test(params.get('from') ?? '') ? (params.get('from') as string) : own.from,
      to: day.test(params.get('to') ?? '') ? (params.get('to') as string) : own.to,
      ...(areaId && { areaId }),
      ...(params.get('own') === 'only' && { own: 'only' }),
      ...(centerId && { centerId }),
      ...(organId && { organId }),
      ...(itemId && { itemId }),
      ...(channel && { channel }),
      ...(params.get('counted') === 'now' && { counted: 'now' }),
    };
  }, [params, today]);
  const put = (changes: Readonly<Record<string, string | undefined>>) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes))
        if (value === undefined || value === '') after.delete(name);
        else after.set(name, value);
      return after;
    });
  return { input, by, put, today, said };
}

/** The page of a number: what it is, how it is counted, each case. */
export function openedHref(
  input: Asked,
  measure: string,
  also: Readonly<Record<string, string | undefined>> = {},
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...input, ...also, measure }))
    if (value !== undefined && value !== '') params.set(name, value);
  return `/indicators/cases?${params}`;
}

export const figure = (value: number) => value.toLocaleString('en');

/** How much a number grew or shrank, with its sign. */
export const change = (by: number) => `${by > 0 ? '+' : by < 0 ? '−' : ''}${figure(Math.abs(by))}`;

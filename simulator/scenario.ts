import type { Channel } from '../contract/values.ts';

/** What becomes of an application, as its scenario's shares draw it. */
export type Fate = 'plain' | 'corrected' | 'abandoned' | 'refused' | 'denied' | 'withdrawn' | 'tolerated' | 'committed';

/**
 * A stretch of a district's life, as a file that can be read. Weights are compared with each other, shares are parts of
 * one. What is declared is met because people come and matters stay open accordingly; everything else emerges. The server
 * is told nothing of it.
 */
export interface Scenario {
  readonly name: string;
  /** The next working day of the demo's clock, or the next day of that date. */
  readonly begins: 'nextWorkingDay' | { readonly month: number; readonly day: number };
  /** How many days, or until that date. */
  readonly lasts: { readonly days: number } | { readonly month: number; readonly day: number };
  /** Quotas of this file, at scale 1. */
  readonly declared: { readonly accepted: number; readonly completed: number };
  readonly arrivals: {
    /** By the hour in which people come; at a closed office they come online. */
    readonly hours: Readonly<Record<number, number>>;
    /** Monday first. */
    readonly weekdays: readonly [number, number, number, number, number, number, number];
    /** January first. */
    readonly months: readonly number[];
    /** Days on which no office is open, in parts of an open day. */
    readonly closedDay: number;
  };
  /** By the keys of the demo's catalogue. */
  readonly items: Readonly<Record<string, number>>;
  /** By name; villages of a township have equal weights. A township that is not named has 1. */
  readonly townships: Readonly<Record<string, number>>;
  readonly channels: Readonly<Record<Channel, number>>;
  /** Of all applications; what is left is plain. */
  readonly fates: Readonly<Record<Exclude<Fate, 'plain'>, number>>;
  /** How the result reaches people: of those who came to a counter, and of those who applied online. */
  readonly delivery: {
    readonly counter: { readonly WINDOW: number; readonly AGENT: number; readonly MAIL: number };
    readonly online: {
      readonly ELECTRONIC: number;
      readonly WINDOW: number;
      readonly AGENT: number;
      readonly MAIL: number;
    };
  };
  readonly officers: {
    /** Of the promised days, how many are usual: from so many to so many parts. */
    readonly pace: readonly [number, number];
    /** Of decisions, made after the promised day. */
    readonly late: number;
    /** Of the clerks' answers, given after more than five working days. */
    readonly slowAnswers: number;
    /** Of a reviewer's working days, spent away; his substitute acts. */
    readonly away: number;
  };
  /** Of people at a counter, those who leave a phone number. */
  readonly phones: number;
  /** Accounts from which online applications come; a server sends one network address only so many codes a day. */
  readonly accounts: number;
}

import { expect, test } from 'vitest';
import { indicators } from './indicator.data.ts';
import { measureOf } from './measure.store.ts';

test.each(indicators)(
  '$key says by its kind whether both numbers are of the same cases',
  ({ kind, numerator, denominator }) => {
    const isSame = measureOf(numerator).on === measureOf(denominator).on;
    expect(kind).toBe(isSame ? 'cohort' : 'flow');
  },
);

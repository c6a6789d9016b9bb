import { expect, test } from 'vitest';
import { publishedCalendar } from '../deadlines/published-years.data.ts';

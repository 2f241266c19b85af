import { describe, expect, it } from 'vitest';
import { validateSurvey } from '../../../generated/validators.js';

const accepts = (date: unknown) => validateSurvey({ id: 'a', date });

describe('dates', () => {
  it('are the days of the calendar, in ordinary years, leap years and centuries', () => {
    const wrong = candidates().filter((date) => accepts(date) !== isDay(date));
    expect(wrong).toEqual([]);
  });

  it.each(['2026-02-30', '2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'])('refuse %s', (date) => {
    expect(accepts(date)).toBe(false);
  });

  it.each([
    '2026-9-15',
    '26-09-15',
    '15.09.2026',
    '2026/09/15',
    '20260915',
    '2026-09-15T00:00:00Z',
    '2026-09',
    ' 2026-09-15',
    '2026-09-15\n',
    '',
    20260915,
    null,
  ])('refuse the form %j', (date) => {
    expect(accepts(date)).toBe(false);
  });
});

function candidates(): string[] {
  const years = [0, 4, 100, 400, 1582, 1900, 1999, 2000, 2023, 2024, 2026, 2100, 2400, 9996, 9999];
  const two = (value: number) => String(value).padStart(2, '0');
  return years.flatMap((year) =>
    Array.from({ length: 15 * 34 }, (_, index) => `${String(year).padStart(4, '0')}-${two(Math.floor(index / 34))}-${two(index % 34)}`),
  );
}

/** A day that `Date` neither refuses nor carries over into the next month. */
function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

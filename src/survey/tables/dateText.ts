/** A date of a workbook as `2026-09-15`, with the time where there is one: `2026-09-15 10:30`. */
export function dateText(date: Date): string {
  // Days are stored as fractions, which may miss the second.
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19).split('T');
  if (time === '00:00:00') return day;
  return `${day} ${time.endsWith(':00') ? time.slice(0, 5) : time}`;
}

/** Whether a format of numbers shows the day and the month: `mm-dd-yy` does, `h:mm` and `mmm-yy` do not. */
export function showsDay(format: string): boolean {
  const [codes = ''] = format.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, ' ').split(';');
  const withoutMinutes = codes.replace(/h+\W*m+|m+\W*s+/gi, '');
  return /d/i.test(withoutMinutes) && /m/i.test(withoutMinutes);
}

/** Whether Git has left both sides of a merge in a text. */
export function hasConflictMarkers(text: string): boolean {
  return /^<{7,} /m.test(text) && /^>{7,} /m.test(text);
}

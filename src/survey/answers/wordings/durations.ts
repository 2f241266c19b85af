/** Headers of the column that says how long a respondent took. */
export const durationHeaders: readonly string[] = [
  ...['duration (in seconds)', 'duration', 'interviewtime', 'interview time', 'total time', 'time taken', 'time to complete', 'time spent'],
  ...['所用时间', '答题时长', '用时', '所要時間', '소요 시간'],
  ...['dauer', 'bearbeitungszeit', 'durée', 'duración', 'duração', 'durata', 'длительность', 'kitöltési idő'],
];

/** `95`, `95.5 s`, `95秒`, `1:35`, `0:01:35` or `1分35秒`; `undefined` for anything else. */
export function secondsOf(cell: string): number | undefined {
  const text = cell.normalize('NFKC').toLowerCase();
  const plain = /^(\d+(?:[.,]\d+)?)\s*(?:s|sec|seconds|秒)?$/.exec(text)?.[1];
  if (plain !== undefined) return Number(plain.replace(',', '.'));
  const minutes = /^(?:(\d+)分)(\d+)秒$/.exec(text) ?? /^(\d+):(\d{2})$/.exec(text);
  if (minutes) return Number(minutes[1]) * 60 + Number(minutes[2]);
  const hours = /^(\d+):(\d{2}):(\d{2})$/.exec(text);
  return hours ? Number(hours[1]) * 3600 + Number(hours[2]) * 60 + Number(hours[3]) : undefined;
}

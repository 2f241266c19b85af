import { type BacklogColumn, backlogColumns } from './featureTable.ts';

/** Where the reason is shown and nothing else has room beside it: it has the number that ranks the feature. */
const reasonAlone = { from: 701, to: 860 };

/** Pixels that a column takes, and from which width of the page on it is shown unless the reader chose: the least important ones give way first. */
const columns: Readonly<Record<BacklogColumn, { readonly width: number; readonly from?: number; readonly givesWay?: boolean }>> = {
  rank: { width: 70 },
  title: { width: 260 },
  category: { width: 208 },
  answers: { width: 104, from: 1181 },
  better: { width: 73, from: 481, givesWay: true },
  worse: { width: 73, from: 481, givesWay: true },
  why: { width: 286, from: reasonAlone.from },
  effort: { width: 73, from: 1081 },
  status: { width: 117, from: 1001 },
  owner: { width: 110, from: 1301 },
  // The strip of the selected feature has it too.
  tracker: { width: 130, from: Number.POSITIVE_INFINITY },
  touchpoints: { width: 143, from: 1441 },
};

/** The columns of the backlog that are shown: those that the reader chose, and the name in any case. */
export function shownColumns(chosen: readonly BacklogColumn[] | null, pageWidth: number): readonly BacklogColumn[] {
  if (chosen === null) {
    const isAlone = pageWidth >= reasonAlone.from && pageWidth <= reasonAlone.to;
    return backlogColumns.filter((key) => pageWidth >= (columns[key].from ?? 0) && !(isAlone && columns[key].givesWay));
  }
  return backlogColumns.filter((key) => key === 'title' || chosen.includes(key));
}

/** Pixels; the styles say the same in units of the font. */
export function widthOf(column: BacklogColumn): number {
  return columns[column].width;
}

import type { DriftKind } from '../../analysis/results.ts';
import type { Activity, Status } from '../../document/format/model.ts';
import type { MatrixTexts } from '../../matrix/matrixTexts.ts';
import type { Language } from '../../terms/language.ts';
import type { ListSection } from './panelRow.ts';
import type { PointSize, QuadrantCut } from './viewOptions.ts';

/** The views of the panel. */
export const tabs = ['matrix', 'backlog', 'touchpoints', 'trend', 'personas', 'metrics'] as const;
export type Tab = (typeof tabs)[number];

export const sortColumns = [
  'rank',
  'title',
  'category',
  'answers',
  'better',
  'worse',
  'why',
  'effort',
  'status',
  'owner',
  'touchpoints',
] as const;
export type SortColumn = (typeof sortColumns)[number];

/** Every word of the page itself. `{0}`, `{1}` and so on are filled in by the page. */
export interface PanelTexts {
  /** What the page formats its numbers for. */
  readonly language: Language;
  readonly matrix: Omit<MatrixTexts, 'title' | 'description'>;
  /** Names the matrix for those who do not see it. */
  readonly matrixLabel: string;
  readonly places: Readonly<Record<ListSection, string>>;
  readonly tabs: Readonly<Record<Tab, string>>;
  readonly tabsLabel: string;
  readonly columns: Readonly<Record<SortColumn, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly drifts: Readonly<Record<DriftKind, string>>;
  readonly activities: Readonly<Record<Activity, string>>;
  readonly filter: {
    readonly label: string;
    readonly scope: string;
    readonly wholeWorkspace: string;
    readonly otherFile: string;
    readonly persona: string;
    readonly survey: string;
    readonly touchpoint: string;
    readonly stage: string;
    readonly status: string;
    readonly tag: string;
    readonly category: string;
    readonly all: string;
    readonly newest: string;
    readonly several: string;
    readonly search: string;
    /** `{0} of {1} features`. */
    readonly shown: string;
    /** Says whose answers all numbers are of: `answers of {0}`. */
    readonly answersOf: string;
    readonly clear: string;
    readonly legend: string;
  };
  readonly edit: {
    /** Names the group: `Change {0}`. */
    readonly label: string;
    readonly status: string;
    readonly effort: string;
    readonly owner: string;
    readonly assumed: string;
    readonly none: string;
    readonly noEffort: string;
    readonly goToSource: string;
  };
  readonly take: {
    readonly button: string;
    readonly copyMarkdown: string;
    readonly saveMarkdown: string;
    readonly copyCsv: string;
    readonly saveCsv: string;
    readonly copySvg: string;
    readonly saveSvg: string;
    readonly copyPng: string;
    readonly savePng: string;
    readonly pictureCopied: string;
    readonly notCopied: string;
  };
  readonly view: {
    readonly label: string;
    readonly size: string;
    readonly sizes: Readonly<Record<PointSize, string>>;
    readonly cut: string;
    readonly cuts: Readonly<Record<QuadrantCut, string>>;
    readonly drift: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly zoomReset: string;
  };
  readonly journey: {
    readonly views: { readonly stages: string; readonly 'value-chain': string };
    readonly label: string;
    readonly withoutStage: string;
    readonly mustBeGaps: string;
    readonly risk: string;
    readonly opportunity: string;
    /** `Emotion {0}`. */
    readonly emotion: string;
    readonly emotionCurve: string;
    readonly pains: string;
    readonly referral: string;
    readonly features: string;
    readonly activity: string;
    readonly sums: string;
  };
  readonly trend: { readonly change: string; readonly undated: string; readonly notAsked: string };
  readonly personas: { readonly verdict: string; readonly disagree: string; readonly without: string };
  readonly metrics: {
    readonly metric: string;
    readonly first: string;
    readonly newest: string;
    readonly change: string;
    readonly target: string;
    readonly toTarget: string;
    readonly course: string;
    readonly better: string;
    readonly worse: string;
  };
  readonly empty: {
    readonly nothingMatches: string;
    readonly showAll: string;
    readonly noFeatures: string;
    readonly noneSurveyed: string;
    readonly oneSurvey: string;
    readonly onePersona: string;
    readonly noMetrics: string;
    readonly noTouchpoints: string;
    readonly noActivities: string;
    readonly noFile: string;
    readonly chooseFile: string;
  };
  /** Stands in the strip under the views while no feature is selected. */
  readonly selectHint: string;
}

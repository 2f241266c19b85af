/**
 * The typed content of a `*.kano.yaml` file: what `schemas/kano.schema.json` allows, but with every property optional, because files are
 * unfinished most of the time. Values that break the schema are left out and reported as problems. A compile-time test compares the keys
 * below with those of the schema.
 */

/**
 * The six Kano categories, in the order in which exact ties are decided: must-be, one-dimensional, attractive, indifferent, reverse,
 * questionable.
 */
export const categories = ['M', 'O', 'A', 'I', 'R', 'Q'] as const;
export type Category = (typeof categories)[number];

/** How many respondents fell into each category. */
export type Counts = Readonly<Record<Category, number>>;

/** 5×5 answer pairs: rows are the functional, columns the dysfunctional question, each like, must-be, neutral, live-with, dislike. */
export type Answers = readonly (readonly number[])[];

export const evaluationTables = ['standard', 'pouliot'] as const;
export type EvaluationTable = (typeof evaluationTables)[number];

export const categoryRules = ['mode', 'berger', 'lead'] as const;
export type CategoryRule = (typeof categoryRules)[number];

export const buildOrders = ['kano', 'value-per-effort'] as const;
export type BuildOrder = (typeof buildOrders)[number];

/** How the numbers of a product are computed. Every output states these settings. */
export interface AnalysisSettings {
  readonly table: EvaluationTable;
  readonly rule: CategoryRule;
  /** Share of n by which the largest count must lead, for the rule `lead`. */
  readonly lead: number;
  readonly order: BuildOrder;
}

export const defaultAnalysisSettings: AnalysisSettings = { table: 'standard', rule: 'mode', lead: 0.06, order: 'kano' };

export const statuses = ['idea', 'planned', 'in-progress', 'shipped', 'rejected'] as const;
export type Status = (typeof statuses)[number];
export const defaultStatus: Status = 'idea';

export const activities = [
  'inbound-logistics',
  'operations',
  'outbound-logistics',
  'marketing-sales',
  'service',
  'procurement',
  'technology',
  'human-resources',
  'infrastructure',
] as const;
/** An activity of Porter's value chain. */
export type Activity = (typeof activities)[number];

/** What customers decide at a touchpoint: a moment of truth. */
export const moments = ['researching', 'choosing', 'using', 'recommending'] as const;
export type Moment = (typeof moments)[number];

export const metricKinds = [
  'satisfaction',
  'net-promoter-score',
  'effort-score',
  'repeat-purchase-rate',
  'retention',
  'lifetime-value',
  'referral-rate',
  'referral-conversion',
  'revenue',
  'other',
] as const;
export type MetricKind = (typeof metricKinds)[number];

/** The top level of a file, without its seven lists. */
export interface Header {
  readonly kano?: number;
  readonly product?: string;
  readonly description?: string;
  readonly uses?: readonly string[];
  readonly analysis?: Partial<AnalysisSettings>;
}

export interface Persona {
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  /** Share of the market, 0 to 1. */
  readonly share?: number;
  readonly needs?: readonly (string | Need)[];
}

/** A need that features can serve. */
export interface Need {
  readonly id?: string;
  readonly need?: string;
}

export interface Stage {
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
}

export interface Touchpoint {
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  readonly stage?: string;
  /** Who passes here; everybody when absent. */
  readonly personas?: readonly string[];
  readonly owner?: string;
  readonly moment?: Moment;
  readonly channel?: string;
  readonly activities?: readonly Activity[];
  /** How customers feel here today, −2 to 2. */
  readonly emotion?: number;
  readonly emotions?: readonly Emotion[];
  readonly pains?: readonly (string | Pain)[];
  /** How much of the traffic passes here, above 0, 1 when absent. */
  readonly weight?: number;
  readonly referral?: boolean;
}

/** How customers felt on a day, −2 to 2; everybody when there is no persona. */
export interface Emotion {
  readonly date?: string;
  readonly value?: number;
  readonly persona?: string;
}

/** A pain that features can relieve. */
export interface Pain {
  readonly id?: string;
  readonly pain?: string;
  readonly persona?: string;
}

/** What hurts behind the scenes in an activity of the value chain. */
export interface ValueChainActivity {
  readonly activity?: Activity;
  readonly owner?: string;
  readonly bottlenecks?: readonly (string | Bottleneck)[];
}

/** A bottleneck that features can relieve. */
export interface Bottleneck {
  readonly id?: string;
  readonly bottleneck?: string;
}

export interface Survey {
  readonly id?: string;
  /** Calendar date, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly title?: string;
  readonly description?: string;
  readonly invited?: number;
  readonly wording?: string;
}

export interface Evidence {
  readonly source?: string;
  readonly date?: string;
  readonly complaints?: number;
  readonly compliments?: number;
  readonly neutral?: number;
  readonly persona?: string;
  readonly touchpoint?: string;
  readonly quote?: string;
  readonly note?: string;
  readonly link?: string;
}

export interface Question {
  readonly functional?: string;
  readonly dysfunctional?: string;
}

export interface Tally {
  readonly survey?: string;
  readonly persona?: string;
  /** Absent letters are 0. */
  readonly counts?: Partial<Counts>;
  readonly answers?: Answers;
  /** Mean self-stated importance, 1 to 9. */
  readonly importance?: number;
}

export interface Feature {
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly status?: Status;
  /** The day on which customers got it; counts only with the status `shipped`. */
  readonly shipped?: string;
  readonly touchpoints?: readonly string[];
  /** Ids of needs. */
  readonly serves?: readonly string[];
  /** Ids of pains and bottlenecks. */
  readonly relieves?: readonly string[];
  /** Ids of metrics. */
  readonly moves?: readonly string[];
  /** Above 0, in the team's own unit. */
  readonly effort?: number;
  readonly dependsOn?: readonly string[];
  readonly owner?: string;
  readonly tags?: readonly string[];
  readonly links?: readonly string[];
  /** Tickets: keys, issues on GitHub, addresses. See `trackers.ts`. */
  readonly tracker?: string | readonly string[];
  readonly question?: Question;
  /** The team's guess, used until there is a survey. */
  readonly assumed?: Category;
  readonly evidence?: readonly Evidence[];
  /** Short form: one unlabelled tally. */
  readonly tally?: Partial<Counts>;
  readonly tallies?: readonly Tally[];
}

export interface Reading {
  readonly date?: string;
  readonly value?: number;
  /** How many customers the value is from. */
  readonly n?: number;
}

export interface Metric {
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  /** Unit, range and better follow from it, see `metricKinds.ts`. */
  readonly kind?: MetricKind;
  readonly unit?: string;
  readonly better?: 'higher' | 'lower';
  readonly target?: number;
  readonly touchpoint?: string;
  readonly persona?: string;
  readonly readings?: readonly Reading[];
}

/** The seven lists of a file, by their key. */
export interface Lists {
  readonly personas: Persona;
  readonly stages: Stage;
  readonly touchpoints: Touchpoint;
  /** Its items have no id. */
  readonly valueChain: ValueChainActivity & { readonly id?: undefined };
  readonly surveys: Survey;
  readonly features: Feature;
  readonly metrics: Metric;
}

export type ListKey = keyof Lists;
export const listKeys = [
  'personas',
  'stages',
  'touchpoints',
  'valueChain',
  'surveys',
  'features',
  'metrics',
] as const satisfies readonly ListKey[];

export function isListKey(key: unknown): key is ListKey {
  return (listKeys as readonly unknown[]).includes(key);
}

/**
 * What ids are of. Within a product an id is unique among those of its kind: those of the items of a list, the needs of personas, and the pains
 * of touchpoints together with the bottlenecks of the value chain.
 */
export const idKinds = ['personas', 'stages', 'touchpoints', 'surveys', 'features', 'metrics', 'needs', 'pains'] as const;
export type IdKind = (typeof idKinds)[number];

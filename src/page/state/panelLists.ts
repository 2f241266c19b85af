import type { Activity } from '../../document/format/model.ts';

/** What the product defines beside its features. */
export interface PanelLists {
  readonly personas: readonly SelectOption[];
  /** Oldest first. */
  readonly surveys: readonly SelectOption[];
  readonly stages: readonly PanelStage[];
  /** In journey order: by stage, then by place in the file. */
  readonly touchpoints: readonly PanelTouchpoint[];
  /** Those of Porter's activities that a touchpoint names, in Porter's order. */
  readonly activities: readonly PanelActivity[];
  readonly metrics: readonly PanelMetric[];
}

export interface SelectOption {
  readonly key: string;
  readonly name: string;
}

/** What is at stake over the open features at a place: see `JourneySums`. Numbers in the reader's language. */
export interface PanelSums {
  readonly mustBeGaps: number;
  readonly risk: string;
  readonly opportunity: string;
}

export interface PanelStage extends SelectOption, PanelSums {}

export interface PanelActivity extends SelectOption, PanelSums {
  readonly key: Activity;
}

export interface PanelTouchpoint extends SelectOption, PanelSums {
  /** Key of its stage; `null` where it has none, or one that is nowhere defined. */
  readonly stage: string | null;
  readonly channel: string | null;
  readonly activities: readonly Activity[];
  /** −2 to 2. */
  readonly emotion: number | null;
  readonly pains: readonly string[];
  readonly referral: boolean;
  /** Place by urgency, from 1. */
  readonly rank: number;
}

export interface PanelMetric extends SelectOption {
  /** The name of its touchpoint, empty for the whole product. */
  readonly touchpoint: string;
  readonly newest: string;
  readonly first: string;
  /** `+5 (+21 %)` */
  readonly change: string;
  /** `null` without a change, or where nobody said which way is better. */
  readonly improved: boolean | null;
  readonly target: string;
  /** What is still missing, or that the target is reached. */
  readonly toTarget: string;
  readonly reached: boolean | null;
  /** By date. */
  readonly readings: readonly { readonly date: string; readonly value: number; readonly text: string }[];
  readonly targetValue: number | null;
}

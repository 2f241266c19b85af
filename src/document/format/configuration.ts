import type { Product } from '../product.ts';
import { type AnalysisSettings, defaultAnalysisSettings } from './model.ts';

/** What `.kanorc.yaml` can set a problem code to. */
export const levels = ['off', 'hint', 'info', 'warning', 'error'] as const;
export type Level = (typeof levels)[number];

/** What the nearest `.kanorc.yaml` says, as far as it can be read. */
export interface Configuration {
  /** Levels by problem code; codes that are not there keep their default. */
  readonly rules: Readonly<Record<string, Level>>;
  /** How numbers are computed where a file does not say. */
  readonly analysis: Partial<AnalysisSettings>;
}

/** The name of the file, in any folder. */
export const configurationFileName = '.kanorc.yaml';

/** Where there is no such file. */
export const noConfiguration: Configuration = Object.freeze({ rules: Object.freeze({}), analysis: Object.freeze({}) });

/** How the numbers of a product are computed: as the opened file says, else its `.kanorc.yaml`, else as the format has it. */
export function settingsOf({ opened, configuration = noConfiguration }: Pick<Product, 'opened' | 'configuration'>): AnalysisSettings {
  return { ...defaultAnalysisSettings, ...configuration.analysis, ...opened.header.analysis };
}

/** Whether a path or URI is that of a configuration file. */
export function isConfigurationPath(path: string): boolean {
  return path.split(/[\\/]/).at(-1) === configurationFileName;
}

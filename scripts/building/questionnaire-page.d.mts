import type { Plugin } from 'esbuild';

export declare const questionnairePage: Plugin;

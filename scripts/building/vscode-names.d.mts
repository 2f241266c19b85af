import type { Plugin } from 'esbuild';

export declare const vscodeNames: Plugin;

import type { Plugin } from 'esbuild';

export declare const readOnlyYaml: Plugin;

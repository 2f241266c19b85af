import type { Plugin } from 'esbuild';

export declare const ownMarkdown: Plugin;

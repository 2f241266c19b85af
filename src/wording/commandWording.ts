import * as l10n from '@vscode/l10n';
import type { Severity } from '../rules/problem.ts';

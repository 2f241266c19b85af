import { answerText } from '../../terms/labels.ts';
import { locale } from '../../terms/language.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { answersHeading, answersHint, formTexts, questionnaireTitle } from '../../wording/questionnaireWording.ts';
import { type Markup, markup, trusted } from './markup.ts';
import { answerMeaning, introduction, type Questionnaire } from './questionnaire.ts';
import { questionnaireForm } from './questionnaireForm.ts';

/** What the page of a questionnaire consists of beside its content. Hashes are SHA-256 in base 64: nothing else may run or be applied. */
export interface PageParts {
  readonly script: string;
  readonly scriptHash: string;
  readonly styles: string;
  readonly stylesHash: string;
}

/** What a page says about itself that was written here. */
export const htmlMark = '<meta name="generator" content="kano questionnaire">';

/**
 * A questionnaire as one HTML file that works alone: it loads nothing, sends nothing, and saves the answers as a CSV file with the columns that
 * `kano import` reads. Ends with a line break.
 */
export function questionnaireHtml(questionnaire: Questionnaire, parts: PageParts): string {
  const title = questionnaireTitle(questionnaire.product);
  const page = markup`<!doctype html>
<html lang="${locale()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(parts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${trusted(htmlMark)}
<title>${title}</title>
<style>${trusted(parts.styles)}</style>
</head>
<body>
<main>
<header>
<h1>${title}</h1>
${introduction(questionnaire).map((text) => markup`<p>${text}</p>\n`)}<section class="meanings">
<h2>${answersHeading()}</h2>
<dl>
${meanings()}</dl>
<p>${answersHint()}</p>
</section>
<p id="without-script" class="note">${formTexts().withoutScript}</p>
</header>
${questionnaireForm(questionnaire)}
</main>
<script>${trusted(parts.script)}</script>
</body>
</html>
`;
  return page.html;
}

function policy({ scriptHash, stylesHash }: PageParts): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${scriptHash}'`,
    `style-src 'sha256-${stylesHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

function meanings(): readonly Markup[] {
  return answerKeys.map((answer) => markup`<div><dt>${answerText(answer)}</dt><dd>${answerMeaning(answer)}</dd></div>\n`);
}

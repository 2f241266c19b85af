import { script, sendingScript, styles } from 'kano:questionnaire-page';
import * as l10n from '@vscode/l10n';
import { answerText } from '../../terms/labels.ts';
import { locale } from '../../terms/language.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { type Markup, markup, trusted } from './markup.ts';
import { answerMeaning, answersTexts, introduction, type Questionnaire, questionnaireTitle } from './questionnaire.ts';
import { type Delivery, questionnaireForm } from './questionnaireForm.ts';

/** Marks a page that this command wrote. */
export const htmlMark = '<meta name="generator" content="kano questionnaire">';

/**
 * A questionnaire as one HTML file that works alone: it loads nothing, and saves the answers as a CSV file with the columns that
 * `kano import` reads. It sends nothing either, unless it is given an address for that. Ends with a line break.
 */
export function questionnaireHtml(questionnaire: Questionnaire, delivery: Delivery = {}): string {
  const title = questionnaireTitle(questionnaire.product);
  const answers = answersTexts();
  const page = markup`<!doctype html>
<html lang="${locale()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(delivery)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${trusted(htmlMark)}
<title>${title}</title>
<style>${trusted(styles.text)}</style>
</head>
<body>
<main>
<header>
<h1>${title}</h1>
${introduction(questionnaire).map((text) => markup`<p>${text}</p>\n`)}<section class="meanings">
<h2>${answers.heading}</h2>
<dl>
${meanings()}</dl>
<p>${answers.hint}</p>
</section>
<p id="without-script" class="note">${withoutScript()}</p>
</header>
${questionnaireForm(questionnaire, delivery)}
</main>
<script>${trusted(scriptOf(delivery).text)}</script>
</body>
</html>
`;
  return page.html;
}

function withoutScript(): string {
  return l10n.t(
    'This browser does not run the page’s script, so answers cannot be saved here. Print the page and fill it in on paper, or open it in another browser.',
  );
}

function scriptOf({ post }: Delivery) {
  return post ? sendingScript : script;
}

/** Nothing but these scripts and styles may load. */
function policy(delivery: Delivery): string {
  const { post } = delivery;
  return [
    "default-src 'none'",
    `script-src 'sha256-${scriptOf(delivery).hash}'`,
    `style-src 'sha256-${styles.hash}'`,
    // The path is left out: a policy compares it before redirections only.
    ...(post ? [`connect-src ${post.origin}`] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

function meanings(): readonly Markup[] {
  return answerKeys.map((answer) => markup`<div><dt>${answerText(answer)}</dt><dd>${answerMeaning(answer)}</dd></div>\n`);
}

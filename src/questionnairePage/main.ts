import { startForm } from './form.ts';

// The script of a page that sends nothing: it has no code for that.
const form = document.querySelector<HTMLFormElement>('#questionnaire');
if (form) startForm(form);

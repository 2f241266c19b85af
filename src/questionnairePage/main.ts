import { startForm } from './form.ts';

const form = document.querySelector<HTMLFormElement>('#questionnaire');
if (form) startForm(form);

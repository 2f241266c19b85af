import { startForm } from './form.ts';

// The script of a page that was given an address to send answers to.
const form = document.querySelector<HTMLFormElement>('#questionnaire');
if (form) startForm(form, sendAnswers);

/**
 * Sends answers to an address. Rejects where the server does not confirm them.
 * @throws an error with what the server answered, or with an empty message where none could be reached
 */
async function sendAnswers(address: string, csv: string): Promise<void> {
  // Plain text needs no question to the server before it (a preflight request), so a simple one is enough.
  const response = await fetch(address, {
    method: 'POST',
    body: csv,
    headers: { 'Content-Type': 'text/plain;charset=utf-8' },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).catch(() => {
    throw new Error('');
  });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
}

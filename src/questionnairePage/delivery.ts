import { fillIn } from '../base/fillIn.ts';

/** The answers of one person, as a file. */
export interface AnswersFile {
  readonly name: string;
  readonly csv: string;
}

/** Some mail programs cut longer addresses. */
const longestAddress = 1900;

/** Offers to share, mail and copy the answers that were saved, each where the device can. */
export function offerDelivery(form: HTMLFormElement, { name, csv }: AnswersFile): void {
  const share = form.querySelector<HTMLButtonElement>('#share');
  const mail = form.querySelector<HTMLAnchorElement>('#mail');
  const copy = form.querySelector<HTMLButtonElement>('#copy-answers');
  const copied = form.querySelector('#copied');
  const { to = '', mailAttach = '', copied: copiedText = '' } = form.dataset;

  const files = [new File([csv], name, { type: 'text/csv' })];
  if (share && canShare(files)) {
    share.hidden = false;
    // Who closes the list of programs wants to do nothing.
    share.onclick = () => void navigator.share({ files }).catch(() => {});
  }
  if (mail && to !== '') {
    mail.hidden = false;
    const whole = mailAddress(to, name, csv);
    mail.href = whole.length <= longestAddress ? whole : mailAddress(to, name, fillIn(mailAttach, name));
  }
  if (copy && copied) {
    copied.textContent = '';
    copy.onclick = async () => {
      await copyText(form, csv);
      copied.textContent = copiedText;
    };
  }
}

/** Makes the browser download a text as a file. */
export function saveFile({ name, csv }: AnswersFile): void {
  const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // Some browsers start reading after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function canShare(files: File[]): boolean {
  return 'canShare' in navigator && navigator.canShare({ files });
}

function mailAddress(to: string, subject: string, body: string): string {
  return `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/** Browsers that refuse the clipboard still copy what is selected. */
async function copyText(form: HTMLFormElement, csv: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(csv);
  } catch {
    form.querySelector<HTMLTextAreaElement>('#copy')?.select();
    document.execCommand('copy');
  }
}

/**
 * Writes a text as a comment on a pull request, or into the comment that it wrote before: `node comment.mjs FILE`. Part of action.yml, which
 * gives it KANO_PULL_REQUEST and KANO_TOKEN; the rest of the environment is GitHub's.
 */
import { readFile } from 'node:fs/promises';
import { shorten } from './shorten.mjs';

/** Not seen by readers; by it the comment is found again. */
const mark = '<!-- kano-diff -->';
/** Bytes; GitHub takes 65,536 characters. */
const longest = 65_000;

const { GITHUB_API_URL, GITHUB_REPOSITORY, KANO_PULL_REQUEST, KANO_TOKEN } = process.env;
const repository = `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}`;

try {
  const text = await readFile(process.argv[2] ?? '', 'utf8').catch(() => '');
  // Nothing to compare, or it failed: that step has said why.
  if (text.trim() !== '') await write(`${mark}\n${shorten(text, longest, 'comment')}`);
} catch (error) {
  // A pull request from a fork may not write comments. That is no reason to fail: the job's summary says the same.
  const reason = (error instanceof Error ? error.message : String(error)).replaceAll('%', '%25').replaceAll(/[\s\p{Cc}]+/gu, ' ');
  console.log(`::warning title=kano::The comment could not be written: ${reason}`);
}

/** @param {string} body */
async function write(body) {
  const known = await findComment();
  // Most pull requests change no requirements, and need nobody to tell them so.
  if (known === undefined && isNothing(body)) return;
  if (known === undefined) await call(`${repository}/issues/${KANO_PULL_REQUEST}/comments`, 'POST', { body });
  else if (known.body !== body) await call(`${repository}/issues/comments/${known.id}`, 'PATCH', { body });
}

/** @returns {Promise<{ id: number, body: string } | undefined>} The comment that was written before. */
async function findComment() {
  for (let page = 1; ; page++) {
    const comments = await call(`${repository}/issues/${KANO_PULL_REQUEST}/comments?per_page=100&page=${page}`, 'GET');
    const known = comments.find(isOurs);
    if (known) return known;
    if (comments.length < 100) return undefined;
  }
}

/**
 * Where nothing changed, and nothing has to be said besides, `kano diff` writes one line.
 *
 * @param {string} body
 */
function isNothing(body) {
  return body.slice(mark.length).trim().split('\n').length === 1;
}

/**
 * Anybody may write a comment that begins like ours: it counts from a program, or from somebody who may write here.
 *
 * @param {{ body?: string, user?: { type?: string }, author_association?: string }} comment
 */
function isOurs({ body = '', user, author_association: role = '' }) {
  return body.startsWith(mark) && (user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(role));
}

/**
 * @param {string} address
 * @param {'GET' | 'POST' | 'PATCH'} method
 * @param {object} [content]
 * @returns {Promise<any>} What GitHub answers.
 */
async function call(address, method, content) {
  const response = await fetch(address, {
    method,
    headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${KANO_TOKEN}`, 'x-github-api-version': '2022-11-28' },
    ...(content && { body: JSON.stringify(content) }),
  });
  if (!response.ok) throw new Error(`${method} ${new URL(address).pathname}: ${response.status} ${response.statusText}`);
  return response.json();
}

/**
 * Control characters (line breaks and tabs among them) and marks that turn the direction of writing: with them a name or a title could rewrite what a
 * reader sees on a terminal. For a set in a regular expression with the flag `u`.
 */
export const deceptiveCharacters = '\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069';

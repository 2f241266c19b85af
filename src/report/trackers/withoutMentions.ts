/** A text in which the name of a feature mentions nobody, refers to no other ticket and is neither HTML nor Markdown. */
export function withoutMentions(text: string): string {
  return text.replace(/[@#!&~%$^](?=[\p{L}\p{N}"_])/gu, '$&\u2060').replace(/[\\`*_[\]<>|]/g, '\\$&');
}

import { characterCodes } from './characterCodes.ts';
import { firstContent, isLineEnd } from './foldedLines.ts';

const { lineFeed, carriageReturn, space, hash, dash } = characterCodes;
const { doubleQuote, singleQuote, closeBracket, closeBrace } = characterCodes;

/** Goes from content to content of a text, and knows the empty lines and comments in between. */
export class ContentReader {
  protected readonly text: string;
  /** Where to read on. */
  protected offset = 0;
  /** The column of the next content that is first on its line; −1 at the end of the text. */
  protected column = -1;
  /** The rightmost column of the comments on lines of their own before that content that belong to no value; −1 without any. */
  protected commentColumn = -1;
  /** The leftmost column of the comments on lines of their own before that content. */
  protected leftmostComment = Number.POSITIVE_INFINITY;
  /** The end of the last value for the collection around it, with the comments that belong to it. */
  protected end = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether nothing but a comment follows on the line; then goes on to the next content of the collection at `column`. */
  protected endsLine(column: number): boolean {
    this.skipSpaces();
    if (!this.isAtLineEnd() && !this.isAtComment()) return false;
    this.toNextLine();
    this.end = this.offset;
    this.toContent(column);
    return true;
  }

  /**
   * From the beginning of a line past empty lines and comments. The first comments belong to the value before them, as long as they are right
   * of its collection at `column`.
   */
  protected toContent(column = Number.POSITIVE_INFINITY): void {
    this.commentColumn = -1;
    this.leftmostComment = Number.POSITIVE_INFINITY;
    while (this.offset < this.text.length) {
      const start = this.offset;
      this.skipSpaces();
      this.column = this.offset - start;
      const isComment = this.code() === hash;
      if (!isComment && !this.isAtLineEnd()) return;
      this.toNextLine();
      if (!isComment) continue;
      this.leftmostComment = Math.min(this.leftmostComment, this.column);
      if (this.column > column && this.commentColumn === -1) this.end = this.offset;
      else this.commentColumn = Math.max(this.commentColumn, this.column);
    }
    this.column = -1;
  }

  /**
   * Skips blanks and comments in a flow collection. False if a line of it is not right of `column`, where only the last closing bracket may
   * be.
   */
  protected skipBlanks(column: number, depth: number): boolean {
    this.skipSpaces();
    if (!this.isAtLineEnd() && !this.isAtComment()) return this.code() !== hash;
    this.toNextLine();
    this.toContent();
    if (this.column > column) return true;
    return this.column === column && depth === 1 && (this.code() === closeBrace || this.code() === closeBracket);
  }

  /** Whether there were any spaces. */
  protected skipSpaces(): boolean {
    const start = this.offset;
    this.offset = firstContent(this.text, start);
    return this.offset > start;
  }

  protected toNextLine(): void {
    const lineBreak = this.text.indexOf('\n', this.offset);
    this.offset = lineBreak === -1 ? this.text.length : lineBreak + 1;
  }

  protected isAtQuote(): boolean {
    return this.code() === doubleQuote || this.code() === singleQuote;
  }

  protected isAtDash(): boolean {
    const next = this.text.charCodeAt(this.offset + 1);
    return this.code() === dash && (next === space || next === lineFeed || next === carriageReturn);
  }

  /** Whether a comment begins here, after a space. */
  protected isAtComment(): boolean {
    return this.code() === hash && this.text.charCodeAt(this.offset - 1) === space;
  }

  protected isAtLineEnd(): boolean {
    return isLineEnd(this.text, this.offset);
  }

  protected code(): number {
    return this.text.charCodeAt(this.offset);
  }
}

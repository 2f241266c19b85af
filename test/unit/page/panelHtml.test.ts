import { describe, expect, it } from 'vitest';
import { panelHtml } from '../../../src/page/panelHtml.ts';

const options = {
  nonce: 'aB3xyz',
  scriptUri: 'https://file.example/dist/webview.js',
  styleUri: 'https://file.example/media/panel.css',
  cspSource: "'self' https://*.example",
  language: 'zh-cn',
  title: 'Kano: Web shop',
};

describe('the page', () => {
  it('allows our script and our styles, and nothing else', () => {
    const html = panelHtml(options);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'");
    expect(policy).toBe(
      "default-src 'none'; style-src 'self' https://*.example 'nonce-aB3xyz'; script-src 'nonce-aB3xyz'; font-src 'self' https://*.example; img-src 'self' https://*.example blob:",
    );
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<script nonce="aB3xyz" src="https://file.example/dist/webview.js">');
    expect(html).not.toMatch(/unsafe-|\sstyle=|\son\w+=/);
  });

  it('says its language', () => {
    expect(panelHtml(options)).toContain('<html lang="zh-cn">');
  });

  it('keeps hostile titles text', () => {
    expect(panelHtml({ ...options, title: '</title><script>alert(1)</script>' })).not.toContain('<script>alert');
  });
});

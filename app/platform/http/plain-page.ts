import type { Response } from 'express';
import words from '#app/i18n/locales/en-GB/errors.json' with { type: 'json' };

type Status = keyof typeof words.pages;

/**
 * A whole page for a request that never reaches the application. It is plain on purpose: it must
 * work when nothing else does.
 */
export function refuse(response: Response, status: number) {
  response.status(status).type('html').set('Cache-Control', 'no-store').send(plainPage(status));
}

export function plainPage(status: number): string {
  const page = words.pages[String(status) as Status] ?? words.pages[status < 500 ? '400' : '500'];
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${page.title}</title><link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/plain.css"></head><body><main><h1>${page.title}</h1><p>${page.say}</p><p><a href="/">${words.home}</a></p></main></body></html>`;
}

import express, { Router } from 'express';
import path from 'node:path';
import { notFound } from './not-found';

// Everything the page and the plugin load comes from here; a second origin would show in the browser's
// log, and fail the smoke run. The console allows the same to styles and eval.
const contentSecurityPolicy = [
  "default-src 'self'",
  "base-uri 'self'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
].join('; ');

/** The page's own files; every route of the page answers its index.html. */
export function hostPage(folder: string): Router {
  const router = Router();
  router.use('/static', express.static(path.join(folder, 'static')), notFound);
  router.get(['/', '/k8s/{*route}'], (_request, response) => {
    response.set({ 'Content-Security-Policy': contentSecurityPolicy, 'Cache-Control': 'no-store' });
    response.sendFile('index.html', { root: folder });
  });
  return router;
}

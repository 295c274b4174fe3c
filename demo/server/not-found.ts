import type { RequestHandler } from 'express';

/**
 * What the console's server answers for what it does not have. A missing chunk must be a 404 at once:
 * the page's index.html in its place would hide the fault.
 */
export const notFound: RequestHandler = (_request, response) => {
  response.status(404).type('text/plain').send('404 page not found\n');
};

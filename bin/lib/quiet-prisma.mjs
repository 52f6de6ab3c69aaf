// Inside a transaction Prisma reads related rows at once, on one connection. pg then warns, once and in
// words for programmers, that a later version will refuse it: nothing that whoever runs a command can
// mend. This one warning is kept from them, and no other.
const known = 'Calling client.query() when the client is already executing a query is deprecated';
const warn = process.emitWarning.bind(process);

process.emitWarning = (/** @type {any} */ warning, /** @type {any[]} */ ...more) => {
  if (!String(warning).includes(known)) warn(warning, ...more);
};

import { Transform } from 'node:stream';

/**
 * Drops zero bytes. React 18 fills up a piece of a page with them where a character of several bytes
 * does not fit its end any more; a browser shows them as question marks.
 */
export function withoutZeroBytes(): Transform {
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      done(null, piece.includes(0) ? piece.filter((byte) => byte !== 0) : piece);
    },
  });
}

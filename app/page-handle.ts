import type { PageWidth } from './components/page/page.tsx';
import type { PageReading } from './components/reading/reading.tsx';

/** What a route's `handle` may say of its page. */
export type PageHandle = {
  /** Ships the framework's script: manager pages only. */
  hydrates?: boolean;
  width?: PageWidth;
  /** No site header: nothing but the scene. */
  isQuiet?: boolean;
  /** The track of the page, read off its loader's data. */
  trackOf?: (data: unknown) => string | undefined;
  /** How the page is read, and how it can be, off its loader's data. */
  readingOf?: (data: unknown) => PageReading | undefined;
};

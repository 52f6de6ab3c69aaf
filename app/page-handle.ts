import type { PageWidth } from './components/page/page.tsx';

/** What a route's `handle` may say of its page. */
export type PageHandle = {
  /** Ships the framework's script: manager pages only. */
  hydrates?: boolean;
  width?: PageWidth;
  /** No site header: nothing but the scene. */
  isQuiet?: boolean;
  /** The track of the page, read off its loader's data. */
  trackOf?: (data: unknown) => string | undefined;
};

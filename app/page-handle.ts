/** What a route's `handle` may say of its page. */
export type PageHandle = {
  /** Ships the framework's script: manager pages only. */
  hydrates?: boolean;
  isWide?: boolean;
  /** No site header: nothing but the scene. */
  isQuiet?: boolean;
};

import 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** Unfolds a chat where script runs (enhance/thread.ts). React 18 passes `class` on as it is. */
      'message-thread': {
        class?: string;
        children?: ReactNode;
        'data-show-all'?: string;
      };
    }
  }
}

import { createContext, useContext } from 'react';

const NonceContext = createContext<string | undefined>(undefined);

export const NonceProvider = NonceContext.Provider;

/** The response's nonce while rendering on the server; browsers hide it, so there it is undefined. */
export function useNonce(): string | undefined {
  return useContext(NonceContext);
}

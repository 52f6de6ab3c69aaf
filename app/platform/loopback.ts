/** Whether a name or an address means this machine and no other. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    hostname === '::1' ||
    // The whole of it: 127.example.org is anybody's name.
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

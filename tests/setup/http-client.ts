/** A small browser without script: cookies, forms, and no following of redirects unless asked. */
export class HttpClient {
  readonly cookies = new Map<string, string>();

  constructor(readonly base: string) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.remember(
      await fetch(this.base + path, { headers: this.headers(headers), redirect: 'manual' }),
    );
  }

  async post(
    path: string,
    fields: [string, string][],
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const response = await fetch(this.base + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: this.headers(headers),
      redirect: 'manual',
    });
    return this.remember(response);
  }

  /** Steps into the shoes of a demo person. */
  async signIn(person: string): Promise<void> {
    const response = await this.post('/demo/sign-in', [['person', person]]);
    if (response.status !== 303) throw new Error(`Sign-in answered ${response.status}`);
  }

  private headers(extra: Record<string, string>): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { ...(cookie && { Cookie: cookie }), ...extra };
  }

  private remember(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      if (name === undefined) continue;
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value ?? '');
    }
    return response;
  }
}

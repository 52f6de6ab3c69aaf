import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink, LinkButton } from './components/button/button.tsx';
import styles from './components/index.css?url';
import { Row } from './components/layout/layout.tsx';
import { PageFrame, SiteHeader } from './components/page/page.tsx';
import type { PageReading } from './components/reading/reading.tsx';
import { Lead } from './components/text/text.tsx';
import learnerScript from './enhance/learner.ts?worker&url';
import { directionOf } from './i18n/i18n.ts';
import { InLevel } from './i18n/in-level.tsx';
import { sessionOf } from './modules/access/request-session.server.ts';
import { may, mayOnceProved, needsSecondFactor } from './modules/access/roles.ts';
import { useNonce } from './nonce.ts';
import type { PageHandle } from './page-handle.ts';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

/** Who is looking, for the header. A scene has no header, and so costs no second question. */
export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const isPlaying = new URL(request.url).pathname.startsWith('/attempts/');
  const session = isPlaying ? null : await sessionOf(request, services);
  return {
    isDemo: services.config.demo,
    who: session && {
      name: session.person.name,
      organisation: session.organisation.name,
      isWithheld: session.withheld.some(needsSecondFactor),
      mayPlay: may(session, 'attempts.play'),
      maySeeCompliance: mayOnceProved(session, 'compliance.view'),
      maySeePeople: mayOnceProved(session, 'people.view'),
      mayRunIt: mayOnceProved(session, 'contacts.change'),
    },
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation('errors');
  const nonce = useNonce();
  const handle = useHandle();
  const errorStatus = useErrorStatus();
  return (
    <html lang={i18n.language} dir={directionOf(i18n.language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        {errorStatus && <title>{t(`pages.${errorStatus}.title`)}</title>}
        {errorStatus === 503 && <meta httpEquiv="refresh" content="5" />}
        <Links />
      </head>
      <body>
        <Frame>{children}</Frame>
        {handle.hydrates && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
        <script type="module" src={learnerScript} nonce={nonce} />
      </body>
    </html>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  const { pathname, search } = useLocation();
  const data = useRouteLoaderData<typeof loader>('root');
  const handle = useHandle();
  const isError = useErrorStatus() !== null;
  const reading = useReading();
  const who = data?.who;
  const items = [
    { href: '/scenarios', label: t('nav.library') },
    ...(who?.mayPlay ? [{ href: '/records', label: t('nav.records') }] : []),
    ...(who?.maySeeCompliance ? [{ href: '/compliance', label: t('nav.compliance') }] : []),
    ...(who?.maySeePeople ? [{ href: '/people', label: t('nav.people') }] : []),
    ...(who?.mayRunIt ? [{ href: '/organisation', label: t('nav.organisation') }] : []),
    ...(data?.isDemo ? [{ href: '/demo', label: t('nav.demo') }] : []),
    ...(data && !who ? [{ href: '/sign-in', label: t('nav.signIn') }] : []),
  ].map((item) => ({ ...item, isCurrent: pathname === item.href }));
  return (
    <PageFrame
      // Help asked for on the help page keeps the way back to where it was first asked for.
      helpHref={
        pathname === '/help' ? `/help${search}` : `/help?from=${encodeURIComponent(pathname)}`
      }
      width={isError ? 'reading' : handle.width}
      track={useTrack()}
      reading={reading}
      note={data?.isDemo ? t('demoNote') : undefined}
      header={
        handle.isQuiet ? undefined : <SiteHeader items={items} who={who && <Who {...who} />} />
      }
    >
      <InLevel level={reading?.reading.level ?? 'standard'}>{children}</InLevel>
    </PageFrame>
  );
}

function Who({ name, organisation }: { name: string; organisation: string }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        {t('signedInAs', { name, organisation })} <a href="/account">{t('nav.account')}</a>
      </p>
      <form method="post" action="/sign-out">
        <LinkButton>{t('signOut')}</LinkButton>
      </form>
    </>
  );
}

/** What the page's route says of itself; the innermost route that says anything wins. */
function useHandle(): PageHandle {
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined);
  return Object.assign({}, ...handles);
}

/** The track that the page is of, which gives it its colour. */
function useTrack(): string | undefined {
  return useMatches().flatMap(
    ({ handle, data }) => (handle as PageHandle | undefined)?.trackOf?.(data) ?? [],
  )[0];
}

/** How the page is read; nothing where that is the same for everybody. */
function useReading(): PageReading | undefined {
  return useMatches().flatMap(
    ({ handle, data }) => (handle as PageHandle | undefined)?.readingOf?.(data) ?? [],
  )[0];
}

export default function App() {
  return <Outlet />;
}

/** A page for what went wrong, with a way on. While the database is away it asks again by itself. */
export function ErrorBoundary() {
  const { t } = useTranslation('errors');
  const status = useErrorStatus() ?? 500;
  const { pathname } = useLocation();
  const isWithheld = useRouteLoaderData<typeof loader>('root')?.who?.isWithheld ?? false;
  if (status === 403 && isWithheld) return <Withheld />;
  return (
    <>
      <h1>{t(`pages.${status}.title`)}</h1>
      <Lead>{t(`pages.${status}.say`)}</Lead>
      <Row>
        {status >= 500 ? (
          <ButtonLink href={pathname}>{t('again')}</ButtonLink>
        ) : (
          <ButtonLink href="/scenarios">{t('library')}</ButtonLink>
        )}
        <a href="/">{t('home')}</a>
      </Row>
    </>
  );
}

/** A role that waits for a second step says so, whatever was refused. */
function Withheld() {
  const { t } = useTranslation('errors');
  return (
    <>
      <h1>{t('pages.403.title')}</h1>
      <Lead>{t('pages.403.withheld')}</Lead>
      <Row>
        <ButtonLink href="/account/second-factor">{t('pages.403.setUp')}</ButtonLink>
        <a href="/">{t('home')}</a>
      </Row>
    </>
  );
}

const shownStatuses = [400, 403, 404, 405, 500, 503] as const;

/** The status of the page that stands for an error; `null` when there is none. */
function useErrorStatus() {
  const error = useRouteError();
  if (error === undefined || error === null) return null;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return shownStatuses.find((shown) => shown === status) ?? 500;
}

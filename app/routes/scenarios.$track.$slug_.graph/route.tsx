import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { GraphOutline } from '#app/components/graph/graph-outline.tsx';
import { GraphPicture } from '#app/components/graph/graph-picture.tsx';
import { Section } from '#app/components/layout/layout.tsx';
import { Aside, Kicker, Lead } from '#app/components/text/text.tsx';
import { chooseLocale } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { openPicture } from '#app/modules/scenarios/graph/picture.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { findingIn, sizeIn, sizes } from './schema.ts';

export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'scenarios.draw');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const shown = findingIn(request.url);
  const picture = await openPicture(services, session, `${params.track}/${params.slug}`, {
    locale,
    shown,
  });
  if (!picture) throw new Response(null, { status: 404 });
  return { picture, shown, size: sizeIn(request.url) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.picture.title }];
export const handle: PageHandle = { width: 'wide' };

export default function GraphPage() {
  const { t } = useTranslation('graph');
  const { picture, shown, size } = useLoaderData<typeof loader>();
  return (
    <>
      <Kicker>{t('version', { number: picture.number })}</Kicker>
      <h1>{picture.title}</h1>
      <Lead>{t('lead')}</Lead>
      <p>
        <a href={`/scenarios/${picture.id}`}>{t('back')}</a>
      </p>
      {picture.findings.length > 0 && (
        <Section id="findings" title={t('findings')}>
          <Aside>{t('findingsHint')}</Aside>
          <ol>
            {picture.findings.map(({ rule, message, path }, index) => (
              <li key={`${rule} ${message} ${path.join()}`}>
                <a
                  href={addressOf(size, index)}
                  aria-current={index === shown ? 'true' : undefined}
                >
                  {rule}
                </a>
                {': '}
                {message}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section id="picture" title={t('picture')}>
        <Aside>{t('pictureHint')}</Aside>
        <GraphPicture
          {...picture.drawing}
          label={picture.title}
          description={picture.description}
          sizesLabel={t('sizes.label')}
          sizes={sizes.map((name) => ({
            name,
            label: t(`sizes.${name}`),
            href: addressOf(name, shown),
            isChosen: name === size,
          }))}
        />
      </Section>
      <Section id="outline" title={t('outline')}>
        <Aside>{t('outlineHint')}</Aside>
        <GraphOutline
          items={picture.outline}
          words={{
            starts: t('starts'),
            tags: t('tags'),
            leadsTo: t('leadsTo'),
          }}
        />
      </Section>
    </>
  );
}

function addressOf(size: string, finding: number | null): string {
  return `?size=${size}${finding === null ? '' : `&finding=${finding}`}#picture`;
}

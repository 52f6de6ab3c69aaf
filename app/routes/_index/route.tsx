import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Field, Fields } from '#app/components/field/field.tsx';
import { Hero } from '#app/components/hero/hero.tsx';
import { Grid, Row, Section } from '#app/components/layout/layout.tsx';
import { Aside } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { sessionOf } from '#app/modules/access/request-session.server.ts';
import { listCards } from '#app/modules/scenarios/cards.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { tracks } from '#scenarios/kit/vocabulary.ts';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const t = wordsIn(locale, 'common');
  const cards = await listCards(services, { locale, level: 'standard' });
  return {
    title: `${t('product')}: ${t('landing.pageTitle')}`,
    isDemo: services.config.demo,
    shelves: tracks.map((track) => ({
      track,
      isFilled: cards.some((card) => card.track === track),
    })),
    isSignedIn: (await sessionOf(request, services)) !== null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide' };

export default function Landing() {
  const { t } = useTranslation();
  const { isDemo, isSignedIn, shelves } = useLoaderData<typeof loader>();
  return (
    <>
      <Hero
        title={t('landing.title')}
        lead={t('landing.lead')}
        preview={{
          says: t('landing.preview.says'),
          who: t('landing.preview.who'),
          look: t('landing.preview.look'),
        }}
      >
        <Row>
          <ButtonLink href="/scenarios">{t('landing.primary')}</ButtonLink>
          {isDemo && (
            <ButtonLink href="/demo" look="quiet">
              {t('landing.demo')}
            </ButtonLink>
          )}
        </Row>
      </Hero>
      <Section id="tracks" title={t('landing.tracks.title')}>
        <Grid>
          {shelves.map(({ track, isFilled }) => (
            <Card
              key={track}
              level={3}
              track={track}
              title={t(`tracks.${track}.short`)}
              foot={
                isFilled ? (
                  <a href={`/scenarios?track=${track}`}>{t(`landing.tracks.${track}.go`)}</a>
                ) : (
                  <a href="/help?from=/">{t('landing.tracks.help')}</a>
                )
              }
            >
              <p>{t(`landing.tracks.${track}.text`)}</p>
              {!isFilled && <Aside>{t('landing.tracks.none')}</Aside>}
            </Card>
          ))}
        </Grid>
      </Section>
      <Grid>
        <Card title={t('landing.join.title')}>
          <p>{t('landing.join.text')}</p>
          <form action="/join">
            <Fields>
              <Field id="code" label={t('landing.join.label')} maxLength={20} isCode />
              <Row>
                <Button look="quiet">{t('landing.join.go')}</Button>
              </Row>
            </Fields>
          </form>
        </Card>
        {!isSignedIn && (
          <Card
            title={t('landing.signIn.title')}
            foot={
              <ButtonLink href="/sign-in" look="quiet">
                {t('landing.signIn.go')}
              </ButtonLink>
            }
          >
            <p>{t('landing.signIn.text')}</p>
          </Card>
        )}
      </Grid>
      <Section id="how" title={t('landing.how.title')}>
        <Grid>
          {(['play', 'why', 'record'] as const).map((step) => (
            <Card key={step} level={3} title={t(`landing.how.${step}.title`)}>
              <p>{t(`landing.how.${step}.text`)}</p>
            </Card>
          ))}
        </Grid>
      </Section>
    </>
  );
}

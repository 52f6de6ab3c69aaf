import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { allExamples } from '#app/components/all-examples.ts';
import { findExample } from '#app/components/examples.ts';
import { Section } from '#app/components/layout/layout.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import type { PageHandle } from '#app/page-handle.ts';

/** An example that is as good as a page, with nothing else of a page around it. */
export function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const example = findExample(allExamples, params.example);
  if (!services.config.showsComponents || !example?.isWholePage)
    throw new Response(null, { status: 404 });
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const { name } = example;
  return { slug: params.example, title: wordsIn(locale, 'components')('exampleTitle', { name }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide', isQuiet: true };

export default function ExamplePage() {
  const { t } = useTranslation('components');
  const { slug } = useLoaderData<typeof loader>();
  return (
    <>
      {findExample(allExamples, slug)?.render()}
      <Section id="all-components" title={t('title')}>
        <p>
          <a href="/components">{t('back')}</a>
        </p>
      </Section>
    </>
  );
}

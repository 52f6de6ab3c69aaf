import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { allExamples } from '#app/components/all-examples.ts';
import { Gallery } from '#app/components/gallery/gallery.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import type { PageHandle } from '#app/page-handle.ts';

/** For those who make Signpost; nobody else finds anything here. */
export function loader({ request, context: { services } }: LoaderFunctionArgs) {
  if (!services.config.showsComponents) throw new Response(null, { status: 404 });
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  return { title: wordsIn(locale, 'components')('title') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide' };

export default function ComponentsPage() {
  const { t } = useTranslation('components');
  return (
    <>
      <h1>{t('title')}</h1>
      <Lead>{t('lead')}</Lead>
      <Gallery groups={allExamples} />
    </>
  );
}

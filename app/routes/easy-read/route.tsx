import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Stack } from '#app/components/layout/layout.tsx';
import type { PageReading } from '#app/components/reading/reading.tsx';
import { Ideas } from '#app/components/text/blocks.tsx';
import { wordsIn } from '#app/i18n/i18n.ts';
import { safeNext } from '#app/modules/access/request-session.server.ts';
import { readerOf } from '#app/modules/inclusion/reading.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import type { ReadingLevel } from '#scenarios/kit/vocabulary.ts';

export async function loader(args: LoaderFunctionArgs) {
  args.context.leaveNoLine?.();
  const { locale, level } = await readerOf(args);
  return {
    title: wordsIn(locale, 'reading')('page.title'),
    back: safeNext(new URL(args.request.url).searchParams.get('from')),
    wanted: level,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = {
  readingOf: (data) => (data ? readingOf(data as Data) : undefined),
};

type Data = { back: string | null; wanted: ReadingLevel };

/** The page is easy text itself. From here somebody can always go back to standard text. */
function readingOf({ back, wanted }: Data): PageReading {
  const hasBoth = wanted === 'easy';
  return { reading: { level: 'easy', wanted, hasBoth }, here: back ?? '/scenarios' };
}

const parts = ['what', 'untested', 'tell', 'private'] as const;

/** What Easy Read is, that nobody has tested it yet, and whom to tell. It is easy text itself. */
export default function EasyReadPage() {
  const { t } = useTranslation('reading');
  const { back } = useLoaderData<typeof loader>();
  return (
    <>
      {back && (
        <p>
          <a href={back}>{t('page.back')}</a>
        </p>
      )}
      <h1>{t('page.title')}</h1>
      <Stack>
        {parts.map((part) => (
          <Card key={part} id={part} title={t(`page.${part}.title`)}>
            <Ideas text={t(`page.${part}.text`)} />
          </Card>
        ))}
        <Card id="symbols" title={t('page.symbols.title')}>
          <p lang="en">{t('page.symbols.text')}</p>
          <p>
            <a href="https://openmoji.org" rel="noreferrer">
              {t('page.symbols.project')}
            </a>
          </p>
          <p>
            <a href="https://creativecommons.org/licenses/by-sa/4.0/" rel="noreferrer">
              {t('page.symbols.licence')}
            </a>
          </p>
        </Card>
      </Stack>
    </>
  );
}

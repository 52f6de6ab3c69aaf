import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '#app/components/button/button.tsx';
import { Field } from '#app/components/field/field.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';

const codeSchema = z
  .string()
  .transform((code) => code.replaceAll(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9]{4,8}$/));

/** Where a room code is typed. A code that opens no room is answered here, with what to do. */
export function loader({ request }: LoaderFunctionArgs) {
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const typed = new URL(request.url).searchParams.get('code')?.trim().slice(0, 20) ?? '';
  const code = codeSchema.safeParse(typed);
  return {
    title: wordsIn(locale, 'common')('join.title'),
    typed,
    problem: typed === '' ? null : code.success ? ('unknown' as const) : ('unreadable' as const),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function JoinPage() {
  const { t } = useTranslation();
  const { typed, problem } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('join.title')}</h1>
      <Lead>{t('join.lead')}</Lead>
      {problem && (
        <Notice tone="care" role="alert">
          <p>{t(`join.${problem}`, { code: typed.toUpperCase() })}</p>
        </Notice>
      )}
      <form>
        <Stack>
          <Field
            id="code"
            label={t('join.label')}
            hint={t('join.hint')}
            defaultValue={typed}
            maxLength={20}
            isCode
          />
          <Row>
            <Button>{t('join.go')}</Button>
          </Row>
        </Stack>
      </form>
      <p>
        {t('join.alone')} <a href="/scenarios">{t('join.library')}</a>
      </p>
    </>
  );
}

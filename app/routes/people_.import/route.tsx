import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { CheckField, Field } from '#app/components/field/field.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { readUpload } from '#app/modules/people/import-file.server.ts';
import { readStaffList } from '#app/modules/people/import-list.server.ts';
import { sayFileProblem } from '#app/modules/people/import-said.ts';
import { MappingFields } from './mapping-fields.tsx';
import { Needs } from './needs.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  await requirePermission(request, services, 'people.import');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  return { title: wordsIn(locale, 'import')('title') };
}

export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const session = await requirePermission(request, services, 'people.import');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const t = wordsIn(locale, 'import');
  const sent = await readUpload(request);
  const { mapping, leaversAreAbsent } = sent;
  const typed = { mapping, leaversAreAbsent, headers: null };
  if ('problem' in sent) {
    const status = sent.problem === 'too-large' ? 413 : 400;
    return data({ ...typed, problems: [t(`upload.${sent.problem}`)] }, status);
  }
  if (!(await services.limits.allows('import', session.organisation.id)))
    return data({ ...typed, problems: [t('upload.too-often')] }, 429);
  const read = await readStaffList(services, session, sent);
  if ('id' in read) return redirect(`/people/import/${read.id}`, 303);
  const named = read.problem === 'headers' ? read : null;
  return data(
    {
      leaversAreAbsent,
      mapping: { ...named?.columns, ...mapping },
      headers: named?.headers ?? null,
      problems: sayFileProblem(read, locale),
    },
    read.problem === 'too-large' ? 413 : 400,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ImportPage() {
  const { t } = useTranslation('import');
  const failed = useActionData<typeof action>();
  const problems = failed?.problems ?? [];
  return (
    <>
      <p>
        <a href="/people">{t('back')}</a>
      </p>
      <h1>{t('title')}</h1>
      <Lead>{t('lead')}</Lead>
      <ErrorSummary
        title={t('refused')}
        problems={problems.map((text) => ({ id: failed?.headers ? 'columns' : 'file', text }))}
      />
      <form method="post" encType="multipart/form-data">
        <Stack>
          {failed?.headers && <MappingFields headers={failed.headers} mapping={failed.mapping} />}
          <Field
            id="file"
            type="file"
            accept=".csv,text/csv,text/plain"
            label={t('form.file')}
            hint={t('form.fileHint')}
            problem={failed && !failed.headers ? problems[0] : undefined}
            isRequired
          />
          <CheckField
            id="absent"
            label={t('form.absent')}
            hint={t('form.absentHint')}
            defaultChecked={failed?.leaversAreAbsent ?? false}
          />
          <Row>
            <Button>{t('form.send')}</Button>
          </Row>
        </Stack>
      </form>
      <Needs />
    </>
  );
}

import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Disclosure } from '#app/components/disclosure/disclosure.tsx';
import { Field, Fields, SelectField } from '#app/components/field/field.tsx';
import { OnScreen, Row } from '#app/components/layout/layout.tsx';
import type { CompliancePage } from '#app/modules/compliance/presenter.ts';
import { sorts, standings } from '#app/modules/compliance/standing.ts';

/** Everything is in the address, so that a view can be kept, sent and printed. Works without script. */
export function Filters({ page }: { page: CompliancePage }) {
  const { t } = useTranslation('compliance');
  const { filter, asAt, today, isFiltered, problems } = page;
  const isSet = isFiltered || asAt !== today || filter.sort !== 'name' || problems.length > 0;
  const groupNames = page.groups.flatMap(({ name }) => name ?? []);
  return (
    <OnScreen>
      <Disclosure
        key={`${asAt}${JSON.stringify(filter)}`}
        summary={t('filter.title')}
        isOpen={isSet}
      >
        <Form method="get" aria-label={t('filter.title')}>
          <Fields>
            <Field id="name" label={t('filter.name')} defaultValue={filter.name} maxLength={100} />
            <SelectField
              id="group"
              label={t('filter.group')}
              defaultValue={filter.group}
              any={t('filter.any')}
              options={groupNames.map((group) => ({ value: group, label: group }))}
            />
            <SelectField
              id="status"
              label={t('filter.status')}
              defaultValue={filter.status}
              any={t('filter.any')}
              options={standings.map((value) => ({ value, label: t(`status.${value}`) }))}
            />
            <SelectField
              id="sort"
              label={t('filter.sort')}
              defaultValue={filter.sort}
              options={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
            />
            <Field
              id="asAt"
              type="date"
              label={t('filter.asAt')}
              hint={t('filter.asAtHint')}
              max={today}
              defaultValue={asAt === today ? '' : asAt}
            />
            <Row>
              <Button>{t('filter.apply')}</Button>
              <Link to="/compliance">{t('filter.clear')}</Link>
            </Row>
          </Fields>
        </Form>
      </Disclosure>
    </OnScreen>
  );
}

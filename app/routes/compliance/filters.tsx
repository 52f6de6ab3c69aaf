import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { CompliancePage } from '#app/modules/compliance/presenter.ts';
import { sorts, standings } from '#app/modules/compliance/standing.ts';

/** Everything is in the address, so that a view can be kept, sent and printed. Works without script. */
export function Filters({ page }: { page: CompliancePage }) {
  const { t } = useTranslation('compliance');
  const { filter, asAt, today, groups } = page;
  return (
    <Form method="get" key={`${asAt}${JSON.stringify(filter)}`} aria-label={t('filter.title')}>
      <div className="filters">
        <div className="field">
          <label htmlFor="asAt">{t('filter.asAt')}</label>
          <p className="hint" id="asAt-hint">
            {t('filter.asAtHint')}
          </p>
          <input
            type="date"
            id="asAt"
            name="asAt"
            max={today}
            defaultValue={asAt === today ? '' : asAt}
            aria-describedby="asAt-hint"
          />
        </div>
        <div className="field">
          <label htmlFor="name">{t('filter.name')}</label>
          <input
            id="name"
            name="name"
            defaultValue={filter.name}
            maxLength={100}
            autoComplete="off"
          />
        </div>
        <Choice
          name="group"
          label={t('filter.group')}
          value={filter.group}
          any={t('filter.any')}
          options={groups.map((group) => ({ value: group, label: group }))}
        />
        <Choice
          name="status"
          label={t('filter.status')}
          value={filter.status}
          any={t('filter.any')}
          options={standings.map((standing) => ({
            value: standing,
            label: t(`status.${standing}`),
          }))}
        />
        <Choice
          name="sort"
          label={t('filter.sort')}
          value={filter.sort}
          options={sorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
        />
        <p className="row">
          <button type="submit" className="button">
            {t('filter.apply')}
          </button>
          <Link to="/compliance">{t('filter.clear')}</Link>
        </p>
      </div>
    </Form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string;
  any?: string;
  options: { value: string; label: string }[];
};

function Choice({ name, label, value, any, options }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Fields, SelectField } from '#app/components/field/field.tsx';
import type { Mapping } from '#app/modules/people/import/headers.ts';
import { columnNames } from '#app/modules/people/import/problems.ts';

type Props = { headers: string[]; mapping: Mapping };

/** Where the names of columns tell too little: which of them is which. */
export function MappingFields({ headers, mapping }: Props) {
  const { t } = useTranslation('import');
  const options = [...new Set(headers)].map((header) => ({ value: header, label: header }));
  return (
    <Card id="columns" title={t('map.title')}>
      <p>{t('map.text')}</p>
      <Fields>
        {columnNames.map((column) => (
          <SelectField
            key={column}
            id={column}
            label={t(`columns.${column}`)}
            any={t('map.none')}
            defaultValue={mapping[column] ?? ''}
            options={options}
          />
        ))}
      </Fields>
    </Card>
  );
}

import { useTranslation } from 'react-i18next';
import { LinkButton } from '../button/button.tsx';
import type { Example } from '../examples.ts';
import { SiteHeader } from './page.tsx';

function Header({ who }: { who?: { name: string; organisation: string } }) {
  const { t } = useTranslation();
  const items = [
    { href: '/components', label: t('nav.library'), isCurrent: true },
    { href: '/components#component-card', label: t('nav.records'), isCurrent: false },
    { href: '/components#component-table', label: t('nav.compliance'), isCurrent: false },
  ];
  return (
    <>
      <SiteHeader
        items={items}
        who={
          who && (
            <>
              <p>{t('signedInAs', who)}</p>
              <LinkButton>{t('signOut')}</LinkButton>
            </>
          )
        }
      />
      <h1>The page below it</h1>
    </>
  );
}

export const examples: Example[] = [
  { name: 'Header, nobody signed in', isWholePage: true, render: () => <Header /> },
  {
    name: 'Header, somebody signed in',
    isWholePage: true,
    render: () => <Header who={{ name: 'Sam Example', organisation: 'Bean Street School' }} />,
  },
  {
    name: 'Header, long names',
    isWholePage: true,
    render: () => (
      <Header
        who={{
          name: 'Wilhelmina-Alexandrina Wordsworth-Longfellow',
          organisation: 'The School behind the Library in Upper and Lower Bean Street',
        }}
      />
    ),
  },
];

import type { SerializeFrom } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Aside, Lead } from '#app/components/text/text.tsx';
import { Parts } from '../privacy/parts.tsx';
import { Kept } from './kept.tsx';
import type { staffFacts } from './staff-facts.server.ts';
import { WhomToAsk } from './whom-to-ask.tsx';

export type StaffFacts = SerializeFrom<typeof staffFacts>;

export function StaffNotice({ facts }: { facts: StaffFacts }) {
  const { t } = useTranslation('privacyNotice');
  const said = { organisation: facts.organisation ?? t('yourOrganisation') };
  return (
    <>
      <Lead>{t('staff.lead', said)}</Lead>
      <Stack>
        {facts.isDemo && (
          <Notice title={t('staff.demo.title')}>
            <p>{t('staff.demo.text')}</p>
          </Notice>
        )}
        <Aside>{facts.organisation ? t('staff.inForce', said) : t('staff.usual')}</Aside>
        <Kept facts={facts} />
        <Parts parts={t('staff.parts', { ...said, returnObjects: true })} />
        {facts.organisation && (
          <p>
            <ButtonLink href="/account" look="quiet">
              {t('staff.account')}
            </ButtonLink>
          </p>
        )}
        <WhomToAsk facts={facts} />
      </Stack>
    </>
  );
}

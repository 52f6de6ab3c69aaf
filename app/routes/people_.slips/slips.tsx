import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Slip, Slips, SlipValue } from '#app/components/slip/slip.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { loader } from './route.tsx';

type Shown = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['slips']>[number];

/** The slips themselves: all that goes on paper. */
export function ForEverybody() {
  const { slips } = useLoaderData<typeof loader>();
  return (
    <Slips>
      {slips?.map((slip) => (
        <ForOne key={slip.id} slip={slip} />
      ))}
    </Slips>
  );
}

function ForOne({ slip }: { slip: Shown }) {
  const { t } = useTranslation('people');
  const { organisation, timeZone } = useLoaderData<typeof loader>();
  const { dateAt } = useDates(timeZone);
  const { name, until, needsSecondStep, camera } = slip;
  const last = needsSecondStep ? [{ key: 'second', content: t('slips.secondStep') }] : [];
  return (
    <Slip
      from={t('slips.from', { organisation })}
      name={name}
      steps={[...useSteps(slip), { key: 'password', content: t('slips.password') }, ...last]}
      foot={t('slips.foot', { name, until: dateAt(until) })}
      camera={camera ? { src: camera, alt: t('slips.cameraAlt', { name }) } : undefined}
    />
  );
}

function useSteps({ way }: Shown) {
  const { t } = useTranslation('people');
  const { origin } = useLoaderData<typeof loader>();
  if ('link' in way)
    return [{ key: 'go', content: <SlipValue label={t('slips.open')} value={way.link} /> }];
  return [
    {
      key: 'go',
      content: <SlipValue label={t('slips.address')} value={`${origin}/sign-in`} />,
    },
    {
      key: 'in',
      content: (
        <>
          {t('slips.signIn')}
          <SlipValue label={t('slips.login')} value={way.login} isCode />
          <SlipValue label={t('slips.code')} value={way.code} isCode />
        </>
      ),
    },
  ];
}

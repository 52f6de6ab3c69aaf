import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#app/components/button/button.tsx';
import { CheckField } from '#app/components/field/field.tsx';
import { Figures, Verdict } from '#app/components/figures/figures.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { OnScreen, Row, Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Aside } from '#app/components/text/text.tsx';
import { countKeys } from './count-keys.ts';
import { Problems, Steps } from './lists.tsx';
import type { action, loader } from './route.tsx';

/** What a staff list would do, to be confirmed or thrown away. */
export function Planned() {
  const { t } = useTranslation('import');
  const { counts, plan, isExpired } = useLoaderData<typeof loader>();
  const isUnsure = useActionData<typeof action>()?.isUnsure ?? false;
  if (!plan) return null;
  const { people } = plan;
  return (
    <Stack>
      <ErrorSummary
        title={t('plan.unsure')}
        problems={
          isUnsure ? [{ id: 'leavers', text: t('plan.leavers', { count: counts.left }) }] : []
        }
      />
      {plan.hasChanged && (
        <Notice tone="care" role="alert" title={t('plan.changed')}>
          <p>{t('plan.changedText')}</p>
        </Notice>
      )}
      <Verdict
        title={people === 0 ? t('plan.headline.none') : t('plan.headline.some', { count: people })}
        tone={counts.problems + counts.left > 0 ? 'care' : 'good'}
      >
        <p>
          {t(
            people > 0
              ? 'plan.look'
              : counts.unchanged > 0
                ? 'plan.nothing'
                : 'plan.nothingReadable',
          )}
        </p>
        <Figures
          figures={countKeys.map((key) => ({
            key,
            label: t(`counts.${key}`),
            value: counts[key],
            tone: key === 'problems' || key === 'left' ? 'care' : 'plain',
            href: key === 'unchanged' || counts[key] === 0 ? undefined : `#${key}`,
          }))}
        />
      </Verdict>
      {plan.isAbsenceUnclear && (
        <Notice tone="care" title={t('plan.unclear')}>
          <p>{t('plan.unclearText')}</p>
        </Notice>
      )}
      {isExpired && (
        <Notice tone="care" title={t('plan.expired')}>
          <p>{t('plan.expiredText')}</p>
        </Notice>
      )}
      {plan.lists.map(({ kind, lines }) => (
        <Steps key={kind} kind={kind} lines={lines} count={counts[kind]} />
      ))}
      <Problems />
      {plan.ignoredHeaders.length > 0 && (
        <Aside>{t('plan.ignored', { headers: plan.ignoredHeaders.join(', ') })}</Aside>
      )}
      <Decide mayApply={people > 0 && !isExpired} />
    </Stack>
  );
}

function Decide({ mayApply }: { mayApply: boolean }) {
  const { t } = useTranslation('import');
  const { left } = useLoaderData<typeof loader>().counts;
  return (
    <OnScreen>
      <form method="post">
        <Stack>
          {mayApply && left > 0 && (
            <CheckField
              id="leavers"
              label={t('plan.leavers', { count: left })}
              hint={t('plan.leaversHint')}
              value={`${left}`}
            />
          )}
          <Row>
            {mayApply && (
              <Button name="intent" value="apply">
                {t('plan.apply')}
              </Button>
            )}
            {!mayApply && <ButtonLink href="/people/import">{t('again')}</ButtonLink>}
            <Button name="intent" value="discard" look="quiet">
              {t('plan.discard')}
            </Button>
          </Row>
        </Stack>
      </form>
    </OnScreen>
  );
}

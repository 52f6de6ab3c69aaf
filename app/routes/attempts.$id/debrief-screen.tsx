import { useTranslation } from 'react-i18next';
import { Beside, OnScreen, Section } from '#app/components/layout/layout.tsx';
import { Meters } from '#app/components/meters/meters.tsx';
import { Path } from '#app/components/path/path.tsx';
import { RuleList } from '#app/components/rule-list/rule-list.tsx';
import { Tag, type Tone } from '#app/components/tag/tag.tsx';
import { Ideas } from '#app/components/text/blocks.tsx';
import { Aside } from '#app/components/text/text.tsx';
import type { AttemptPage, Debrief, DebriefStep } from '#app/modules/attempts/presenter.ts';
import { meterRange, meters, type Rating } from '#scenarios/kit/vocabulary.ts';
import { Support } from './support.tsx';
import { TryForm } from './try-form.tsx';
import { Verdict } from './verdict.tsx';

const tones: Record<Rating, Tone> = { recommended: 'good', workable: 'plain', harmful: 'care' };

/** After the ending: whether it counts, whom to tell, and the path with a way to try each moment again. */
export function DebriefScreen({ page, debrief }: { page: AttemptPage; debrief: Debrief }) {
  const { t } = useTranslation('play');
  const { rating, title } = page.view;
  const { track } = page.scenario;
  const showsGrades = track !== 'young-people';
  const isForStaff = track === 'staff';
  return (
    <>
      {showsGrades && rating && (
        <p>
          <Tag tone={tones[rating]}>{t(`ending.ratings.${rating}`)}</Tag>
        </p>
      )}
      <Beside side={page.support && <Support support={page.support} />}>
        <Verdict page={page} debrief={debrief} />
      </Beside>
      <Beside
        side={
          showsGrades && (
            <Section id="meters" title={t('debrief.meters.title')}>
              <Meters
                names={meters}
                start={debrief.startMeters}
                steps={debrief.steps.filter((step) => step.why.length > 0)}
                top={meterRange.max}
              />
            </Section>
          )
        }
      >
        <Section id="path" title={t('debrief.title')}>
          <Ideas text={t('debrief.lead')} look="aside" />
          <Path
            steps={debrief.steps}
            ending={title}
            showsGrades={showsGrades}
            renderActions={(step) => <StepActions step={step} rootId={debrief.rootId} />}
          />
        </Section>
      </Beside>
      {debrief.rules.length > 0 && (
        <Section id="rules" title={t('debrief.rulesTitle')}>
          <Ideas
            text={t(isForStaff ? 'debrief.rulesLead' : 'debrief.rulesLeadPlain')}
            look="aside"
          />
          <RuleList rules={debrief.rules} showsSources={isForStaff} />
        </Section>
      )}
      {/* A page on the family’s printer tells of whoever printed it. */}
      {track !== 'young-people' && (
        <OnScreen>
          <Aside>{t('debrief.print')}</Aside>
        </OnScreen>
      )}
    </>
  );
}

function StepActions({ step, rootId }: { step: DebriefStep; rootId: string }) {
  const { t } = useTranslation('play');
  return (
    <>
      {step.clearing === 'cleared' && <p>{t('ending.cleared')}</p>}
      {step.canTryFrom && (
        <TryForm
          rootId={rootId}
          from={step.step}
          label={t('debrief.tryFrom')}
          about={step.title}
          look="link"
        />
      )}
    </>
  );
}

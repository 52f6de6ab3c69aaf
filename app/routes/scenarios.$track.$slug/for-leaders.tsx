import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Field } from '#app/components/field/field.tsx';
import { LinedList } from '#app/components/lined-list/lined-list.tsx';

type ForLeadersProps = {
  id: string;
  /** The story that a group is led through. */
  guideOf: string;
  mayLead: boolean;
  mayDraw: boolean;
  mayReview: boolean;
  mayApprove: boolean;
  /** Where a newsletter leads to: the short version for home. */
  newsletter: string | null;
};

/** What learners do not see: the guide, the script, the picture, and what to print in a newsletter. */
export function ForLeaders({ id, guideOf, newsletter, ...may }: ForLeadersProps) {
  const { t } = useTranslation(['library', 'graph', 'review']);
  const links = [
    ...(may.mayLead
      ? [{ href: `/scenarios/${guideOf}/guide`, label: t('lead.guide'), hint: t('lead.guideHint') }]
      : []),
    ...(may.mayReview
      ? [
          {
            href: `/scenarios/${id}/review`,
            label: t(may.mayApprove ? 'review:linkLead' : 'review:link'),
            hint: t('lead.reviewHint'),
          },
        ]
      : []),
    ...(may.mayDraw
      ? [{ href: `/scenarios/${id}/graph`, label: t('graph:link'), hint: t('lead.graphHint') }]
      : []),
  ];
  if (links.length === 0) return null;
  return (
    <Card title={t('lead.title')}>
      <LinedList>
        {links.map(({ href, label, hint }) => (
          <li key={href}>
            <p>
              <a href={href}>{label}</a>
            </p>
            <p>{hint}</p>
          </li>
        ))}
      </LinedList>
      {newsletter && (
        <Field
          id="newsletter"
          label={t('lead.newsletter')}
          hint={t('lead.newsletterHint')}
          defaultValue={newsletter}
          isReadOnly
        />
      )}
    </Card>
  );
}

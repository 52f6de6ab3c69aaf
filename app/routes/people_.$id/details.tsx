import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import type { PersonProblem } from '#app/modules/people/person-form.ts';
import { PersonFields, type Typed } from '../people_.new/person-fields.tsx';
import type { ActProblem } from './answer.server.ts';
import type { loader } from './route.tsx';

type Props = { typed?: Typed; problem?: ActProblem };

/** What is held about a person, to be corrected. */
export function Details({ typed, problem }: Props) {
  const { t } = useTranslation('people');
  const { person, account, invitation, groups } = useLoaderData<typeof loader>();
  const known: Typed = {
    name: person.name,
    email: person.email ?? '',
    staffNumber: person.staffNumber ?? '',
    groups: person.groups.join('; '),
  };
  const emailHint = account
    ? t(account.login ? 'details.emailOfAccount' : 'details.emailOfOther', account)
    : t(invitation ? 'details.emailOfInvitation' : 'form.emailHint');
  return (
    <Card title={t('details.title')}>
      <form method="post">
        <Stack>
          <PersonFields
            typed={typed ?? known}
            problem={typed && (problem as PersonProblem | undefined)}
            groups={groups}
            emailHint={emailHint}
          />
          <Row>
            <Button name="intent" value="change">
              {t('form.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}

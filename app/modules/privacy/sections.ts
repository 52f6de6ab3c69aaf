import { isAuditKind } from '../audit/kinds.ts';
import { sentenceOf } from '../audit/sentence.ts';
import { factSections } from './fact-sections.ts';
import type { PersonExport } from './person-export.ts';
import { playSections } from './play-sections.ts';
import { fieldsOf, pairs, type Reader, readerIn, type Section, table } from './tables.ts';

/** The parts of a copy as a reader finds them, in words. */
export function sectionsOf(copy: PersonExport, locale: string): Section[] {
  const reader = readerIn(locale, copy.organisation.timeZone);
  return [
    ...whoSections(copy, reader),
    ...factSections(copy, reader),
    ...signingInSections(copy, reader),
    ...playSections(copy, reader),
    auditSection(copy, reader),
  ];
}

function whoSections({ person, account }: PersonExport, { t, at }: Reader): Section[] {
  const { name, email, staffNumber, createdAt, erasedAt } = person;
  const yesNo = (value: boolean) => t(`yesNo.${value}`);
  return [
    {
      title: t('sections.person'),
      tables: [
        pairs(t, [
          ['name', name || t('erasedName')],
          ['email', email],
          ['staffNumber', staffNumber],
          ['createdAt', at(createdAt)],
          ['erasedAt', at(erasedAt)],
        ]),
      ],
    },
    {
      title: t('sections.account'),
      tables: account
        ? [
            pairs(t, [
              ['email', account.email],
              ['username', account.username],
              ['isVerified', yesNo(account.isVerified)],
              ['hasPassword', yesNo(account.hasPassword)],
              ['hasSecondFactor', yesNo(account.hasSecondFactor)],
            ]),
          ]
        : [],
    },
  ];
}

function signingInSections(copy: PersonExport, { t, at }: Reader): Section[] {
  const { invitations, sessions, imports } = copy;
  return [
    {
      title: t('sections.invitations'),
      tables: table(
        fieldsOf(t, ['madeAt', 'sentBy', 'expiresAt', 'usedAt', 'withdrawnAt']),
        invitations.map((one) => [
          at(one.createdAt),
          one.sentBy === 'mail' ? t('sentBy.mail') : t('sentBy.hand'),
          ...[one.expiresAt, one.usedAt, one.withdrawnAt].map(at),
        ]),
      ),
    },
    {
      title: t('sections.sessions'),
      tables: table(
        fieldsOf(t, ['signedInAt', 'device', 'lastSeenAt', 'endedAt']),
        sessions.map((one) => [
          at(one.createdAt),
          one.device,
          ...[one.lastSeenAt, one.endedAt].map(at),
        ]),
      ),
    },
    {
      title: t('sections.imports'),
      tables: table(
        fieldsOf(t, ['madeAt', 'state']),
        imports.map((one) => [at(one.createdAt), t(`importStates.${one.state}`)]),
      ),
    },
  ];
}

function auditSection({ person, audit }: PersonExport, { t, at, locale }: Reader): Section {
  const name = person.name || t('erasedName');
  const rows = audit.map(({ isActor, isAbout, ...entry }) => [
    at(entry.recordedAt),
    sentenceOf(
      {
        ...entry,
        at: entry.recordedAt,
        kind: isAuditKind(entry.kind) ? entry.kind : 'unknown',
        actor: { name: isActor ? name : t('somebodyElse') },
        isByServer: false,
        about: { name: isAbout ? name : t('somebodyElse') },
      },
      locale,
    ),
    entry.number,
  ]);
  return {
    title: t('sections.audit'),
    note: t('audit.note', { name }),
    tables: table(fieldsOf(t, ['at', 'happened', 'number']), rows),
  };
}

import { wordsIn } from '#app/i18n/i18n.ts';
import { addDays } from '#app/platform/clock/dates.ts';
import { isRole } from '../access/roles.ts';
import { isSlot } from '../people/contact-slots.ts';
import type { PersonExport } from './person-export.ts';
import { fieldsOf, type Reader, type Section, type Table, table } from './tables.ts';

type Fact = PersonExport['employment'][number];
type Column<F> = { column: string; valueOf(fact: F): string };

/** When somebody worked here, as what and with whom, and where they stand by name. */
export function factSections(copy: PersonExport, reader: Reader): Section[] {
  const { employment, roles, groups } = copy;
  const { t } = reader;
  const roleWords = wordsIn(reader.locale, 'people');
  return [
    { title: t('sections.employment'), tables: facts(employment, reader) },
    {
      title: t('sections.roles'),
      tables: facts(roles, reader, {
        column: t('fields.role'),
        valueOf: ({ role }) => (isRole(role) ? roleWords(`roles.${role}`) : role),
      }),
    },
    {
      title: t('sections.groups'),
      tables: facts(groups, reader, {
        column: t('fields.group'),
        valueOf: ({ group }) => group,
      }),
    },
    contactsSection(copy, reader),
    approvalsSection(copy, reader),
  ];
}

function contactsSection({ contacts }: PersonExport, { t, at, locale }: Reader): Section {
  const slotWords = wordsIn(locale, 'organisation');
  return {
    title: t('sections.contacts'),
    note: byName(contacts, t),
    tables: table(
      fieldsOf(t, ['contact', 'name', 'phone', 'email', 'recordedAt', 'replacedAt']),
      contacts.map((one) => [
        isSlot(one.slot) ? slotWords(`slots.${one.slot}.name`) : one.slot,
        one.name ?? '',
        one.phone ?? '',
        one.email ?? '',
        at(one.recordedAt),
        at(one.replacedAt),
      ]),
    ),
  };
}

function approvalsSection({ approvals }: PersonExport, reader: Reader): Section {
  const { t } = reader;
  return {
    title: t('sections.approvals'),
    note: byName(approvals, t),
    tables: facts(approvals, reader, {
      column: t('fields.scenario'),
      valueOf: ({ title, version, signedAs }) => {
        const signed = t('versionOf', { title, version });
        return signedAs === null ? signed : t('signedAs', { signed, role: signedAs });
      },
    }),
  };
}

function byName(found: unknown[], t: Reader['t']): string {
  return found.length > 0 ? t('byName') : `${t('none')} ${t('byName')}`;
}

/** Facts with both times. One that another took the place of says so, and stays. */
function facts<F extends Fact>(list: F[], { t, at, on }: Reader, more?: Column<F>): Table[] {
  const rows = list.map((fact) => {
    const replacing = list.find(({ supersedes }) => supersedes === fact.id);
    return [
      ...(more ? [more.valueOf(fact)] : []),
      on(fact.effectiveFrom),
      lastDayOf(fact, { t, on }),
      at(fact.recordedAt),
      at(replacing?.recordedAt ?? null),
    ];
  });
  const names = fieldsOf(t, ['from', 'to', 'recordedAt', 'replacedAt']);
  return table([...(more ? [more.column] : []), ...names], rows);
}

/** The day that ends a fact is the first that it does not hold on. */
function lastDayOf({ effectiveFrom, effectiveTo }: Fact, { t, on }: Pick<Reader, 't' | 'on'>) {
  if (effectiveTo === null) return '';
  return effectiveTo > effectiveFrom ? on(addDays(effectiveTo, -1)) : t('neverHeld');
}

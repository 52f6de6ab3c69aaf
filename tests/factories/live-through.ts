import { randomUUID } from 'node:crypto';
import { hashToken } from '#app/modules/access/session.server.ts';
import { startPractice } from '#app/modules/attempts/start.server.ts';
import { beginAttempt, newestVersion, takeSteps, walkthrough } from './attempt.ts';
import { createPerson, type TestServices } from './organisation.ts';

/** An organisation in which every kind of fact has happened. */
export async function liveThrough(services: TestServices, organisationId: string) {
  const { prisma } = services.database;
  const version = await newestVersion(services);
  const person = await createPerson(services.database, {}, organisationId);
  const place = { scenarioOrganisationId: version.organisationId };
  const base = { organisationId, effectiveFrom: new Date('2025-09-01') };
  const group = await prisma.staffGroup.create({ data: { organisationId, name: 'Teaching' } });
  await prisma.staffGroupMembership.create({
    data: { ...base, personId: person.id, staffGroupId: group.id },
  });
  await prisma.term.create({
    data: { ...base, name: 'Autumn', effectiveTo: new Date('2025-12-19') },
  });
  await prisma.invitation.create({
    data: {
      organisationId,
      personId: person.id,
      email: 'invited@example.org',
      tokenHash: hashToken(randomUUID()),
      sentBy: 'hand',
      expiresAt: new Date('2025-09-15'),
    },
  });
  await prisma.staffImport.create({
    data: { organisationId, createdById: person.id, counts: {} },
  });
  // Before the first link, where it proves what none proves.
  await prisma.chainCheckpoint.create({
    data: { organisationId, chain: 'audit', seq: 0, hash: new Uint8Array(32), removed: 0 },
  });
  await prisma.contact.create({ data: { ...base, slot: 'dsl', name: 'Nasreen Malik' } });
  await prisma.routeConfirmation.create({
    data: {
      ...base,
      route: 'childline',
      verdict: 'right',
      details: 'as it was',
      auditEventId: randomUUID(),
    },
  });
  await prisma.approval.create({
    data: { ...base, ...place, scenarioVersionId: version.id, approverName: 'Nasreen Malik' },
  });
  await prisma.requirement.create({
    data: { ...base, ...place, scenarioId: version.scenarioId, daysToComplete: 30 },
  });
  const who = await beginAttempt(services, person);
  const path = walkthrough('Good path, the signs noticed');
  const bell = path.findIndex(([choice]) => choice === 'go.together');
  const late = path.map((values, step) => (step === bell ? ['at.lunch'] : values));
  late.splice(bell + 1, 0, ['turn.away']);
  await takeSteps(services, who, late);
  const practice = (await startPractice(services, who.session, who.id, bell)) ?? '';
  await takeSteps(services, { token: who.token, id: practice }, [['go.together']], bell);
}

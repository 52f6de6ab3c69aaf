-- What an organisation has found on the operators' own pages about national routes to help: a route is
-- right, or it is wrong. Who looked stands in the audit, beside the event: their name can go there.

-- CreateTable
CREATE TABLE "route_confirmations" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "route" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "audit_event_id" UUID NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedes" UUID,

    CONSTRAINT "route_confirmations_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "route_confirmations_organisation_id_supersedes_key" ON "route_confirmations"("organisation_id", "supersedes");

-- AddForeignKey
ALTER TABLE "route_confirmations" ADD CONSTRAINT "route_confirmations_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE route_confirmations ADD CONSTRAINT route_confirmations_verdict
  CHECK (verdict IN ('right', 'wrong'));
ALTER TABLE route_confirmations ADD CONSTRAINT route_confirmations_period
  CHECK (effective_to IS NULL OR effective_to >= effective_from);
ALTER TABLE route_confirmations ADD CONSTRAINT route_confirmations_supersedes
  FOREIGN KEY (organisation_id, supersedes) REFERENCES route_confirmations (organisation_id, id);
CREATE TRIGGER facts_stay BEFORE UPDATE OR DELETE ON route_confirmations
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Both walls, as for every table that has rows of an organisation (0004).
ALTER TABLE route_confirmations ENABLE ROW LEVEL SECURITY;
ALTER TABLE route_confirmations FORCE ROW LEVEL SECURITY;
CREATE POLICY app_in_scope ON route_confirmations TO signpost_app
  USING (organisation_id = ANY ((SELECT signpost_scope())::uuid[]));
CREATE POLICY owner_works ON route_confirmations TO CURRENT_USER USING (true);
CREATE POLICY jobs_work ON route_confirmations TO signpost_jobs USING (true);
GRANT SELECT ON route_confirmations TO signpost_app, signpost_jobs;
GRANT INSERT ON route_confirmations TO signpost_app;

-- What was found last of each route, as {"childline": {"verdict": "right", "details": …}}.
CREATE FUNCTION standing_routes(organisation_id_ uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE today date := day_at(organisation_id_, now());
BEGIN
  RETURN (SELECT coalesce(jsonb_object_agg(r.route, jsonb_build_object(
      'verdict', r.verdict, 'details', r.details) ORDER BY r.recorded_at, r.id), '{}')
    FROM route_confirmations r
    WHERE r.organisation_id = organisation_id_
      AND r.effective_from <= today
      AND (r.effective_to IS NULL OR r.effective_to > today)
      AND NOT EXISTS (SELECT FROM route_confirmations n
        WHERE n.organisation_id = r.organisation_id AND n.supersedes = r.id));
END $$;

-- As in 0003, with the organisation's nation, by which words differ. An ending names routes to help.
CREATE OR REPLACE FUNCTION open_attempt(token_hash_ bytea, attempt_id_ uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  who record;
  a attempts%ROWTYPE;
  root_id uuid;
BEGIN
  SELECT * INTO who FROM session_person(token_hash_);
  IF NOT FOUND THEN RETURN '{"found": "no-session"}'; END IF;
  SELECT * INTO a FROM attempts t
    WHERE t.organisation_id = who.organisation_id AND t.id = attempt_id_ AND t.person_id = who.person_id;
  IF NOT FOUND THEN RETURN '{"found": "nothing"}'; END IF;
  root_id := coalesce(a.practice_of, a.id);
  RETURN jsonb_build_object(
    'found', 'attempt',
    'organisationId', a.organisation_id,
    'nation', (SELECT o.nation FROM organisations o WHERE o.id = a.organisation_id),
    'personId', a.person_id,
    'versionOrganisationId', a.scenario_organisation_id,
    'versionId', a.scenario_version_id,
    'practiceOf', a.practice_of,
    'practiceFrom', a.practice_from,
    'steps', a.steps,
    'snapshot', a.snapshot,
    'graveSteps', to_jsonb(a.grave_steps),
    'ended', a.ended_at IS NOT NULL,
    'last', (SELECT to_jsonb(e.values) FROM attempt_events e
      WHERE e.organisation_id = a.organisation_id AND e.attempt_id = a.id AND e.step = a.steps - 1),
    'texts', standing_texts(a.scenario_organisation_id, a.scenario_version_id),
    'contacts', standing_contacts(a.organisation_id),
    'routes', CASE WHEN a.ended_at IS NULL THEN '{}' ELSE standing_routes(a.organisation_id) END,
    'events', CASE WHEN a.practice_of IS NULL THEN attempt_events_of(a.organisation_id, a.id)
      ELSE attempt_events_of(a.organisation_id, a.practice_of, a.practice_from)
        || attempt_events_of(a.organisation_id, a.id) END,
    'clearedSteps', (SELECT coalesce(jsonb_agg(c.step ORDER BY c.step), '[]') FROM attempt_clearings c
      WHERE c.organisation_id = a.organisation_id AND c.attempt_id = root_id),
    'root', (SELECT jsonb_build_object('id', r.id, 'rating', r.rating, 'graveSteps', to_jsonb(r.grave_steps))
      FROM attempts r WHERE r.organisation_id = a.organisation_id AND r.id = root_id),
    'completionId', (SELECT s.completion_id FROM completion_subjects s
      WHERE s.organisation_id = a.organisation_id AND s.attempt_id = root_id)
  );
END $$;

REVOKE EXECUTE ON FUNCTION standing_routes(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION standing_routes(uuid) TO signpost_app, signpost_jobs;

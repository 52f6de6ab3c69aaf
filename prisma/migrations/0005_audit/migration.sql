-- What was done in an organisation, by whom and about whom: a hash chain like that of completions.

-- CreateTable
CREATE TABLE "audit_events" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "subject_digest" BYTEA NOT NULL,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "audit_subjects" (
    "organisation_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "actor_id" UUID,
    "about_id" UUID,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "audit_subjects_pkey" PRIMARY KEY ("organisation_id","event_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_events_organisation_id_seq_key" ON "audit_events"("organisation_id", "seq");

-- CreateIndex
CREATE INDEX "audit_subjects_organisation_id_actor_id_idx" ON "audit_subjects"("organisation_id", "actor_id");

-- CreateIndex
CREATE INDEX "audit_subjects_organisation_id_about_id_idx" ON "audit_subjects"("organisation_id", "about_id");

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_subjects" ADD CONSTRAINT "audit_subjects_organisation_id_event_id_fkey" FOREIGN KEY ("organisation_id", "event_id") REFERENCES "audit_events"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_subjects" ADD CONSTRAINT "audit_subjects_organisation_id_actor_id_fkey" FOREIGN KEY ("organisation_id", "actor_id") REFERENCES "people"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_subjects" ADD CONSTRAINT "audit_subjects_organisation_id_about_id_fkey" FOREIGN KEY ("organisation_id", "about_id") REFERENCES "people"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE audit_events ADD CONSTRAINT audit_events_seq CHECK (seq > 0);
CREATE TRIGGER facts_stay BEFORE UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Both walls, as for every table that has rows of an organisation (0004).
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_events', 'audit_subjects'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY app_in_scope ON %I TO signpost_app
      USING (organisation_id = ANY ((SELECT signpost_scope())::uuid[]))', name);
    EXECUTE format('CREATE POLICY owner_works ON %I TO CURRENT_USER USING (true)', name);
    EXECUTE format('CREATE POLICY jobs_work ON %I TO signpost_jobs USING (true)', name);
    EXECUTE format('GRANT SELECT ON %I TO signpost_app, signpost_jobs', name);
    EXECUTE format('GRANT INSERT ON %I TO signpost_app', name);
  END LOOP;
END $$;

-- The text that a link of the audit chain hashes, built from the row alone.
CREATE FUNCTION audit_link_text(e audit_events) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT concat_ws(E'\n', 'signpost audit 1', e.organisation_id, e.seq, e.id, e.kind, e.details,
    to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    encode(e.subject_digest, 'hex'))
$$;

-- Adds an event to the organisation's audit chain: a salted digest in the chain, the people beside it.
CREATE FUNCTION record_audit(
  organisation_id_ uuid, kind_ text, actor_id_ uuid, about_id_ uuid, details_ jsonb
) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  head chain_heads%ROWTYPE;
  e audit_events%ROWTYPE;
  salt_ bytea := decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
BEGIN
  INSERT INTO chain_heads VALUES (organisation_id_, 'audit', 0, decode(repeat('00', 32), 'hex'))
    ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM chain_heads h
    WHERE h.organisation_id = organisation_id_ AND h.chain = 'audit' FOR UPDATE;
  e.organisation_id := organisation_id_;
  e.id := gen_random_uuid();
  e.seq := head.seq + 1;
  e.kind := kind_;
  e.details := details_;
  -- The clock and not the transaction's start: behind the lock it follows the numbers.
  e.recorded_at := clock_timestamp();
  e.subject_digest := sha256(salt_
    || convert_to(concat_ws(E'\n', coalesce(actor_id_::text, '-'), coalesce(about_id_::text, '-')), 'UTF8'));
  e.previous_hash := head.hash;
  e.hash := sha256(e.previous_hash || convert_to(audit_link_text(e), 'UTF8'));
  INSERT INTO audit_events SELECT (e).*;
  INSERT INTO audit_subjects VALUES (organisation_id_, e.id, actor_id_, about_id_, salt_);
  UPDATE chain_heads h SET seq = e.seq, hash = e.hash
    WHERE h.organisation_id = organisation_id_ AND h.chain = 'audit';
  RETURN e.id;
END $$;

-- Ends a session and says so in the audit of its organisation.
DROP FUNCTION end_session(bytea, timestamptz);
CREATE FUNCTION end_session(token_hash_ bytea, now_ timestamptz) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH ended AS (
    UPDATE sessions SET ended_at = now_ WHERE token_hash = token_hash_ AND ended_at IS NULL
    RETURNING organisation_id, person_id)
  SELECT record_audit(organisation_id, 'sign-out', person_id, NULL, '{}') FROM ended
$$;

REVOKE EXECUTE ON FUNCTION audit_link_text(audit_events), end_session(bytea, timestamptz),
  record_audit(uuid, text, uuid, uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_link_text(audit_events), end_session(bytea, timestamptz),
  record_audit(uuid, text, uuid, uuid, jsonb) TO signpost_app, signpost_jobs;

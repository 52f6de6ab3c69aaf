-- What is held of a person ends: at once where they ask for it, by itself when its time has passed.

-- CreateTable
CREATE TABLE "chain_checkpoints" (
    "organisation_id" UUID NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "removed" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chain_checkpoints_pkey" PRIMARY KEY ("organisation_id","chain","seq")
);

ALTER TABLE chain_checkpoints ADD CONSTRAINT chain_checkpoints_removed
  CHECK (removed BETWEEN 0 AND seq);
CREATE TRIGGER facts_stay BEFORE UPDATE OR DELETE ON chain_checkpoints
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Both walls, as for every table that has rows of an organisation (0004).
ALTER TABLE chain_checkpoints ENABLE ROW LEVEL SECURITY;
ALTER TABLE chain_checkpoints FORCE ROW LEVEL SECURITY;
CREATE POLICY app_in_scope ON chain_checkpoints TO signpost_app
  USING (organisation_id = ANY ((SELECT signpost_scope())::uuid[]));
CREATE POLICY owner_works ON chain_checkpoints TO CURRENT_USER USING (true);
CREATE POLICY jobs_work ON chain_checkpoints TO signpost_jobs USING (true);
GRANT SELECT ON chain_checkpoints TO signpost_app, signpost_jobs;

-- Facts are never changed, and deleted by the two functions below alone: they name the tables in a
-- setting for as long as they work. Without the right to delete, which only the owner has, the setting
-- is worth nothing.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
    AND TG_TABLE_NAME = ANY (string_to_array(current_setting('signpost.forgets', true), ' '))
  THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'Rows of % are facts: they are added and superseded, never changed', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- Erases who somebody is and how they played. The facts stay, about nobody, so that what was reported
-- of a past day still is what it was. Returns the user who is nobody anywhere any more, if it is one.
CREATE FUNCTION erase_person(organisation_id_ uuid, person_id_ uuid) RETURNS boolean LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE p people%ROWTYPE;
BEGIN
  IF organisation_id_ = ANY (signpost_scope()) IS NOT TRUE THEN
    RAISE EXCEPTION 'Organisation % is not in scope', organisation_id_
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO p FROM people t
    WHERE t.organisation_id = organisation_id_ AND t.id = person_id_ AND t.erased_at IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;

  DELETE FROM sessions s WHERE s.organisation_id = organisation_id_ AND s.person_id = person_id_;
  DELETE FROM invitations i WHERE i.organisation_id = organisation_id_ AND i.person_id = person_id_;
  -- Applied later, a plan that was made before would bring the name back.
  DELETE FROM staff_imports i WHERE i.organisation_id = organisation_id_ AND i.state = 'planned'
    AND position(person_id_::text IN i.plan::text) > 0;

  PERFORM set_config('signpost.forgets', 'attempt_events attempt_clearings', true);
  -- How it ended and where a practice began tell how somebody played, as the snapshot does.
  UPDATE attempts a SET snapshot = '{"erased": true}', steps = 0, grave_steps = '{}',
      practice_from = 0, ended_at = NULL, rating = NULL
    WHERE a.organisation_id = organisation_id_ AND a.person_id = person_id_;
  DELETE FROM attempt_clearings c USING attempts a
    WHERE a.organisation_id = organisation_id_ AND a.person_id = person_id_
      AND c.organisation_id = a.organisation_id AND c.attempt_id = a.id;
  DELETE FROM attempt_events e USING attempts a
    WHERE a.organisation_id = organisation_id_ AND a.person_id = person_id_
      AND e.organisation_id = a.organisation_id AND e.attempt_id = a.id;
  PERFORM set_config('signpost.forgets', '', true);

  UPDATE people t SET name = '', sort_name = '', email = NULL, staff_number = NULL, user_id = NULL,
      erased_at = now()
    WHERE t.organisation_id = organisation_id_ AND t.id = person_id_;
  -- Who is a person nowhere else has no account any more.
  DELETE FROM users u WHERE u.id = p.user_id
    AND NOT EXISTS (SELECT FROM people q WHERE q.user_id = u.id)
    AND NOT EXISTS (SELECT FROM sessions s WHERE s.user_id = u.id);
  RETURN true;
END $$;

-- The people of an organisation whose last known employment ended before a day. A day that was typed
-- wrong can be put right for a month: until then nobody goes.
CREATE FUNCTION people_gone_since(organisation_id_ uuid, before_ date, now_ timestamptz)
RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(g.person_id), '{}') FROM (
    SELECT e.person_id FROM employment_spells e
    LEFT JOIN employment_spells n ON n.organisation_id = e.organisation_id AND n.supersedes = e.id
    WHERE e.organisation_id = organisation_id_
    GROUP BY e.person_id
    -- Where an organisation has closed, nobody works any more.
    HAVING (bool_and(n.id IS NOT NULL OR coalesce(e.effective_to < before_, false))
        OR (SELECT o.closed_at < before_ FROM organisations o WHERE o.id = organisation_id_))
      AND max(e.recorded_at) < now_ - interval '30 days'
  ) g
$$;

-- Removes people and all that is about them. The links of the chains stay, about nobody.
CREATE FUNCTION remove_people(organisation_id_ uuid, people_ uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  attempts_ uuid[] := ARRAY(SELECT a.id FROM attempts a
    WHERE a.organisation_id = organisation_id_ AND a.person_id = ANY (people_));
  users_ uuid[] := ARRAY(SELECT p.user_id FROM people p
    WHERE p.organisation_id = organisation_id_ AND p.id = ANY (people_));
BEGIN
  DELETE FROM completion_subjects s
    WHERE s.organisation_id = organisation_id_ AND s.person_id = ANY (people_);
  DELETE FROM attempt_clearings c
    WHERE c.organisation_id = organisation_id_ AND c.attempt_id = ANY (attempts_);
  DELETE FROM attempt_events e
    WHERE e.organisation_id = organisation_id_ AND e.attempt_id = ANY (attempts_);
  DELETE FROM attempts a WHERE a.organisation_id = organisation_id_ AND a.id = ANY (attempts_);
  DELETE FROM employment_spells e
    WHERE e.organisation_id = organisation_id_ AND e.person_id = ANY (people_);
  DELETE FROM role_memberships r
    WHERE r.organisation_id = organisation_id_ AND r.person_id = ANY (people_);
  DELETE FROM staff_group_memberships m
    WHERE m.organisation_id = organisation_id_ AND m.person_id = ANY (people_);
  DELETE FROM people p WHERE p.organisation_id = organisation_id_ AND p.id = ANY (people_);
  DELETE FROM users u WHERE u.id = ANY (users_)
    AND NOT EXISTS (SELECT FROM people p WHERE p.user_id = u.id)
    AND NOT EXISTS (SELECT FROM sessions s WHERE s.user_id = u.id);
END $$;

-- Removes the beginning of a chain, up to the first link that is about somebody or is younger, and
-- leaves a checkpoint in its place. The lock on the head keeps links from being added meanwhile.
CREATE FUNCTION prune_completions(organisation_id_ uuid, before_ timestamptz, now_ timestamptz)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  first_kept bigint;
  last completions%ROWTYPE;
  removed_ bigint;
BEGIN
  PERFORM FROM chain_heads h
    WHERE h.organisation_id = organisation_id_ AND h.chain = 'completions' FOR UPDATE;
  first_kept := (SELECT c.seq FROM completions c
    WHERE c.organisation_id = organisation_id_
      AND (c.recorded_at >= before_ OR EXISTS (SELECT FROM completion_subjects s
        WHERE s.organisation_id = c.organisation_id AND s.completion_id = c.id))
    ORDER BY c.seq LIMIT 1);
  SELECT * INTO last FROM completions c
    WHERE c.organisation_id = organisation_id_ AND (first_kept IS NULL OR c.seq < first_kept)
    ORDER BY c.seq DESC LIMIT 1;
  IF NOT FOUND THEN RETURN 0; END IF;
  DELETE FROM completions c WHERE c.organisation_id = organisation_id_ AND c.seq <= last.seq;
  GET DIAGNOSTICS removed_ = ROW_COUNT;
  INSERT INTO chain_checkpoints
    VALUES (organisation_id_, 'completions', last.seq, last.hash, removed_, now_);
  RETURN removed_;
END $$;

-- The same for the audit, whose entries may be about nobody from the start.
CREATE FUNCTION prune_audit(organisation_id_ uuid, before_ timestamptz, now_ timestamptz)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  first_kept bigint;
  last audit_events%ROWTYPE;
  removed_ bigint;
BEGIN
  PERFORM FROM chain_heads h
    WHERE h.organisation_id = organisation_id_ AND h.chain = 'audit' FOR UPDATE;
  first_kept := (SELECT e.seq FROM audit_events e
    WHERE e.organisation_id = organisation_id_
      AND (e.recorded_at >= before_ OR EXISTS (SELECT FROM audit_subjects s
        WHERE s.organisation_id = e.organisation_id AND s.event_id = e.id
          AND (s.actor_id IS NOT NULL OR s.about_id IS NOT NULL)))
    ORDER BY e.seq LIMIT 1);
  SELECT * INTO last FROM audit_events e
    WHERE e.organisation_id = organisation_id_ AND (first_kept IS NULL OR e.seq < first_kept)
    ORDER BY e.seq DESC LIMIT 1;
  IF NOT FOUND THEN RETURN 0; END IF;
  DELETE FROM audit_subjects s USING audit_events e
    WHERE e.organisation_id = organisation_id_ AND e.seq <= last.seq
      AND s.organisation_id = e.organisation_id AND s.event_id = e.id;
  DELETE FROM audit_events e WHERE e.organisation_id = organisation_id_ AND e.seq <= last.seq;
  GET DIAGNOSTICS removed_ = ROW_COUNT;
  INSERT INTO chain_checkpoints
    VALUES (organisation_id_, 'audit', last.seq, last.hash, removed_, now_);
  RETURN removed_;
END $$;

-- Removes whatever an organisation need not keep any longer, says so in its audit, and returns how
-- much of what it was. "Names" are those of entries in the audit, "links" those of both chains.
CREATE FUNCTION remove_what_is_over(organisation_id_ uuid, now_ timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  o organisations%ROWTYPE;
  records_before timestamptz;
  logs_before timestamptz;
  gone uuid[];
  names_ bigint;
  sessions_ bigint;
  invitations_ bigint;
  imports_ bigint;
  links_ bigint;
BEGIN
  -- Two of these at once go one after the other.
  SELECT * INTO STRICT o FROM organisations t WHERE t.id = organisation_id_ FOR NO KEY UPDATE;
  records_before := now_ - make_interval(years => o.records_years);
  logs_before := now_ - make_interval(days => o.logs_days);
  gone := people_gone_since(o.id, day_at(o.id, records_before), now_);
  PERFORM set_config('signpost.forgets', 'attempt_events attempt_clearings employment_spells '
    || 'role_memberships staff_group_memberships completions audit_events', true);

  DELETE FROM audit_subjects s USING audit_events e
    WHERE s.organisation_id = o.id AND e.organisation_id = o.id AND e.id = s.event_id
      AND (s.actor_id = ANY (gone) OR s.about_id = ANY (gone) OR (e.recorded_at < logs_before
        AND e.kind IN ('sign-in', 'sign-in-failed', 'sign-out', 'sessions-ended')));
  GET DIAGNOSTICS names_ = ROW_COUNT;
  DELETE FROM sessions s WHERE s.organisation_id = o.id
    AND (s.person_id = ANY (gone) OR coalesce(s.ended_at, s.expires_at) < logs_before);
  GET DIAGNOSTICS sessions_ = ROW_COUNT;
  DELETE FROM invitations i WHERE i.organisation_id = o.id
    AND (i.person_id = ANY (gone) OR coalesce(i.used_at, i.withdrawn_at, i.expires_at) < logs_before);
  GET DIAGNOSTICS invitations_ = ROW_COUNT;
  -- A plan that nobody applied for a week is full of names and of no more use.
  DELETE FROM staff_imports i WHERE i.organisation_id = o.id
    AND (i.created_by_id = ANY (gone) OR coalesce(i.finished_at, i.created_at) < logs_before
      OR (i.state = 'planned' AND i.created_at < now_ - interval '7 days'));
  GET DIAGNOSTICS imports_ = ROW_COUNT;
  PERFORM remove_people(o.id, gone);
  links_ := prune_completions(o.id, records_before, now_) + prune_audit(o.id, records_before, now_);
  PERFORM set_config('signpost.forgets', '', true);

  IF cardinality(gone) + names_ + sessions_ + invitations_ + imports_ + links_ > 0 THEN
    PERFORM record_audit(o.id, 'retention-kept', NULL, NULL, jsonb_build_object(
      'people', cardinality(gone), 'names', names_, 'links', links_));
  END IF;
  RETURN jsonb_build_object('people', cardinality(gone), 'names', names_, 'sessions', sessions_,
    'invitations', invitations_, 'imports', imports_, 'links', links_);
END $$;

-- Retention of one organisation. To try it without doing it, it is done and undone: so the figures of
-- a trial are those of the run.
CREATE FUNCTION apply_retention(organisation_id_ uuid, now_ timestamptz, dry_run_ boolean)
RETURNS jsonb LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE counts jsonb;
BEGIN
  counts := remove_what_is_over(organisation_id_, now_);
  IF dry_run_ THEN RAISE EXCEPTION 'This was a trial' USING ERRCODE = 'TRIAL'; END IF;
  RETURN counts;
EXCEPTION WHEN SQLSTATE 'TRIAL' THEN
  RETURN counts;
END $$;

REVOKE EXECUTE ON FUNCTION erase_person(uuid, uuid), people_gone_since(uuid, date, timestamptz),
  remove_people(uuid, uuid[]), prune_completions(uuid, timestamptz, timestamptz),
  prune_audit(uuid, timestamptz, timestamptz), remove_what_is_over(uuid, timestamptz),
  apply_retention(uuid, timestamptz, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_person(uuid, uuid) TO signpost_app, signpost_jobs;
GRANT EXECUTE ON FUNCTION apply_retention(uuid, timestamptz, boolean) TO signpost_jobs;

-- As in 0003, but for a name that was erased: it is none.
CREATE OR REPLACE FUNCTION certificates_of(code_ text) RETURNS SETOF jsonb
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN completion_stands(c) THEN (
    SELECT jsonb_build_object(
      'name', (SELECT nullif(p.name, '') FROM completion_subjects b
        JOIN people p ON p.organisation_id = b.organisation_id AND p.id = b.person_id
        WHERE b.organisation_id = c.organisation_id AND b.completion_id = c.id),
      'organisation', o.name,
      'isDemo', o.is_demo,
      'scenarioId', s.id,
      'slug', s.slug,
      'completedOn', day_at(o.id, c.completed_at),
      'isApproved', c.approval_id IS NOT NULL)
    FROM organisations o, scenario_versions v
    JOIN scenarios s ON s.organisation_id = v.organisation_id AND s.id = v.scenario_id
    WHERE o.id = c.organisation_id
      AND v.organisation_id = c.scenario_organisation_id AND v.id = c.scenario_version_id
  ) END
  FROM completions c
  WHERE length(code_) = 25
    AND c.hash BETWEEN decode(rpad(code_, 64, '0'), 'hex') AND decode(rpad(code_, 64, 'f'), 'hex')
$$;

-- The second wall between organisations. The application connects as signpost_app, which owns nothing
-- and sees only rows of the organisations named in the setting signpost.scope of its transaction.
-- Migrations run as the owner, scheduled jobs and proofs as signpost_jobs: both see every row, and
-- neither serves a page. The roles themselves belong to the server (platform/database/roles.ts).

-- A setting that was local to a transaction reads '' after it.
CREATE FUNCTION signpost_scope() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(nullif(current_setting('signpost.scope', true), ''), '{}')::uuid[]
$$;

DO $$
DECLARE
  library constant text := '00000000-0000-4000-8000-000000000001';
  tenant record;
BEGIN
  FOR tenant IN
    SELECT c.relname AS name, a.attname AS key FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND (a.attname = 'organisation_id' OR (c.relname = 'organisations' AND a.attname = 'id'))
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant.name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant.name);
    EXECUTE format('CREATE POLICY app_in_scope ON %I TO signpost_app
      USING (%I = ANY ((SELECT signpost_scope())::uuid[]))', tenant.name, tenant.key);
    EXECUTE format('CREATE POLICY owner_works ON %I TO CURRENT_USER USING (true)', tenant.name);
    EXECUTE format('CREATE POLICY jobs_work ON %I TO signpost_jobs USING (true)', tenant.name);
    EXECUTE format('GRANT SELECT ON %I TO signpost_app, signpost_jobs', tenant.name);
    -- The shared library is for everybody to read.
    IF tenant.name IN ('organisations', 'scenarios', 'scenario_versions', 'scenario_texts') THEN
      EXECUTE format('CREATE POLICY app_reads_library ON %I FOR SELECT TO signpost_app
        USING (%I = %L)', tenant.name, tenant.key, library);
    END IF;
  END LOOP;
END $$;

-- What the application may do to rows in its scope. Facts are added; what is no fact may change.
GRANT INSERT ON employment_spells, role_memberships, staff_group_memberships, contacts, approvals,
  requirements, attempt_events, attempt_clearings, completions, completion_subjects TO signpost_app;
GRANT INSERT, UPDATE ON people, staff_groups, attempts, sessions, chain_heads TO signpost_app;
GRANT SELECT, INSERT ON users TO signpost_app;
GRANT SELECT ON users TO signpost_jobs;

-- The doors through the wall: questions that come before anybody knows whose scope it is. Each takes a
-- secret, or names the demonstration, and gives back no more than it must. Nothing else is let through.

-- Whose session it is; from here on the transaction sees what that person's organisation has.
CREATE OR REPLACE FUNCTION session_person(token_hash_ bytea)
RETURNS TABLE (organisation_id uuid, person_id uuid) LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT s.organisation_id, s.person_id INTO organisation_id, person_id FROM sessions s
    WHERE s.token_hash = token_hash_ AND s.ended_at IS NULL AND s.expires_at > now();
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('signpost.scope', '{' || organisation_id || '}', true);
  RETURN NEXT;
END $$;
ALTER FUNCTION open_attempt(bytea, uuid) VOLATILE;

-- A session with its person, organisation and role facts, as a page needs them; NULL when it is over.
CREATE FUNCTION session_of(token_hash_ bytea, now_ timestamptz) RETURNS jsonb LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'organisation', jsonb_build_object(
      'id', o.id, 'name', o.name, 'timeZone', o.time_zone, 'isDemo', o.is_demo),
    'person', jsonb_build_object('id', p.id, 'name', p.name),
    'roles', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', r.id, 'role', r.role, 'effectiveFrom', r.effective_from, 'effectiveTo', r.effective_to,
        'recordedAt', r.recorded_at, 'supersedes', r.supersedes)), '[]')
      FROM role_memberships r WHERE r.organisation_id = p.organisation_id AND r.person_id = p.id))
  FROM sessions s
  JOIN people p ON p.organisation_id = s.organisation_id AND p.id = s.person_id
  JOIN organisations o ON o.id = s.organisation_id
  WHERE s.token_hash = token_hash_ AND s.ended_at IS NULL AND s.expires_at > now_
$$;

CREATE FUNCTION end_session(token_hash_ bytea, now_ timestamptz) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE sessions SET ended_at = now_ WHERE token_hash = token_hash_ AND ended_at IS NULL
$$;

-- Whose shoes somebody steps into: a person of a demonstration, and of nothing else.
CREATE FUNCTION demo_person(organisation_slug_ text, name_ text) RETURNS jsonb LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'organisationId', p.organisation_id, 'personId', p.id, 'userId', p.user_id)
  FROM organisations o JOIN people p ON p.organisation_id = o.id
  WHERE o.slug = organisation_slug_ AND o.is_demo AND p.name = name_ AND p.user_id IS NOT NULL
$$;

-- All that `certificates_of` tells of a code, as one list.
CREATE FUNCTION certificates_by_code(code_ text) RETURNS jsonb LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(c), '[]') FROM certificates_of(code_) AS c
$$;

-- Functions answer anybody unless told otherwise; these answer the application alone.
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO signpost_app, signpost_jobs;

-- The newest version of each listed scenario of the shared library, with its newest words.
CREATE FUNCTION newest_versions(organisation_id_ uuid, listed_ text[]) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'id', v.id, 'texts', standing_texts(v.organisation_id, v.id))), '[]')
  FROM (SELECT DISTINCT ON (v.scenario_id) v.organisation_id, v.id FROM scenario_versions v
    JOIN scenarios s ON s.organisation_id = v.organisation_id AND s.id = v.scenario_id
    WHERE v.organisation_id = organisation_id_ AND s.track || '/' || s.slug = ANY (listed_)
    ORDER BY v.scenario_id, v.number DESC) v
$$;
GRANT EXECUTE ON FUNCTION newest_versions(uuid, text[]) TO signpost_app, signpost_jobs;

-- The hot path: a scene is shown with one call, a step is taken with two. Each function checks the
-- session, sets the scope to the person it belongs to, and does its work or none of it.

CREATE FUNCTION session_person(token_hash_ bytea)
RETURNS TABLE (organisation_id uuid, person_id uuid) LANGUAGE sql STABLE AS $$
  SELECT s.organisation_id, s.person_id FROM sessions s
  WHERE s.token_hash = token_hash_ AND s.ended_at IS NULL AND s.expires_at > now()
$$;

-- The day it is at an instant where an organisation is, whatever the server's own time zone.
CREATE FUNCTION day_at(organisation_id_ uuid, instant timestamptz) RETURNS date
LANGUAGE sql STABLE AS $$
  SELECT (instant AT TIME ZONE o.time_zone)::date FROM organisations o WHERE o.id = organisation_id_
$$;

-- The contacts that stand now, as {"dsl": {"name": …, "phone": …, "email": …}}. Where two stand in
-- one slot, the one recorded last is meant.
CREATE FUNCTION standing_contacts(organisation_id_ uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_object_agg(c.slot, jsonb_build_object(
    'name', c.name, 'phone', c.phone, 'email', c.email) ORDER BY c.recorded_at, c.id), '{}')
  FROM contacts c, day_at(organisation_id_, now()) AS today
  WHERE c.organisation_id = organisation_id_
    AND c.effective_from <= today
    AND (c.effective_to IS NULL OR c.effective_to > today)
    AND NOT EXISTS (SELECT FROM contacts n
      WHERE n.organisation_id = c.organisation_id AND n.supersedes = c.id)
$$;

-- The newest words of each locale and reading level of a version: {"en-GB/standard": "<id>"}.
CREATE FUNCTION standing_texts(organisation_id_ uuid, version_id_ uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_object_agg(t.key, t.id), '{}') FROM (
    SELECT DISTINCT ON (locale, level) locale || '/' || level AS key, id FROM scenario_texts
    WHERE organisation_id = organisation_id_ AND scenario_version_id = version_id_
      AND withdrawn_at IS NULL
    ORDER BY locale, level, revision DESC
  ) t
$$;

CREATE FUNCTION attempt_events_of(organisation_id_ uuid, attempt_id_ uuid, before_ int DEFAULT NULL)
RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('values', to_jsonb(e.values)) ORDER BY e.step), '[]')
  FROM attempt_events e
  WHERE e.organisation_id = organisation_id_ AND e.attempt_id = attempt_id_
    AND (before_ IS NULL OR e.step < before_)
$$;

-- Everything a page of an attempt needs, or why it is not shown. Path and clearings come along only
-- once the attempt has ended, when the debrief tells them.
CREATE FUNCTION open_attempt(token_hash_ bytea, attempt_id_ uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
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

-- The text that a link of the chain of completions hashes. Its first line names its form, so that
-- another form can follow one day. It is built from the row alone, so that anyone can build it again.
CREATE FUNCTION completion_link_text(c completions) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT concat_ws(E'\n', 'signpost completion 1', c.organisation_id, c.seq, c.id,
    c.scenario_organisation_id, c.scenario_version_id, coalesce(c.approval_id::text, '-'),
    to_char(c.completed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    to_char(c.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    encode(c.subject_digest, 'hex'))
$$;

-- Adds a completion to the organisation's chain: a salted digest in the chain, the person beside it.
CREATE FUNCTION record_completion(
  organisation_id_ uuid, person_id_ uuid, attempt_id_ uuid,
  version_organisation_id_ uuid, version_id_ uuid, completed_at_ timestamptz, recorded_at_ timestamptz
) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  head chain_heads%ROWTYPE;
  c completions%ROWTYPE;
  day_ date := day_at(organisation_id_, completed_at_);
  salt_ bytea := decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
BEGIN
  INSERT INTO chain_heads VALUES (organisation_id_, 'completions', 0, decode(repeat('00', 32), 'hex'))
    ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM chain_heads h
    WHERE h.organisation_id = organisation_id_ AND h.chain = 'completions' FOR UPDATE;
  c.organisation_id := organisation_id_;
  c.id := gen_random_uuid();
  c.seq := head.seq + 1;
  c.scenario_organisation_id := version_organisation_id_;
  c.scenario_version_id := version_id_;
  c.approval_id := (SELECT p.id FROM approvals p
    WHERE p.organisation_id = organisation_id_
      AND p.scenario_organisation_id = version_organisation_id_ AND p.scenario_version_id = version_id_
      AND p.effective_from <= day_
      AND (p.effective_to IS NULL OR p.effective_to > day_)
      AND NOT EXISTS (SELECT FROM approvals n
        WHERE n.organisation_id = p.organisation_id AND n.supersedes = p.id)
    ORDER BY p.recorded_at DESC LIMIT 1);
  c.completed_at := completed_at_;
  c.recorded_at := recorded_at_;
  c.subject_digest := sha256(salt_ || convert_to(person_id_ || E'\n' || attempt_id_, 'UTF8'));
  c.previous_hash := head.hash;
  c.hash := sha256(c.previous_hash || convert_to(completion_link_text(c), 'UTF8'));
  INSERT INTO completions SELECT (c).*;
  INSERT INTO completion_subjects VALUES (organisation_id_, c.id, person_id_, attempt_id_, salt_);
  UPDATE chain_heads h SET seq = c.seq, hash = c.hash
    WHERE h.organisation_id = organisation_id_ AND h.chain = 'completions';
  RETURN c.id;
END $$;

-- Design section 1: played from the start, ended well, every grave error cleared, and only once.
CREATE FUNCTION complete_if_earned(root attempts) RETURNS uuid LANGUAGE plpgsql AS $$
BEGIN
  IF root.practice_of IS NOT NULL OR root.rating IS NULL OR root.rating = 'harmful'
    OR EXISTS (SELECT FROM unnest(root.grave_steps) AS g(step) WHERE NOT EXISTS (
      SELECT FROM attempt_clearings c
      WHERE c.organisation_id = root.organisation_id AND c.attempt_id = root.id AND c.step = g.step))
    OR EXISTS (SELECT FROM completion_subjects s
      WHERE s.organisation_id = root.organisation_id AND s.attempt_id = root.id)
  THEN RETURN NULL; END IF;
  RETURN record_completion(root.organisation_id, root.person_id, root.id,
    root.scenario_organisation_id, root.scenario_version_id, now(), now());
END $$;

-- Takes one step that the simulation has judged: records the event and what it adds up to, clears a
-- grave error where a practice chose well, and completes where that is earned. Two people (or two
-- clicks) at once: one is recorded, the other is told that the attempt has moved.
CREATE FUNCTION take_step(
  token_hash_ bytea, attempt_id_ uuid, step_ int, choice_ text, values_ text[],
  snapshot_ jsonb, is_grave boolean, is_good boolean, rating_ text
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  who record;
  a attempts%ROWTYPE;
  root attempts%ROWTYPE;
BEGIN
  SELECT * INTO who FROM session_person(token_hash_);
  IF NOT FOUND THEN RETURN '{"outcome": "no-session"}'; END IF;
  SELECT * INTO a FROM attempts t
    WHERE t.organisation_id = who.organisation_id AND t.id = attempt_id_ AND t.person_id = who.person_id
    FOR UPDATE;
  IF NOT FOUND THEN RETURN '{"outcome": "nothing"}'; END IF;
  IF a.steps <> step_ OR a.ended_at IS NOT NULL THEN
    RETURN jsonb_build_object('outcome', 'moved', 'steps', a.steps, 'last',
      (SELECT to_jsonb(e.values) FROM attempt_events e
        WHERE e.organisation_id = a.organisation_id AND e.attempt_id = a.id AND e.step = a.steps - 1));
  END IF;

  INSERT INTO attempt_events (organisation_id, attempt_id, step, choice, values)
    VALUES (a.organisation_id, a.id, step_, choice_, values_);
  UPDATE attempts t SET steps = step_ + 1, snapshot = snapshot_, rating = rating_,
      ended_at = CASE WHEN rating_ IS NULL THEN NULL ELSE now() END,
      grave_steps = CASE WHEN is_grave THEN t.grave_steps || step_ ELSE t.grave_steps END
    WHERE t.organisation_id = a.organisation_id AND t.id = a.id
    RETURNING * INTO a;

  IF a.practice_of IS NULL THEN
    PERFORM complete_if_earned(a);
  ELSIF is_good AND step_ = a.practice_from THEN
    SELECT * INTO root FROM attempts t
      WHERE t.organisation_id = a.organisation_id AND t.id = a.practice_of FOR UPDATE;
    IF step_ = ANY (root.grave_steps) THEN
      INSERT INTO attempt_clearings (organisation_id, attempt_id, step, practice_id)
        VALUES (root.organisation_id, root.id, step_, a.id) ON CONFLICT DO NOTHING;
      PERFORM complete_if_earned(root);
    END IF;
  END IF;
  RETURN '{"outcome": "recorded"}';
END $$;

-- Whether a completion still is what was recorded: it hashes what it says, the next link or the head
-- holds it, and whoever stands beside it is the one it was recorded for. `records:verify` asks the
-- same of a whole chain (app/modules/records/chain.ts); a test holds the two together.
CREATE FUNCTION completion_stands(c completions) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT c.hash = sha256(c.previous_hash || convert_to(completion_link_text(c), 'UTF8'))
    AND coalesce(
      (SELECT n.previous_hash = c.hash FROM completions n
        WHERE n.organisation_id = c.organisation_id AND n.seq = c.seq + 1),
      (SELECT h.seq = c.seq AND h.hash = c.hash FROM chain_heads h
        WHERE h.organisation_id = c.organisation_id AND h.chain = 'completions'),
      false)
    AND NOT EXISTS (SELECT FROM completion_subjects s
      WHERE s.organisation_id = c.organisation_id AND s.completion_id = c.id
        AND c.subject_digest <> sha256(s.salt
          || convert_to(s.person_id || E'\n' || s.attempt_id, 'UTF8')))
$$;

-- What anybody may see who holds a certificate's code, without a session and in any organisation. A
-- code is the first hundred bits of the hash, here as 25 hex digits, and never fewer: a shorter one
-- would list whom it does not name. One row for each completion that has it, NULL where it no longer
-- stands. The one door through the wall between tenants: nothing may be added to what it returns.
CREATE FUNCTION certificates_of(code_ text) RETURNS SETOF jsonb
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN completion_stands(c) THEN (
    SELECT jsonb_build_object(
      'name', (SELECT p.name FROM completion_subjects b
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

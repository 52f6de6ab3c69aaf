-- A contact is words that somebody typed. Where they name a person of the organisation, it must not
-- outlast that person's employment unseen.

-- A name as it is compared: without a title, and however it is spaced or written. NULL for none.
CREATE FUNCTION plain_name(name_ text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT nullif(regexp_replace(lower(btrim(regexp_replace(name_, '\s+', ' ', 'g'))),
    '^(mr|mrs|ms|miss|mx|dr|prof|professor|rev|sir|dame)\.? ', ''), '')
$$;
CREATE INDEX people_plain_name ON people (organisation_id, plain_name(name));

-- Those of the council: somebody there who has a colleague's name is not that colleague.
CREATE FUNCTION is_council_slot(slot_ text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT slot_ IN ('lado', 'socialCare', 'socialCareNight')
$$;

-- Whether words name a person: their address does, and their name where nobody else ever had it here.
CREATE FUNCTION is_named(p people, name_ text, email_ text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(p.email = lower(email_), false)
    OR coalesce(plain_name(p.name) = plain_name(name_), false)
      AND NOT EXISTS (SELECT FROM people q WHERE q.organisation_id = p.organisation_id
        AND q.id <> p.id AND plain_name(q.name) = plain_name(p.name))
$$;

-- Contacts that name somebody who works here no more, or is known to leave, whom they name, and from
-- which day on that one is gone. A name that somebody bears who still works here then means them. Who
-- checked a contact once its person was known to be gone has decided that it is right. In plpgsql,
-- which plans once and not at every step of an attempt.
CREATE FUNCTION contacts_of_leavers(organisation_id_ uuid, today_ date)
RETURNS TABLE (contact_id uuid, person_id uuid, leaver text, gone_from date)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY SELECT DISTINCT ON (c.id) c.id, p.id, p.name, gone.from_day
  FROM contacts c
  JOIN people p ON p.organisation_id = c.organisation_id
    AND (p.email = lower(c.email) OR plain_name(p.name) = plain_name(c.name))
  CROSS JOIN LATERAL (
    SELECT max(e.effective_to) AS from_day, max(e.recorded_at) AS known_at FROM employment_spells e
    WHERE e.organisation_id = p.organisation_id AND e.person_id = p.id
      AND NOT EXISTS (SELECT FROM employment_spells n
        WHERE n.organisation_id = e.organisation_id AND n.supersedes = e.id)
    HAVING bool_and(e.effective_to IS NOT NULL)
  ) gone
  WHERE c.organisation_id = organisation_id_ AND NOT is_council_slot(c.slot)
    AND NOT EXISTS (SELECT FROM contacts n
      WHERE n.organisation_id = c.organisation_id AND n.supersedes = c.id)
    AND (c.last_verified >= gone.from_day AND c.recorded_at > gone.known_at) IS NOT TRUE
    AND (p.email = lower(c.email) OR NOT EXISTS (
      SELECT FROM people q
      JOIN employment_spells e ON e.organisation_id = q.organisation_id AND e.person_id = q.id
      WHERE q.organisation_id = p.organisation_id AND q.id <> p.id
        AND plain_name(q.name) = plain_name(p.name)
        AND (e.effective_to IS NULL OR e.effective_to > greatest(today_, gone.from_day))
        AND NOT EXISTS (SELECT FROM employment_spells n
          WHERE n.organisation_id = e.organisation_id AND n.supersedes = e.id)))
  ORDER BY c.id, gone.from_day, p.name;
END $$;

-- As in 0003, but for a contact whose person has left: a worry about a child must not reach somebody
-- who works here no more. Until somebody sees to it, words stand in, as where none is set.
CREATE OR REPLACE FUNCTION standing_contacts(organisation_id_ uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  WITH now_ AS MATERIALIZED (SELECT day_at(organisation_id_, now()) AS today),
  gone AS MATERIALIZED (
    SELECT l.contact_id FROM now_, contacts_of_leavers(organisation_id_, now_.today) l
    WHERE l.gone_from <= now_.today)
  SELECT coalesce(jsonb_object_agg(c.slot, jsonb_build_object(
    'name', c.name, 'phone', c.phone, 'email', c.email) ORDER BY c.recorded_at, c.id), '{}')
  FROM contacts c, now_
  WHERE c.organisation_id = organisation_id_
    AND c.effective_from <= now_.today
    AND (c.effective_to IS NULL OR c.effective_to > now_.today)
    AND NOT EXISTS (SELECT FROM contacts n
      WHERE n.organisation_id = c.organisation_id AND n.supersedes = c.id)
    AND c.id NOT IN (SELECT contact_id FROM gone)
$$;

REVOKE EXECUTE ON FUNCTION plain_name(text), is_council_slot(text), is_named(people, text, text),
  contacts_of_leavers(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plain_name(text), is_council_slot(text), is_named(people, text, text),
  contacts_of_leavers(uuid, date) TO signpost_app, signpost_jobs;

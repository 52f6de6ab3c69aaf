-- Who somebody is (better-auth's tables, which the application itself cannot read), the front door's
-- own functions, and what an organisation keeps of its people.

ALTER TABLE "users" ADD COLUMN "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "name" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "email" TEXT,
  ADD COLUMN "email_verified" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "image" TEXT,
  ADD COLUMN "username" TEXT,
  ADD COLUMN "display_username" TEXT,
  ADD COLUMN "two_factor_enabled" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "code_expires_at" TIMESTAMPTZ(6);

ALTER TABLE "organisations" ADD COLUMN "closed_at" TIMESTAMPTZ(6),
  ADD COLUMN "second_factor_for_all" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "records_years" INTEGER NOT NULL DEFAULT 6,
  ADD COLUMN "logs_days" INTEGER NOT NULL DEFAULT 90;

ALTER TABLE "sessions" ADD COLUMN "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "ended_because" TEXT,
  ADD COLUMN "second_factor" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "opened_by" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "device" TEXT NOT NULL DEFAULT '';

ALTER TABLE "people" ADD COLUMN "email" TEXT,
  ADD COLUMN "staff_number" TEXT,
  ADD COLUMN "erased_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "provider_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "password" TEXT,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(6),
    "refresh_token_expires_at" TIMESTAMPTZ(6),
    "scope" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proofs" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proofs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "two_factors" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "failed_verification_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(6),

    CONSTRAINT "two_factors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "terms" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedes" UUID,
    "is_withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "terms_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "sent_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),
    "withdrawn_at" TIMESTAMPTZ(6),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "staff_imports" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "plan" JSONB,
    "counts" JSONB NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "staff_imports_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "users_username_key" ON "users"("username");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_id_account_id_key" ON "accounts"("provider_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "proofs_token_key" ON "proofs"("token");

-- CreateIndex
CREATE INDEX "proofs_user_id_idx" ON "proofs"("user_id");

-- CreateIndex
CREATE INDEX "verifications_identifier_idx" ON "verifications"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "two_factors_user_id_key" ON "two_factors"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "people_organisation_id_email_key" ON "people"("organisation_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "people_organisation_id_staff_number_key" ON "people"("organisation_id", "staff_number");

-- CreateIndex
CREATE UNIQUE INDEX "terms_organisation_id_supersedes_key" ON "terms"("organisation_id", "supersedes");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_organisation_id_person_id_idx" ON "invitations"("organisation_id", "person_id");

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proofs" ADD CONSTRAINT "proofs_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "two_factors" ADD CONSTRAINT "two_factors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terms" ADD CONSTRAINT "terms_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_person_id_fkey" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "people"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_imports" ADD CONSTRAINT "staff_imports_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_imports" ADD CONSTRAINT "staff_imports_organisation_id_created_by_id_fkey" FOREIGN KEY ("organisation_id", "created_by_id") REFERENCES "people"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Addresses and usernames are compared in small letters, so they are kept in them.
ALTER TABLE users ADD CONSTRAINT users_small_letters
  CHECK (email = lower(email) AND username = lower(username));
ALTER TABLE people ADD CONSTRAINT people_small_letters CHECK (email = lower(email));
ALTER TABLE organisations ADD CONSTRAINT organisations_retention
  CHECK (records_years BETWEEN 1 AND 50 AND logs_days BETWEEN 30 AND 3650);
ALTER TABLE organisations ADD CONSTRAINT organisations_nation
  CHECK (nation IN ('england', 'wales', 'scotland', 'northern-ireland'));
ALTER TABLE terms ADD CONSTRAINT terms_period CHECK (effective_to >= effective_from);
ALTER TABLE terms ADD CONSTRAINT terms_supersedes FOREIGN KEY (organisation_id, supersedes)
  REFERENCES terms (organisation_id, id);
CREATE TRIGGER facts_stay BEFORE UPDATE OR DELETE ON terms
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE invitations ADD CONSTRAINT invitations_sent_by CHECK (sent_by IN ('mail', 'hand'));
ALTER TABLE staff_imports ADD CONSTRAINT staff_imports_state
  CHECK (state IN ('planned', 'running', 'done', 'failed'));

-- Both walls, as for every table that has rows of an organisation (0004).
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['terms', 'invitations', 'staff_imports'] LOOP
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
GRANT UPDATE ON invitations, staff_imports TO signpost_app;
GRANT UPDATE (name, nation, time_zone, second_factor_for_all, records_years, logs_days, closed_at)
  ON organisations TO signpost_app;

-- Who somebody is, is known to one role, which knows nothing else: whoever can make the application
-- ask a wrong question still reads no address, no password and no second factor of anybody.
REVOKE ALL ON users FROM signpost_app, signpost_jobs;
GRANT SELECT, INSERT, UPDATE, DELETE ON users, accounts, proofs, verifications, two_factors, rate_limits
  TO signpost_identity;

-- The front door. Each of these takes a secret, or an id that only a proof of identity gives away.

-- How long somebody may be away, and how far a clock may have been set back, before a session is over.
CREATE FUNCTION session_idle() RETURNS interval LANGUAGE sql IMMUTABLE AS $$ SELECT interval '1 hour' $$;

-- The session that a cookie opens, seen at this moment. One that is over is ended for good, so that a
-- clock that is set back does not bring it to life again.
CREATE FUNCTION live_session(token_hash_ bytea, now_ timestamptz) RETURNS sessions
LANGUAGE plpgsql AS $$
DECLARE s sessions%ROWTYPE;
BEGIN
  SELECT * INTO s FROM sessions t WHERE t.token_hash = token_hash_ AND t.ended_at IS NULL;
  IF NOT FOUND OR now_ < s.created_at - interval '5 minutes' THEN RETURN NULL; END IF;
  IF s.expires_at <= now_ OR s.last_seen_at <= now_ - session_idle()
    OR EXISTS (SELECT FROM organisations o WHERE o.id = s.organisation_id AND o.closed_at <= now_)
  THEN
    UPDATE sessions t SET ended_at = now_, ended_because =
      CASE WHEN s.expires_at <= now_ OR s.last_seen_at <= now_ - session_idle() THEN 'away' ELSE 'closed' END
      WHERE t.token_hash = token_hash_ AND t.ended_at IS NULL;
    RETURN NULL;
  END IF;
  IF s.last_seen_at < now_ - interval '1 minute' THEN
    UPDATE sessions t SET last_seen_at = now_ WHERE t.token_hash = token_hash_;
  END IF;
  RETURN s;
END $$;

CREATE OR REPLACE FUNCTION session_person(token_hash_ bytea)
RETURNS TABLE (organisation_id uuid, person_id uuid) LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE s sessions%ROWTYPE;
BEGIN
  s := live_session(token_hash_, now());
  -- Who must set right first how they sign in plays nothing meanwhile (modules/access: gateOf).
  IF s.token_hash IS NULL OR EXISTS (SELECT FROM users u, organisations o
    WHERE u.id = s.user_id AND o.id = s.organisation_id
      AND (u.code_expires_at IS NOT NULL OR o.second_factor_for_all AND NOT s.second_factor))
  THEN RETURN; END IF;
  organisation_id := s.organisation_id;
  person_id := s.person_id;
  PERFORM set_config('signpost.scope', '{' || organisation_id || '}', true);
  RETURN NEXT;
END $$;

-- What is known of when somebody is employed, as facts with their two times.
CREATE FUNCTION spell_facts(organisation_id_ uuid, person_id_ uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', e.id, 'effectiveFrom', e.effective_from, 'effectiveTo', e.effective_to,
      'recordedAt', e.recorded_at, 'supersedes', e.supersedes)), '[]')
  FROM employment_spells e WHERE e.organisation_id = organisation_id_ AND e.person_id = person_id_
$$;

DROP FUNCTION session_of(bytea, timestamptz);
CREATE FUNCTION session_of(token_hash_ bytea, now_ timestamptz) RETURNS jsonb LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE s sessions%ROWTYPE;
BEGIN
  s := live_session(token_hash_, now_);
  IF s.token_hash IS NULL THEN RETURN NULL; END IF;
  RETURN (SELECT jsonb_build_object(
    'userId', s.user_id,
    'secondFactor', s.second_factor,
    'openedBy', s.opened_by,
    'mustChangeCode', u.code_expires_at IS NOT NULL,
    'organisation', jsonb_build_object(
      'id', o.id, 'name', o.name, 'timeZone', o.time_zone, 'isDemo', o.is_demo,
      'nation', o.nation, 'secondFactorForAll', o.second_factor_for_all),
    'person', jsonb_build_object('id', p.id, 'name', p.name),
    'spells', spell_facts(p.organisation_id, p.id),
    'elsewhere', EXISTS (SELECT FROM people q JOIN organisations r ON r.id = q.organisation_id
      WHERE q.user_id = s.user_id AND q.organisation_id <> s.organisation_id AND r.closed_at IS NULL),
    'roles', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', r.id, 'role', r.role, 'effectiveFrom', r.effective_from, 'effectiveTo', r.effective_to,
        'recordedAt', r.recorded_at, 'supersedes', r.supersedes)), '[]')
      FROM role_memberships r WHERE r.organisation_id = p.organisation_id AND r.person_id = p.id))
  FROM people p
  JOIN organisations o ON o.id = p.organisation_id
  JOIN users u ON u.id = s.user_id
  WHERE p.organisation_id = s.organisation_id AND p.id = s.person_id AND p.user_id = s.user_id);
END $$;

-- Why a cookie opens nothing any more; NULL when it never did, or its holder signed out.
CREATE FUNCTION session_ended_because(token_hash_ bytea) RETURNS text LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ended_because FROM sessions WHERE token_hash = token_hash_
$$;

-- The people that a user is, wherever that may be. Only identity asks: it knows whose id it has.
CREATE FUNCTION people_of_user(user_id_ uuid) RETURNS jsonb LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object(
      'organisationId', o.id, 'personId', p.id, 'organisation', o.name, 'timeZone', o.time_zone,
      'isClosed', o.closed_at IS NOT NULL,
      'spells', spell_facts(p.organisation_id, p.id),
      'lastSeenAt', (SELECT max(s.last_seen_at) FROM sessions s
        WHERE s.organisation_id = p.organisation_id AND s.person_id = p.id))
    ORDER BY o.name), '[]')
  FROM people p JOIN organisations o ON o.id = p.organisation_id
  WHERE p.user_id = user_id_
$$;

-- Who is invited by the link that carries a secret, and whether it still holds.
CREATE FUNCTION invitation_by_token(token_hash_ bytea) RETURNS jsonb LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'id', i.id, 'organisationId', o.id, 'organisation', o.name, 'personId', p.id, 'name', p.name,
    'email', i.email, 'userId', p.user_id, 'sentBy', i.sent_by, 'expiresAt', i.expires_at,
    'isOver', i.used_at IS NOT NULL OR i.withdrawn_at IS NOT NULL OR o.closed_at IS NOT NULL
      OR p.erased_at IS NOT NULL
      -- A link proves the address it went to, and no other that was written in its place.
      OR p.email IS DISTINCT FROM i.email)
  FROM invitations i
  JOIN organisations o ON o.id = i.organisation_id
  JOIN people p ON p.organisation_id = i.organisation_id AND p.id = i.person_id
  WHERE i.token_hash = token_hash_
$$;

-- Ends sessions of a user wherever they are signed in, but for the one that is kept: after a password
-- or a second factor was changed. Returns how many, and says so in the audit of each organisation.
CREATE FUNCTION end_sessions_of_user(user_id_ uuid, keep_ bytea, because_ text, now_ timestamptz)
RETURNS int LANGUAGE sql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH ended AS (
    UPDATE sessions SET ended_at = now_, ended_because = because_
    WHERE user_id = user_id_ AND ended_at IS NULL AND token_hash IS DISTINCT FROM keep_
    RETURNING organisation_id, person_id),
  said AS (
    SELECT record_audit(organisation_id, 'sessions-ended', person_id, NULL,
      jsonb_build_object('count', count(*))) FROM ended GROUP BY organisation_id, person_id)
  SELECT (SELECT count(*) FROM ended)::int FROM (SELECT count(*) FROM said) AS told
$$;

REVOKE EXECUTE ON FUNCTION session_idle(), live_session(bytea, timestamptz), spell_facts(uuid, uuid),
  session_of(bytea, timestamptz), session_ended_because(bytea), people_of_user(uuid),
  invitation_by_token(bytea), end_sessions_of_user(uuid, bytea, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_of(bytea, timestamptz), session_ended_because(bytea),
  invitation_by_token(bytea) TO signpost_app;
GRANT EXECUTE ON FUNCTION people_of_user(uuid), end_sessions_of_user(uuid, bytea, text, timestamptz)
  TO signpost_identity;

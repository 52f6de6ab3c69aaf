-- What Prisma's schema language cannot say: order of names, and rules that no code may break.

ALTER TABLE people ALTER COLUMN sort_name TYPE text COLLATE "en-x-icu";
ALTER TABLE staff_groups ALTER COLUMN name TYPE text COLLATE "en-x-icu";

-- The reserved organisation owns the shared library, so that the tenancy key is never null.
INSERT INTO organisations (id, slug, name, kind)
VALUES ('00000000-0000-4000-8000-000000000001', 'library', 'Signpost library', 'library');
CREATE UNIQUE INDEX organisations_one_library ON organisations (kind) WHERE kind = 'library';
ALTER TABLE organisations ADD CONSTRAINT organisations_kind CHECK (kind IN ('library', 'school'));

ALTER TABLE attempts ADD CONSTRAINT attempts_rating
  CHECK (rating IN ('recommended', 'workable', 'harmful'));
ALTER TABLE attempts ADD CONSTRAINT attempts_ended_with_rating
  CHECK ((ended_at IS NULL) = (rating IS NULL));
ALTER TABLE attempts ADD CONSTRAINT attempts_practice_from
  CHECK (practice_from >= 0 AND (practice_of IS NOT NULL OR practice_from = 0));
ALTER TABLE completions ADD CONSTRAINT completions_seq CHECK (seq > 0);

-- Facts are only ever added. One trigger refuses every change to them, whoever asks. Erasing a
-- person's name from a completion is deleting its subject row, which is no fact of the chain.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are facts: they are added and superseded, never changed', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;

DO $$
DECLARE facts text;
BEGIN
  FOREACH facts IN ARRAY ARRAY[
    'employment_spells', 'role_memberships', 'staff_group_memberships', 'contacts', 'approvals',
    'requirements', 'attempt_events', 'attempt_clearings', 'completions', 'scenario_versions'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER facts_stay BEFORE UPDATE OR DELETE ON %I
       FOR EACH ROW EXECUTE FUNCTION refuse_change()', facts);
  END LOOP;
  FOREACH facts IN ARRAY ARRAY[
    'employment_spells', 'role_memberships', 'staff_group_memberships', 'contacts', 'approvals',
    'requirements'
  ] LOOP
    EXECUTE format(
      'ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (organisation_id, supersedes)
       REFERENCES %I (organisation_id, id)', facts, facts || '_supersedes', facts);
    EXECUTE format(
      'ALTER TABLE %I ADD CONSTRAINT %I CHECK (effective_to IS NULL OR effective_to >= effective_from)',
      facts, facts || '_period');
  END LOOP;
END $$;

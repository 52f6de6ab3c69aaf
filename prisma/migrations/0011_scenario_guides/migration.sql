-- The guide to a version, for whoever leads a group through it: of one language, revision by revision,
-- as its words are. What was published before has none.

-- CreateTable
CREATE TABLE "scenario_guides" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "scenario_version_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "guide" JSON NOT NULL,
    "guide_hash" BYTEA NOT NULL,
    "published_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(6),

    CONSTRAINT "scenario_guides_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "scenario_guides_organisation_id_scenario_version_id_locale__key" ON "scenario_guides"("organisation_id", "scenario_version_id", "locale", "revision");

-- AddForeignKey
ALTER TABLE "scenario_guides" ADD CONSTRAINT "scenario_guides_organisation_id_scenario_version_id_fkey" FOREIGN KEY ("organisation_id", "scenario_version_id") REFERENCES "scenario_versions"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Both walls, as for the words (0004): the shared library is for everybody to read.
ALTER TABLE scenario_guides ENABLE ROW LEVEL SECURITY;
ALTER TABLE scenario_guides FORCE ROW LEVEL SECURITY;
CREATE POLICY app_in_scope ON scenario_guides TO signpost_app
  USING (organisation_id = ANY ((SELECT signpost_scope())::uuid[]));
CREATE POLICY app_reads_library ON scenario_guides FOR SELECT TO signpost_app
  USING (organisation_id = '00000000-0000-4000-8000-000000000001');
CREATE POLICY owner_works ON scenario_guides TO CURRENT_USER USING (true);
CREATE POLICY jobs_work ON scenario_guides TO signpost_jobs USING (true);
GRANT SELECT ON scenario_guides TO signpost_app, signpost_jobs;

-- The newest guide of each language of a version: {"en-GB": "<id>"}.
CREATE FUNCTION standing_guides(organisation_id_ uuid, version_id_ uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_object_agg(g.locale, g.id), '{}') FROM (
    SELECT DISTINCT ON (locale) locale, id FROM scenario_guides
    WHERE organisation_id = organisation_id_ AND scenario_version_id = version_id_
      AND withdrawn_at IS NULL
    ORDER BY locale, revision DESC
  ) g
$$;
REVOKE EXECUTE ON FUNCTION standing_guides(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION standing_guides(uuid, uuid) TO signpost_app, signpost_jobs;

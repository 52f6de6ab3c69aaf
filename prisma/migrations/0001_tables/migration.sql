


-- CreateTable
CREATE TABLE "organisations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "nation" TEXT NOT NULL DEFAULT 'england',
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/London',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "people" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID,
    "name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "people_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "staff_groups" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,

    CONSTRAINT "staff_groups_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "employment_spells" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedes" UUID,

    CONSTRAINT "employment_spells_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "role_memberships" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedes" UUID,

    CONSTRAINT "role_memberships_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "staff_group_memberships" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "staff_group_id" UUID NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedes" UUID,

    CONSTRAINT "staff_group_memberships_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slot" TEXT NOT NULL,
    "name" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "last_verified" DATE,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedes" UUID,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "scenarios" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "track" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "theme" TEXT NOT NULL,

    CONSTRAINT "scenarios_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "scenario_versions" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "scenario_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kit" INTEGER NOT NULL,
    "machine_hash" BYTEA NOT NULL,
    "substance" INTEGER NOT NULL,
    "definition" JSON NOT NULL,
    "definition_hash" BYTEA NOT NULL,
    "published_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_versions_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "scenario_texts" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "scenario_version_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "words" JSON NOT NULL,
    "words_hash" BYTEA NOT NULL,
    "published_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(6),

    CONSTRAINT "scenario_texts_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "approvals" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "scenario_organisation_id" UUID NOT NULL,
    "scenario_version_id" UUID NOT NULL,
    "approver_name" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedes" UUID,

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "requirements" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "scenario_organisation_id" UUID NOT NULL,
    "scenario_id" UUID NOT NULL,
    "min_substance" INTEGER NOT NULL DEFAULT 1,
    "staff_group_id" UUID,
    "days_to_complete" INTEGER NOT NULL,
    "renew_months" INTEGER,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedes" UUID,

    CONSTRAINT "requirements_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "attempts" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "scenario_organisation_id" UUID NOT NULL,
    "scenario_version_id" UUID NOT NULL,
    "practice_of" UUID,
    "practice_from" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "steps" INTEGER NOT NULL DEFAULT 0,
    "snapshot" JSONB NOT NULL,
    "grave_steps" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "ended_at" TIMESTAMPTZ(6),
    "rating" TEXT,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "attempt_events" (
    "organisation_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "choice" TEXT NOT NULL,
    "values" TEXT[],
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attempt_events_pkey" PRIMARY KEY ("organisation_id","attempt_id","step")
);

-- CreateTable
CREATE TABLE "attempt_clearings" (
    "organisation_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "practice_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attempt_clearings_pkey" PRIMARY KEY ("organisation_id","attempt_id","step")
);

-- CreateTable
CREATE TABLE "completions" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGINT NOT NULL,
    "scenario_organisation_id" UUID NOT NULL,
    "scenario_version_id" UUID NOT NULL,
    "approval_id" UUID,
    "completed_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "subject_digest" BYTEA NOT NULL,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "completions_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "completion_subjects" (
    "organisation_id" UUID NOT NULL,
    "completion_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "completion_subjects_pkey" PRIMARY KEY ("organisation_id","completion_id")
);

-- CreateTable
CREATE TABLE "chain_heads" (
    "organisation_id" UUID NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "chain_heads_pkey" PRIMARY KEY ("organisation_id","chain")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisations_slug_key" ON "organisations"("slug");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "people_organisation_id_sort_name_idx" ON "people"("organisation_id", "sort_name");

-- CreateIndex
CREATE UNIQUE INDEX "people_organisation_id_user_id_key" ON "people"("organisation_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_groups_organisation_id_name_key" ON "staff_groups"("organisation_id", "name");

-- CreateIndex
CREATE INDEX "employment_spells_organisation_id_person_id_idx" ON "employment_spells"("organisation_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "employment_spells_organisation_id_supersedes_key" ON "employment_spells"("organisation_id", "supersedes");

-- CreateIndex
CREATE INDEX "role_memberships_organisation_id_person_id_idx" ON "role_memberships"("organisation_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "role_memberships_organisation_id_supersedes_key" ON "role_memberships"("organisation_id", "supersedes");

-- CreateIndex
CREATE INDEX "staff_group_memberships_organisation_id_person_id_idx" ON "staff_group_memberships"("organisation_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_group_memberships_organisation_id_supersedes_key" ON "staff_group_memberships"("organisation_id", "supersedes");

-- CreateIndex
CREATE UNIQUE INDEX "contacts_organisation_id_supersedes_key" ON "contacts"("organisation_id", "supersedes");

-- CreateIndex
CREATE UNIQUE INDEX "scenarios_organisation_id_track_slug_key" ON "scenarios"("organisation_id", "track", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "scenario_versions_organisation_id_scenario_id_number_key" ON "scenario_versions"("organisation_id", "scenario_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "scenario_texts_organisation_id_scenario_version_id_locale_l_key" ON "scenario_texts"("organisation_id", "scenario_version_id", "locale", "level", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "approvals_organisation_id_supersedes_key" ON "approvals"("organisation_id", "supersedes");

-- CreateIndex
CREATE UNIQUE INDEX "requirements_organisation_id_supersedes_key" ON "requirements"("organisation_id", "supersedes");

-- CreateIndex
CREATE INDEX "attempts_organisation_id_person_id_started_at_idx" ON "attempts"("organisation_id", "person_id", "started_at");

-- CreateIndex
CREATE INDEX "completions_hash_idx" ON "completions"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "completions_organisation_id_seq_key" ON "completions"("organisation_id", "seq");

-- CreateIndex
CREATE INDEX "completion_subjects_organisation_id_person_id_idx" ON "completion_subjects"("organisation_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "completion_subjects_organisation_id_attempt_id_key" ON "completion_subjects"("organisation_id", "attempt_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organisation_id_person_id_fkey" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "people"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_groups" ADD CONSTRAINT "staff_groups_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employment_spells" ADD CONSTRAINT "employment_spells_organisation_id_person_id_fkey" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "people"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_memberships" ADD CONSTRAINT "role_memberships_organisation_id_person_id_fkey" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "people"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_group_memberships" ADD CONSTRAINT "staff_group_memberships_organisation_id_person_id_fkey" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "people"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_group_memberships" ADD CONSTRAINT "staff_group_memberships_organisation_id_staff_group_id_fkey" FOREIGN KEY ("organisation_id", "staff_group_id") REFERENCES "staff_groups"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario_versions" ADD CONSTRAINT "scenario_versions_organisation_id_scenario_id_fkey" FOREIGN KEY ("organisation_id", "scenario_id") REFERENCES "scenarios"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario_texts" ADD CONSTRAINT "scenario_texts_organisation_id_scenario_version_id_fkey" FOREIGN KEY ("organisation_id", "scenario_version_id") REFERENCES "scenario_versions"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_scenario_organisation_id_scenario_version_id_fkey" FOREIGN KEY ("scenario_organisation_id", "scenario_version_id") REFERENCES "scenario_versions"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_scenario_organisation_id_scenario_id_fkey" FOREIGN KEY ("scenario_organisation_id", "scenario_id") REFERENCES "scenarios"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_organisation_id_staff_group_id_fkey" FOREIGN KEY ("organisation_id", "staff_group_id") REFERENCES "staff_groups"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_organisation_id_person_id_fkey" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "people"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_scenario_organisation_id_scenario_version_id_fkey" FOREIGN KEY ("scenario_organisation_id", "scenario_version_id") REFERENCES "scenario_versions"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_organisation_id_practice_of_fkey" FOREIGN KEY ("organisation_id", "practice_of") REFERENCES "attempts"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_events" ADD CONSTRAINT "attempt_events_organisation_id_attempt_id_fkey" FOREIGN KEY ("organisation_id", "attempt_id") REFERENCES "attempts"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_clearings" ADD CONSTRAINT "attempt_clearings_organisation_id_attempt_id_fkey" FOREIGN KEY ("organisation_id", "attempt_id") REFERENCES "attempts"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_clearings" ADD CONSTRAINT "attempt_clearings_organisation_id_practice_id_fkey" FOREIGN KEY ("organisation_id", "practice_id") REFERENCES "attempts"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completions" ADD CONSTRAINT "completions_scenario_organisation_id_scenario_version_id_fkey" FOREIGN KEY ("scenario_organisation_id", "scenario_version_id") REFERENCES "scenario_versions"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completions" ADD CONSTRAINT "completions_organisation_id_approval_id_fkey" FOREIGN KEY ("organisation_id", "approval_id") REFERENCES "approvals"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion_subjects" ADD CONSTRAINT "completion_subjects_organisation_id_completion_id_fkey" FOREIGN KEY ("organisation_id", "completion_id") REFERENCES "completions"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion_subjects" ADD CONSTRAINT "completion_subjects_organisation_id_person_id_fkey" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "people"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion_subjects" ADD CONSTRAINT "completion_subjects_organisation_id_attempt_id_fkey" FOREIGN KEY ("organisation_id", "attempt_id") REFERENCES "attempts"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

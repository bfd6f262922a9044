-- The records of step 9.

CREATE TABLE "search_limits" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "hours_a_week" REAL,
  "looks_a_week" INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX "search_limits_one_per_workbook" ON "search_limits" ((1));

CREATE TABLE "planned_session" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "weekday" TEXT NOT NULL,
  "starts" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL,
  "activity" TEXT NOT NULL
) STRICT;

CREATE TABLE "session" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "day" TEXT NOT NULL,
  "activity" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL,
  "note" TEXT NOT NULL
) STRICT;

CREATE TABLE "board" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "link" TEXT NOT NULL
) STRICT;

CREATE TABLE "look" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "board" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "new_suitable" INTEGER NOT NULL
) STRICT;

CREATE TABLE "application" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "posting" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "company" TEXT NOT NULL,
  "location" TEXT NOT NULL,
  "link" TEXT NOT NULL,
  "channel" TEXT,
  "board" TEXT NOT NULL,
  "contact" TEXT NOT NULL,
  "resume" TEXT NOT NULL,
  "salary_asked" TEXT,
  "salary_offered" TEXT,
  "salary_unit" TEXT NOT NULL,
  "next_action" TEXT NOT NULL,
  "next_on" TEXT,
  "follow_up_days" INTEGER NOT NULL,
  "follow_ups" INTEGER NOT NULL,
  "outcome" TEXT,
  "ended" TEXT,
  "notes" TEXT NOT NULL
) STRICT;
CREATE INDEX "application_by_outcome" ON "application" ("outcome", "created_at");
CREATE INDEX "application_by_posting" ON "application" ("posting");

CREATE TABLE "application_stage" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "application" TEXT NOT NULL,
  "day" TEXT,
  "stage" TEXT NOT NULL,
  "round" INTEGER NOT NULL,
  "note" TEXT NOT NULL
) STRICT;
CREATE INDEX "application_stage_by_application" ON "application_stage" ("application");

CREATE TABLE "follow_up" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "application" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "note" TEXT NOT NULL
) STRICT;
CREATE INDEX "follow_up_by_application" ON "follow_up" ("application");

CREATE TABLE "option" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "application" TEXT NOT NULL,
  "salary" TEXT,
  "decide_by" TEXT,
  "notes" TEXT NOT NULL
) STRICT;

CREATE TABLE "criterion" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "weight" INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX "criterion_one_per_name" ON "criterion" ("name");

CREATE TABLE "rating" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "option" TEXT NOT NULL,
  "criterion" TEXT NOT NULL,
  "score" INTEGER
) STRICT;
CREATE UNIQUE INDEX "rating_one_per_option_criterion" ON "rating" ("option", "criterion");


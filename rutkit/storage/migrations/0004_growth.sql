-- The records of step 4.

CREATE TABLE "growth_check" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "month" TEXT NOT NULL,
  "learning" INTEGER,
  "learned_what" TEXT NOT NULL,
  "challenged" INTEGER,
  "challenged_by" TEXT NOT NULL,
  "keeping_up" INTEGER,
  "kept_up_how" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "growth_check_one_per_month" ON "growth_check" ("month");


CREATE TABLE "learning_entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "day" TEXT NOT NULL,
  "what" TEXT NOT NULL,
  "hours" REAL,
  "source" TEXT NOT NULL,
  "skills" TEXT NOT NULL,
  "at_work" INTEGER
) STRICT;


CREATE TABLE "task" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "day" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "share" INTEGER,
  "effects" TEXT NOT NULL
) STRICT;


CREATE TABLE "industry_trend" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "standing" TEXT
) STRICT;


CREATE TABLE "role_history" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "last_promotion" TEXT,
  "last_change" TEXT
) STRICT;
CREATE UNIQUE INDEX "role_history_one_per_workbook" ON "role_history" ((1));


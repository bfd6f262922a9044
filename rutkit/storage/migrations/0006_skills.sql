-- The records of step 6.

CREATE TABLE "skill" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "level" INTEGER,
  "evidence" TEXT NOT NULL,
  "last_used" TEXT
) STRICT;
CREATE UNIQUE INDEX "skill_one_per_name" ON "skill" ("name");


CREATE TABLE "learning_resource" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "provider" TEXT NOT NULL,
  "link" TEXT NOT NULL,
  "cost" TEXT,
  "hours" REAL,
  "hours_a_week" REAL,
  "starts" TEXT,
  "covers" TEXT NOT NULL,
  "to_level" INTEGER,
  "after" TEXT NOT NULL,
  "chance" INTEGER,
  "choice" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "began" TEXT,
  "hours_done" REAL NOT NULL,
  "look" TEXT,
  "finished" TEXT,
  "proof" TEXT NOT NULL
) STRICT;


CREATE TABLE "learning_limits" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "role" TEXT NOT NULL,
  "hours_a_week" REAL,
  "budget" TEXT,
  "begin" TEXT,
  "until" TEXT
) STRICT;
CREATE UNIQUE INDEX "learning_limits_one_per_workbook" ON "learning_limits" ((1));


CREATE TABLE "planned_hours" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "resource" TEXT NOT NULL,
  "week" TEXT NOT NULL,
  "hours" REAL NOT NULL
) STRICT;
CREATE UNIQUE INDEX "planned_hours_one_per_resource_week" ON "planned_hours" ("resource", "week");


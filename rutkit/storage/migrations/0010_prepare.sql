-- The records of step 10.

CREATE TABLE "master_resume" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "document" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "master_resume_one_per_workbook" ON "master_resume" ((1));

CREATE TABLE "claim_evidence" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "claim" TEXT NOT NULL,
  "evidence" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "claim_evidence_one_per_claim" ON "claim_evidence" ("claim");

CREATE TABLE "resume_version" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "posting" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "lines" TEXT NOT NULL,
  "notes" TEXT NOT NULL
) STRICT;

CREATE TABLE "not_true" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "skill" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "not_true_one_per_skill" ON "not_true" ("skill");

CREATE TABLE "story" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "situation" TEXT NOT NULL,
  "task" TEXT NOT NULL,
  "action" TEXT NOT NULL,
  "result" TEXT NOT NULL,
  "reflection" TEXT NOT NULL,
  "competencies" TEXT NOT NULL
) STRICT;

CREATE TABLE "question" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "competency" TEXT NOT NULL,
  "asked_by" TEXT NOT NULL,
  "notes" TEXT NOT NULL
) STRICT;

CREATE TABLE "rehearsal" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "question" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "recall" TEXT NOT NULL,
  "seconds" INTEGER
) STRICT;

CREATE TABLE "question_set_aside" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "question" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "question_set_aside_one_per_question" ON "question_set_aside" ("question");

CREATE TABLE "letter" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "written" TEXT NOT NULL,
  "opens" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "sealed" TEXT,
  "opened_early" TEXT,
  "reply" TEXT NOT NULL
) STRICT;

CREATE TABLE "small_win" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "day" TEXT NOT NULL,
  "what" TEXT NOT NULL
) STRICT;


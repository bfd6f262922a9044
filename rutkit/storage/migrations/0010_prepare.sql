-- The records of step 10.

CREATE TABLE "resume_basics" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "phone" TEXT NOT NULL,
  "url" TEXT NOT NULL,
  "summary" TEXT NOT NULL,
  "city" TEXT NOT NULL,
  "region" TEXT NOT NULL,
  "country_code" TEXT NOT NULL,
  "postal_code" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  "extra" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "resume_basics_one_per_workbook" ON "resume_basics" ((1));

CREATE TABLE "profile_entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "evidence" TEXT NOT NULL,
  "extra" TEXT NOT NULL,
  "network" TEXT NOT NULL,
  "username" TEXT NOT NULL,
  "url" TEXT NOT NULL
) STRICT;

CREATE TABLE "work_entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "evidence" TEXT NOT NULL,
  "extra" TEXT NOT NULL,
  "position" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "location" TEXT NOT NULL,
  "start_date" TEXT NOT NULL,
  "end_date" TEXT NOT NULL,
  "summary" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "url" TEXT NOT NULL
) STRICT;

CREATE TABLE "volunteer_entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "evidence" TEXT NOT NULL,
  "extra" TEXT NOT NULL,
  "position" TEXT NOT NULL,
  "organization" TEXT NOT NULL,
  "start_date" TEXT NOT NULL,
  "end_date" TEXT NOT NULL,
  "summary" TEXT NOT NULL,
  "url" TEXT NOT NULL
) STRICT;

CREATE TABLE "education_entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "evidence" TEXT NOT NULL,
  "extra" TEXT NOT NULL,
  "institution" TEXT NOT NULL,
  "study_type" TEXT NOT NULL,
  "area" TEXT NOT NULL,
  "start_date" TEXT NOT NULL,
  "end_date" TEXT NOT NULL,
  "score" TEXT NOT NULL,
  "courses" TEXT NOT NULL,
  "url" TEXT NOT NULL
) STRICT;

CREATE TABLE "skill_entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "evidence" TEXT NOT NULL,
  "extra" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "keywords" TEXT NOT NULL
) STRICT;

CREATE TABLE "certificate_entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "evidence" TEXT NOT NULL,
  "extra" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "issuer" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "url" TEXT NOT NULL
) STRICT;

CREATE TABLE "project_entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "evidence" TEXT NOT NULL,
  "extra" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "roles" TEXT NOT NULL,
  "entity" TEXT NOT NULL,
  "start_date" TEXT NOT NULL,
  "end_date" TEXT NOT NULL,
  "keywords" TEXT NOT NULL,
  "url" TEXT NOT NULL,
  "type" TEXT NOT NULL
) STRICT;

CREATE TABLE "language_entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "evidence" TEXT NOT NULL,
  "extra" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "fluency" TEXT NOT NULL
) STRICT;

CREATE TABLE "award_entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "evidence" TEXT NOT NULL,
  "extra" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "awarder" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "summary" TEXT NOT NULL
) STRICT;

CREATE TABLE "publication_entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "evidence" TEXT NOT NULL,
  "extra" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "publisher" TEXT NOT NULL,
  "release_date" TEXT NOT NULL,
  "summary" TEXT NOT NULL,
  "url" TEXT NOT NULL
) STRICT;

CREATE TABLE "interest_entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "evidence" TEXT NOT NULL,
  "extra" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "keywords" TEXT NOT NULL
) STRICT;

CREATE TABLE "reference_entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "evidence" TEXT NOT NULL,
  "extra" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "reference" TEXT NOT NULL
) STRICT;

CREATE TABLE "highlight" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "entry" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "evidence" TEXT NOT NULL
) STRICT;

CREATE TABLE "resume_version" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "summary" TEXT NOT NULL,
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

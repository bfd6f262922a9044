-- The records of step 5.

CREATE TABLE "target_role" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "why" TEXT NOT NULL
) STRICT;


CREATE TABLE "posting" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "role" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "company" TEXT NOT NULL,
  "location" TEXT NOT NULL,
  "link" TEXT NOT NULL,
  "posted" TEXT,
  "closing" TEXT,
  "text" TEXT NOT NULL,
  "reading" TEXT NOT NULL,
  "repeats" TEXT NOT NULL
) STRICT;
-- Without these, counting postings reads every text.
CREATE INDEX "posting_by_role" ON "posting" ("role", "created_at");
CREATE INDEX "posting_by_repeats" ON "posting" ("repeats");


CREATE TABLE "skill_choice" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "role" TEXT NOT NULL,
  "word" TEXT NOT NULL,
  "verdict" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "skill_choice_one_per_role_word" ON "skill_choice" ("role", "word");


CREATE TABLE "loaded_vocabulary" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "skills" TEXT NOT NULL
) STRICT;


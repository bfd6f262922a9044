-- The records of step 8.

CREATE TABLE "group" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "field" TEXT NOT NULL,
  "link" TEXT NOT NULL,
  "cost" TEXT,
  "hours_a_month" REAL,
  "hope" TEXT NOT NULL,
  "decision" TEXT NOT NULL,
  "decided" TEXT,
  "since" TEXT,
  "renewal" TEXT,
  "part" TEXT NOT NULL,
  "notes" TEXT NOT NULL
) STRICT;

CREATE TABLE "visit" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "group" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "hours" REAL,
  "cost" TEXT,
  "met" TEXT NOT NULL,
  "useful" INTEGER,
  "again" INTEGER,
  "note" TEXT NOT NULL
) STRICT;

CREATE TABLE "group_event" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "group" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL,
  "zone" TEXT NOT NULL,
  "repeats" TEXT NOT NULL,
  "until" TEXT,
  "rule" TEXT NOT NULL,
  "also_on" TEXT NOT NULL,
  "leaves_out" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "link" TEXT NOT NULL,
  "going" TEXT NOT NULL,
  "reminder" TEXT NOT NULL,
  "about" TEXT NOT NULL,
  "notes" TEXT NOT NULL,
  "uid" TEXT NOT NULL
) STRICT;

CREATE TABLE "put_aside" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "put_aside_one_per_name" ON "put_aside" ("name");


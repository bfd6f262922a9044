-- The dashboard's own records: answers to advice, predictions and weekly reviews.

CREATE TABLE "advice_answer" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "rule" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "reply" TEXT NOT NULL,
  "day" TEXT NOT NULL
) STRICT;

CREATE TABLE "prediction" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "statement" TEXT NOT NULL,
  "percent" INTEGER NOT NULL,
  "made_by" TEXT NOT NULL,
  "made" TEXT NOT NULL,
  "due" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "at_least" INTEGER NOT NULL,
  "outcome" TEXT,
  "settled" TEXT,
  "settled_by" TEXT,
  "withdrawn" TEXT
) STRICT;

CREATE TABLE "weekly_review" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "week" TEXT NOT NULL,
  "walked" TEXT NOT NULL,
  "skipped" TEXT NOT NULL,
  "sentence" TEXT NOT NULL,
  "stop" TEXT NOT NULL,
  "seconds" INTEGER NOT NULL,
  "finished" TEXT
) STRICT;
CREATE UNIQUE INDEX "weekly_review_one_per_week" ON "weekly_review" ("week");


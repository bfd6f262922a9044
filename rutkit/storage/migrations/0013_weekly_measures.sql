-- How things stood week by week, where the records of today cannot tell.

CREATE TABLE "weekly_measure" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "week" TEXT NOT NULL,
  "what" TEXT NOT NULL,
  "value" REAL NOT NULL,
  "n" INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX "weekly_measure_one_per_week_what" ON "weekly_measure" ("week", "what");


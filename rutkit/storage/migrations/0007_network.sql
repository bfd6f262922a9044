-- The records of step 7.

CREATE TABLE "contact" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "relation" TEXT,
  "company" TEXT NOT NULL,
  "position" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "mail" TEXT NOT NULL,
  "phone" TEXT NOT NULL,
  "link" TEXT NOT NULL,
  "tags" TEXT NOT NULL,
  "closeness" INTEGER,
  "how_to_help" TEXT NOT NULL,
  "notes" TEXT NOT NULL,
  "connected" TEXT,
  "ideal_days" INTEGER,
  "longest_days" INTEGER,
  "asking" TEXT NOT NULL,
  "not_before" TEXT
) STRICT;

CREATE TABLE "touch" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "contact" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "exchange" TEXT NOT NULL,
  "said" TEXT NOT NULL,
  "next_step" TEXT NOT NULL,
  "next_on" TEXT
) STRICT;

CREATE TABLE "cadence" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "group" TEXT NOT NULL,
  "ideal_days" INTEGER NOT NULL,
  "longest_days" INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX "cadence_one_per_group" ON "cadence" ("group");

CREATE TABLE "writing_choices" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "people_a_week" INTEGER NOT NULL,
  "reasons" TEXT NOT NULL,
  "signature" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "writing_choices_one_per_workbook" ON "writing_choices" ((1));

CREATE TABLE "message_template" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "occasion" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "text" TEXT NOT NULL
) STRICT;

CREATE TABLE "message_draft" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "contact" TEXT NOT NULL,
  "occasion" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "text" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "message_draft_one_per_contact" ON "message_draft" ("contact");

CREATE TABLE "different_people" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "one" TEXT NOT NULL,
  "other" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "different_people_one_per_one_other" ON "different_people" ("one", "other");

-- The contacts with one person are asked for often, and there may be thousands.
CREATE INDEX "touch_by_contact" ON "touch" ("contact");

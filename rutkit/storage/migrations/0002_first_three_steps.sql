-- The records of the first three steps, and the preferences.

CREATE TABLE "preferences" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "currency" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "preferences_one_per_workbook" ON "preferences" ((1));


CREATE TABLE "situation" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "role" TEXT NOT NULL,
  "since" TEXT,
  "hours_a_week" REAL,
  "stuck_means" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "situation_one_per_workbook" ON "situation" ((1));


CREATE TABLE "rut_check" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "day" TEXT NOT NULL,
  "learning" TEXT,
  "developing" TEXT,
  "using_skills" TEXT,
  "promotion" TEXT,
  "used_up" TEXT,
  "stress" TEXT,
  "satisfaction" TEXT
) STRICT;
CREATE UNIQUE INDEX "rut_check_one_per_day" ON "rut_check" ("day");


CREATE TABLE "stay_reason" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "day" TEXT NOT NULL,
  "fear" INTEGER,
  "fear_words" TEXT NOT NULL,
  "comfort" INTEGER,
  "comfort_words" TEXT NOT NULL,
  "effort" INTEGER,
  "effort_words" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "stay_reason_one_per_day" ON "stay_reason" ("day");


CREATE TABLE "acknowledgement" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "day" TEXT NOT NULL,
  "sentence" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "acknowledgement_one_per_day" ON "acknowledgement" ("day");


CREATE TABLE "safety" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "causes_harm" INTEGER,
  "kinds" TEXT NOT NULL,
  "told" TEXT NOT NULL,
  "notes" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "safety_one_per_workbook" ON "safety" ((1));


CREATE TABLE "support" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "reach" TEXT NOT NULL,
  "helps_with" TEXT NOT NULL
) STRICT;


CREATE TABLE "incident" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "day" TEXT NOT NULL,
  "what" TEXT NOT NULL,
  "witnesses" TEXT NOT NULL,
  "kept" TEXT NOT NULL
) STRICT;


CREATE TABLE "urge_to_quit" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "at" TEXT NOT NULL,
  "strength" INTEGER,
  "set_off_by" TEXT NOT NULL,
  "helped" TEXT NOT NULL
) STRICT;


CREATE TABLE "resignation_draft" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "sealed_hours" INTEGER NOT NULL,
  "sealed_at" TEXT,
  "opened_early_at" TEXT
) STRICT;
CREATE UNIQUE INDEX "resignation_draft_one_per_workbook" ON "resignation_draft" ((1));


CREATE TABLE "finances" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "savings" TEXT,
  "take_home_pay" TEXT,
  "other_income" TEXT,
  "essential_costs" TEXT,
  "discretionary_costs" TEXT
) STRICT;
CREATE UNIQUE INDEX "finances_one_per_workbook" ON "finances" ((1));


CREATE TABLE "money_event" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "what" TEXT NOT NULL,
  "amount" TEXT,
  "direction" TEXT NOT NULL,
  "timing" TEXT NOT NULL,
  "on" TEXT
) STRICT;


CREATE TABLE "money_change" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "what" TEXT NOT NULL,
  "amount" TEXT,
  "change" TEXT NOT NULL,
  "timing" TEXT NOT NULL,
  "from_month" TEXT,
  "for_months" INTEGER
) STRICT;


CREATE TABLE "search_assumption" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "median_months" REAL,
  "spread" REAL NOT NULL,
  "search_while_employed" INTEGER NOT NULL,
  "employed_advantage" INTEGER NOT NULL,
  "new_take_home_pay" TEXT,
  "accepted_risk" INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX "search_assumption_one_per_workbook" ON "search_assumption" ((1));


CREATE TABLE "exit_plan" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "earliest" TEXT,
  "latest" TEXT,
  "first_to_hear" TEXT NOT NULL,
  "review_weeks" INTEGER NOT NULL,
  "next_review" TEXT
) STRICT;
CREATE UNIQUE INDEX "exit_plan_one_per_workbook" ON "exit_plan" ((1));


CREATE TABLE "go_condition" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "amount" TEXT,
  "level" INTEGER,
  "weeks" INTEGER,
  "text" TEXT NOT NULL,
  "met" INTEGER,
  "met_on" TEXT
) STRICT;


CREATE TABLE "milestone" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "what" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "done" INTEGER NOT NULL
) STRICT;


CREATE TABLE "obstacle" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "if_text" TEXT NOT NULL,
  "then_text" TEXT NOT NULL
) STRICT;


CREATE TABLE "check_in" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "day" TEXT NOT NULL,
  "workday" INTEGER,
  "stressed" INTEGER,
  "angry" INTEGER,
  "inadequate" INTEGER,
  "fearful" INTEGER,
  "resentful" INTEGER,
  "energy" INTEGER,
  "what_happened" TEXT NOT NULL,
  "note" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "check_in_one_per_day" ON "check_in" ("day");


CREATE TABLE "burnout_inventory" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "day" TEXT NOT NULL,
  "tired" TEXT,
  "physically_exhausted" TEXT,
  "emotionally_exhausted" TEXT,
  "cannot_take_it" TEXT,
  "worn_out" TEXT,
  "susceptible" TEXT,
  "work_exhausting" TEXT,
  "work_burns_out" TEXT,
  "work_frustrates" TEXT,
  "worn_out_after_work" TEXT,
  "exhausted_in_the_morning" TEXT,
  "every_hour_tiring" TEXT,
  "energy_for_others" TEXT
) STRICT;
CREATE UNIQUE INDEX "burnout_inventory_one_per_day" ON "burnout_inventory" ("day");


-- When a workbook with a passphrase locks by itself, and what its windows tell each other about that.

ALTER TABLE "preferences" ADD COLUMN "lock_after" TEXT NOT NULL DEFAULT '30 minutes';

-- One row. Both numbers only rise: a window that finds one higher than before knows what happened elsewhere.
CREATE TABLE presence (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  uses INTEGER NOT NULL, -- how often somebody was seen to type or click, in any window
  locks INTEGER NOT NULL -- how often all windows were asked to lock
) STRICT;
INSERT INTO presence VALUES (1, 0, 0);

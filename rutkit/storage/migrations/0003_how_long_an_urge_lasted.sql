-- How long an urge lasted: that it passes is the case against acting on it.
ALTER TABLE "urge_to_quit" ADD COLUMN "minutes" INTEGER;

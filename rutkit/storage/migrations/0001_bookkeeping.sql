-- What the workbook keeps beside the records. Tables of records follow in later migrations.

-- One row a change. Numbers only rise, so that another window sees what is new to it.
CREATE TABLE history (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  record_types TEXT NOT NULL, -- the tables it changed, a JSON list
  changeset BLOB -- what takes it back; NULL once that happened
) STRICT;

-- What somebody is typing and is not a record yet.
CREATE TABLE draft (
  form TEXT NOT NULL,
  key TEXT NOT NULL,
  content TEXT NOT NULL, -- the raw input by field, a JSON object
  version INTEGER NOT NULL, -- of the record that it began from
  updated_at TEXT NOT NULL,
  PRIMARY KEY (form, key)
) STRICT, WITHOUT ROWID;
